"""A page comes in; out go partners by goal, and who works with whom."""

import streamlit as st

from loaders.choosing import where
from pages.parts.counting import OFTEN, cells, company, in_role, shared, weights
from pages.parts.drawing import section, source
from pages.parts.html import join
from pages.parts.listing import slot
from pages.parts.matrix import ITSELF, NOTHING, Number, matrix, reading
from pages.parts.opening import Page
from pages.parts.sections.goals import numbers
from pages.parts.sections.partners import ranked

CLOSE = 12  # partners in the table of who works with whom


def by_goal(page: Page) -> None:
    """Partners down, goals across."""
    _, name = page._, page.words.name
    first = list(ranked(page))[:OFTEN]
    found, ever = cells(page.tables, "partner", "goal"), cells(page.everything, "partner", "goal")
    used = {goal for (partner, goal), cell in found.items() if partner in first and cell.initiatives}
    goals = {id_: name("goals", id_) for id_ in page.words.sorted("goals", used)}
    if not goals:
        return
    heading = _("Partners by goal")
    section(heading, _("Initiatives on a goal in which the partner has a role."))
    drawn = matrix(
        page, "partners_goals", heading, {id_: name("partners", id_) for id_ in first}, goals,
        lambda row, column: numbers(page, "partner", "goal", "initiatives", found, ever, row, column),
        corner=_("Partner"), tints={id_: page.everything.vocabulary["goals"][id_]["colour"] for id_ in goals},
    )  # fmt: skip
    st.html(join(drawn, reading(page, zero=bool(page.filters))))
    slot(page, "partners_goals")
    source(page)


def with_whom(page: Page) -> None:
    """Those who most often work with others, each with each."""
    _, name, roles = page._, page.words.name, in_role(page.tables)
    left = company(page.everything, page.tables)
    weight = weights(left)
    first = sorted(weight, key=lambda id_: (-weight[id_], id_))[:CLOSE]
    if not first:
        return

    pairs = {one: shared(left, one) for one in first}

    def number(one: str, other: str) -> Number:
        common = pairs[one].get(other, set())
        both = where(where(partner=one, role=roles), partner=other, role=roles)
        if page.filters.partner or page.filters.role:  # the filter has left the other one out
            both = where(id=tuple(sorted(common)))
        return ITSELF if one == other else Number(len(common), "initiatives", both) if common else NOTHING

    heading = _("Who works with whom")
    section(heading, _("Initiatives in which both have a role; the {n} partners with most company.", n=len(first)))
    labels = {id_: name("partners", id_) for id_ in first}
    st.html(join(matrix(page, "partners_pairs", heading, labels, labels, number, corner=_("Partner")), reading(page)))
    slot(page, "partners_pairs")
    source(page)
