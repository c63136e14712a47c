"""A download comes in; out goes a workbook: a cover, then a sheet a table, every text a text and never a formula."""

import io
import re
from datetime import date, datetime
from typing import Any

from loaders.exports import BISHKEK
from loaders.exports.asking import Download
from loaders.exports.cover import cover
from loaders.exports.guarding import FORMULA
from loaders.exports.sheets import Cell, Sheet, sheets

ROWS, SIGNS = 1_048_576 - 2, 32_767  # of a sheet, of a cell
DAY = re.compile(r"(?!0)\d{4}-\d\d-\d\d")
WIDTHS = (8, 44)  # signs
OLDEST = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was


def make(one: Download) -> bytes:
    import xlsxwriter

    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        made = one.at.astimezone(BISHKEK).replace(tzinfo=None)
        book.set_properties({"title": one.words.cover("title"), "author": "Bilim Monitor", "created": made})
        looks = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "field": book.add_format({"font_color": "#615c51", "font_size": 9, "bottom": 1}),
            "text": book.add_format({"valign": "top"}),
            "quoted": book.add_format({"valign": "top", "quote_prefix": True}),  # stays a text when edited
            "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
            "count": book.add_format({"num_format": "#,##0", "align": "left", "valign": "top"}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        shown = sheets(one)
        cut = {name: one.words.cover("cut", n=ROWS) for name, sheet in shown.items() if len(sheet.rows) > ROWS}
        _cover(book, one, looks, [f"{shown[name].layout.title}: {said}" for name, said in cut.items()])
        for sheet in shown.values():
            _sheet(book, sheet, looks)
    return whole.getvalue()


def _cover(book: Any, one: Download, looks: dict[str, Any], cut: list[str]) -> None:
    page = book.add_worksheet("Bilim Monitor")
    page.set_column(0, 0, 44)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    for at, (head, said) in enumerate([*cover(one), *(("", line) for line in cut)]):
        page.write_string(at, 0, head, looks["head" if said is None else "wrapped"])
        if isinstance(said, int):
            page.write_number(at, 1, said, looks["count"])
        elif said is not None:
            page.write_string(at, 1, said, looks["quoted" if FORMULA.match(said) else "wrapped"])


def _sheet(book: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    columns = sheet.layout.columns
    page = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", sheet.layout.title)[:31])
    for at, column in enumerate(columns):
        page.write_string(0, at, column.title, looks["head"])
        page.write_string(1, at, column.name, looks["field"])
        cells = (_length(row[at]) for row in sheet.rows[:200])
        page.set_column(at, at, min(WIDTHS[1], max(WIDTHS[0], len(column.name), len(column.title) // 2, *cells)) + 2)
    page.freeze_panes(2, 1)
    page.autofilter(1, 0, max(1, min(len(sheet.rows), ROWS) + 1), len(columns) - 1)
    for down, row in enumerate(sheet.rows[:ROWS], 2):
        for at, cell in enumerate(row):
            _write(page, down, at, columns[at].kind, cell, looks)


def _write(page: Any, down: int, at: int, kind: str, cell: Cell, looks: dict[str, Any]) -> None:
    """Numbers stay numbers; a date is one only where its day is known."""
    if cell is None:
        return
    if isinstance(cell, bool):
        page.write_boolean(down, at, cell, looks["text"])
    elif isinstance(cell, int | float):
        page.write_number(down, at, cell, looks["text"])
    elif day := _day(kind, cell):
        page.write_datetime(down, at, datetime(day.year, day.month, day.day), looks["day"])
    else:
        text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
        text = text if len(text) <= SIGNS else text[: SIGNS - 1] + "…"
        page.write_string(down, at, text, looks["quoted" if FORMULA.match(text) else "text"])


def _day(kind: str, cell: Cell) -> date | None:
    if kind == "edtf" and isinstance(cell, str) and DAY.fullmatch(cell):
        cell = date.fromisoformat(cell)
    return cell if isinstance(cell, date) and cell >= OLDEST else None


def _length(cell: Cell) -> int:
    return len("; ".join(cell)) if isinstance(cell, tuple) else len(str(cell or ""))
