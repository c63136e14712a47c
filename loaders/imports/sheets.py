"""A .xlsx or .csv file comes in; out go its rows as text, with everything that is no plain text refused by its cell."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from loaders.exports.guarding import unguarded
from loaders.records import Message, say

MAX_BYTES, MAX_UNPACKED = 5_000_000, 50_000_000
MAX_ROWS, MAX_COLUMNS, MAX_CELL = 5_000, 100, 2_000


@dataclass(frozen=True)
class Refusal:
    """Something of the table that is not taken over; row and column count from 1, 0 is the whole file or row."""

    file: Path
    row: int
    column: int
    message: Message

    def in_(self, language: str) -> str:
        return f"{self.file}:{self.row}:{self.column}: {self.message.in_(language)}"


@dataclass
class Sheet:
    file: Path
    rows: list[tuple[int, list[str]]] = field(default_factory=list)  # number and cells
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, row: int, column: int, kind: str, **words: Any) -> None:
        self.refusals.append(Refusal(self.file, row, column, say(kind, **words)))


def read_sheet(file: Path, of: str) -> Sheet:
    """Of a workbook the visible sheet named after what it lists, else the first."""
    sheet = Sheet(file)
    with file.open("rb") as opened:
        raw = opened.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        sheet.refuse(0, 0, "too-big", limit=MAX_BYTES // 1_000_000)
    elif file.suffix.casefold() == ".csv":
        _read_csv(sheet, raw)
    else:
        _read_workbook(sheet, raw, of)
    return sheet


def _read_csv(sheet: Sheet, raw: bytes) -> None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        sheet.refuse(0, 0, "not-utf8")
        return
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        _take(sheet, csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        sheet.refuse(0, 0, "not-a-table", why=str(error))


def _read_workbook(sheet: Sheet, raw: bytes, of: str) -> None:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            if unpacked > MAX_UNPACKED:
                sheet.refuse(0, 0, "unpacks-to-much", limit=MAX_UNPACKED // 1_000_000)
                return
            parts = {part.filename: packed.read(part) for part in packed.infolist() if part.filename.endswith(".xml")}
        if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
            sheet.refuse(0, 0, "not-a-table", why="DOCTYPE")
            return
        if any(b"mergeCell " in part for part in parts.values()):
            sheet.refuse(0, 0, "merged-cells")
            return
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        for hidden in (one for one in book.worksheets if one.sheet_state != "visible"):
            sheet.refuse(0, 0, "hidden-sheet", name=hidden.title)
        seen = [one for one in book.worksheets if one.sheet_state == "visible"]
        chosen = next((one for one in seen if one.title == of), seen[0] if seen else None)
        if chosen is not None:
            _take(sheet, chosen.iter_rows())
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, NotImplementedError, SyntaxError) as error:
        sheet.refuse(0, 0, "not-a-table", why=type(error).__name__)


def _take(sheet: Sheet, rows: Iterable[Iterable[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS:
            sheet.refuse(number, 0, "too-many-rows", limit=MAX_ROWS)
            return
        cells = []
        for column, cell in enumerate(row, 1):
            if column > MAX_COLUMNS:
                break
            cells.append(_text(sheet, number, column, getattr(cell, "value", cell)))
        if any(cells):
            sheet.rows.append((number, cells))


def _text(sheet: Sheet, row: int, column: int, value: Any) -> str:
    if isinstance(value, (date, datetime, time)):
        sheet.refuse(row, column, "excel-date", value=value)
    elif isinstance(value, bool) or not isinstance(value, (str, int, float, type(None))):
        sheet.refuse(row, column, "cell-no-text")
    elif isinstance(value, str) and value.lstrip().startswith(("=", "@")):
        sheet.refuse(row, column, "formula", value=value)
    elif isinstance(value, str) and len(value) > MAX_CELL:
        sheet.refuse(row, column, "cell-too-long", limit=MAX_CELL)
    elif value is not None:
        whole = str(int(value) if isinstance(value, float) and value.is_integer() else value)
        return unguarded(whole.strip())
    return ""
