"""A stored text comes in; out go its parts: headline, byline, outlet, dateline, and what is not the story."""

import re
from dataclasses import dataclass, field

from loaders.folding import Letters, bare, unify
from loaders.grammar.surnames import SURNAME
from loaders.layout.furniture import SHORT, Furniture
from loaders.layout.headline import find_headline, glued_end, repeats
from loaders.layout.lines import Line, Span, lines_of
from loaders.layout.outlets import Outlets

NAME = r"[A-ZА-ЯЁӨҮҢѲӉ][\w'’.-]*\s+[A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+(?:\s[A-ZА-ЯЁӨҮҢѲӉ][\w'’-]+)?(?:\s(?:кызы|уулу))?"
BYLINE = re.compile(rf"\s*({NAME})\s*(?:[,.]\s*[«“„\"]?(?:[^.,]|\.(?=\w)){{2,40}}[»”\"]?\s*\.?)?")
SIGNED = 2 * SHORT  # characters of a line that says who wrote it, where, when


@dataclass(slots=True)
class Layout:
    """Spans are offsets into the stored text."""

    title: Span | None
    byline: Span | None = None
    outlet: tuple[str, int, int] | None = None  # who published it, by the words of the text
    head: list[Span] = field(default_factory=list)  # short lines above the body, where a dateline may stand
    tail: list[Span] = field(default_factory=list)  # short lines below it
    furniture: list[Span] = field(default_factory=list)
    cut: int | None = None  # where the headline ends within what looks like one word


class Marks:
    """What tells the parts of a page, compiled once a register."""

    def __init__(self, register):
        listed = {key: [phrase for words in register.language.values() for phrase in words[key]]
                  for key in ("furniture", "authors", "sources")}  # fmt: skip
        self.furniture = Furniture(listed["furniture"])
        media = [partner for partner in register.partners.values() if partner["kind"] == "media"]
        self.outlets = Outlets(media, listed["sources"])
        labels = "|".join(sorted((re.escape(bare(unify(label))) for label in listed["authors"]), reverse=True))
        self._author = re.compile(rf"(?:{labels})(?:\s*[:-]\s*|\s+)")

    def byline(self, line: Line, below: bool = False) -> Span | None:
        """«Автор: Асан Үсөнов» anywhere; above the story a bare name only with its outlet or the look of a surname."""
        if len(line.text) > SIGNED:
            return None
        label = self._author.match(line.low)
        found = BYLINE.fullmatch(line.text, label.end() if label else 0)
        if not found:
            return None
        surname = any(SURNAME.fullmatch(bare(word)) or word in ("кызы", "уулу") for word in found[1].split())
        signed = line.text[found.end(1) : found.end(1) + 1] == "," and self.outlets.signature(line) is not None
        sure = label or below or signed or (surname and not line.text.isupper())
        return (line.start + found.start(1), line.end) if sure else None


def read_layout(letters: Letters, marks: Marks) -> Layout:
    layout, story = Layout(title=None), []
    for line in lines_of(letters):
        if marks.furniture.holds(line):
            layout.furniture.append(line.span)
        else:
            story.append(line)
    if not story:
        return layout
    layout.title = find_headline(letters, story, lambda line: marks.outlets.line(line) or marks.byline(line))
    if layout.title:
        layout.furniture += repeats(letters, layout.title)
        layout.cut = glued_end(letters, layout.title)
    long = [index for index, line in enumerate(story) if _is_body(line, layout.title)] or [0]
    for index, line in enumerate(story):
        above, below = index < long[0] or index <= 2, index > long[-1]
        if layout.title and layout.title[0] < line.end and line.start < layout.title[1]:
            continue
        if index <= long[0] + 1 and (sign := marks.outlets.agency(line)):
            _publish(layout, sign)
        if len(line.text) <= SIGNED and (above or below):
            _read_sign(layout, line, marks, below)
            if len(line.text) <= SHORT:
                (layout.head if above else layout.tail).append(line.span)
    layout.furniture.sort()
    return layout


def _read_sign(layout: Layout, line: Line, marks: Marks, below: bool) -> None:
    """Who published or wrote it, if the line says so."""
    if sign := marks.outlets.line(line):
        _publish(layout, sign)
    elif layout.byline is None and (found := marks.byline(line, below)):
        layout.byline = found
        layout.outlet = layout.outlet or marks.outlets.signature(line)


def _publish(layout: Layout, sign: tuple[str, int, int]) -> None:
    layout.outlet = layout.outlet or sign
    layout.furniture.append(sign[1:])  # who tells the news is not in it


def _is_body(line: Line, title: Span | None) -> bool:
    if title and title[0] < line.end and line.start < title[1] and line.end - title[1] < SHORT:
        return False
    return len(line.text) > SIGNED or (line.text[-1] in ".!?»”" and not BYLINE.fullmatch(line.text))
