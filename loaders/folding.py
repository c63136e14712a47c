"""Stored text comes in; out goes a `Text`: unified letters, words with their offsets, sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁӨҮҢҚҒӘІҺ"
LOWER = "а-яёөүң"  # most letters are these; a class of letters alone is found faster than one of exceptions
OTHER = rf"[^\W\d_{UPPER}]"
WORD = re.compile(rf"([{LOWER}]+{OTHER}*|[{UPPER}]+[{LOWER}]*{OTHER}*|{OTHER}+|\d+)")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]|(?<=[ийИЙ])\u0306")
MAY_BE_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f\u0306]")  # faster
BEGINNING = rf"[«“„\"'(—–-]?\s?[{UPPER}\d]"
SENTENCE_END = re.compile(  # looked at once for a row of stops, however long
    rf"[.!?…\n](?:(?<!\n)(?<![.!?…]{{2}})[.!?…]*+[»”\"')\]]*+\s*+(?={BEGINNING})|(?<=\n)\s*+)"
)
ABBREVIATED = frozenset(["ж", "т", "г", "им", "млн", "млрд", "мин", "тыс", "руб", "б", "dr", "mr"])
LONGEST = 400  # words; what goes on without a stop is a list or a table, and is read in pieces
KEPT = 2**15  # words that a memo keeps: news repeats its words
BREAK = "|"  # stands in the line of words where page furniture was

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
# One character for one, so that offsets stay true.
SAME = (
    *((space, " ") for space in SPACES),
    *((quote, '"') for quote in "«»“”„‟‹›〝〞＂"),
    *((quote, "'") for quote in "‘’‚‛ʼ`´"),
    *((dash, "-") for dash in "‐‑‒–—―−"),
    ("\r", "\n"),
)
# Latin letters that look like Cyrillic ones: both are read as the Cyrillic, in names and in text alike.
TWINS = tuple(zip("aceopxykmtbh", "асеорхукмтвн", strict=True))
UNDOTTED = (("ө", "о"), ("ү", "у"), ("ң", "н"), ("ё", "е"), ("і", "i"))


def unify(raw: str, lookalikes: Iterable[tuple[str, str]] = ()) -> str:
    """Same length, same case: look-alike letters, spaces, quotes and dashes each written one way."""
    for found, meant in (*lookalikes, *SAME):
        raw = raw.replace(found, meant)
    return raw


def bare(unified: str) -> str:
    """Same length: small letters without dots, one alphabet; what names are compared in."""
    return undotted(dotted(unified))


def undotted(low: str) -> str:
    """Same length: ө, ү, ң, ё, і as they are often typed."""
    for found, meant in UNDOTTED:
        low = low.replace(found, meant)
    return low


def dotted(unified: str) -> str:
    """Same length: small letters, one alphabet, dots kept."""
    low = unified.lower()
    if len(low) != len(unified):  # a letter such as İ grows when made small
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in unified)
    for found, meant in TWINS:
        low = low.replace(found, meant)
    return low


class Memo(dict):
    """A word → what `make` makes of it, once: a dict is quicker to ask than a cache that orders its keys."""

    def __init__(self, make: Callable | None = None):
        super().__init__()
        self._make = make

    def __missing__(self, word):
        return self.keep(word, self._make(word))

    def keep(self, word, made):
        if len(self) >= KEPT:
            self.clear()
        self[word] = made
        return made


FOLDED = Memo()  # a word as written → as it is compared


class Letters(NamedTuple):
    """A stored text and how it is compared, each of the same length."""

    raw: str
    plain: str  # look-alike letters, spaces, quotes and dashes each written one way
    dotted: str  # in small letters of one alphabet
    low: str  # without dots

    @classmethod
    def of(cls, raw: str, lookalikes: Iterable[tuple[str, str]] = ()) -> "Letters":
        plain = unify(raw, lookalikes)
        small = dotted(plain)
        return cls(raw, plain, small, undotted(small))


def words_of(phrase: str, lookalikes: Iterable[tuple[str, str]] = ()) -> list[str]:
    """A name or phrase as the words it is sought by."""
    return folder(tuple(lookalikes))(phrase)


@lru_cache(maxsize=4)
def folder(lookalikes: tuple[tuple[str, str], ...]) -> Callable[[str], list[str]]:
    """`words_of` for many phrases, whose words are much the same: each is folded once."""

    def fold_one(written: str) -> list[str]:
        unified = unify(INVISIBLE.sub("", written), lookalikes)
        low = bare(unified)
        return [low[m.start() : m.end()] for m in WORD.finditer(unified)]

    known = Memo(fold_one)
    return lambda phrase: [word for written in phrase.split() for word in known[written]]


@dataclass(slots=True)
class Text:
    """`cased` is `raw` unified, less invisible characters; word i is `cased[starts[i]:ends[i]]`, folded `words[i]`."""

    raw: str
    cased: str
    dotted: str  # `cased` in small letters of one alphabet
    starts: list[int]
    ends: list[int]
    tokens: list[str]  # the words as written
    words: list[str]
    gaps: list[str]  # what stands between a word and the next
    offsets: list[int] | None = None  # cased → raw where invisible characters were dropped
    sentence_starts: list[int] = field(default_factory=list)  # index of the first word of each sentence
    breaks: list[int] = field(default_factory=list)  # words that stand for page furniture
    digits: list[int] = field(default_factory=list)  # words of digits alone
    within: list[tuple[int, int]] = field(default_factory=list)  # word → first and last word of its sentence

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def quote(self, start: int, end: int) -> dict:
        """Evidence for cased[start:end]: exact characters and code-point offsets of the stored text."""
        start, end = self.raw_span(start, end)
        return {"start": start, "end": end, "quote": self.raw[start:end]}

    def words_quote(self, first: int, last: int) -> dict:
        start, end = self.starts[first], self.ends[last]
        if self.cased.count('"', start, end) % 2:  # a quotation mark inside has its pair just outside
            if self.cased[start - 1 : start] == '"':
                start -= 1
            elif self.cased[end : end + 1] == '"':
                end += 1
        return self.quote(start, end)

    def written(self, first: int, last: int) -> str:
        return self.cased[self.starts[first] : self.ends[last]]

    def sentence(self, word: int) -> tuple[int, int]:
        """First and last word of the sentence a word stands in."""
        return self.within[word]

    def sentences(self) -> list[tuple[int, int]]:
        return [self.sentence(first) for first in self.sentence_starts]


def fold(letters: Letters, furniture: Iterable[tuple[int, int]] = (), cut: int | None = None) -> Text:
    """`furniture`: spans read as a break (a repeated headline, share buttons); `cut`: where one word is two."""
    offsets = None
    raw, cased, small, low = letters
    masked = sorted(furniture)
    if MAY_BE_INVISIBLE.search(cased) and (dropped := {match.start() for match in INVISIBLE.finditer(cased)}):
        offsets = [i for i in range(len(cased)) if i not in dropped]
        cased = INVISIBLE.sub("", cased)
        back = {at: i for i, at in enumerate(offsets)}
        masked = [(back.get(a, 0), back.get(b - 1, len(cased) - 1) + 1) for a, b in masked]
        cut = cut and back.get(cut, 0)
        small = dotted(cased)
        low = undotted(small)
    pieces, breaks, position = [], [], 0  # a gap, a word, a gap, … a gap
    for start, end in masked:
        if end > position:
            start = max(start, position)
            pieces += _split(cased, position, start, cut)
            breaks.append(len(pieces) // 2)
            pieces.append(cased[start:end])
            position = end
    pieces += _split(cased, position, len(cased), cut)
    places = list(accumulate(map(len, pieces)))
    starts, ends, tokens, gaps = places[:-1:2], places[1::2], pieces[1::2], [*pieces[2::2], ""]
    words = [*map(FOLDED.get, tokens)]
    for index, word in enumerate(words):
        if word is None:
            words[index] = FOLDED.keep(tokens[index], low[starts[index] : ends[index]])
    for index in breaks:
        tokens[index] = words[index] = BREAK
    text = Text(raw, cased, small, starts, ends, tokens, words, gaps, offsets)
    text.digits = [index for index, word in enumerate(words) if word < ":" and word.isdecimal()]
    text.breaks = breaks
    text.sentence_starts = _sentence_starts(text)
    if cut:
        after = bisect_left(starts, cut)
        gaps[after - 1] = "\n"
        text.sentence_starts = sorted({*text.sentence_starts, after})
    for first, after in pairwise([*text.sentence_starts, len(words)]):
        text.within += [(first, after - 1)] * (after - first)
    return text


def _split(cased: str, start: int, end: int, cut: int | None) -> list[str]:
    """A gap, a word, a gap, … a gap; with an empty gap where one word is cut in two."""
    if cut is None or not start < cut < end:
        return WORD.split(cased[start:end])
    return WORD.split(cased[start:cut])[:-1] + WORD.split(cased[cut:end])


def _sentence_starts(text: Text) -> list[int]:
    starts = [0] if text.words else []
    for match in SENTENCE_END.finditer(text.cased):
        following = bisect_right(text.starts, match.end() - 1)
        if not 0 < following < len(text.words):
            continue
        stop, previous = match.group(), text.tokens[following - 1]
        initial = len(previous) <= 2 and previous[0].isupper()
        if stop[0] == "." and (initial or text.words[following - 1] in ABBREVIATED) and "\n" not in stop:
            continue
        if following != starts[-1]:
            starts.append(following)
    if text.breaks:
        starts = sorted({*starts, *(index + 1 for index in text.breaks if index + 1 < len(text.words))})
    if len(text.words) > LONGEST:
        starts = [cut for first, after in pairwise([*starts, len(text.words)]) for cut in range(first, after, LONGEST)]
    return starts
