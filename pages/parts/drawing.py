"""Titles, tiles, tables and figures come in; out they go onto the page, each number with the list behind it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pages.parts.charts.figure import Figure
from pages.parts.charts.svg import svg
from pages.parts.closer import closer
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.listing import slot
from pages.parts.opening import Page
from pages.parts.then import unregistered

REGISTERED = ("initiatives", "partners", "centres", "involvement", "counts")  # what only the register knows


@dataclass(frozen=True)
class Tile:
    """A number, what it counts, and the list behind it."""

    value: Any
    label: str
    of: str
    where: str = ""
    note: str = ""
    href: str = ""  # where the list is a page of its own
    silence: str = ""  # said in place of a zero that is none: nothing found, not searched


def title(page: Page, finding: str, standfirst: str = "", narrowed: bool = True, lang: str = "") -> None:
    """The first thing of every page: what was found, in a sentence; `narrowed`: in what the filters leave.

    `lang`: the language of a title that is an article's own.
    """
    heading = tag("h1", finding[:1].upper() + finding[1:], class_="bm-title", lang=lang or None)
    below = standfirst and tag("p", standfirst[:1].upper() + standfirst[1:], class_="bm-standfirst")
    only = tag("p", page._("Only what matches the filters chosen."), class_="bm-meta")
    only = only if narrowed and page.filters else Html("")
    page.put(tag("div", heading, only, below, id="bm-main", lang=page.words.language))


def section(page: Page, heading: str, below: str = "", anchor: str = "") -> None:
    """Begins an element of its own: a browser lays out and paints those in sight only."""
    page.flush()
    page.put(tag("h2", heading, below and tag("small", below), class_="bm-section", id=anchor or None))


def contents(page: Page, headings: Mapping[str, str]) -> None:
    """The sections of a long page: anchor → heading."""
    links = [tag("li", tag("a", heading, href=f"#{anchor}")) for anchor, heading in headings.items()]
    label = page._("On this page")
    page.put(tag("nav", tag("b", label), tag("ul", *links), aria_label=label, class_="bm-contents"))


def tiles(page: Page, shown: Iterable[Tile], key: str) -> None:
    """Numbers side by side; each opens its list right below them."""
    cells = []
    for tile in shown:
        number = number_of(page, tile, key)
        cells.append(tag("li", tag("b", number), tag("span", tile.label), tile.note and tag("small", tile.note),
                         class_="bm-tile"))  # fmt: skip
    page.put(tag("ul", *cells, class_="bm-tiles"))
    slot(page, key)
    page.flush()  # is read while the rest is counted


def number_of(page: Page, tile: Tile, key: str) -> Html:
    """A zero has no list to open: it stands as it is, or as the silence it is."""
    shown, label = page.words.number(tile.value), f"{tile.label}: {tile.value}"
    if not tile.value:
        silence = page._("not known") if tile.of in REGISTERED and unregistered(page) else tile.silence
        return tag("span", silence or shown, class_="bm-unknown bm-silence" if silence else "bm-number")
    if tile.href:
        return tag("a", shown, href=tile.href, class_="bm-number", aria_label=label)
    return link(page, shown, tile.of, tile.where, key, label)


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], numbers: Iterable[int] = ()) -> Html:
    """Plain and accessible; cells may be links made by `link` or `sentence`; `numbers`: columns set to the right.

    A wide one becomes a stack of rows on a telephone, each cell with the name of its column.
    """
    right = set(numbers)
    cell = [{"class_": "bm-n"} if at in right else {} for at in range(len(columns))]
    head = tag("tr", *(tag("th", name, scope="col", **cell[at]) for at, name in enumerate(columns)))
    body = (
        tag("tr", *(tag("td", value, data_label=columns[at], **cell[at]) for at, value in enumerate(row)))
        for row in rows
    )
    look = "bm-table bm-stacks" if len(columns) > 3 else "bm-table"
    return scrolled(caption, look, tag("thead", head), tag("tbody", *body))


def scrolled(caption: str, look: str, *parts: Html) -> Html:
    """A table that is wider than its place scrolls by itself; its caption stays in sight."""
    whole = tag("table", tag("caption", tag("span", caption)), *parts, class_=look)
    return tag("div", whole, class_="bm-scroll", role="region", aria_label=caption)


def source(page: Page, more: str = "") -> None:
    """The line under every chart."""
    page.put(tag("p", source_line(page, more), class_="bm-source"))


def source_line(page: Page, more: str = "") -> Html:
    """From how many articles and sources, read until when."""
    _, count, tables = page._, page.words.ngettext, page.tables
    told = [
        _("Source: register and articles"),
        count("{n} article", "{n} articles", tables.count("articles")),
        count("{n} independent source", "{n} independent sources", tables.count("articles", "source")),
        tables.read_on and _("latest of {date}", date=page.words.date(str(tables.read_on))),
        more,
    ]
    return join(*filter(None, told), between=" · ")


def chart(
    page: Page, key: str, figure: Figure, heading: str, alt: str, behind: Callable[[], Html], below: str = "",
    note: str = "",
) -> None:  # fmt: skip
    """A figure with its finding as title, its list on click, its table when it is unfolded, and its source line.

    A mark opens a list if its `customdata` begins with `"initiatives|goal:…;level:…"`: a kind, `|`, and clauses.
    """
    section(page, heading, below)
    page.keep(key, heading, figure.plotly, below, note)

    def address(of: str, where: str) -> str:
        return page.href(list=of, where=where, below=key, **page.own)

    page.put(svg(figure, alt, key, address))
    slot(page, key)
    source(page, note)
    box = page.folded(page._("The same as a table"), f"{key}_table")
    if box.open:
        with page.within(box):
            page.put(behind())
    closer(page, key, figure, alt)
