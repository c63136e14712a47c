"""A document comes in; out go the places, or bodies of places, of lists: «Ош, Чүй жана Нарын облустары»."""

import re
from collections.abc import Iterator

from loaders.clause.slots import JOINING
from loaders.document import Mention
from loaders.folding import words_of
from loaders.lexicon.entries import Entry, Hit
from loaders.mentions.names import IN_MEMORY, IN_MEMORY_RU

LONGEST_NAME = 3  # words
RUSSIAN_ADJECTIVE = re.compile("(?<=к)(?:ая|ой|ую|ий|ого|ому|им|ом)$")  # its case: Ошская, Ошской, Нарынского


def entries(register) -> Iterator[Entry]:
    for language, words in register.language.items():
        for kind, phrases in words["places_of_kind"].items():
            yield from (Entry("places_of_kind", kind, phrase, language=language) for phrase in phrases)
        for kind, phrases in words.get("places_of_kind_single", {}).items():
            yield from (Entry("places_of_kind", kind, phrase, language=language) for phrase in phrases)
        for kind, phrases in words["partners_of_kind"].items():
            yield from (Entry("partners_of_kind", kind, phrase, language=language) for phrase in phrases)


def listed(document) -> Iterator[Mention]:
    """Two names or more, whatever else a single one of them might be."""
    for hit in document.of("places_of_kind", "partners_of_kind"):
        names = list(_before(document, hit))
        kind = "region" if hit.entry.kind == "places_of_kind" else "partner"
        if len(names) > 1:
            for number, (id, first, last) in enumerate(names):
                reason = f"one of {document.text.written(hit.first, hit.last)}"
                phrase = document.text.written(first, last)
                if kind == "partner" and number == 0:
                    last = hit.last  # the word for all of them bears their case
                yield Mention(
                    kind,
                    id,
                    first,
                    last,
                    hit.tag if last == hit.last or kind == "region" else "",
                    reason,
                    phrase,
                    "context",
                )


def _before(document, hit: Hit) -> Iterator[tuple[str, int, int]]:
    """The names before the word, from the last to the first."""
    text, names = document.text, _names(document)
    floor, at = text.sentence(hit.first)[0], hit.first
    while at > floor:
        for first in range(max(floor, at - LONGEST_NAME), at):
            key = (hit.entry.id, *_key(document.language, text.words[first:at]))
            if key in names and text.cased[text.starts[first]].isupper():
                break
        else:
            return
        yield names[key], first, at - 1
        at = first
        if at > floor and text.words[at - 1] in JOINING and not text.gaps[at - 1].strip():
            at -= 1
        elif at > floor and text.gaps[at - 1].strip() != ",":
            return


def _names(document) -> dict[tuple, str]:
    """Every kind and name of a place, as its words are compared in the article's language."""
    seen = ("place_lists", document.language)
    if seen not in document.lists:
        kinds = {words_of(kind)[-1] for kind in document.register.language["ky"]["place_kinds"]}
        names: dict[tuple, str] = {}
        towns: dict[tuple, str] = {}  # each province has the town it is named after
        for id, region in document.register.regions.items():
            for place in (region, *(region.get("places") or [])):
                for name in (place["names"].get(document.language), *(place.get("also") or [])):
                    words = tuple(words_of(name or ""))
                    if words and words[-1] in kinds:
                        words = words[:-1]
                    if words:
                        kind = "town" if place["kind"] == "city" else place["kind"]
                        key = _key(document.language, words)
                        names[(kind, *key)] = towns[("town", *key)] = id
        names |= _bodies(document)
        document.lists[seen] = towns | names
    return document.lists[seen]


def _bodies(document) -> dict[tuple, str]:
    """The same of partners named after a place: Нарын мамлекеттик университети."""
    names = {}
    for kind in document.register.language[document.language]["partners_of_kind"]:
        tail = words_of(kind)
        for id, partner in document.register.partners.items():
            words = words_of(IN_MEMORY_RU.sub("", IN_MEMORY.sub("", partner["names"].get(document.language) or "")))
            if len(words) > len(tail) and words[-len(tail) :] == tail:
                names[(kind, *_key(document.language, words[: -len(tail)]))] = id
    return names


def _key(language: str, words) -> tuple[str, ...]:
    return (*words[:-1], RUSSIAN_ADJECTIVE.sub("", words[-1])) if language == "ru" else tuple(words)
