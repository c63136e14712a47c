"""What is promised of the overview: each number counted here from the records a second way."""

from datetime import date

from pages.parts.html import Html
from pages.parts.sections import now, open_questions, overview
from tests.pages.drawn import REAL, charts, drawn, html_of, page_of

OWN = REAL.records["initiatives"]


def tiles(page) -> dict[str, int]:
    return {tile.label: tile.value for tile in overview.tiles(page)}


def test_tiles_of_a_small_project_counted_by_hand(page):
    assert tiles(page) == {
        "initiatives": 2,
        "said to be under way": 1,
        "goals with an initiative": 2,
        "partners with a role": 2,
        "centres and networks of centres": 1,
        "articles read": 3,
        "independent sources": 2,
        "open contradictions": 3,  # in one story its dates and its start, its reprint adds none; and the record's own
    }


def test_tiles_of_the_register_counted_from_its_records():
    found = tiles(page_of())
    unregistered = set(REAL.initiatives.initiative) - set(OWN)
    assert found["initiatives"] == len(OWN) + len(unregistered)
    assert found["centres and networks of centres"] == len(REAL.records["centres"])
    assert found["goals with an initiative"] >= len({goal for own in OWN.values() for goal in own.get("goals") or ()})
    roles = {part["id"] for own in OWN.values() for part in own.get("partners") or () if part["role"] != "mentioned"}
    assert found["partners with a role"] >= len(roles & set(REAL.partners.partner))
    assert found["articles read"] == len(list(REAL.articles.article))


def test_what_is_to_come_is_not_news():
    today = date(2026, 11, 22)
    html = now.newest(page_of(), today)
    news, _sep, later = html.partition("Announced for later")
    for row in REAL.events.itertuples():
        if row.text and row.latest and row.latest > today:
            assert row.text["en"] not in news and row.text["en"] in later
    assert "agreement signed" in news


def test_the_newest_event_comes_first():
    html = now.newest(page_of(), date(2026, 11, 22))
    assert html.index("25 May 2026") < html.index("9 October 2025") < html.index("26 October 2024")


def test_what_nothing_is_reported_on_is_named():
    html = open_questions.gaps(page_of())
    said = set(REAL.goals_of.goal)
    for id_, names in REAL.names["goals"].items():
        assert (names["en"] in html) == (id_ not in said), id_


def test_contradictions_stand_with_both_sides():
    html = open_questions.contradictions(page_of())
    assert isinstance(html, Html)
    assert "2024-жылы" in html and "20 октября 2023" in html
    assert "26-мартта" in html and "26.02.2025" in html


def test_a_goal_has_what_is_under_way_and_all_of_it(page):
    html = now.by_goal(page)
    assert "where=goal:digital-skills;status:under-way" in html and "where=goal:civic-education" in html
    assert "where=goal:civic-education;status" not in html, "the quiet one is only planned"


def test_text_and_counts_come_before_the_chart():
    parts = [one.value for one in drawn(page_of(path="overview")).html]
    assert "bm-title" in parts[0] and "bm-tiles" in parts[0]
    assert ["data-bm-svg" in part for part in parts].index(True) > 0


def test_an_empty_choice_is_said_and_draws_no_chart():
    page = page_of(path="overview", period="1900/1901")
    assert not charts(page)
    assert "No initiative matches these filters" in html_of(page)


def test_plotly_is_asked_for_only_to_look_closer():
    page = page_of(path="overview")
    assert not drawn(page).get("plotly_chart")
    (closer,) = drawn(page, overview_goals_closer=True).get("plotly_chart")
    assert "Digital technology" in closer.proto.spec and closer.proto.alt
