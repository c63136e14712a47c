"""A page comes in; out go who takes part in which role, on which goals, and with whom."""

from collections.abc import Mapping

from loaders.filters.choosing import number_of, where
from pages.parts.charts import ROLES, Series, bars, known
from pages.parts.counting import OFTEN, cells, clause, in_role, league, taking_part
from pages.parts.drawing import Tile, chart, section, source, table
from pages.parts.evidence import doubt, link, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.matrix import choice, legend, switch
from pages.parts.opening import Page

KEY = "partners_league"


def headline(page: Page) -> str:
    """Who takes part in most; several if they share the place."""
    parts = taking_part(page.tables)
    if chosen := page.filters.partner:
        return page._(
            "{partners} side by side", partners=page.words.list(page.words.name("partners", id_) for id_ in chosen)
        )
    most = max((len(initiatives) for initiatives in parts.values()), default=0)
    if not most:
        return page._("No partner has a role here")
    first = page.words.sorted("partners", [id_ for id_, initiatives in parts.items() if len(initiatives) == most])
    return page.words.ngettext(
        "{partners}: in {n} of {total} initiatives, more than anyone else",
        "{partners}: in {n} of {total} initiatives, more than anyone else",
        most, partners=page.words.list(page.words.name("partners", id_) for id_ in first),
        total=page.words.number(page.tables.count("initiatives")),
    )  # fmt: skip


def only_named(page: Page) -> list[str]:
    """Partners that articles name without any role."""
    own = page.tables.index("involvement")
    active, named = (own.found("partner", own.isin("role", roles)) for roles in (in_role(page.tables), ("mentioned",)))
    return page.words.sorted("partners", {*named} - {*active})


def tiles(page: Page) -> list[Tile]:
    _, tables, roles = page._, page.tables, in_role(page.tables)
    shown = [Tile(number_of(tables, "partners", where(role=roles)), _("partners with a role"), "partners",
                  where(role=roles))]  # fmt: skip
    for role in ("funder", "implementer", "convener"):
        n = number_of(tables, "partners", where(role=role))
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
    below = page.words.ngettext(
        "The {n} partner with most initiatives; one with two roles in an initiative counts in both.",
        "The {n} partners with most initiatives; one with two roles in an initiative counts in both.",
        len(first),
    )
    chart(
        page,
        KEY,
        figure,
        _("Who takes part, and in which role"),
        f"{headline(page)}. {below}",
        lambda: standings_table(page, found, roles),
        join(below, legend([(role, name("roles", role)) for role in roles], ROLES)),
    )


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
        lines.append((join(record_link(page, "partners", id_), doubt(page, state_of(rows[id_]))), *shown))
    columns = [_("Partner"), *(page.words.name("roles", role) for role in roles), _("Initiatives"),
               _("Independent sources")]  # fmt: skip
    return table(_("Initiatives by partner and role"), columns, lines, range(1, len(columns)))


def named(page: Page) -> None:
    """Partners only mentioned: apart, and only on demand."""
    _, found = page._, only_named(page)
    if not found:
        return
    choices = {"no": _("hide"), "yes": _("show")}
    chosen = choice(page, "mentioned", choices)
    section(page, _("Only mentioned"), _("Articles name them, but in no role."))
    page.put(switch(page, _("These partners:"), "mentioned", choices, chosen))
    if chosen == "yes":
        page.put(tag("ul", *(tag("li", record_link(page, "partners", id_)) for id_ in found), class_="bm-list"))
    source(page)
