"""What is promised of the page of goals: what is covered, what is not, and that the two never look alike."""

import re

from loaders.filters.choosing import where
from pages.parts.sections.goals import covered, headline, numbers, shown
from tests.pages.drawn import REAL, html_of, page_of


def test_the_title_says_how_many_goals_have_an_initiative_and_names_the_rest(page):
    assert covered(page) == {"digital-skills", "civic-education"}
    assert headline(page) == "2 of 16 goals have an initiative; 14 have none"
    few = page_of(page.everything, goal="digital-skills,teacher-pay")
    assert covered(few) == {"digital-skills"}
    assert headline(few).endswith("none is recorded on: Teacher pay and workforce")


def test_the_title_of_the_real_register_is_counted_from_its_records():
    said = {goal for own in REAL.records["initiatives"].values() for goal in own.get("goals") or ()}
    assert headline(page_of()).startswith(f"{len(said)} of {len(REAL.names['goals'])} goals")


def test_nothing_zero_and_unsearched_are_three_things(page):
    bare: dict = {}
    full = {("digital-skills", "school"): type("C", (), {"initiatives": 1, "sources": 1})()}
    at = ("goal", "level", "initiatives")
    assert numbers(page, *at, bare, bare, "digital-skills", "school").state == "nothing"
    assert numbers(page, *at, bare, full, "digital-skills", "school").state == "zero"
    assert numbers(page, *at, full, full, "digital-skills", "school").value == 1
    unread = page_of(page.everything)
    object.__setattr__(unread, "everything", type("T", (), {"articles": page.everything.articles.iloc[:0]})())
    assert numbers(unread, "goal", "level", "sources", bare, bare, "digital-skills", "school").state == "unsearched"


def test_a_cell_opens_the_initiatives_that_have_both(page):
    html = html_of(page_of(page.everything, path="goals"))
    both = where(goal="digital-skills", level="school")
    assert re.search(rf'where={both}[^"]*"[^>]*aria-label="Digital skills, School: 1"', html)
    assert html.count('aria-label="nothing reported"') > 100
    assert "none with these filters" not in html


def test_with_a_filter_what_it_leaves_out_is_zero_and_not_nothing(page):
    html = html_of(page_of(page.everything, path="goals", reviewed="no"))
    assert 'aria-label="none with these filters"' in html


def test_the_whole_country_stands_apart_before_its_regions():
    for language in ("ky", "ru", "en"):
        assert next(iter(shown(page_of(language=language), "region"))) == "KG"


def test_each_goal_has_one_colour_on_every_page_and_no_two_share_it():
    colours = {id_: entry["colour"] for id_, entry in REAL.vocabulary["goals"].items()}
    assert len(set(colours.values())) == len(colours)
    html = html_of(page_of(path="goals"))
    swatches = set(re.findall(r'style="--bm-kind:(#\w{6})"><th scope="row"><i class="bm-swatch"', html))
    assert swatches == set(colours.values())
