"""A download comes in; out goes one of its tables as CSV, or all of them in a ZIP."""

import csv
import io

from loaders.exports.archive import archive
from loaders.exports.asking import Download
from loaders.exports.cover import text
from loaders.exports.guarding import guarded
from loaders.exports.sheets import Cell, Sheet, sheet, sheets


def table(one: Download, name: str) -> bytes:
    return written(sheet(one, name))


def written(shown: Sheet) -> bytes:
    """UTF-8 with the mark by which Excel knows it; the first row has the stable names of the columns."""
    whole = io.StringIO()
    rows = csv.writer(whole, lineterminator="\r\n")
    rows.writerow(column.name for column in shown.layout.columns)
    rows.writerows(map(_text, row) for row in shown.rows)
    return whole.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, tuple | str):
        return guarded("; ".join(cell) if isinstance(cell, tuple) else cell)
    return str(cell)  # a number or a day: never a formula


def make(one: Download) -> bytes:
    files = {f"{name}.csv": written(shown) for name, shown in sheets(one).items()}
    return archive({"README.txt": text(one).encode()} | files)
