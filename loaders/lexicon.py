"""All words that decide something come in, once; out goes every place of a text where one stands, inflected or not."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import ahocorasick

from loaders.folding import Text, dotted, words_of
from loaders.suffixes import Suffixes

JOINTS = {
    "-",
    "'",
    '"',
    '"-',
    "-'",
}  # may stand between an acronym or quoted name and its ending: KOICA-нын, «Билим»дин


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase to look for. `mode`: name (takes endings), stem (any continuation), exact (as it stands)."""

    kind: str
    id: str
    phrase: str
    mode: str = "name"
    weight: float = 1.0
    acronym: bool = False
    capital: bool = False
    whole: tuple[str, ...] = ()  # the folded words of the whole name, where the phrase is only a part of it
    strict: bool = False  # the dots of ө ү ң matter: болду (was) is not бөлдү (gave)
    doubtful: bool = False  # as often something else: needs quotes or the full name near by


def entry(kind: str, id: str, phrase: str, weight: float = 1.0, mode: str = "name") -> "Entry":
    """An entry from a word list: a trailing * takes any continuation; an acronym is told by its capitals."""
    if phrase.endswith("*"):
        phrase, mode = phrase[:-1], "stem"
    return Entry(kind, id, phrase, mode, weight, acronym=is_acronym(phrase), strict=" " not in phrase)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at words first..last; `tag` is the chain of endings, `tier` how it was recognised."""

    entry: Entry
    first: int
    last: int
    tag: str = ""
    tier: str = "exact"


def is_acronym(phrase: str) -> bool:
    letters = [c for c in phrase if c.isalpha()]
    return (
        2 <= len(letters) <= 12
        and " " not in phrase
        and sum(c.isupper() for c in letters) * 2 > len(letters)
        and len(letters) >= 2
    )


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
        patterns: dict[str, list[tuple[Entry, bool]]] = defaultdict(list)
        for entry in entries:
            words = words_of(entry.phrase, lookalikes)
            if not words:
                continue
            if self._stem:
                words = [self._stem(word) for word in words]
                patterns[" " + " ".join(words)].append((entry, False))
                continue
            head = " ".join(["", *words])
            patterns[head].append((entry, False))
            if entry.mode == "name" and len(words[-1]) > 2 and not entry.acronym:
                softened = {"к": "г", "п": "б"}.get(head[-1])  # билдирмек → билдирмеги, мектеп → мектеби
                if softened:
                    patterns[head[:-1] + softened].append((entry, True))
                elif head[-1] == "ь":  # январь → январда
                    patterns[head[:-1]].append((entry, True))
        self._automaton = ahocorasick.Automaton()
        for pattern, found in patterns.items():
            self._automaton.add_word(pattern, (len(pattern), found))
        if patterns:
            self._automaton.make_automaton()
        self._empty = not patterns

    def find(self, text: Text) -> list[Hit]:
        """Every entry that stands in the text, in order of place; overlapping ones too."""
        if self._empty:
            return []
        if self._stem:
            return self._find_stemmed(text)
        line, at, hits = text.line, text.at, []
        for end, (length, found) in self._automaton.iter(line):
            first = at.get(end - length + 1)
            if first is None:
                continue
            stop = line.index(" ", end + 1) if line[end] != " " else end
            rest = line[end + 1 : stop]
            last = first + line.count(" ", end - length + 2, end + 1)
            for entry, needs_ending in found:
                hit = self._verify(text, entry, first, last, line[end - length + 2 : end + 1], rest, needs_ending)
                if hit:
                    hits.append(hit)
        hits.sort(key=lambda hit: (hit.first, -hit.last))
        return hits

    def _verify(self, text, entry, first, last, stem, rest, needs_ending) -> Hit | None:
        if entry.mode == "exact" and rest:
            return None
        if not _together(text, first, last, entry):
            return None
        start = text.starts[first]
        end_of_stem = text.ends[last] - len(rest)
        if entry.strict and not _same_letters(text, start, end_of_stem, entry.phrase):
            return None
        if entry.mode == "stem":
            return Hit(entry, first, last)
        if entry.acronym and not _upper(text.cased[start:end_of_stem], entry.phrase):
            return None
        if entry.capital and not text.cased[start].isupper():
            return None
        free = entry.acronym or stem[-1] in "abcdefghijklmnopqrstuvwxyz0123456789" or stem[-1].isdigit()
        tag = ""
        if rest:
            tag = self._suffixes.after(stem.rsplit(" ", 1)[-1], free).get(rest)
            if tag is None:
                return None
            if entry.acronym and text.cased[end_of_stem].isupper():
                return None
        elif needs_ending:
            return None
        elif last + 1 < len(text.words) and text.gap(last) in JOINTS and text.cased[text.starts[last + 1]].islower():
            following = self._suffixes.after(stem, True).get(text.words[last + 1])
            if following is not None:
                last, tag = last + 1, following
        tier = "chain" if tag else "exact"
        if entry.mode == "name" and not _same_letters(text, start, end_of_stem, entry.phrase):
            tier = "folded"
        return Hit(entry, first, last, tag, tier)

    def _find_stemmed(self, text: Text) -> list[Hit]:
        words = [self._stem(word) for word in text.words]
        line, at, position, hits = " " + " ".join(words) + " ", {}, 0, []
        for index, word in enumerate(words):
            at[position] = index
            position += len(word) + 1
        for end, (length, found) in self._automaton.iter(line):
            first = at.get(end - length + 1)
            if first is None:
                continue
            last = first + line.count(" ", end - length + 2, end + 1)
            for entry, _ in found:
                if (line[end + 1] != " " and entry.mode != "stem") or not _together(text, first, last, entry):
                    continue
                written = text.written(first, last)
                if entry.acronym and not _upper(written[: len(entry.phrase)], entry.phrase):
                    continue
                if entry.capital and not written[0].isupper():
                    continue
                hits.append(Hit(entry, first, last, "", "exact" if written.lower() == entry.phrase.lower() else "stem"))
        hits.sort(key=lambda hit: (hit.first, -hit.last))
        return hits


def _together(text: Text, first: int, last: int, entry: Entry) -> bool:
    """No sentence ends inside the phrase."""
    for word in range(first, last):
        gap = text.gap(word)
        if len(gap) > 1 and (any(stop in gap for stop in ";:!?\n(") or (". " in gap and "." not in entry.phrase)):
            return False
        if "," in gap and "," not in entry.phrase:
            return False
    return True


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
