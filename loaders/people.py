"""A document comes in; out go the named persons who hold an office, each with the words of the office and whose it is."""

from collections.abc import Iterator

from loaders.fullnames import FullName, Names
from loaders.heads import base_form, first_word, wordlist
from loaders.lexicon import Entry, Hit

NOMINATIVE = {"", "+P3", "+PL", "+PL+P3"}
BETWEEN = {"", ":", "-"}
APART = {",", "-", "("}
NEAR = 6  # words after «директору болуп» in which its holder may be named


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
        elif hit.tag in ("", "+P3") and (name := _elsewhere(document, names, hit)):
            yield name, hit


def _elsewhere(document, names: Names, hit: Hit) -> FullName | None:
    """The holder stands before the words of the office, or what happened stands between."""
    text, first, following = document.text, first_word(document, hit.first), hit.last + 1
    gap = text.gap(first - 1).strip(' №"') if first else None
    if first and gap in APART and "\n" not in text.gap(first - 1):  # Асан Үсөнов, мектептин директору
        return names.ending(first - 1)
    called = wordlist(document, "positions", "called")
    if first > 1 and gap == "" and text.words[first - 1] in called:  # Асан Үсөнов деген мугалим
        return names.ending(first - 2)
    if following == len(text.words) or text.sentence(following) != text.sentence(hit.last) or text.gap(hit.last).strip():
        return names.ending(first - 1) if first and gap == "" else None  # Асан Үсөнов — мектеп директору.
    if text.words[following] in wordlist(document, "positions", "appointed"):
        return names.within(following + 1, NEAR) or names.nearest(first)
    return names.at(following + 1) if text.words[following] in wordlist(document, "positions", "courtesy") else None


def _heads(document) -> list[Hit]:
    """Of heads one inside the other the longest: премьер-министр, not министр."""
    kept: list[Hit] = []
    for hit in document.of("position"):
        if not kept or hit.first > kept[-1].last:
            kept.append(hit)
    return kept


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
