"""A document comes in; out go the named persons who hold an office, each with the words of the office and whose it is."""

from collections.abc import Iterator

from loaders.fullnames import FullName, Names
from loaders.lexicon import Entry, Hit
from loaders.heads import base_form, first_word, wordlist

NOMINATIVE = {"", "+P3", "+PL", "+PL+P3"}
BETWEEN = {"", ":", "-"}
APART = {",", "-", "("}


def entries(register) -> Iterator[Entry]:
    for words in register.language.values():
        positions = words.get("positions", {})
        for group in ("heads", "single"):
            for phrase in positions.get(group, []):
                yield Entry("position", group, phrase)


def read(document, facts=None) -> list[dict]:
    if document.language != "ky":
        return []
    names = Names(document)
    people: dict[str, dict] = {}
    for name, hit in _holders(document, names):
        first = first_word(document, hit.first)
        person = names.known(name, people)
        evidence = document.quote(min(first, name.first), max(hit.last, name.last))
        if person is None:
            position = _small(base_form(document, first, hit), document, first)
            people[name.text] = {
                "name": name.text,
                "position": position,
                "partner": _partner(document, first, hit),
                "evidence": [evidence],
            }
        elif evidence not in person["evidence"]:
            person["evidence"].append(evidence)
    return list(people.values())


def _holders(document, names: Names) -> Iterator[tuple[FullName, Hit]]:
    """Each name with the head of its office: before it, after it, or where somebody was made it."""
    heads = _heads(document)
    for hit in heads:
        follows = document.text.gap(hit.last).strip() in BETWEEN if hit.last + 1 < len(document.text.words) else False
        if hit.tag in NOMINATIVE and follows and (name := names.at(hit.last + 1, single=hit.entry.id == "single")):
            yield name, hit
            if "PL" in hit.tag:
                yield from ((other, hit) for other in names.listed(name.last))
        elif hit.tag in ("", "+P3"):
            first = first_word(document, hit.first)
            if first and (gap := document.text.gap(first - 1)).strip(" №\"") in APART and "\n" not in gap:
                name = names.ending(first - 1)
            elif hit.last + 1 < len(document.text.words) and _appointed(document, hit):
                name = names.nearest(first)
            else:
                name = None
            if name:
                yield name, hit


def _heads(document) -> list[Hit]:
    """Of heads one inside the other the longest: премьер-министр, not министр."""
    kept: list[Hit] = []
    for hit in document.of("position"):
        if not kept or hit.first > kept[-1].last:
            kept.append(hit)
    return kept


def _appointed(document, hit: Hit) -> bool:
    return document.text.words[hit.last + 1] in wordlist(document, "positions", "appointed")


def _small(position: str, document, first: int) -> str:
    """An office keeps its first letter as written."""
    written = document.text.cased[document.text.starts[first]]
    return written + position[1:] if position[:1].lower() == written.lower() else position


def _partner(document, first: int, hit: Hit) -> str | None:
    """The organisation named in the words of the office, else the one every such office belongs to."""
    named = [m for m in document.mentions if m.kind == "partner" and first <= m.first and m.last <= hit.last]
    if named:
        return named[-1].id
    if first == hit.first:
        for id, offices in document.register.language["ky"]["positions"]["of"].items():
            if hit.entry.phrase in offices:
                return id
    return None
