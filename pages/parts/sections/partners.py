"""A page comes in; out go who takes part in which role, on which goals, and with whom."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.charts import ROLES, Series, bars, known
from pages.parts.choosing import choose, where
from pages.parts.counting import OFTEN, cells, clause, company, in_role, league, taking_part, together
from pages.parts.drawing import Tile, chart, section, source, table
from pages.parts.evidence import badge, link, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.listing import slot
from pages.parts.matrix import ITSELF, NOTHING, Number, choice, legend, matrix, reading, switch
from pages.parts.opening import Page
from pages.parts.sections.goals import numbers

KEY = "partners_league"
CLOSE = 12  # partners in the table of who works with whom


def headline(page: Page) -> str:
    """Who takes part in most; several if they share the place."""
    parts = taking_part(page.tables)
    if chosen := page.filters.partner:
        return page._("{partners} side by side", partners=page.words.list(page.words.name("partners", id_) for id_ in chosen))
    most = max((len(initiatives) for initiatives in parts.values()), default=0)
    if not most:
        return page._("No partner has a role here")
    first = page.words.sorted("partners", [id_ for id_, initiatives in parts.items() if len(initiatives) == most])
    return page.words.ngettext(
        "{partners}: in {n} of {total} initiatives, more than anyone else",
        "{partners}: in {n} of {total} initiatives, more than anyone else",
        most, partners=page.words.list(page.words.name("partners", id_) for id_ in first),
        total=page.words.number(len(page.tables.initiatives)),
    )  # fmt: skip


def only_named(page: Page) -> list[str]:
    """Partners that articles name without any role."""
    said = page.tables.involvement
    active = set(said.partner[said.role.isin(in_role(page.tables))])
    return page.words.sorted("partners", set(said.partner[said.role.eq("mentioned")]) - active)


def tiles(page: Page) -> list[Tile]:
    _, tables, roles = page._, page.tables, in_role(page.tables)
    shown = [Tile(len(choose(tables, "partners", where(role=roles))), _("partners with a role"), "partners",
                  where(role=roles))]  # fmt: skip
    for role in ("funder", "implementer", "convener"):
        n = len(choose(tables, "partners", where(role=role)))
        shown.append(Tile(n, _("as {role}", role=page.words.name("roles", role)), "partners", where(role=role)))
    named = tuple(only_named(page))
    if named:
        shown.append(Tile(len(named), _("only mentioned"), "partners", where(id=named)))
    return shown


def ranked(page: Page) -> dict[str, dict[str, int]]:
    """Partner → role → initiatives, without mere mentions."""
    roles = set(in_role(page.tables))
    found = {id_: {role: n for role, n in said.items() if role in roles} for id_, said in league(page.tables).items()}
    return {id_: said for id_, said in found.items() if said}


def roles_of(page: Page, found: Mapping[str, Mapping[str, int]]) -> list[str]:
    """The most frequent role first."""
    totals: dict[str, int] = {}
    for said in found.values():
        for role, n in said.items():
            totals[role] = totals.get(role, 0) + n
    return sorted(totals, key=lambda role: (-totals[role], role))


def standings(page: Page) -> None:
    """Who takes part in most initiatives, by role."""
    _, name = page._, page.words.name
    found = ranked(page)
    if not found:
        return
    first, roles = list(found)[:OFTEN], roles_of(page, found)
    series = [
        Series(name("roles", role), *known(ROLES, role), [found[id_].get(role, 0) for id_ in first],
               [f"initiatives|{where(partner=id_, role=role)}" for id_ in first])
        for role in roles
    ]  # fmt: skip
    figure = bars([name("partners", id_) for id_ in first], series, _("Initiatives"), "")
    below = page.words.ngettext("The {n} partner with most initiatives; one with two roles in an initiative counts in both.",
                                "The {n} partners with most initiatives; one with two roles in an initiative counts in both.",
                                len(first))  # fmt: skip
    chart(page, KEY, figure, _("Who takes part, and in which role"), f"{headline(page)}. {below}",
          standings_table(page, found, roles), join(below, legend([(role, name("roles", role)) for role in roles], ROLES)))  # fmt: skip


def standings_table(page: Page, found: Mapping[str, Mapping[str, int]], roles: list[str]) -> Html:
    _, parts = page._, taking_part(page.tables)
    rows = {row.partner: row for row in page.everything.partners.itertuples()}
    sources = {pair[0]: cell.sources for pair, cell in cells(page.tables, "partner").items()}
    lines = []
    for id_, said in found.items():
        counts = [(said.get(role, 0), "initiatives", where(partner=id_, role=role)) for role in roles]
        counts.append((len(parts[id_]), "initiatives", clause(page.tables, "partner", id_)))
        counts.append((sources.get(id_, 0), "articles", clause(page.tables, "partner", id_)))
        shown = [link(page, page.words.number(n), of, opens, KEY) if n else "" for n, of, opens in counts]
        lines.append((join(record_link(page, "partners", id_), " ", badge(page, state_of(rows[id_]))), *shown))
    columns = [_("Partner"), *(page.words.name("roles", role) for role in roles), _("Initiatives"),
               _("Independent sources")]  # fmt: skip
    return table(_("Initiatives by partner and role"), columns, lines, range(1, len(columns)))


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
    pairs = together(company(page.everything, page.tables))
    weight: dict[str, int] = {}
    for (one, _other), initiatives in pairs.items():
        weight[one] = weight.get(one, 0) + len(initiatives)
    first = sorted(weight, key=lambda id_: (-weight[id_], id_))[:CLOSE]
    if not first:
        return

    def number(one: str, other: str) -> Number:
        shared = pairs.get((one, other), set())
        both = where(where(partner=one, role=roles), partner=other, role=roles)
        if page.filters.partner or page.filters.role:  # the filter has left the other one out
            both = where(id=tuple(sorted(shared)))
        return ITSELF if one == other else Number(len(shared), "initiatives", both) if shared else NOTHING

    heading = _("Who works with whom")
    section(heading, _("Initiatives in which both have a role; the {n} partners with most company.", n=len(first)))
    labels = {id_: name("partners", id_) for id_ in first}
    st.html(join(matrix(page, "partners_pairs", heading, labels, labels, number, corner=_("Partner")), reading(page)))
    slot(page, "partners_pairs")
    source(page)


def named(page: Page) -> None:
    """Partners only mentioned: apart, and only on demand."""
    _, found = page._, only_named(page)
    if not found:
        return
    choices = {"no": _("hide"), "yes": _("show")}
    chosen = choice(page, "mentioned", choices)
    section(_("Only mentioned"), _("Articles name them, but in no role."))
    st.html(switch(page, _("These partners:"), "mentioned", choices, chosen))
    if chosen == "yes":
        st.html(tag("ul", *(tag("li", record_link(page, "partners", id_)) for id_ in found), class_="bm-list"))
    source(page)
