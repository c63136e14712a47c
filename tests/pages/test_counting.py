"""What is promised of counts: they are those of the rows, counted here a second way, and those of the lists."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.filters import Filters
from loaders.filters.choosing import choose, where
from loaders.filters.narrowing import apply
from pages.parts.counting import (
    Cell,
    cells,
    clause,
    company,
    in_role,
    league,
    shared,
    standing,
    taking_part,
    unsaid,
    weights,
)
from tests.pages.drawn import REAL

THEMES = ("goal", "level", "region", "partner")
NARROWED = [
    Filters(),
    Filters(goal=("digital-skills",)),
    Filters(region=("KG-GB",), reviewed="yes"),
    Filters(reviewed="no"),
]
PLANS = sorted(REAL.initiatives.initiative)


def initiatives_of(tables, theme: str, id_: str) -> set[str]:
    """Row by row, without a join."""
    frame = tables.involvement if theme == "partner" else getattr(tables, f"{theme}s_of")
    kept = set(tables.initiatives.initiative)
    return {
        row.initiative
        for row in frame.itertuples()
        if getattr(row, theme) == id_ and row.initiative in kept and (theme != "partner" or row.role != "mentioned")
    }


@pytest.mark.parametrize("filters", NARROWED, ids=str)
@pytest.mark.parametrize(("down", "across"), [("goal", "level"), ("goal", "region"), ("partner", "goal")])
def test_a_cell_counts_the_initiatives_that_are_in_both_sets(down, across, filters):
    tables = apply(REAL, filters)
    found = cells(tables, down, across)
    rows, columns = ({id_ for pair in found for id_ in pair[at : at + 1]} for at in (0, 1))
    for row, column in product(rows, columns):
        both = initiatives_of(tables, down, row) & initiatives_of(tables, across, column)
        assert found.get((row, column), Cell()).initiatives == len(both), (row, column)


@pytest.mark.parametrize("filters", NARROWED, ids=str)
@pytest.mark.parametrize(
    ("down", "across"), [("goal", "level"), ("goal", "region"), ("partner", "goal"), ("region", "")]
)
def test_a_cell_is_the_length_of_the_lists_behind_it(down, across, filters):
    tables = apply(REAL, filters)
    roles = where(role=in_role(tables)) if "partner" not in (down, across) else None
    for (row, column), cell in list(cells(tables, down, across).items())[:40]:
        both = where(clause(tables, down, row), clause(tables, across, column) if across else None)
        assert cell.initiatives == len(choose(tables, "initiatives", both))
        assert cell.sources == choose(tables, "articles", both).source.nunique()
        if roles:
            assert cell.partners == len(choose(tables, "partners", where(both, roles)))


def test_sources_are_counted_once_however_many_articles_reprint_them(tables):
    cell = cells(tables, "goal")["digital-skills", ""]
    assert cell == Cell(initiatives=1, sources=1, partners=2), "a2 reprints a1"


def test_nothing_is_not_in_the_cells(tables):
    assert ("teacher-pay", "school") not in cells(tables, "goal", "level")
    assert ("digital-skills", "school") in cells(tables, "goal", "level")


def test_what_nobody_says_is_unknown_and_not_zero(tables):
    assert unsaid(tables, "level") == 1, "quiet has no level"
    assert choose(tables, "initiatives", where(unsaid="level")).initiative.tolist() == ["quiet"]
    assert unsaid(tables, "goal") == 0


def test_a_status_nobody_has_told_is_counted_apart(tables):
    assert standing(tables, "goal") == {"digital-skills": {"under-way": 1}, "civic-education": {"planned": 1}}
    every = sum(sum(found.values()) for found in standing(REAL, "goal").values())
    assert every == len({(row.goal, row.initiative) for row in REAL.goals_of.itertuples() if row.initiative})


def test_the_league_counts_initiatives_and_leaves_mentions_out_of_the_order(tables):
    assert league(tables) == {
        "fund": {"funder": 1},
        "office": {"convener": 1, "implementer": 1},
    } and list(league(tables)) == ["office", "fund"]
    for partner, said in league(REAL).items():
        for role, n in said.items():
            assert n == len(choose(REAL, "initiatives", where(partner=partner, role=role)))


def test_two_partners_are_together_where_both_have_a_role(tables):
    assert shared(tables, "fund") == {"office": {"bridge"}} and shared(tables, "office") == {"fund": {"bridge"}}
    roles = in_role(REAL)
    for one in list(taking_part(REAL))[:8]:
        for other, common in shared(REAL, one).items():
            both = where(where(partner=one, role=roles), partner=other, role=roles)
            assert set(choose(REAL, "initiatives", both).initiative) == common


def test_the_weight_of_a_partner_is_all_it_shares_with_each_other_one():
    found = weights(REAL)
    for one in taking_part(REAL):
        assert found.get(one, 0) == sum(map(len, shared(REAL, one).values()))


def test_a_filter_by_partner_does_not_hide_its_company(tables):
    narrowed = apply(tables, Filters(partner=("fund",)))
    assert shared(narrowed, "fund") == {}
    assert shared(company(narrowed, tables), "fund") == {"office": {"bridge"}}


@given(st.sets(st.sampled_from(PLANS), min_size=1, max_size=12))
def test_who_takes_part_is_told_the_same_by_rows_and_by_sets(ids):
    parts = taking_part(REAL)
    for initiative in ids:
        said = REAL.involvement[REAL.involvement.initiative.eq(initiative) & ~REAL.involvement.role.eq("mentioned")]
        assert {partner for partner, plans in parts.items() if initiative in plans} == set(said.partner)
