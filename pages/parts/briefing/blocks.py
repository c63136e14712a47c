"""Nothing comes in; out go the pieces a briefing is written in, the same for a web page and a Word document."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words of one language; `notes` are cited after them."""

    text: str
    href: str = ""
    lang: str = ""  # where it is not the document's
    bold: bool = False
    soft: bool = False
    notes: tuple[int, ...] = ()


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    line: Line
    look: str = ""  # "" | lead | item | soft | warning


@dataclass(frozen=True)
class Bars:
    """A chart of lying bars that is its own table: label, bar, number."""

    caption: str
    unit: str
    rows: Sequence[tuple[Line, int, Line, str]]  # label, value, the value as a link, colour


@dataclass(frozen=True)
class Grid:
    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Line]]
    widths: Sequence[int]  # in hundredths


@dataclass(frozen=True)
class Endnotes:
    lines: Sequence[Line]  # the first has number 1


Block = Heading | Paragraph | Bars | Grid | Endnotes


@dataclass(frozen=True)
class Document:
    title: str
    language: str
    blocks: Sequence[Block]
