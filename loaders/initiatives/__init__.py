"""Mentions and cue phrases come in; out go the initiatives: status, partners, goals, levels, regions, dates."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.folding import words_of
from loaders.initiatives import works
from loaders.initiatives.names import unregistered
from loaders.initiatives.partners import partners_of
from loaders.lexicon.entries import Entry, Hit, entry

QUOTED = re.compile("«([^»]+)»")
STEM = 5  # letters that tell a word from another whatever its ending
BEFORE = 3  # a cue ahead of the name counts as so many times farther


@dataclass(slots=True)
class Initiative:
    """One initiative of the article; places are (first, last) words."""

    id: str | None
    name: str
    places: list[tuple[int, int]] = field(default_factory=list)


def entries(register) -> Iterator[Entry]:
    for language, words in register.language.items():
        for rule in words["status_cues"]:
            weight = 0.0 if rule.get("weak") else 1.0  # a weak cue counts where no other stands in the sentence
            yield from (entry("status_cue", rule["status"], cue, weight) for cue in rule["cues"])
        yield from (entry("initiative_head", language, head) for head in words["initiative_heads"])
    yield from works.entries(register)


def read(document, facts: dict) -> list[dict]:
    """`facts`: what the earlier stages found in the same article (goals, levels, regions, people, dates)."""
    found = _registered(document)
    for name, first, last in unregistered(document):
        known = next((one for one in found if _same(one.name, name)), None)
        if known is None:
            found.append(known := Initiative(None, name))
        elif _quoted(known.name) == _quoted(name) != set() and len(name) > len(known.name) and known.id is None:
            known.name = name  # the one with its year
        known.places.append((first, last))
    found.sort(key=lambda one: one.places[0])
    return [_state(document, facts, one, found) for one in found]


def _same(longer: str, name: str) -> bool:
    """A name said again, in full or without some of its words or endings."""
    ours, theirs = ({word[:STEM] for word in words_of(text)} for text in (longer, name))
    return theirs <= ours or _quoted(longer) == _quoted(name) != set()


def _quoted(name: str) -> set[str]:
    """«Жыл мугалими» конкурсу, «Жыл мугалими — 2015» сынагы: one thing."""
    inside = QUOTED.search(name)
    return {word for word in words_of(inside[1]) if not word.isdecimal()} if inside else set()


def _registered(document) -> list[Initiative]:
    """Initiatives the register knows; naming the centres that one runs is naming it."""
    register = document.register
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    named = set()
    for mention in document.mentions:
        if mention.kind == "initiative":
            places[mention.id].append((mention.first, mention.last))
            named.add(mention.id)
        elif mention.kind == "centre":
            for id in _runs(document, mention.id):
                places[id].append((mention.first, mention.last))
    language = document.language
    return [
        Initiative(id, register.initiatives[id]["names"].get(language) or id, sorted(set(spans)))
        for id, spans in places.items()
        if id in named
    ]


def _runs(document, centre: str) -> list[str]:
    """The initiatives that the centres are of."""
    return [id for id, record in document.register.initiatives.items() if record.get("centre") == centre]


def _state(document, facts: dict, one: Initiative, others: list[Initiative]) -> dict:
    text = document.text
    sentences = {text.sentence(first) for first, _ in one.places}
    status, cue = _status(document, one)
    record = {"id": one.id, "name": one.name, "status": status}
    if cue:
        record["status_cue"] = document.quote(cue.first, cue.last)
    start, end = (_bound(document, facts, one, others, which) for which in ("start", "end"))
    record |= {"start": start and start["edtf"].partition("/")[0], "end": end and end["edtf"].rpartition("/")[2]}
    for which, fact in (("start", start), ("end", end)):
        if fact:
            record[f"{which}_evidence"] = fact["evidence"]
    record["partners"] = partners_of(document, facts, one, others)
    spans = [(text.starts[first], text.ends[last]) for first, last in sentences]
    raw = [text.raw_span(start, end) for start, end in spans]
    for kind in ("goals", "levels", "regions"):
        record[kind] = [fact["id"] for fact in facts[kind] if len(others) == 1 or _within(fact["evidence"], raw)]
    record["evidence"] = [document.quote(first, last) for first, last in one.places]
    return record


def _within(evidence: list[dict], spans: list[tuple[int, int]]) -> bool:
    return any(start <= quote["start"] and quote["end"] <= end for quote in evidence for start, end in spans)


def _status(document, one: Initiative) -> tuple[str, Hit | None]:
    """By the cue nearest to the name in its sentence, one after it before one ahead of it; no cue: unclear."""
    cues = []
    for first, last in one.places:
        for hit in document.in_sentence(first, "status_cue"):
            if hit.last < first:
                cues.append((not hit.entry.weight, (first - hit.last) * BEFORE, hit.first, hit))
            elif hit.first > last:
                cues.append((not hit.entry.weight, hit.first - last, hit.first, hit))
    if not cues:
        return "unclear", None
    hit = min(cues, key=lambda cue: cue[:3])[3]
    return hit.entry.id, hit


def _bound(document, facts: dict, one: Initiative, others: list[Initiative], which: str) -> dict | None:
    """A start or end said in the initiative's sentence, or in a later one that names no other initiative."""
    for date in facts["dates"]:
        if date.get("of") != which and not ("/" in date["edtf"] and date.get("of") == "end"):  # from … until
            continue
        at = date["evidence"][0]["start"]
        before = [
            (place, other)
            for other in others
            for place in other.places
            if document.text.raw_span(document.text.starts[place[0]], document.text.ends[place[0]])[0] <= at
        ]
        if before and max(before, key=lambda pair: pair[0])[1] is one:
            return date
    return None
