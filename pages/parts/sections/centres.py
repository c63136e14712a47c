"""A page comes in; out go the map of regions, centres without a place, dated counts, and who runs what."""

from typing import Any

from loaders.filters.choosing import number_of, where
from loaders.records.boundaries import CREDIT, boundaries
from pages.parts.charts.map import Place, Region, regions_map
from pages.parts.counting import OF, cells, in_role
from pages.parts.drawing import Tile, chart, section, table
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.matrix import choice, reading, switch
from pages.parts.opening import Page
from pages.parts.sections.goals import counted
from pages.parts.sections.rows import unknown

MAP, READINGS = "centres_map", "centres_readings"


def shades(page: Page) -> dict[str, str]:
    return {"centres": page._("Centres")} | counted(page)


def local(page: Page) -> list[str]:
    """Regions that are a part of the country."""
    entries = page.everything.vocabulary["regions"]
    return [id_ for id_ in page.words.sorted("regions", entries) if entries[id_]["kind"] != "country"]


def values(page: Page, tables: Any, shade: str) -> dict[str, tuple[int, str]]:
    """Region → its number and the list behind it; nothing where nothing is reported."""
    if shade == "centres":
        opens = {id_: f"centres|{where(regions=id_)}" for id_ in local(page)}
        found = {id_: number_of(tables, "centres", where(regions=id_)) for id_ in opens}
    else:
        roles = where(role=in_role(tables)) if shade == "partners" else None
        opens = {id_: f"{OF[shade]}|{where(where(region=id_), roles)}" for id_ in local(page)}
        given = cells(tables, "region")
        found = {id_: getattr(given[id_, ""], shade) for id_ in opens if (id_, "") in given}
    return {id_: (n, opens[id_]) for id_, n in found.items() if n}


def headline(page: Page) -> str:
    found = values(page, page.tables, "centres")
    if not found and page.filters:
        return page._("No centre matches these filters")
    if not found:
        return page._("No centre in these regions is recorded")
    most = max(n for n, _opens in found.values())
    names = [page.words.name("regions", id_) for id_ in local(page) if found.get(id_, (0,))[0] == most]
    return page.words.ngettext(
        "{regions}: {n} centre or network, the most in a region",
        "{regions}: {n} centres and networks, the most in a region",
        most,
        regions=page.words.list(names),
    )


def tiles(page: Page) -> list[Tile]:
    _, tables = page._, page.tables
    wide = where(regions="KG")
    return [
        Tile(tables.count("centres"), _("centres and networks of centres"), "centres"),
        Tile(int(tables.centres.network.sum()), _("of them networks"), "centres", where(network="True")),
        Tile(number_of(tables, "centres", wide), _("over the whole country"), "centres", wide),
        Tile(number_of(tables, "centres", where(missing="regions")), _("without a known region"), "centres",
             where(missing="regions")),
        Tile(tables.count("counts"), _("dated and undated readings"), "counts"),
    ]  # fmt: skip


def the_map(page: Page) -> None:
    """Regions shaded by what is chosen; points only where coordinates are known."""
    _, name = page._, page.words.name
    shade = choice(page, "shade", shades(page))
    found, ever = values(page, page.tables, shade), values(page, page.everything, shade)
    entries, shapes = page.everything.vocabulary["regions"], boundaries()
    drawn = {
        id_: Region(name("regions", id_), shapes[id_], found[id_][0] if id_ in found else 0 if id_ in ever else None,
                    found.get(id_, ever.get(id_, (0, "")))[1], entries[id_]["kind"] == "city")
        for id_ in local(page) if id_ in shapes
    }  # fmt: skip
    known = page.tables.centres[page.tables.centres.latitude.notna()]
    places = [Place(name("centres", row.centre), row.latitude, row.longitude, f"centres|{where(id=row.centre)}")
              for row in known.itertuples()]  # fmt: skip
    lines = [
        (
            name("regions", id_),
            link(page, page.words.number(found[id_][0]), *found[id_][1].split("|", 1), MAP)
            if id_ in found
            else page.words.number(0)
            if id_ in ever
            else nothing(page),
        )
        for id_ in local(page)
    ]
    controls = switch(page, _("Shaded by:"), "shade", shades(page), shade)
    note = _("What concerns the whole country is not added to the regions.")
    points = page.words.ngettext("{n} point: a centre whose coordinates are known.",
                                 "{n} points: centres whose coordinates are known.", len(places))  # fmt: skip
    if not places:
        points = _("The sources give no centre’s coordinates, so none is drawn as a point.")
    alt = "; ".join(
        f"{name('regions', id_)}: {found[id_][0] if id_ in found else _('nothing reported')}" for id_ in local(page)
    )
    chart(
        page,
        MAP,
        regions_map(drawn, places, _("nothing reported")),
        _("Where: {what} by region", what=shades(page)[shade]),
        alt,
        lambda: table(_("By region"), [_("Region"), shades(page)[shade]], lines, [1]),
        join(note, " ", points, controls, reading(page, zero=bool(page.filters))),
        _("Boundaries: {credit}", credit=CREDIT),
    )


def nothing(page: Page) -> Html:
    return tag("span", page._("nothing reported"), class_="bm-unknown")


def elsewhere(page: Page) -> None:
    """Networks and centres whose places nobody names: beside the map, at no invented point."""
    _ = page._
    rows = [row for row in page.tables.centres.itertuples() if row.latitude is None and not set(row.regions) - {"KG"}]
    if not rows:
        return
    section(page, _("Without a place on the map"), _("The sources name no places for them."))
    order = page.words.sorted("centres", [row.centre for row in rows])
    place = {
        row.centre: page.words.said(row.place)
        or page.words.list(page.words.name("regions", id_) for id_ in row.regions)
        for row in rows
    }
    lines = [tag("li", record_link(page, "centres", id_), tag("div", place[id_] or unknown(page), class_="bm-meta"))
             for id_ in order]  # fmt: skip
    page.put(tag("ul", *lines, class_="bm-plain"))
