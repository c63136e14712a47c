"""A stored text comes in; out go its lines that hold something, as written and as they are compared."""

from typing import NamedTuple

from loaders.folding import Letters

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
    found, at = [], 0
    for line in letters.plain.split("\n"):
        text = letters.raw[at : at + len(line)].strip(OUTER)
        if text:
            start = letters.raw.index(text, at)
            end = start + len(text)
            found.append(Line(start, end, text, letters.plain[start:end], letters.low[start:end]))
        at += len(line) + 1
    return found
