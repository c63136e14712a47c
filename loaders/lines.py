"""A stored text comes in; out go its lines that hold something, as written and as they are compared."""

import re
from typing import NamedTuple

from loaders.folding import Letters

LINE = re.compile(r"[^\r\n]+")
OUTER = " \t\u00a0\ufeff\u200b"

Span = tuple[int, int]


class Line(NamedTuple):
    """Offsets into the stored text, without outer space; the three texts are of one length."""

    start: int
    end: int
    text: str
    plain: str  # look-alike letters, quotes and dashes written one way
    low: str  # in small letters without dots, of one alphabet

    @property
    def span(self) -> Span:
        return self.start, self.end


def lines_of(letters: Letters) -> list[Line]:
    found = []
    for match in LINE.finditer(letters.raw):
        text = match.group()
        stripped = text.strip(OUTER)
        if stripped:
            start = match.start() + text.index(stripped)
            end = start + len(stripped)
            found.append(Line(start, end, stripped, letters.plain[start:end], letters.low[start:end]))
    return found
