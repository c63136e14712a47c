"""Hits of names come in; out go mentions: each names one record of the register, or nothing where two would fit."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.lexicon import Entry, Hit, is_acronym

NAME_KINDS = ("partner", "initiative", "centre", "region")
QUOTED = re.compile('[«“"]([^»”"]+)[»”"]')
BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Mention:
    kind: str
    id: str
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    first: int
    last: int
    why: str


def entries(register) -> Iterator[Entry]:
    """Every name and alias of the register."""
    words = register.language["ky"]
    country = words["country_words"]
    for kind, records in (
        ("partner", register.partners),
        ("initiative", register.initiatives),
        ("centre", register.centres),
    ):
        for id, record in records.items():
            for phrase in sorted(_variants(kind, record, country, words)):
                yield _entry(kind, id, phrase)
    for id, region in register.regions.items():
        for place in (region, *(region.get("places") or [])):
            kind = place.get("kind", "country")
            for name in {*place["names"].values(), *(place.get("also") or [])}:
                yield _entry("region", id, BRACKETS.sub("", name))
                bare_name = _without_kind(name, words["place_kinds"])
                if bare_name and kind != "rayon":
                    yield Entry("place", id, bare_name, capital=True)


def _entry(kind: str, id: str, phrase: str) -> Entry:
    single = " " not in phrase and "-" not in phrase
    return Entry(kind, id, phrase, acronym=is_acronym(phrase), capital=single and phrase[:1].isupper())


def _variants(kind: str, record: dict, country: Iterable[str], words: dict) -> set[str]:
    phrases = {name for name in record["names"].values() if name} | set(record.get("also") or [])
    for phrase in list(phrases):
        plain = BRACKETS.sub("", phrase)
        phrases |= {
            plain,
            *(
                inside.strip("()")
                for inside in BRACKETS.findall(phrase)
                if kind == "partner" and is_acronym(inside.strip(" ()"))
            ),
        }
        for word in country:
            if plain.endswith(" " + word):
                phrases.add(plain.removesuffix(" " + word))
            if plain.startswith(word + " "):
                phrases.add(plain.removeprefix(word + " "))
        for ending, office in words["offices"].items():
            if plain.endswith(ending):
                phrases.add(plain.removesuffix(ending) + office)
        if kind == "initiative":
            phrases |= {inside for inside in QUOTED.findall(phrase) if len(inside) > 5}
    return {phrase for phrase in phrases if phrase} - set(record.get("not") or [])


def _without_kind(name: str, kinds: Iterable[str]) -> str | None:
    for kind in kinds:
        if name.endswith(" " + kind):
            return name.removesuffix(" " + kind)
    return name


def link(document) -> tuple[list[Mention], list[NearMiss]]:
    """One record a span, the longest name first; a name that two records share is settled by the context or left out."""
    misses: list[NearMiss] = []
    spans: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in document.of(*NAME_KINDS, "place"):
        spans[hit.first, hit.last].append(hit)
    taken = [False] * len(document.text.words)
    mentions = []
    for (first, last), hits in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        if any(taken[first : last + 1]):
            continue
        mention = _settle(document, first, last, hits, misses)
        if mention:
            mentions.append(mention)
            taken[first : last + 1] = [True] * (last - first + 1)
    mentions.sort(key=lambda mention: mention.first)
    return mentions, misses


def _settle(document, first: int, last: int, hits: list[Hit], misses: list[NearMiss]) -> Mention | None:
    owners = {(hit.entry.kind, hit.entry.id): hit for hit in hits}
    if len(owners) > 1:
        fitting = {key: hit for key, hit in owners.items() if _valid(document, *key)}
        owners = fitting or owners
    kinds = {kind for kind, _ in owners}
    if len(owners) > 1 and "partner" in kinds and len([k for k in owners if k[0] == "partner"]) == 1:
        owners = {key: hit for key, hit in owners.items() if key[0] == "partner"}
    if len({id for _, id in owners}) > 1:
        misses.append(
            NearMiss(first, last, "fits " + ", ".join(sorted(id for _, id in owners)) + ": the text does not say which")
        )
        return None
    (kind, id), hit = next(iter(owners.items()))
    if kind == "place":
        if _person_follows(document, last):
            misses.append(NearMiss(first, last, f"{id}: reads as a person's name"))
            return None
        kind = "region"
    return Mention(kind, id, hit.first, hit.last, f"{hit.tier} “{hit.entry.phrase}”{' ' + hit.tag if hit.tag else ''}")


def _valid(document, kind: str, id: str) -> bool:
    """Is the record of that time? Where the article has no date, every record is."""
    if kind != "partner":
        return True
    record, day = document.register.partners[id], (document.published or {}).get("edtf", "")
    day = day if re.match(r"\d{4}", day) else ""
    if not day:
        return True
    return (record.get("valid_from") or "") <= day and day < (record.get("valid_to") or "9999")


def _person_follows(document, last: int) -> bool:
    text = document.text
    following = last + 1
    return (
        following < len(text.words)
        and text.gap(last) == " "
        and text.cased[text.starts[following]].isupper()
        and re.search(r"(ов|ев|ова|ева|бек|кызы|уулу)[а-я]*$", text.words[following]) is not None
    )


def regions(document) -> list[dict]:
    found: dict[str, list[dict]] = defaultdict(list)
    for mention in document.mentions:
        if mention.kind == "region":
            found[mention.id].append(document.quote(mention.first, mention.last))
    return [{"id": id, "evidence": evidence} for id, evidence in sorted(found.items())]
