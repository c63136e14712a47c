"""Extracted articles, reprints left out, come in; out goes what two of them tell differently: a name, a day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from loaders.findings.names import two_spellings
from loaders.folding import bare
from loaders.records.edtf import parse
from loaders.records.shown import Evidence, Finding

SAME_NEWS = 7  # days between two articles on one happening
ONE_DAY = {"signing", "opening", "launch"}  # kinds of event that two bodies have once in a while, not every day
WHOLE = 10  # letters of a day in EDTF

Told = tuple[str, str, Mapping[str, Any]]  # article, the day it came out, the fact


def differing(extracted: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    yield from _people(extracted)
    yield from _events(extracted)


def _people(extracted: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """One holder of one office in two spellings: «Айнура Садыкова» and «Айнура Сыдыкова», both director."""
    holders: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for article, whole in sorted(extracted.items()):
        for person in whole.get("people") or ():
            if person.get("partner") and person.get("position"):
                office = bare(person["position"]).split()[-1]
                holders[person["partner"], office].append((article, _day(whole), person))
    for (partner, _), told in holders.items():
        for one, other in combinations(told, 2):
            names = [tuple(bare(fact["name"]).split()) for _, _, fact in (one, other)]
            if one[0] != other[0] and all(len(name) == 2 for name in names) and two_spellings(*names):
                yield _finding(partner, "people", one, other, "name")


def _events(extracted: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """One signing or opening by the same bodies on two days, in articles of one week."""
    happenings: dict[tuple[str, tuple[str, ...]], list[Told]] = defaultdict(list)
    for article, whole in sorted(extracted.items()):
        for event in whole.get("events") or ():
            known = event.get("date") and len(event["date"]) == WHOLE and not event.get("date_from")
            if known and event["kind"] in ONE_DAY and len(event["partners"]) > 1:
                happenings[event["kind"], tuple(event["partners"])].append((article, _day(whole), event))
    for (_, partners), told in happenings.items():
        for one, other in combinations(told, 2):
            days = [parse(fact["date"]) for _, _, fact in (one, other)]
            if one[0] != other[0] and _same_news(one[1], other[1]) and not days[0].consistent(days[1]):
                yield _finding(partners[0], "events", one, other, "date")


def _day(whole: Mapping[str, Any]) -> str:
    return (whole.get("published") or {}).get("edtf") or ""


def _same_news(one: str, other: str) -> bool:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= SAME_NEWS
    except ValueError:  # no whole day is known
        return False


def _finding(partner: str, field: str, one: Told, other: Told, key: str) -> Finding:
    places = []
    for article, _, fact in (one, other):
        place = (fact.get("date_evidence") or fact["evidence"])[0]
        places.append(Evidence(article, place["start"], place["end"], place["quote"]))
    read = (one[2][key], other[2][key])
    return Finding("articles-differ", "partners", partner, field, read=read, evidence=tuple(places))
