"""What is promised of goals over the years: the chart has the numbers of its table, and silence draws nothing."""

import re
from urllib.parse import parse_qs, unquote, urlparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.filters.choosing import choose
from pages.parts.charts.years import Course, courses
from pages.parts.sections.goals import shown
from pages.parts.sections.growth import KEY, each, finding, grew_most
from pages.parts.words import LANGUAGES
from tests.pages.drawn import charts, html_of, page_of
from tests.pages.test_svg import drawing

COUNTS = st.dictionaries(st.integers(2010, 2030), st.integers(1, 30), max_size=12)


def of_numbers(name: str, numbers: dict[int, int]) -> Course:
    return Course(name, "#00795c", numbers, {year: f"initiatives|goal:{name};period:{year}" for year in numbers})


def heights(drawn: str) -> dict[tuple[str, int], float]:
    """Goal and year of what a bar opens → how high it is."""
    found = re.findall(r'data-bm-open="[^"]*goal:(\w+);period:(\d+)"><rect [^>]*height="([\d.]+)%"', drawn)
    return {(goal, int(year)): float(height) for goal, year, height in found}


@pytest.mark.parametrize("query", [{}, {"reviewed": "yes"}, {"partner": "koica"}])
def test_the_chart_has_the_numbers_of_its_table_and_each_opens_its_list(query):
    page = page_of(path="goals", **query)
    html = html_of(page)
    table = dict(re.findall(rf'below={KEY}[^"]*"[^>]*aria-label="([^"]*, \d{{4}}): (\d+)"', html))
    rows = each(page, shown(page, "goal"))
    assert {f"{row.label}, {year}": str(n) for row in rows for year, n in row.numbers.items()} == table != {}
    for row in rows:
        for year, n in row.numbers.items():
            assert len(choose(page.tables, *row.lists[year].split("|"))) == n
    (chart,) = [one for one in charts(page) if f"below={KEY}" in one]
    opened = re.findall(r'data-bm-open="([^"]*)"><rect', chart)
    said = [parse_qs(urlparse(unquote(one).replace("&amp;", "&")).query)["where"][0] for one in opened]
    assert sorted(said) == sorted(row.lists[year].split("|")[1] for row in rows for year in row.numbers)


@given(st.lists(COUNTS, min_size=1, max_size=5).filter(any))
def test_a_year_of_silence_draws_no_mark_and_a_bar_is_as_high_as_its_number(found):
    rows = [of_numbers(f"g{at}", numbers) for at, numbers in enumerate(found)]
    drawn = heights(drawing(courses(rows, 2010, 2030, "Year")))
    assert set(drawn) == {(f"g{at}", year) for at, numbers in enumerate(found) for year in numbers}
    most = max(n for numbers in found for n in numbers.values())
    highest = max(drawn.values())
    for (goal, year), height in drawn.items():
        assert height / highest == pytest.approx(found[int(goal[1:])][year] / most, abs=0.01)


def test_the_title_says_what_grew_most_from_what_to_what(page):
    rows = [of_numbers("a", {2015: 1, 2020: 4}), of_numbers("b", {2016: 2, 2018: 9, 2019: 3}), of_numbers("c", {})]
    assert finding(page, rows) == "Most growth: a (2015: 1 → 2020: 4)"
    alike = [*rows, of_numbers("d", {2019: 2, 2021: 5})]
    assert [row.label for row in grew_most(alike)] == ["a", "d"]
    assert finding(page, [of_numbers("e", {2019: 5, 2021: 2}), of_numbers("f", {})]) == "Goals year by year"


def test_the_chart_says_its_finding_to_those_who_do_not_see_it():
    for language in LANGUAGES:
        page = page_of(path="goals", language=language)
        said = finding(page, each(page, shown(page, "goal")))
        assert re.search(rf'aria-label="{re.escape(said)}\. [^"]*" class="bm-chart"', html_of(page))
