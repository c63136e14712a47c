"""A document and its people come in; out go one person's name spelt in two ways, or initials in two orders."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA, Prefix

from loaders.folding import UPPER

INITIALS = re.compile(rf"([{UPPER}]\.\s?(?:[{UPPER}]\.\s?){{1,2}})([{UPPER}]\w{{3,}})?")
SHORTEST = 4  # letters
CAPITALISED = rf"[{UPPER}][^\W\d_{UPPER}]{{{SHORTEST - 1},}}"
# No capital before it is asked after the first letter: a pattern that opens with a letter is found twice as fast.
FULL_NAME = re.compile(rf"[{UPPER}](?<![{UPPER}]{{2}})[^\W\d_{UPPER}]{{{SHORTEST - 1},}}(?= {CAPITALISED})")
SHORTEST_FIRST = 6  # a first name that alone differs: Жанар and Жанат are two people
TAIL = 3  # letters at the end that endings may change
LONGEST_END = 4  # letters: -нын, -дагы
AFTER = 2  # letters that are the same after a misspelt one
ALTERNATING = (set("ндт"), set("лдт"), set("гк"))  # as one ending begins: -дар, -лар, -тар
MOST = 60  # names that begin alike; a list with more is not told apart
PATRONYMIC = ("овна", "евна", "ович", "евич")
SURNAME = ("ов", "ев", "ова", "ева", "ин", "ина")


def name_conflicts(document, facts: dict) -> Iterator[dict]:
    yield from _initials(document)
    people = [place for person in facts.get("people") or [] for place in person["evidence"]]
    named = _full_names(document)
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for word in named:
        alike[document.text.words[word][:2], document.text.words[word + 1][:1]].append(word)
    for group in alike.values():
        spelt: dict[tuple[str, str], int] = {}
        for word in group:
            spelt.setdefault((document.text.words[word], document.text.words[word + 1]), word)
        told: list[tuple[str, str]] = []  # the surnames, so that another ending of one is not told again
        for one, other in combinations(list(spelt)[:MOST], 2):
            if two_spellings(one, other) and _person(document, [spelt[one], spelt[other]], people):
                if any(_differ(one[1], a) == 0 == _differ(other[1], b) for a, b in told):
                    continue
                told.append((one[1], other[1]))
                yield _finding(document, [(spelt[name], spelt[name] + 1) for name in (one, other)])


def _finding(document, spans: list[tuple[int, int]]) -> dict:
    return _two([document.quote(first, last) for first, last in spans])


def _two(evidence: list[dict]) -> dict:
    says = " and ".join(f"“{place['quote']}”" for place in evidence) + ": one name in two spellings?"
    return {"kind": "name-conflict", "says": says, "evidence": evidence}


def _full_names(document) -> list[int]:
    """First words of two words with a capital that no name of the register holds."""
    text, taken = document.text, set()
    for mention in document.mentions:
        taken.update(range(mention.first, mention.last + 1))
    taken.update(text.breaks)
    places = (match.start() for match in FULL_NAME.finditer(text.cased))
    pairs = ((place, bisect_left(text.starts, place, hi=len(text.starts) - 1)) for place in places)
    return [word for place, word in pairs if text.starts[word] == place and word not in taken and word + 1 not in taken]


def two_spellings(one: tuple[str, str], other: tuple[str, str]) -> bool:
    first, last = _differ(one[0], other[0]), _differ(one[1], other[1])
    last = 1 if first == 0 and _misspelt(one[1], other[1]) else last
    if first is None or last is None or not first + last:
        return False
    return bool(last) or min(len(one[0]), len(other[0])) >= SHORTEST_FIRST


def _misspelt(one: str, other: str) -> bool:
    """One letter changed, put, dropped or two swapped, and the same after it, as no ending does: Садыков, Садыров."""
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at < SHORTEST - 1 or any({short[at:][:1], long[at:][:1]} <= letters for letters in ALTERNATING):
        return False
    if short[at : at + 2] == long[at : at + 2][::-1] and _same_end(short[at + 2 :], long[at + 2 :], 1):
        return True  # Садыков, Садыокв
    sides = ((short[at + 1 :], long[at + 1 :]), (short[at:], long[at + 1 :]), (short[at + 1 :], long[at:]))
    return any(_same_end(*side, AFTER) for side in sides)


def _same_end(one: str, other: str, fewest: int) -> bool:
    """As many letters the same, and what comes then an ending's at most."""
    same = Prefix.similarity(one, other)
    return same >= fewest and max(len(one), len(other)) - same <= LONGEST_END


def _differ(one: str, other: str) -> int | None:
    """0: the same, endings aside; 1: one letter put, dropped, changed or swapped inside; None: another name."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return 0
    if one.endswith(PATRONYMIC) or other.endswith(PATRONYMIC):
        return None
    common = next(at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b)
    if common >= max(len(short) - TAIL, 2):
        return 0 if common >= SHORTEST else None
    close = min(OSA.distance(short, long[: len(short) + shift], score_cutoff=1) for shift in (-1, 0, 1))
    return 1 if close == 1 else None


def _person(document, words: list[int], people: list[dict]) -> bool:
    for word in words:
        stem = document.text.words[word + 1]
        if any(ending in stem[SHORTEST - 1 :] for ending in SURNAME):
            return True
        place = document.quote(word, word + 1)
        if any(place["start"] < known["end"] and known["start"] < place["end"] for known in people):
            return True
    return False


def _initials(document) -> Iterator[dict]:
    """У.А.Ш. and А.У.Ш.; А. Б. Асанов and Б. А. Асанов."""
    seen: dict[tuple[str, str], dict[str, dict]] = defaultdict(dict)
    for match in INITIALS.finditer(document.text.cased):
        if match.start() and document.text.cased[match.start() - 1].isalnum():
            continue
        letters = "".join(letter for letter in match[1] if letter.isalpha())
        surname = match[2] if match[2] and len(letters) == 2 else ""
        if len(letters) == 3 or surname:
            end = match.end(2) if surname else match.start() + len(match[1].rstrip())
            place = document.text.quote(match.start(), end)
            seen["".join(sorted(letters)), surname.lower()].setdefault(letters, place)
    for spellings in seen.values():
        if len(spellings) > 1:
            yield _two(list(spellings.values())[:2])
