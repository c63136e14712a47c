"""What a page has drawn comes in; out goes a picture of it: title, chart, legend, source, as SVG or PNG."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from pages.parts.html import Html

DRAWING = Lock()  # matplotlib's fonts are shared by all threads


@dataclass(frozen=True)
class Grid:
    """A table of numbers to be drawn: for each row its label, code and colour, and a cell a column.

    A cell is (text, colour, share of that colour, state); `state` is empty for a number.
    """

    columns: Sequence[str]
    rows: Sequence[tuple[str, str, str, Sequence[tuple[str, str, float, str]]]]


@dataclass(frozen=True)
class Drawn:
    """A chart as it stands on the page: a plotly figure or a grid, and the words below its title."""

    key: str
    title: str
    content: Any
    below: str | Html = ""
    note: str = ""  # what its source line adds: a credit


def picture(drawn: Drawn, source: Sequence[str], form: str) -> bytes:
    """`source`: the lines at the foot; `form`: svg or png. Asks no browser and no server; the same bytes each time."""
    from pages.parts.pictures.paper import paper

    with DRAWING:
        whole = io.BytesIO()
        said = {"Title": drawn.title, "Description": " ".join(source)}
        sheet = paper(drawn, source)
        if form == "png":
            sheet.savefig(whole, format="png", dpi=200, metadata=said | {"Software": "Bilim Monitor"})
            return whole.getvalue()
        sheet.savefig(whole, format="svg", metadata=said | {"Date": None, "Creator": "Bilim Monitor"})
        return whole.getvalue()
