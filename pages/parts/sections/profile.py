"""A partner comes in; out goes all that is known of it: names through time, roles, company, places and sentences."""

from typing import Any

from loaders.filters import Filters
from loaders.filters.choosing import choose, number_of, where
from loaders.tables import Tables
from pages.parts.charts.spans import fraction
from pages.parts.charts.timeline import timeline
from pages.parts.counting import company, in_role, league, shared, taking_part
from pages.parts.drawing import Tile, chart, section, table, tiles, title
from pages.parts.evidence import badge, link, sources, state_of
from pages.parts.html import Html, tag
from pages.parts.items import record_link
from pages.parts.listing import slot
from pages.parts.opening import Page
from pages.parts.record import pieces as record_parts
from pages.parts.record.changes import of_record
from pages.parts.sections import places
from pages.parts.sections.lifeline import line
from pages.parts.sections.roles import initiatives
from pages.parts.sections.rows import bars, behind, reading, unconfirmed

KEY, COMPANY = "profile_tiles", "bm-company"


def whole(page: Page, id_: str) -> None:
    """Everything of one partner, within the other filters."""
    _ = page._
    row = next((row for row in page.everything.partners.itertuples() if row.partner == id_), None)
    back = tag("a", _("All partners"), href=page.href("partners", filters=page.filters.without("partner", id_)))
    title(page, headline(page, id_), narrowed=page.filters != Filters(partner=(id_,), as_of=page.filters.as_of))
    if row is None:
        text = _("This name serves to read articles only; no source confirms it, so nothing is asserted of it.")
        page.put(tag("p", text, " ", back, class_="bm-meta"))
        return
    page.put(
        tag("p", badge(page, state_of(row)), " ", page.words.name("kinds", row.kind), " · ", back, class_="bm-meta")
    )
    tiles(page, _tiles(page, id_), KEY)
    page.put(tag("div", _part(_("What it is"), _facts(page, row)), _part(_("Names through time"), line(page, id_)),
                class_="bm-columns"))  # fmt: skip
    section(page, _("Initiatives and roles"))
    page.put(initiatives(page, id_))
    places.of_partner(page, id_)
    _over_time(page)
    section(page, _("With whom"), _("Partners with a role in the same initiatives."))
    page.put(tag("div", _company(page, id_), id=COMPANY))
    slot(page, "profile_company")
    section(page, _("What the articles say"))
    page.put(record_parts.articles(page, id_, ("partner", "role")))
    of_record(page, "partners", id_)


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
    own, held, events = where(partner=id_), where(partner=id_, role=in_role(tables)), where(partners=id_)
    read = choose(tables, "articles", own)
    told = page.words.ngettext("in {n} article", "in {n} articles", len(read)) if len(read) else ""
    there = bool(company_of(page, id_, page.everything))
    return [
        Tile(number_of(tables, "initiatives", held), _("initiatives with a role"), "initiatives", held,
             silence=silence(page, "initiatives", held)),
        # the filter by this partner leaves the others out of every list
        Tile(len(company_of(page, id_)), _("partners it works with"), "partners", href=f"#{COMPANY}",
             silence=_("none with these filters") if there else _("nothing found")),
        Tile(read.source.nunique(), _("independent sources"), "articles", own, told,
             silence=silence(page, "articles", own)),
        Tile(number_of(tables, "events", events), _("events"), "events", events,
             silence=silence(page, "events", events)),
    ]  # fmt: skip


def silence(page: Page, of: str, opens: str) -> str:
    """Why there may be none: the filters leave none, nobody has looked, or nothing was found."""
    if number_of(page.everything, of, opens):
        return page._("none with these filters")
    return page._("not searched") if page.everything.articles.empty else page._("nothing found")


def _facts(page: Page, row: Any) -> Html:
    _, name = page._, page.words.name
    own = name("regions", row.country) if row.country in page.everything.names["regions"] else None
    country = own or (row.country and page.words.locale.territories.get(row.country, row.country))
    lines = {
        _("Country"): country,
        _("Part of"): row.parent and record_link(page, "partners", row.parent),
        _("Region"): row.region and name("regions", row.region),
        _("Website"): row.website and sources(page, [row.website]),
        _("Note"): page.words.said(row.note),
        _("People"): " · ".join(
            ", ".join(filter(None, (one["name"], one.get("position"))))
            for one in page.everything.records["partners"].get(row.partner, {}).get("people") or ()
        ),
        _("Not confirmed by a source"): unconfirmed(page, row),
        _("Sources"): sources(page, row.sources),
    }
    return record_parts.definition(lines)


def _over_time(page: Page) -> None:
    """The partner's own timeline."""
    today = page.today
    rows = bars(page, "date", today)
    if not rows:
        return
    edges = [piece for row in rows for piece in row.pieces]
    first, last = min(piece.start for piece in edges), max(piece.end for piece in edges)
    figure = timeline(rows, [], int(first) - 0.1, max(last, fraction(today)) + 0.3, fraction(today), page._("Year"),
                      page._("today"))  # fmt: skip
    alt = page.words.ngettext("{n} initiative over time.", "{n} initiatives over time.", len(rows))
    chart(page, "profile_years", figure, page._("Over time"), alt, lambda: behind(page), reading(page, marked=False))


def company_of(page: Page, id_: str, tables: Tables | None = None) -> dict[str, set[str]]:
    """Partner → the initiatives in which both have a role, of those the filters leave."""
    return shared(company(tables or page.tables, page.everything), id_)


def _company(page: Page, id_: str) -> Html:
    _, found = page._, company_of(page, id_)
    if not found:
        return tag("p", _("No other partner is recorded in its initiatives."), class_="bm-unknown")
    lines = []
    for other in sorted(page.words.sorted("partners", found), key=lambda other: -len(found[other])):
        number = link(page, page.words.number(len(found[other])), "initiatives",
                      where(id=tuple(sorted(found[other]))), "profile_company")  # fmt: skip
        lines.append((record_link(page, "partners", other), number))
    return table(_("Most shared initiatives first"), [_("Partner"), _("Shared initiatives")], lines, [1])
