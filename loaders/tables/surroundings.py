"""An article's text and title and a place in it come in; out goes what it is called, or what stands around."""

from bisect import bisect_right
from functools import lru_cache
from typing import Any

from loaders.folding import Letters, Text, fold
from loaders.layout.headline import repeats

AROUND = 140  # characters of each side that are shown
OPENING = 80  # of an article without a headline


def called(article: Any) -> str:
    """Its headline, or its first words where it has none: the name of its file tells a reader nothing."""
    opening = " ".join((article.text or "")[: 4 * OPENING].split())
    short = opening if len(opening) <= OPENING else f"{opening[:OPENING].rsplit(' ', 1)[0]} …"
    return article.title or short or article.article


@lru_cache(maxsize=128)
def _folded(raw: str, title: str) -> Text:
    """A headline glued to a paragraph is no part of its first sentence."""
    letters, at = Letters.of(raw), raw.find(title) if title else -1
    return fold(letters, repeats(letters, (at, at + len(title))) if at >= 0 else ())


def sentence_of(raw: str, title: str, start: int) -> int:
    """The word its sentence opens with: the same for all places of one sentence."""
    text = _folded(raw, title)
    if not text.words:
        return 0
    starts = [text.raw_span(first, last)[0] for first, last in zip(text.starts, text.ends, strict=True)]
    return text.sentence(max(0, bisect_right(starts, start) - 1))[0]


def surroundings(raw: str, title: str, start: int, end: int) -> tuple[str, str]:
    """What its sentence says before and after `raw[start:end]`, white space as one space; cut off sides begin with …"""
    text = _folded(raw, title)
    if not text.words:
        return "", ""
    starts = [text.raw_span(first, last)[0] for first, last in zip(text.starts, text.ends, strict=True)]
    opens, _last = text.sentence(max(0, bisect_right(starts, start) - 1))
    _first, closes = text.sentence(max(0, bisect_right(starts, end - 1) - 1))
    following = starts[closes + 1] if closes + 1 < len(starts) else len(raw)
    before, after = raw[min(starts[opens], start) : start], raw[end : max(following, end)]
    return _left(before), _right(after)


def _left(said: str) -> str:
    whole = " ".join(said.rpartition("\n\n")[2].split())
    whole += " " * bool(whole and said[-1].isspace())
    return whole if len(whole) <= AROUND else "… " + whole[-AROUND:].partition(" ")[2]


def _right(said: str) -> str:
    whole = " ".join(said.partition("\n\n")[0].split())
    whole = " " * bool(whole and said[0].isspace()) + whole
    return whole if len(whole) <= AROUND else whole[:AROUND].rpartition(" ")[0] + " …"
