"""All words that decide something come in, once; out goes every place of a text where one stands, inflected or not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

import ahocorasick

from loaders.entries import Entry, Hit
from loaders.folding import Text, dotted, words_of
from loaders.suffixes import Suffixes

JOINTS = {
    "-",
    "'",
    '"',
    '"-',
    "-'",
}  # may stand between an acronym or quoted name and its ending: KOICA-нын, «Билим»дин


@dataclass(slots=True)
class _Pattern:
    """What the automaton looks for: folded words with a space before each; all entries that are written so."""

    length: int
    words: int
    stem: str  # the last word
    comma: bool
    stop: bool
    entries: list[tuple[Entry, bool]] = field(default_factory=list)  # (entry, only with an ending)
    plain: bool = True  # all entries are names that take the stem's own harmony
    endings: dict[str, str] | None = None


class Lexicon:
    """`stem`: how a word is cut before comparing (None: Kyrgyz, whose endings are verified by chain)."""

    def __init__(
        self,
        entries: Iterable[Entry],
        suffixes: Suffixes,
        lookalikes: Iterable[tuple[str, str]] = (),
        stem: Callable[[str], str] | None = None,
    ):
        self._suffixes = suffixes
        self._stem = cache(stem) if stem else None
        patterns: dict[str, _Pattern] = {}
        for entry in entries:
            words = words_of(entry.phrase, lookalikes)
            if not words:
                continue
            head = "".join(f" {self._stem(word) if self._stem else word}" for word in words)
            _add(patterns, head, entry)
            if not self._stem and entry.mode == "name" and len(words[-1]) > 2 and not entry.acronym:
                softened = {"к": "г", "п": "б"}.get(head[-1])  # мектеп → мектеби
                if softened:
                    _add(patterns, head[:-1] + softened, entry, needs_ending=True)
                elif head[-1] == "ь":  # январь → январда
                    _add(patterns, head[:-1], entry, needs_ending=True)
        self._automaton = ahocorasick.Automaton()
        for written, pattern in patterns.items():
            self._automaton.add_word(written, pattern)
        if patterns:
            self._automaton.make_automaton()
        self._empty = not patterns

    def find(self, text: Text) -> list[Hit]:
        """Every entry that stands in the text, in order of place; overlapping ones too."""
        if self._empty:
            return []
        if self._stem:
            return self._find_stemmed(text)
        line, at, words, hits = text.line, text.at, text.words, []
        for end, pattern in self._automaton.iter(line):
            first = at.get(end - pattern.length + 1)
            if first is None:
                continue
            last = first + pattern.words - 1
            rest = words[last][len(pattern.stem) :]
            if rest and pattern.plain and rest not in self._endings(pattern):
                continue
            if pattern.words > 1 and not _together(text, first, last, pattern):
                continue
            for entry, needs_ending in pattern.entries:
                if rest and entry.mode == "exact":
                    continue
                if entry.as_it_stands:
                    hits.append(Hit(entry, first, last))
                    continue
                hit = self._verify(text, pattern, entry, first, last, rest, needs_ending)
                if hit:
                    hits.append(hit)
        hits.sort(key=_place)
        return hits

    def _verify(self, text, pattern, entry, first, last, rest, needs_ending) -> Hit | None:
        tag = ""
        if entry.mode == "name":
            if rest:
                endings = self._suffixes.after("", free=True) if entry.acronym else self._endings(pattern)
                found = endings.get(rest)
                if found is None:
                    return None
                tag = found
            elif needs_ending:
                return None
        start, stop = text.starts[first], text.ends[last] - len(rest)
        same = _same_letters(text, start, stop, entry.phrase) if entry.strict or entry.mode == "name" else True
        if (entry.strict and not same) or (entry.capital and not text.cased[start].isupper()):
            return None
        if entry.acronym and not _as_acronym(text.cased[start:stop], text.cased[stop : stop + 1], entry.phrase, rest):
            return None
        if not rest and entry.mode != "stem" and last + 1 < len(text.words) and text.gap(last) in JOINTS:
            following = text.words[last + 1]
            if text.cased[text.starts[last + 1]].islower() and following in self._suffixes.after("", free=True):
                last, tag = last + 1, self._suffixes.after("", free=True)[following]
        tier = "folded" if not same else "chain" if tag else "exact"
        return Hit(entry, first, last, tag, tier)

    def _endings(self, pattern: _Pattern) -> dict[str, str]:
        if pattern.endings is None:
            foreign = pattern.stem[-1].isascii()  # a Latin name or a number takes any harmony
            pattern.endings = self._suffixes.after(pattern.stem, free=foreign)
        return pattern.endings

    def _find_stemmed(self, text: Text) -> list[Hit]:
        words = [self._stem(word) for word in text.words]
        line, at, position, hits = " " + " ".join(words) + " ", {}, 0, []
        for index, word in enumerate(words):
            at[position] = index
            position += len(word) + 1
        for end, pattern in self._automaton.iter(line):
            first = at.get(end - pattern.length + 1)
            if first is None:
                continue
            last = first + pattern.words - 1
            if not _together(text, first, last, pattern):
                continue
            for entry, _ in pattern.entries:
                if line[end + 1] != " " and entry.mode != "stem":
                    continue
                written = text.written(first, last)
                if entry.acronym and not _upper(written[: len(entry.phrase)], entry.phrase):
                    continue
                if entry.capital and not written[0].isupper():
                    continue
                hits.append(Hit(entry, first, last, "", "exact" if written.lower() == entry.phrase.lower() else "stem"))
        hits.sort(key=_place)
        return hits


def _add(patterns: dict[str, _Pattern], written: str, entry: Entry, needs_ending: bool = False) -> None:
    pattern = patterns.get(written)
    if pattern is None:
        words = written.split(" ")
        pattern = patterns[written] = _Pattern(len(written), len(words) - 1, words[-1], False, False)
    pattern.comma |= "," in entry.phrase
    pattern.stop |= "." in entry.phrase
    pattern.plain &= entry.mode == "name" and not entry.acronym
    pattern.entries.append((entry, needs_ending))


def _place(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.last


def _together(text: Text, first: int, last: int, pattern: _Pattern) -> bool:
    """No sentence ends inside the phrase."""
    for word in range(first, last):
        gap = text.gap(word)
        if len(gap) > 1 and (any(stop in gap for stop in ";:!?\n(") or (". " in gap and not pattern.stop)):
            return False
        if "," in gap and not pattern.comma:
            return False
    return True


def _as_acronym(written: str, following: str, phrase: str, rest: str) -> bool:
    """Its letters are capitals, its ending is not."""
    return _upper(written, phrase) and not (rest and following.isupper())


def _upper(written: str, phrase: str) -> bool:
    """Written as an acronym is: its own capitals, all capitals, or most of them (ЭлТр for ЭлТР)."""
    capitals = sum(letter.isupper() for letter in written)
    return written.isupper() or _case(written) == _case(phrase) or (len(written) > 3 and capitals * 2 >= len(written))


def _case(word: str) -> str:
    return "".join("U" if c.isupper() else "l" for c in word if c.isalpha())


@cache
def _letters(phrase: str) -> str:
    return dotted(phrase)


def _same_letters(text: Text, start: int, end: int, phrase: str) -> bool:
    """Dots and all; the last letter may have softened (мектеп → мектеби), and hyphens may be spaces."""
    written, meant = text.dotted[start:end], _letters(phrase)
    if written[:-1] == meant[: len(written) - 1]:
        return True
    written, meant = ("".join(letter for letter in word if letter.isalnum()) for word in (written, meant))
    return written[: len(meant) - 1] == meant[:-1]
