"""A stored text comes in; out go its parts: headline, byline, outlet, dateline, and what is not the story."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.folding import bare, unify
from loaders.furniture import SHORT, Furniture
from loaders.headline import find_headline, repeats
from loaders.outlets import Outlets
from loaders.surnames import SURNAME

LINE = re.compile(r"[^\r\n]+")
NAME = r"[A-ZА-ЯЁӨҮҢѲӉ][\w'’.-]*\s+[A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+(?:\s[A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+)?(?:\s(?:кызы|уулу))?"
BYLINE = re.compile(rf"\s*({NAME})\s*(?:[,.]\s*[«“„\"]?[^.,]{{2,40}}[»”\"]?\s*\.?)?")

Span = tuple[int, int]


@dataclass(slots=True)
class Layout:
    """Spans are offsets into the stored text."""

    title: Span | None
    byline: Span | None = None
    outlet: tuple[str, int, int] | None = None  # who published it, by the words of the text
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


class Marks:
    """What tells the parts of a page, compiled once a register."""

    def __init__(self, register):
        listed = {key: [phrase for words in register.language.values() for phrase in words[key]]
                  for key in ("furniture", "authors", "sources")}  # fmt: skip
        self.furniture = Furniture(listed["furniture"])
        media = [partner for partner in register.partners.values() if partner["kind"] == "media"]
        self.outlets = Outlets(media, listed["sources"])
        labels = "|".join(sorted((re.escape(bare(unify(label))) for label in listed["authors"]), reverse=True))
        self._author = re.compile(rf"(?:{labels})(?:\s*[:—–-]\s*|\s+)")

    def byline(self, line: str, below: bool = False) -> Span | None:
        """«Автор: Асан Үсөнов» anywhere; above the story a bare name only with its outlet or the look of a surname."""
        label = self._author.match(bare(unify(line)))
        found = BYLINE.fullmatch(line, label.end() if label else 0)
        if not found:
            return None
        surname = any(SURNAME.fullmatch(bare(word)) or word in ("кызы", "уулу") for word in found[1].split())
        signed = line[found.end(1) : found.end(1) + 1] == "," and self.outlets.signature(line) is not None
        return (found.start(1), len(line)) if label or below or signed or (surname and not line.isupper()) else None


def read_layout(raw: str, marks: Marks) -> Layout:
    layout, lines = Layout(title=None), list(lines_of(raw))
    around = [(start, end) for start, end in lines if marks.furniture.holds(raw[start:end])]
    layout.furniture += around
    story = [span for span in lines if span not in set(around)]
    if not story:
        return layout
    layout.title = find_headline(raw, story, lambda line: marks.outlets.line(line) or marks.byline(line))
    if layout.title:
        layout.furniture += repeats(raw, layout.title)
    long = [index for index, span in enumerate(story) if _is_body(raw, span, layout.title)] or [0]
    for index, (start, end) in enumerate(story):
        line, above, below = raw[start:end], index < long[0] or index <= 2, index > long[-1]
        if layout.title and layout.title[0] < end and start < layout.title[1]:
            continue
        if index <= long[0] + 1 and (sign := marks.outlets.agency(line)):
            _publish(layout, sign, start)
        if end - start > SHORT * 2 or not (above or below):
            continue
        if sign := marks.outlets.line(line):
            _publish(layout, sign, start)
        elif layout.byline is None and (found := marks.byline(line, below)):
            layout.byline = start + found[0], start + found[1]
            if layout.outlet is None and (sign := marks.outlets.signature(line)):
                layout.outlet = sign[0], start + sign[1], start + sign[2]
        if end - start <= SHORT:
            (layout.head if above else layout.tail).append((start, end))
    layout.furniture.sort()
    return layout


def _is_body(raw: str, span: Span, title: Span | None) -> bool:
    start, end = span
    if title and title[0] < end and start < title[1] and end - title[1] < SHORT:
        return False
    return end - start > SHORT * 2 or (raw[end - 1] in ".!?»”" and not BYLINE.fullmatch(raw, start, end))


def _publish(layout: Layout, sign: tuple[str, int, int], offset: int) -> None:
    name, start, end = sign
    if layout.outlet is None:
        layout.outlet = name, offset + start, offset + end
    layout.furniture.append((offset + start, offset + end))  # who tells the news is not in it
