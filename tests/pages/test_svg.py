"""What is promised of a chart on the screen: every mark where its numbers say, named, leading to its list, escaped."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from pages.parts.charts import Series, bars
from pages.parts.charts.readings import Reading, readings
from pages.parts.charts.spans import Piece
from pages.parts.charts.svg import svg
from pages.parts.charts.svg_marks import SHAPES
from pages.parts.charts.timeline import Bar, Mark, timeline

EVIL = """<script>alert("1")</script>'><b>&"""


def drawing(figure: object) -> str:
    html = svg(figure, "A finding", "key", lambda of, where: f"/?list={of}&where={where}")
    return unescape(re.search(r'data-bm-svg="([^"]*)"', html)[1])


def boxes(drawn: str) -> list[tuple[float, float]]:
    """Left edge and width of every bar, in per cent."""
    found = re.findall(r'<rect x="([\d.]+)%" y="[\d.]+%" width="([\d.]+)%" height="[\d.]+%" fill="#', drawn)
    return [(float(left), float(width)) for left, width in found]


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6).filter(any))
def test_stacked_bars_are_as_long_as_their_numbers_and_follow_each_other(values):
    series = [Series(str(at), "#00795c", "/", [n], [f"initiatives|goal:g{at}"]) for at, n in enumerate(values)]
    drawn = drawing(bars(["row"], series, "Initiatives", ""))
    found = boxes(drawn)
    assert len(found) == sum(1 for n in values if n)
    one = 100 / (sum(values) * 1.02)
    end = 0.0
    for (left, width), n in zip(found, filter(None, values), strict=True):
        assert abs(left - end) < 0.02 and abs(width - n * one) < 0.02
        end = left + width
    assert re.findall(r"where=goal:g(\d+)", drawn) == [str(at) for at, n in enumerate(values) if n]


def test_a_mark_outside_the_years_shown_is_not_drawn_and_a_bar_is_cut_there():
    rows = [Bar("a", (Piece(2010, 2030, "certain"),), "told", "initiatives|id:a")]
    marks = [Mark(0, year, year, "told", "events|date:x") for year in (2005, 2015, 2025)]
    drawn = drawing(timeline(rows, marks, 2012, 2020, 2016, "Year", "today"))
    assert boxes(drawn) == [(0.0, 100.0)]
    assert drawn.count(SHAPES["diamond"]) == 1


def test_a_reading_stands_on_its_value_between_the_edges_of_its_day():
    drawn = drawing(readings([("c", [Reading(50, 2020, 2021, "told", "counts|centre:c")])], "centres", "Year"))
    assert f'<svg x="{1.2 / 2.2 * 100:.2f}%" y="{15 / 65 * 100:.2f}%"' in drawn


def test_no_text_becomes_markup():
    rows = [Bar(EVIL, (Piece(2013, 2015, "certain"),), EVIL, "initiatives|id:a")]
    figure = timeline(rows, [], 2012, 2020, 2016, EVIL, EVIL)
    drawn = drawing(figure)
    assert "<script" not in drawn and "<b>" not in drawn
    html = svg(figure, EVIL, "key", lambda of, where: EVIL)
    assert html.count("<") == 2 and html.startswith('<div role="img" aria-label="&lt;script')
