"""All words that decide something come in, once; out goes every place of a text where one stands, inflected or not."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.folding import Memo, Text, dotted, folder
from loaders.lexicon.entries import LAST, Entry, Hits, Seen
from loaders.lexicon.forms import Forms, Pattern, Reading
from loaders.lexicon.suffixes import Suffixes

# What may stand between an acronym or quoted name and its ending: KOICA-нын, «Билим»дин
JOINTS = {"-", "'", '"', '"-', "-'"}


@dataclass(slots=True)
class _Branch:
    """What may follow the words that lead here: a further word, or a last one by its beginning."""

    further: dict[str, "_Branch"] = field(default_factory=dict)
    last: dict[str, list[Pattern]] = field(default_factory=dict)  # by its first letter, the shortest first
    letters: set[str] = field(default_factory=set)  # the first of any word that may follow


class _Word(NamedTuple):
    """What a word may be by itself, and what it may begin."""

    readings: tuple[Reading, ...]
    opens: _Branch | None


class Lexicon:
    """`stem`: how a word is cut before comparing (None: Kyrgyz, whose endings are verified by chain)."""

    def __init__(
        self,
        entries: Iterable[Entry],
        suffixes: Suffixes,
        lookalikes: Iterable[tuple[str, str]] = (),
        stem: Callable[[str], str] | None = None,
    ):
        self._stem, self._forms = stem, Forms(suffixes, stem is not None)
        patterns: dict[tuple[str, ...], Pattern] = defaultdict(Pattern)
        words_of = folder(tuple(lookalikes))
        for entry in entries:
            *before, last = words_of(entry.phrase) or [""]
            if not last:
                continue
            if stem:
                *before, last = map(stem, (*before, last))
            patterns[*before, last].add(entry)
            if not stem and entry.mode == "name" and len(last) > 2 and not entry.acronym:
                softened = {"к": "г", "п": "б"}.get(last[-1])  # мектеп → мектеби
                if softened:
                    patterns[*before, last[:-1] + softened].add(entry, needs_ending=True)
                elif last[-1] == "ь":  # январь → январда
                    patterns[*before, last[:-1]].add(entry, needs_ending=True)
        for words, pattern in patterns.items():
            pattern.last = words[-1]
        self._alone = {words[0]: pattern for words, pattern in patterns.items() if len(words) == 1}
        self._longest = max(map(len, self._alone), default=0)
        self._opening = _branches(patterns)
        self._words, self._cut = Memo(), Memo(stem)
        self._spelt = Memo(self._several)

    def find(self, text: Text) -> Hits:
        """Every entry that stands in the text, by its kind, in order of place; overlapping ones too."""
        cut = [*map(self._cut.__getitem__, text.words)] if self._stem else text.words
        found: dict[str, list[Seen]] = defaultdict(list)
        gaps, end = text.gaps, len(cut) - 1
        for index, word in enumerate(map(self._words.get, text.tokens)):
            if word is None:
                word = self._read(text, index, cut[index])
            if not word:
                continue
            readings, branch = word
            hits: list[Seen] = []
            if branch is not None and index < end and cut[index + 1][0] in branch.letters:
                hits = self._longer(text, cut, index, branch)
            if readings and gaps[index] in JOINTS:
                hits = [self._hit(text, index, index, reading) for reading in readings] + hits
                readings = ()
            if hits:
                hits.sort(key=LAST, reverse=True)
                for hit in hits:
                    found[hit[0].kind].append(hit)
            for entry, tag, tier, _ in readings:  # nothing is shorter than these
                found[entry.kind].append((entry, index, index, tag, tier))
        return Hits(found)

    def _read(self, text: Text, index: int, word: str) -> _Word | tuple[()]:
        """What a word may be that no text had before; most are nothing."""
        token, small = text.tokens[index], text.dotted[text.starts[index] : text.ends[index]]
        readings: list[Reading] = []
        for length in range(1, min(len(word), self._longest) + 1):
            if pattern := self._alone.get(word[:length]):
                readings += self._forms.of(pattern, token, small, word[length:])
        opens = self._opening.get(word)
        return self._words.keep(token, _Word(tuple(readings), opens) if readings or opens else ())

    def _longer(self, text: Text, cut: list[str], first: int, branch: _Branch | None) -> list[Seen]:
        """The entries of several words that begin here."""
        last, found = first, []
        while branch and (last := last + 1) < len(cut):
            word = cut[last]
            for pattern in branch.last.get(word[0], ()):
                if word.startswith(pattern.last) and _together(text, first, last, pattern):
                    written = text.cased[text.starts[first] : text.ends[last]]
                    readings = self._spelt[pattern, written, word[len(pattern.last) :]]
                    found += [self._hit(text, first, last, reading) for reading in readings]
            branch = branch.further.get(word)
        return found

    def _several(self, spelt: tuple[Pattern, str, str]) -> tuple[Reading, ...]:
        pattern, written, rest = spelt
        return (*self._forms.of(pattern, written, dotted(written), rest),)

    def _hit(self, text: Text, first: int, last: int, reading: Reading) -> Seen:
        """With the ending that stands apart, if there is one."""
        entry, tag, tier, joins = reading
        following = last + 1
        if joins and following < len(text.words) and text.gaps[last] in JOINTS and text.tokens[following][0].islower():
            ending = self._forms.apart.get(text.words[following])
            if ending:
                return entry, first, following, ending, "folded" if tier == "folded" else "chain"
        return entry, first, last, tag, tier


def _branches(patterns: dict[tuple[str, ...], Pattern]) -> dict[str, _Branch]:
    """Those of several words, by their first ones."""
    root = _Branch()
    for words, pattern in sorted(patterns.items(), key=lambda item: len(item[1].last)):
        branch = root
        for word in words[:-1]:
            branch.letters.add(word[0])
            branch = branch.further.setdefault(word, _Branch())
        if branch is not root:
            branch.last.setdefault(pattern.last[0], []).append(pattern)
            branch.letters.add(pattern.last[0])
    return root.further


def _together(text: Text, first: int, last: int, pattern: Pattern) -> bool:
    """No sentence ends inside the phrase."""
    for gap in text.gaps[first:last]:
        if gap == " ":
            continue
        if len(gap) > 1 and (any(stop in gap for stop in ";:!?\n(") or (". " in gap and not pattern.stop)):
            return False
        if "," in gap and not pattern.comma:
            return False
        if ("№" in gap or "#" in gap) and not pattern.number:  # школа № 21 is not «Школа 21»
            return False
    return True
