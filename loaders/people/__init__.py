"""A document comes in; out go the persons who hold an office, each with the words of the office and whose it is."""

from collections.abc import Iterator

from loaders.lexicon.entries import Entry, Hit
from loaders.people.following_holders import FollowingHolders
from loaders.people.fullnames import Names
from loaders.people.holders import GROUPS, KyrgyzHolders


def entries(register) -> Iterator[Entry]:
    """Heads of offices and professions of each language; forms that lose a vowel keep their base: послом → посол."""
    for language, words in register.language.items():
        for group in GROUPS:
            for phrase in words["positions"].get(group, []):
                yield Entry(f"position:{language}", group, phrase, language=language)
        for base, forms in words["positions"].get("inflected", {}).items():
            yield from (Entry(f"position:{language}", base, form, language=language) for form in forms)


def read(document, facts=None) -> list[dict]:
    """One entry a person: the first words said of the office, every place where name and office stand together."""
    names = Names(document)
    people: dict[str, dict] = {}
    finder = KyrgyzHolders(document, names) if document.language == "ky" else FollowingHolders(document, names)
    for name, hit, first, last in finder.holders():
        evidence = document.quote(min(first, name.first), max(last, name.last))
        same = names.same(name)
        if same not in people:
            people[same] = {
                "name": same,
                "position": finder.position(hit, first, last),
                "partner": _partner(document, first, last, hit),
                "evidence": [evidence],
            }
        else:
            people[same]["evidence"].append(evidence)
    return list(people.values())


def _partner(document, first: int, last: int, hit: Hit) -> str | None:
    """The organisation named in the words of the office, else the one every such office belongs to."""
    named = [mention for mention in document.partners(first, last) if mention.last <= last]
    if named:
        return named[-1].id
    offices = document.register.language[document.language]["positions"]["of"]
    alone = first == hit.first or document.text.gaps[hit.first - 1].strip() == ","
    return next((id for id, held in offices.items() if alone and hit.entry.phrase in held), None)
