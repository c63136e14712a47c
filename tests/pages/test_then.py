"""What is promised of an earlier day: every page says that it shows one, every link keeps it, and one leads back."""

import re
from datetime import date

import pytest

from loaders.records.past import today
from pages.parts import then
from pages.parts.frame import PAGES
from pages.parts.routes.asked import web
from pages.parts.then import days
from tests.pages.drawn import REAL
from tests.pages.test_pages import draw, shown

DAY = "2024-01-01"  # between the two articles of the seeds


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_it_shows_an_earlier_day_and_every_link_keeps_it(name):
    html = shown(draw(name, {"as_of": DAY}, "en"))
    assert "As known on 1 January 2024." in html
    links = {link for link in re.findall(r'href="([^"#]*)"', html) if link.startswith("/")}
    assert len(links) > 10
    assert sum("as_of=" not in link for link in links) == 1, "only the way back to today leaves the day out"
    other = {link for link in links if f"as_of={DAY}" not in link and "as_of=" in link}
    assert not other or name == "quality", "other days are led to where the latest changes are listed"


def test_before_the_register_began_silence_is_not_shown_as_zero(monkeypatch):
    monkeypatch.setattr(then, "_begins", lambda: "2024-03-01")
    said = "The register begins on 1 March 2024: of a day before it only what articles say is known"
    assert said in shown(draw("overview", {"as_of": "2024-02-29"}, "en"))
    assert said not in shown(draw("overview", {"as_of": "2024-03-01"}, "en"))


@pytest.mark.parametrize("name", ["overview", "partners", "goals", "centres", "initiatives"])
def test_before_the_register_began_no_title_and_no_tile_of_it_tells_a_number(name, monkeypatch):
    monkeypatch.setattr(then, "_begins", lambda: "2024-03-01")
    html = shown(draw(name, {"as_of": DAY}, "en"))
    assert re.search(r"<h1[^>]*>What the register held on 1 January 2024 is not known</h1>", html)
    assert "initiatives in the register" not in html and "these filters" not in html
    tiles = re.findall(r'bm-tile"><b><[^>]*>([^<]*)</[^>]*></b><span>([^<]*)', html)
    own = [n for n, of in tiles if "initiative" in of.lower() or "centre" in of]
    assert "0" not in own and (own or name == "partners")


def test_a_briefing_of_a_day_before_the_register_began_counts_nothing_of_it(monkeypatch):
    monkeypatch.setattr(then, "_begins", lambda: "2024-03-01")
    told = web({"as_of": DAY, "lang": "en"}, "https://example.org").decode()
    assert "What the register held on 1 January 2024 is not known." in told
    assert "0 initiatives" not in told and "Neither the register" not in told and "The latest article read" in told


def test_without_a_day_nothing_is_said_of_one():
    assert "As known on" not in shown(draw("timeline", {}, "en"))


def test_only_what_was_published_by_then_is_shown():
    known = [row for row in REAL.articles.itertuples() if row.published <= DAY]
    assert 0 < len(known) < len(REAL.articles)
    html = shown(draw("articles", {"as_of": DAY}, "en"))
    assert {row.article for row in REAL.articles.itertuples() if f"article={row.article}" in html} == {
        row.article for row in known
    }


def test_a_day_that_is_chosen_goes_into_the_address():
    app = draw("timeline", {"goal": "digital-skills"}, "ru")
    box = app.selectbox(key="as_of")
    assert len(box.options) == REAL.articles.published.nunique()
    box.set_value("2023-10-20").run()
    assert not app.exception
    said = {name: value if isinstance(value, str) else value[-1] for name, value in app.query_params.items()}
    assert said == {"lang": "ru", "goal": "digital-skills", "as_of": "2023-10-20"}


@pytest.mark.parametrize("typed", ["2999-01-01", "yesterday", "2024"])
def test_what_is_no_past_day_is_said_to_be_none(typed):
    html = shown(draw("timeline", {"as_of": typed}, "en"))
    assert f"“{typed}”" in html
    assert "As known on" not in html


def test_days_offered_are_days_and_the_newest_comes_first():
    tomorrow = date.fromordinal(today().toordinal() + 1).isoformat()
    given = ["2023-10-20", "2024", "2025-02-26", tomorrow, "2023-10-20"]
    assert days(given, "") == ["2025-02-26", "2023-10-20"]
    assert days(given, "2024-05-05") == ["2025-02-26", "2024-05-05", "2023-10-20"]
