"""A partner comes in; out goes all that is known of it: names through time, roles, company, places and sentences."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from pages.parts import record_parts
from pages.parts.charts_timeline import timeline
from pages.parts.choosing import choose, where
from pages.parts.counting import company, in_role, league, taking_part, together
from pages.parts.drawing import Tile, chart, section, table, tiles, title
from pages.parts.evidence import badge, link, sources, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.listing import slot
from pages.parts.opening import Page
from pages.parts.sections import timeline as over_time
from pages.parts.spans import fraction

KEY = "profile_tiles"


def whole(page: Page, id_: str) -> None:
    """Everything of one partner, within the other filters."""
    _ = page._
    row = next((row for row in page.everything.partners.itertuples() if row.partner == id_), None)
    back = tag("a", _("All partners"), href=page.href("partners", filters=page.filters.without("partner", id_)))
    title(page, headline(page, id_), "")
    if row is None:
        text = _("This name serves to read articles only; no source confirms it, so nothing is asserted of it.")
        st.html(tag("p", text, " ", back, class_="bm-meta"))
        return
    st.html(tag("p", badge(page, state_of(row)), " ", page.words.name("kinds", row.kind), " · ", back, class_="bm-meta"))
    tiles(page, _tiles(page, id_), KEY)
    st.html(tag("div", _part(_("What it is"), _facts(page, row)), _part(_("Names through time"), line(page, id_)),
                class_="bm-columns"))  # fmt: skip
    section(_("Initiatives and roles"))
    st.html(_initiatives(page, id_))
    _over_time(page)
    section(_("With whom"), _("Partners with a role in the same initiatives."))
    st.html(_company(page, id_))
    slot(page, "profile_company")
    section(_("What the articles say"))
    st.html(record_parts.articles(page, id_, ("partner", "role")))


def _part(heading: str, body: Html) -> Html:
    return tag("section", tag("h2", heading, class_="bm-section"), body)


def headline(page: Page, id_: str) -> str:
    """The name, and in how many initiatives it stands in which role."""
    said = {role: n for role, n in league(page.tables).get(id_, {}).items() if role != "mentioned"}
    told = [f"{page.words.name('roles', role)} ({page.words.number(n)})"
            for role, n in sorted(said.items(), key=lambda one: (-one[1], one[0]))]  # fmt: skip
    if not told:
        return page._("{partner}: no role in any initiative is recorded", partner=page.words.name("partners", id_))
    n = len(taking_part(page.tables)[id_])
    return page.words.ngettext("{partner}: {n} initiative, as {roles}", "{partner}: {n} initiatives, as {roles}", n,
                               partner=page.words.name("partners", id_), roles=page.words.list(told))  # fmt: skip


def _tiles(page: Page, id_: str) -> list[Tile]:
    _, tables = page._, page.tables
    own, roles = where(partner=id_), in_role(tables)
    read = choose(tables, "articles", own)
    return [
        Tile(len(choose(tables, "initiatives", where(own, role=roles))), _("initiatives with a role"), "initiatives",
             where(own, role=roles)),
        Tile(len(_shared(page, id_)), _("partners it works with"), "partners", where(id=tuple(sorted(_shared(page, id_))))),
        Tile(read.source.nunique(), _("independent sources"), "articles", own,
             page.words.ngettext("in {n} article", "in {n} articles", len(read))),
        Tile(len(choose(tables, "events", where(partners=id_))), _("events"), "events", where(partners=id_)),
    ]  # fmt: skip


def _facts(page: Page, row: Any) -> Html:
    _, name = page._, page.words.name
    country = row.country and page.words.locale.territories.get(row.country, row.country)
    lines = {
        _("Country"): country,
        _("Part of"): row.parent and record_link(page, "partners", row.parent),
        _("Region"): row.region and name("regions", row.region),
        _("Website"): row.website and sources(page, [row.website]),
        _("Note"): page.words.said(row.note),
        _("Not confirmed by a source"): record_parts.unverified(page, row),
        _("Sources"): sources(page, row.sources),
    }
    return record_parts.definition(lines)


def succession(page: Page, id_: str) -> list[str]:
    """Everyone before and after it, the oldest first."""
    after = {row.partner: row.succeeded_by for row in page.everything.partners.itertuples()}
    found, open_ = {id_}, [id_]
    while open_:
        one = open_.pop()
        near = {*after.get(one, ()), *(other for other, heirs in after.items() if one in heirs)}
        open_ += near - found
        found |= near
    ends = {row.partner: (row.valid_from or "", row.valid_to or "~") for row in page.everything.partners.itertuples()}
    return sorted(found & set(ends), key=lambda one: (ends[one][1], ends[one][0], one))


def line(page: Page, id_: str) -> Html:
    """The names it had and has, each with its time; the others lead to their own page."""
    rows = {row.partner: row for row in page.everything.partners.itertuples()}
    lines = []
    for one in succession(page, id_):
        row = rows[one]
        shown = tag("b", page.words.name("partners", one)) if one == id_ else record_link(page, "partners", one)
        told = page.words.period(row.valid_from, row.valid_to) if row.valid_from or row.valid_to else None
        lines.append(tag("li", shown, told and tag("div", told, class_="bm-meta")))
    other = page.everything.records["partners"][id_].get("also") or ()
    also = other and tag("p", page._("Also written: {names}", names=", ".join(other)), class_="bm-meta")
    return join(tag("ol", *lines, class_="bm-plain"), also)


def _initiatives(page: Page, id_: str) -> Html:
    _, name = page._, page.words.name
    said = page.tables.involvement
    said = said[said.partner.eq(id_) & said.initiative.notna()]
    plans = {row.initiative: row for row in page.tables.initiatives.itertuples()}
    if not len(said):
        return tag("p", _("No initiative is recorded."), class_="bm-unknown")
    goals = page.everything.goals_of.groupby("initiative").goal.agg(set).to_dict()
    regions = page.everything.regions_of.groupby("initiative").region.agg(set).to_dict()
    lines = []
    for one in sorted(set(said.initiative), key=lambda one: (plans[one].start or "~", one), reverse=True):
        own = said[said.initiative.eq(one)]
        roles = [_role(page, role, own[own.role.eq(role)]) for role in page.words.sorted("roles", own.role)]
        row = plans[one]
        lines.append((
            join(record_link(page, "initiatives", one), " ", badge(page, state_of(row))),
            join(*roles, between=", "),
            name("statuses", row.status) if row.status else over_time.unknown(page),
            page.words.period(row.start, row.end),
            ", ".join(name("goals", goal) for goal in page.words.sorted("goals", goals.get(one, ()))),
            ", ".join(name("regions", region) for region in page.words.sorted("regions", regions.get(one, ()))),
        ))  # fmt: skip
    columns = [_("Initiative"), _("Role"), _("Status"), _("Period"), _("Goals"), _("Regions")]
    return table(_("The newest first"), columns, lines)


def _role(page: Page, role: str, rows: Any) -> Html:
    """With the badge of who says so, and its own status where it differs from the initiative's (proposed)."""
    person = rows[rows.origin.eq("person")]
    state = "machine" if person.empty else "unverified" if person.doubted.all() else "reviewed"
    status = next((page.words.name("statuses", one) for one in rows.status if one), None)
    return join(page.words.name("roles", role), status and f" ({status})", " ", badge(page, state))


def _over_time(page: Page) -> None:
    """The partner's own timeline."""
    today = date.today()
    rows = over_time.bars(page, "date", today)
    if not rows:
        return
    edges = [piece for row in rows for piece in row.pieces]
    first, last = min(piece.start for piece in edges), max(piece.end for piece in edges)
    figure = timeline(rows, [], int(first) - 0.1, max(last, fraction(today)) + 0.3, fraction(today), page._("Year"),
                      page._("today"))  # fmt: skip
    alt = page.words.ngettext("{n} initiative over time.", "{n} initiatives over time.", len(rows))
    chart(page, "profile_years", figure, page._("Over time"), alt, over_time.behind(page), over_time.reading(page))


def _shared(page: Page, id_: str) -> dict[str, set[str]]:
    pairs = together(company(page.everything, page.tables))
    return {other: initiatives for (one, other), initiatives in pairs.items() if one == id_}


def _company(page: Page, id_: str) -> Html:
    _, shared = page._, _shared(page, id_)
    if not shared:
        return tag("p", _("No other partner is recorded in its initiatives."), class_="bm-unknown")
    lines = []
    for other in sorted(shared, key=lambda other: (-len(shared[other]), other)):
        number = link(page, page.words.number(len(shared[other])), "initiatives",
                      where(id=tuple(sorted(shared[other]))), "profile_company")  # fmt: skip
        lines.append((record_link(page, "partners", other), number))
    return table(_("Most shared initiatives first"), [_("Partner"), _("Shared initiatives")], lines, [1])


def compared(page: Page, ids: Sequence[str]) -> None:
    """Two or more partners side by side, and what they share."""
    _, tables, name, roles = page._, page.tables, page.words.name, in_role(page.tables)
    parts, found = taking_part(tables), league(tables)
    key = "partners_compared"

    def number(of: str, *clauses: str) -> Html | str:
        opens = where(*clauses)
        rows = choose(tables, of, opens)
        n = rows.source.nunique() if of == "articles" else len(rows)
        return link(page, page.words.number(n), of, opens, key) if n else page.words.number(0)

    used = [role for role in page.everything.names["roles"] if any(role in found.get(id_, {}) for id_ in ids)]
    lines = [(_("Initiatives with a role"), *(number("initiatives", where(partner=id_, role=roles)) for id_ in ids))]
    lines += [(name("roles", role), *(number("initiatives", where(partner=id_, role=role)) for id_ in ids)) for role in used]
    lines.append((_("Independent sources"), *(number("articles", where(partner=id_)) for id_ in ids)))
    section(_("Side by side"))
    columns = ["", *(name("partners", id_) for id_ in ids)]
    shared = set.intersection(*(parts.get(id_, set()) for id_ in ids))
    both = where(id=tuple(sorted(shared)))
    text = page.words.ngettext("{n} initiative in which all of them have a role", "{n} initiatives in which all of them have a role",
                               len(shared))  # fmt: skip
    together_ = link(page, text, "initiatives", both, key) if shared else text
    st.html(join(table(_("What each has"), columns, lines, range(1, len(columns))), tag("p", together_)))
    slot(page, key)
