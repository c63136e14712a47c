"""A stored text comes in; out go its parts: headline, byline, dateline, and the furniture that is not the story."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.folding import bare, unify

LINE = re.compile(r"[^\r\n]+")
LONGEST_TITLE = 220
SHORT = 60
BYLINE = re.compile(
    r"\s*([A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+\s+[A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+(?:\s(?:кызы|уулу))?)\s*(?:[,.]\s*[«“„\"]?[^.,]{2,40}[»”\"]?\s*)?"
)
COUNTER = re.compile(r"[\s•·|№#]*\d(?:[\d ]*\d)?[\s•·|]*")  # of views or comments; a date line has stops or strokes
DECORATION = re.compile(r"[\s•·|/,:№#-]*")

Span = tuple[int, int]


@dataclass(slots=True)
class Layout:
    """Spans are offsets into the stored text."""

    title: Span | None
    byline: Span | None = None
    head: list[Span] = field(default_factory=list)  # short lines above the body, where a dateline may stand
    tail: list[Span] = field(default_factory=list)  # short lines below it
    furniture: list[Span] = field(default_factory=list)


def lines_of(raw: str) -> Iterator[Span]:
    """Each line that holds something, without its outer space."""
    for match in LINE.finditer(raw):
        text = match.group()
        stripped = text.strip(" \t\u00a0\ufeff\u200b")
        if stripped:
            start = match.start() + text.index(stripped)
            yield start, start + len(stripped)


def furniture_lines(phrases: Iterable[str]) -> frozenset[str]:
    """Lines of news pages that are not the story (share, comments, …), as `read_layout` compares them."""
    return frozenset(_plain(phrase) for phrase in phrases)


def _plain(line: str) -> str:
    return DECORATION.sub("", bare(unify(line)))


def read_layout(raw: str, known: frozenset[str]) -> Layout:
    """`known`: page furniture, from `furniture_lines`."""
    lines = list(lines_of(raw))
    layout = Layout(title=None)
    if not lines:
        return layout
    first = lines[0]
    headline = raw[slice(*first)]
    repeats = [m.span() for m in re.finditer(re.escape(headline), raw)][1:] if len(headline) > 15 else []
    if len(lines) > 1 and len(headline) <= LONGEST_TITLE and (repeats or headline[-1] not in ".…:;»”"):
        layout.title = first
        layout.furniture += repeats
    body = [
        index
        for index, (start, end) in enumerate(lines)
        if end - start > SHORT * 2 or (raw[end - 1] in ".!?»”" and not BYLINE.fullmatch(raw, start, end))
    ] or [0]
    for index, (start, end) in enumerate(lines):
        text = raw[start:end]
        if end - start <= SHORT and (COUNTER.fullmatch(text) or _plain(text) in known):
            layout.furniture.append((start, end))
        elif (start, end) != layout.title and end - start <= SHORT:
            if index < body[0] or index <= 2:
                layout.head.append((start, end))
            elif index > body[-1]:
                layout.tail.append((start, end))
                if layout.byline is None and BYLINE.fullmatch(text):
                    layout.byline = (start, end)
    return layout
