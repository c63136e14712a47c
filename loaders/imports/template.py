"""A kind of record comes in; out goes an empty table for it: headings in three languages, help, what may be written."""

from __future__ import annotations

import csv
import io

from loaders.imports.columns import LANGUAGES, columns
from loaders.records import Register


def rows(of: str) -> list[list[str]]:
    """Below the field names the titles a reader knows; a line that begins with # is not read."""
    listed = columns(of)
    titles = [[one.titles[language] for one in listed] for language in LANGUAGES]
    return [[one.heading for one in listed], *([f"# {first}", *rest] for first, *rest in titles)]


def helps(of: str, register: Register) -> list[list[str]]:
    found = [["", *LANGUAGES, "id"]]
    for one in columns(of):
        group, sort = one.refers or (None, None)
        entries = getattr(register, group) if group else {}
        ids = [id_ for id_, entry in entries.items() if sort in (None, entry.get("of"))]
        found.append([one.heading, *(one.helps[language] for language in LANGUAGES), "; ".join(ids)])
    return found


def as_csv(of: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows(of))
    return text.getvalue().encode("utf-8-sig")


def as_workbook(of: str, register: Register) -> bytes:
    import xlsxwriter

    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@", "text_wrap": True})
        for name, table in ((of, rows(of)), ("help", helps(of, register))):
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 60, 24, text)  # as text, so that no program makes a date of 2024-03
            sheet.freeze_panes(1, 1)
            for number, row in enumerate(table):
                sheet.write_row(number, 0, row, bold if number == 0 else text)
    return raw.getvalue()
