"""What is promised of bars over time: no day is drawn surer than it was said."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from loaders.records.edtf import parse
from pages.parts.charts.spans import OPEN, after, fraction, pieces

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2001, 1, 1), date(2035, 12, 31))


@st.composite
def said(draw: st.DrawFn) -> str:
    """A day, a month or a year, as EDTF."""
    return draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))]


def plan(start: str | None, end: str | None) -> SimpleNamespace:
    first, last = (parse(one) if one and one != OPEN else None for one in (start, end))
    return SimpleNamespace(
        start=start,
        end=end,
        start_earliest=first and first.earliest,
        start_latest=first and first.latest,
        end_earliest=last and last.earliest,
        end_latest=last and last.latest,
    )


@given(DAYS)
def test_a_day_lies_in_its_year_and_before_the_next_day(day):
    assert day.year <= fraction(day) < day.year + 1
    assert fraction(day) < after(day) <= day.year + 1
    assert fraction(date(day.year, 7, 1)) == day.year + (182 if isleap(day.year) else 181) / (365 + isleap(day.year))


def ordered(row: SimpleNamespace) -> bool:
    return not (row.start_earliest and row.end_latest) or row.start_earliest <= row.end_latest


@given(st.one_of(st.none(), said()), st.one_of(st.none(), said()))
def test_pieces_follow_each_other_and_cover_only_possible_days(start, end):
    row = plan(start, end)
    if not ordered(row):
        return
    found = pieces(row, TODAY)
    assert all(one.start < one.end for one in found)
    assert all(one.end <= other.start + 1e-9 for one, other in pairwise(found))
    if row.start_earliest and found:
        assert found[0].start == fraction(row.start_earliest)
    if row.end_latest and found:
        assert found[-1].end == after(row.end_latest)


@given(said(), said())
def test_a_certain_piece_lies_between_the_last_possible_start_and_the_first_possible_end(start, end):
    row = plan(start, end)
    if not ordered(row):
        return
    for one in pieces(row, TODAY):
        if one.kind == "certain" and one.end - one.start > 0.005:
            assert one.start >= fraction(row.start_latest)
            assert one.end <= after(row.end_earliest)


def kinds(start: str | None, end: str | None) -> Iterator[str]:
    return [one.kind for one in pieces(plan(start, end), TODAY)]


def test_an_end_nobody_tells_fades_and_an_open_end_says_so():
    assert kinds("2024", None) == ["possible", "fading-out"]
    assert kinds("2024-03-01", None) == ["certain", "fading-out"]
    assert kinds("2024-03-01", OPEN) == ["certain", "open"]
    assert kinds(None, "2024") == ["fading-in", "possible"]
    assert kinds("2019", "2023") == ["possible", "certain", "possible"]


def test_two_dates_in_one_year_are_somewhere_in_it():
    assert kinds("2026", "2026") == ["possible"]
    assert kinds("2025-05-12", "2025-05-12") == ["certain"]


def test_without_a_date_there_is_no_bar():
    assert pieces(plan(None, None), TODAY) == ()


def test_an_end_that_is_not_reported_reaches_today_and_one_year_at_least():
    assert pieces(plan("2020", None), TODAY)[-1].end == after(TODAY)
    soon = pieces(plan("2026-11-01", None), TODAY)[-1]
    assert soon.end > after(TODAY + timedelta(days=300))
