"""What is promised of cells: no spreadsheet ever runs a text as a formula, and every text comes back as it was."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from loaders.exports import excel
from loaders.exports.csv_file import written
from loaders.exports.guarding import guarded, unguarded
from loaders.exports.sheets import Sheet, sheet

TRIGGERS = "=+-@\t\r＝＋－＠"
HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "\"=1", " =1", "a;=cmd|' /C calc'!A0", "a\n=1+1", "＝1",
    "=HYPERLINK(\"http://example.org\")", "x\t@y", "'", "''=", ";;=", "- тизме",
]  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("=+-@;\t\r\n'\" ax1,＝"), max_size=12),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
)


def of_texts(everything, texts) -> Sheet:
    one = sheet(everything, "findings")
    return Sheet(one.layout, tuple((text,) + (None,) * (len(one.layout.columns) - 1) for text in texts))


@given(TEXT)
def test_guarding_a_text_can_be_undone(text):
    assert unguarded(guarded(text)) == text


@given(TEXT)
def test_no_cell_of_any_reading_of_a_csv_begins_a_formula(everything, text):
    """Also where a program parts cells by semicolons or tabs, as Excel does in Russian, and knows no quotes."""
    data = written(of_texts(everything, [text])).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert unguarded(rows[1][0]) == text
    body = data.split("\r\n", 1)[1]
    for parted in (rows[1], re.split(r"[;\t\r\n]", body), *csv.reader(io.StringIO(body, newline=""), delimiter=";")):
        assert not [cell for cell in parted if cell.lstrip(" '\"")[:1] in set(TRIGGERS) and cell.strip(' "')[:1] != "'"]


@settings(max_examples=20)
@given(st.lists(TEXT, min_size=1, max_size=8))
def test_a_workbook_has_no_formula_and_every_text_comes_back(everything, texts):
    book = openpyxl.load_workbook(io.BytesIO(_workbook(everything, texts)))
    cells = [row[0] for row in book["Findings"].iter_rows(min_row=3)]
    assert all(cell.data_type in "sn" for page in book for row in page.iter_rows() for cell in row)
    found = [unescape(str(cell.value or "")) for cell in cells]
    assert found[: len(texts)] == texts


def _workbook(everything, texts) -> bytes:
    whole = io.BytesIO()
    import xlsxwriter

    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        excel._sheet(book, of_texts(everything, texts), dict.fromkeys(
            ("head", "field", "text", "day"), None) | {"quoted": book.add_format({"quote_prefix": True})})  # fmt: skip
    return whole.getvalue()


def test_numbers_stay_numbers_in_both(everything):
    one = replace(sheet(everything, "figures"))
    at = [column.name for column in one.layout.columns].index("value")
    minus = tuple(-5.5 if place == at else None for place in range(len(one.layout.columns)))
    assert "-5.5" in written(Sheet(one.layout, (minus,))).decode("utf-8-sig").splitlines()[1].split(",")
    book = openpyxl.load_workbook(io.BytesIO(excel.make(everything)))
    values = [row[at] for row in book["Figures"].iter_rows(min_row=3, values_only=True)]
    assert values == [row[at] for row in one.rows] and any(isinstance(value, int | float) for value in values)


@pytest.mark.parametrize("at", [datetime(2026, 1, 1, tzinfo=UTC)])
def test_no_cell_of_the_real_register_is_a_formula(everything, at):
    book = openpyxl.load_workbook(io.BytesIO(excel.make(replace(everything, at=at, link='=HYPERLINK("x")'))))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert len(cells) > 1000 and not [cell for cell in cells if cell.data_type == "f"]
