"""A text comes in; out goes the same text so that no spreadsheet takes any part of it for a formula, and back."""

import re
from itertools import pairwise

# What begins a formula in Excel, LibreOffice or Google Sheets, the full-width signs of East Asian ones included.
FORMULA = re.compile(r"[\"' ]*[=+\-@＝＋－＠\t\r]")
# Where a program that parts cells by something else than commas would begin a new cell or row.
BREAK = re.compile(r"(?<=[;\t\r\n])")


def guarded(text: str) -> str:
    """An apostrophe before whatever could begin a cell and be a formula."""
    return "".join("'" * bool(FORMULA.match(text, at)) + text[at:end] for at, end in _pieces(text))


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return "".join(
        text[at + (text[at : at + 1] == "'" and bool(FORMULA.match(text, at + 1))) : end] for at, end in _pieces(text)
    )


def _pieces(text: str) -> list[tuple[int, int]]:
    edges = sorted({0, *(found.start() for found in BREAK.finditer(text)), len(text)})
    return list(pairwise(edges))
