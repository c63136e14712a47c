"""What is promised of the timeline: every dated initiative has its bar, the rest is said to have none."""

from datetime import date

import pytest

from pages.parts.sections import timeline
from pages.parts.sections.rows import bars, marks
from tests.pages.drawn import REAL, charts, drawn, html_of, page_of

TODAY = date(2026, 11, 22)


def test_every_initiative_with_a_date_has_one_bar_and_no_other_has():
    dated = {id_ for id_, own in REAL.records["initiatives"].items() if own.get("start") or own.get("end")}
    read = {row.initiative for row in REAL.initiatives.itertuples() if row.start_origin == "machine"}
    opened = [row.opens for row in bars(page_of(), "date", TODAY)]
    assert len(opened) == len(set(opened))
    assert {one.removeprefix("initiatives|id:") for one in opened} == dated | read


@pytest.mark.parametrize("lane", ["goal", "region"])
def test_in_lanes_an_initiative_stands_in_each_of_its_goals_or_regions(lane):
    dated = {row.opens for row in bars(page_of(), "date", TODAY)}
    frame = getattr(REAL, f"{lane}s_of")
    said = {(getattr(row, lane), row.initiative) for row in frame.itertuples() if row.initiative}
    expected = sum(f"initiatives|id:{initiative}" in dated for _id, initiative in said)
    assert sum(1 for row in bars(page_of(), lane, TODAY) if row.opens) == expected


def test_a_goals_lane_has_the_goals_colour():
    rows = bars(page_of(goal="digital-skills"), "goal", TODAY)
    assert rows[0].label == "Digital skills" and not rows[0].opens
    colour = REAL.vocabulary["goals"]["digital-skills"]["colour"]
    assert {row.colour for row in rows[1:]} == {colour}


def test_events_and_articles_are_marks_and_those_without_a_year_are_listed():
    found = marks(page_of())
    dated = REAL.events[REAL.events.earliest.notna()]
    assert len([one for one in found if one.row == 0]) == dated.date.nunique()
    assert len([one for one in found if one.row == 1]) == REAL.articles.published.nunique()
    lost = REAL.events[REAL.events.date.notna() & REAL.events.earliest.isna()]
    assert len(lost), "a seed says 26 March without a year"
    html = html_of(page_of(path="timeline"))
    assert "1 event has a day but no year" in html and "26 March (year not said)" in html


def test_the_title_names_the_year_in_which_most_began(page):
    assert timeline.headline(page) == "1 initiative began in 2022, the most in a year; of 1 the end is not reported"
    years = [str(own["start"])[:4] for own in REAL.records["initiatives"].values() if own.get("start")]
    best = max(sorted(set(years)), key=years.count)
    assert timeline.headline(page_of()).startswith(f"{years.count(best)} initiatives began in {best}")


def test_beyond_the_most_bars_years_are_counted_instead(monkeypatch):
    assert len(charts(page_of(path="timeline"))) == 1
    monkeypatch.setattr(timeline, "MOST", 10)
    app = drawn(page_of(path="timeline"))
    assert not charts(page_of(path="timeline"))
    assert any("bm-matrix" in one.value for one in app.html)


def test_a_filter_that_leaves_nothing_says_so_and_draws_no_broken_chart():
    html = html_of(page_of(path="timeline", period="1900/1901"))
    assert "No start date is known" in html
