"""All words that decide something come in, once; out goes every place of a text where one stands, inflected or not."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.entries import Entry, Hit
from loaders.folding import Text, dotted, undotted, words_of
from loaders.suffixes import Suffixes

JOINTS = {
    "-",
    "'",
    '"',
    '"-',
    "-'",
}  # may stand between an acronym or quoted name and its ending: KOICA-нын, «Билим»дин
KEPT = 2**15  # words of which it is kept what they may be: news repeats its words


class _Reading(NamedTuple):
    """What words may be, with their chain of endings; `joins`: the ending may stand apart from them."""

    entry: Entry
    tag: str = ""
    tier: str = "exact"
    joins: bool = False


@dataclass(slots=True)
class _Pattern:
    """Folded words, and all entries that are written so."""

    words: tuple[str, ...]
    comma: bool = False
    stop: bool = False
    entries: list[tuple[Entry, bool]] = field(default_factory=list)  # (entry, only with an ending)
    plain: bool = True  # all entries are names that take the stem's own harmony
    endings: dict[str, str] | None = None


@dataclass(slots=True)
class _Branch:
    """What may follow the words that lead here: a further word, or a last one by its beginning."""

    further: dict[str, "_Branch"] = field(default_factory=dict)
    last: dict[str, _Pattern] = field(default_factory=dict)
    beginnings: tuple[str, ...] = ()
    letters: set[str] = field(default_factory=set)  # the first of any word that may follow


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
        self._stem = lru_cache(KEPT)(stem) if stem else None
        self._readings = lru_cache(KEPT)(self._read)
        patterns: dict[tuple[str, ...], _Pattern] = {}
        for entry in entries:
            *before, last = words_of(entry.phrase, lookalikes) or [""]
            if not last:
                continue
            if self._stem:
                *before, last = map(self._stem, (*before, last))
            _add(patterns, (*before, last), entry)
            if not self._stem and entry.mode == "name" and len(last) > 2 and not entry.acronym:
                softened = {"к": "г", "п": "б"}.get(last[-1])  # мектеп → мектеби
                if softened:
                    _add(patterns, (*before, last[:-1] + softened), entry, needs_ending=True)
                elif last[-1] == "ь":  # январь → январда
                    _add(patterns, (*before, last[:-1]), entry, needs_ending=True)
        self._alone = {words[0]: pattern for words, pattern in patterns.items() if len(words) == 1}
        self._opening = _branches(pattern for words, pattern in patterns.items() if len(words) > 1)

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Every entry that stands in the text, by its kind, in order of place; overlapping ones too."""
        words = [self._stem(word) for word in text.words] if self._stem else text.words
        found: dict[str, list[Hit]] = defaultdict(list)
        each = zip(map(self._readings, text.tokens), map(self._opening.get, words), [*words[1:], ""], strict=False)
        for index, (readings, branch, following) in enumerate(each):
            if branch and following[:1] not in branch.letters:
                branch = None
            if branch or (readings and text.gaps[index] in JOINTS):
                hits = [self._hit(text, index, index, reading) for reading in readings]
                hits += self._longer(text, words, index, branch)
                hits.sort(key=_longest)
                for hit in hits:
                    found[hit.entry.kind].append(hit)
            else:
                for entry, tag, tier, _ in readings:
                    found[entry.kind].append(Hit(entry, index, index, tag, tier))
        return found

    def _read(self, token: str) -> tuple[_Reading, ...]:
        """All that one word may be."""
        small = dotted(token)
        word = self._stem(undotted(small)) if self._stem else undotted(small)
        known = ((self._alone.get(word[:length]), word[length:]) for length in range(1, len(word) + 1))
        return tuple(one for pattern, rest in known if pattern for one in self._verified(pattern, token, small, rest))

    def _longer(self, text: Text, words: list[str], first: int, branch: _Branch | None) -> Iterator[Hit]:
        """The entries of several words that begin here."""
        last, start = first, text.starts[first]
        while branch and (last := last + 1) < len(words):
            word, end = words[last], text.ends[last]
            if word.startswith(branch.beginnings):
                for stem, pattern in branch.last.items():
                    if word.startswith(stem) and _together(text, first, last, pattern):
                        written, small = text.cased[start:end], text.dotted[start:end]
                        for reading in self._verified(pattern, written, small, word[len(stem) :]):
                            yield self._hit(text, first, last, reading)
            branch = branch.further.get(word)

    def _hit(self, text: Text, first: int, last: int, reading: _Reading) -> Hit:
        """With the ending that stands apart, if there is one."""
        entry, tag, tier, joins = reading
        following = last + 1
        if joins and following < len(text.words) and text.gaps[last] in JOINTS and text.tokens[following][0].islower():
            ending = self._suffixes.after("", free=True).get(text.words[following])
            if ending:
                return Hit(entry, first, following, ending, "folded" if tier == "folded" else "chain")
        return Hit(entry, first, last, tag, tier)

    def _verified(self, pattern: _Pattern, written: str, small: str, rest: str) -> Iterator[_Reading]:
        """The entries that `written` (in small letters `small`), which ends in `rest`, is a form of."""
        if self._stem:
            yield from _stemmed(pattern, written, rest)
        elif not rest or not pattern.plain or rest in self._endings(pattern):
            for entry, needs_ending in pattern.entries:
                if entry.as_it_stands and not (rest and entry.mode == "exact"):
                    yield _Reading(entry)
                elif not entry.as_it_stands:
                    yield from self._checked(pattern, entry, needs_ending, written, small, rest)

    def _checked(self, pattern, entry, needs_ending, written, small, rest) -> Iterator[_Reading]:
        tag = ""
        if entry.mode == "name" and rest:
            endings = self._suffixes.after("", free=True) if entry.acronym else self._endings(pattern)
            if rest not in endings:
                return
            tag = endings[rest]
        elif (entry.mode == "name" and needs_ending) or (entry.mode == "exact" and rest):
            return
        stem = len(written) - len(rest)
        same = _same_letters(small[:stem], entry.phrase) if entry.strict or entry.mode == "name" else True
        if (entry.strict and not same) or (entry.capital and not written[0].isupper()):
            return
        if entry.acronym and not _as_acronym(written[:stem], written[stem : stem + 1], entry.phrase):
            return
        yield _Reading(
            entry, tag, "folded" if not same else "chain" if tag else "exact", not rest and entry.mode != "stem"
        )

    def _endings(self, pattern: _Pattern) -> dict[str, str]:
        if pattern.endings is None:
            stem = pattern.words[-1]
            pattern.endings = self._suffixes.after(
                stem, free=stem[-1].isascii()
            )  # Latin takes any harmony, as digits do
        return pattern.endings


def _stemmed(pattern: _Pattern, written: str, rest: str) -> Iterator[_Reading]:
    for entry, _ in pattern.entries:
        if rest and entry.mode != "stem":
            continue
        if entry.acronym and not _upper(written[: len(entry.phrase)], entry.phrase):
            continue
        if entry.capital and not written[0].isupper():
            continue
        yield _Reading(entry, "", "exact" if written.lower() == entry.phrase.lower() else "stem")


def _add(patterns: dict[tuple[str, ...], _Pattern], words: tuple[str, ...], entry: Entry, needs_ending=False) -> None:
    pattern = patterns.get(words)
    if pattern is None:
        pattern = patterns[words] = _Pattern(words)
    pattern.comma |= "," in entry.phrase
    pattern.stop |= "." in entry.phrase
    pattern.plain &= entry.mode == "name" and not entry.acronym
    pattern.entries.append((entry, needs_ending))


def _branches(patterns: Iterable[_Pattern]) -> dict[str, _Branch]:
    """By their first words; shorter beginnings of a last word come first."""
    root = _Branch()
    for pattern in sorted(patterns, key=lambda pattern: len(pattern.words[-1])):
        branch = root
        for word in pattern.words[:-1]:
            branch.letters.add(word[0])
            branch = branch.further.setdefault(word, _Branch())
        branch.last[pattern.words[-1]] = pattern
        branch.beginnings = tuple(branch.last)
        branch.letters.add(pattern.words[-1][0])
    return root.further


def _longest(hit: Hit) -> int:
    return -hit.last


def _together(text: Text, first: int, last: int, pattern: _Pattern) -> bool:
    """No sentence ends inside the phrase."""
    for gap in text.gaps[first:last]:
        if gap == " ":
            continue
        if len(gap) > 1 and (any(stop in gap for stop in ";:!?\n(") or (". " in gap and not pattern.stop)):
            return False
        if "," in gap and not pattern.comma:
            return False
    return True


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
