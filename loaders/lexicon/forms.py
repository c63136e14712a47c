"""A written word and the phrases it may be a form of come in; out go the entries it is one of, with their endings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from loaders.folding import dotted
from loaders.lexicon.entries import Entry
from loaders.lexicon.suffixes import Suffixes


class Reading(NamedTuple):
    """What words may be, with their chain of endings; `joins`: the ending may stand apart from them."""

    entry: Entry
    tag: str = ""
    tier: str = "exact"
    joins: bool = False


@dataclass(slots=True, eq=False)
class Pattern:
    """Folded words, of which the last takes the ending, and all entries that are written so."""

    last: str = ""
    comma: bool = False
    stop: bool = False
    number: bool = False  # a № or # stands in it
    entries: list[tuple[Entry, bool]] = field(default_factory=list)  # (entry, only with an ending)
    plain: bool = True  # all entries are names that take the stem's own harmony
    endings: dict[str, str] | None = None

    def add(self, entry: Entry, needs_ending: bool = False) -> None:
        self.comma |= "," in entry.phrase
        self.stop |= "." in entry.phrase
        self.number |= "№" in entry.phrase or "#" in entry.phrase
        self.plain &= entry.mode == "name" and not entry.acronym
        self.entries.append((entry, needs_ending))


class Forms:
    """`stemmed`: words are compared by their stems; else the chain of endings is verified, as Kyrgyz has it."""

    def __init__(self, suffixes: Suffixes, stemmed: bool):
        self._stemmed = stemmed
        self.apart = suffixes.after("", free=True)  # endings that may stand apart from an acronym or a quoted name
        self._after = suffixes.after

    def of(self, pattern: Pattern, written: str, small: str, rest: str) -> list[Reading]:
        """The entries that `written` (in small letters `small`), which ends in `rest`, is a form of."""
        if self._stemmed:
            return [*_stemmed(pattern, written, rest)]
        readings: list[Reading] = []
        if not rest or not pattern.plain or rest in self._endings(pattern):
            for entry, needs_ending in pattern.entries:
                if not entry.as_it_stands:
                    reading = self._checked(pattern, entry, needs_ending, written, small, rest)
                elif rest and entry.mode == "exact":
                    continue
                else:
                    reading = Reading(entry)
                if reading:
                    readings.append(reading)
        return readings

    def _checked(self, pattern, entry, needs_ending, written, small, rest) -> Reading | None:
        tag = ""
        if entry.mode == "name" and rest:
            endings = self.apart if entry.acronym else self._endings(pattern)
            if rest not in endings:
                return None
            tag = endings[rest]
        elif (entry.mode == "name" and needs_ending) or (entry.mode == "exact" and rest):
            return None
        stem = len(written) - len(rest)
        same = _same_letters(small[:stem], entry.phrase) if entry.strict or entry.mode == "name" else True
        if (entry.strict and not same) or (entry.capital and not written[0].isupper()):
            return None
        if entry.acronym and not _as_acronym(written[:stem], written[stem : stem + 1], entry.phrase):
            return None
        tier = "folded" if not same else "chain" if tag else "exact"
        return Reading(entry, tag, tier, joins=not rest and entry.mode != "stem")

    def _endings(self, pattern: Pattern) -> dict[str, str]:
        if pattern.endings is None:
            # Latin takes any harmony, as digits do
            pattern.endings = self._after(pattern.last, free=pattern.last[-1].isascii())
        return pattern.endings


def _stemmed(pattern: Pattern, written: str, rest: str) -> Iterator[Reading]:
    for entry, _ in pattern.entries:
        if rest and entry.mode != "stem":
            continue
        if entry.acronym and not _upper(written[: len(entry.phrase)], entry.phrase):
            continue
        if entry.acronym and written.isupper() and dotted(written) != _letters(entry.phrase):
            continue  # JICA is no form of JICE
        if entry.capital and not written[0].isupper():
            continue
        yield Reading(entry, "", "exact" if written.lower() == entry.phrase.lower() else "stem")


def _as_acronym(written: str, following: str, phrase: str) -> bool:
    """Its letters are capitals, its ending is not."""
    return _upper(written, phrase) and not following.isupper()


def _upper(written: str, phrase: str) -> bool:
    """Written as an acronym is: its own capitals, all capitals, or most of them (ЭлТр for ЭлТР)."""
    capitals = sum(letter.isupper() for letter in written)
    return written.isupper() or _case(written) == _case(phrase) or (len(written) > 3 and capitals * 2 >= len(written))


def _case(word: str) -> str:
    return "".join("U" if c.isupper() else "l" for c in word if c.isalpha())


@cache
def _letters(phrase: str) -> str:
    return dotted(phrase)


def _same_letters(written: str, phrase: str) -> bool:
    """Dots and all; the last letter may have softened (мектеп → мектеби), and hyphens may be spaces."""
    meant = _letters(phrase)
    if written[:-1] == meant[: len(written) - 1]:
        return True
    written, meant = ("".join(letter for letter in word if letter.isalnum()) for word in (written, meant))
    return written[: len(meant) - 1] == meant[:-1]
