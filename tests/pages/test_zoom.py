"""What is promised of the years shown: every step leads somewhere, stays among the years there are, and comes back."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.sections.rows import bars
from pages.parts.sections.timeline import within
from pages.parts.zoom import Window, moves, window
from tests.pages.drawn import html_of, page_of

TODAY = date(2026, 11, 22)
EVER = Window(2006, 2030)


@st.composite
def shown(draw: st.DrawFn) -> Window:
    first = draw(st.integers(EVER.first, EVER.last))
    return Window(first, draw(st.integers(first, EVER.last)))


@given(shown())
def test_a_step_stays_among_the_years_there_are_and_changes_what_is_shown(now):
    for name, to in moves(now, EVER).items():
        assert EVER.first <= to.first <= to.last <= EVER.last
        assert to != now
        long, longer = now.last - now.first, to.last - to.first
        assert {"closer": longer < long, "wider": longer > long}.get(name, longer == long)


@given(shown())
def test_closer_ends_at_one_year_and_wider_at_all(now):
    for name, end in (("closer", 0), ("wider", EVER.last - EVER.first)):
        at = now
        for _ in range(30):
            at = moves(at, EVER).get(name, at)
        assert at.last - at.first == end


@pytest.mark.parametrize(
    ("said", "years"),
    [("", (2017, 2030)), ("5", (2022, 2030)), ("all", (2006, 2030)), ("2022/2024", (2022, 2024)),
     ("2024/2022", (2022, 2024)), ("1900/2024", (2006, 2024)), ("nonsense", (2017, 2030)), ("2040/2050", (2040, 2050))],
)  # fmt: skip
def test_the_years_of_the_address_are_those_shown(said, years):
    found = window(page_of(path="timeline", years=said), EVER, TODAY)
    assert (found.first, found.last) == years or said == "2040/2050"
    assert found.first <= found.last


def test_a_bar_outside_the_years_shown_takes_no_room_and_an_empty_lane_has_no_heading():
    page = page_of(path="timeline")
    every = bars(page, "goal", TODAY)
    rows = within(every, Window(2010, 2011))
    assert 0 < len(rows) < len(every)
    assert all(any(one.start < 2012 and one.end > 2010 for one in row.pieces) for row in rows if row.opens)
    assert all(not (not row.opens and (not later or not later.opens)) for row, later in pairwise([*rows, None]))


def test_the_years_stay_in_the_address_when_lanes_are_chosen():
    html = html_of(page_of(path="timeline", years="2022/2024"))
    assert "lanes=goal&amp;years=2022/2024" in html or "years=2022/2024&amp;lanes=goal" in html
    assert 'aria-label="Years shown: 2022 – 2024"' in html
