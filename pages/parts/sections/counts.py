"""A page comes in; out go the dated numbers of centres, each with its source."""

from itertools import cycle, islice
from typing import Any

from loaders.filters.choosing import where
from pages.parts.charts.readings import SYMBOLS, Reading, readings
from pages.parts.charts.spans import after, fraction
from pages.parts.drawing import chart, table
from pages.parts.evidence import badge, sources
from pages.parts.html import Html, join, tag
from pages.parts.items import amount, record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page
from pages.parts.sections.rows import unknown
from pages.parts.words import collation

READINGS = "centres_readings"


def told(page: Page, row: Any) -> str:
    return f"{amount(page, row)} {page.words.said(row.what) or value_word(page, row.unit or '')}"


def over_time(page: Page) -> None:
    """Numbers of centres with a date; the readings of one are joined, never averaged."""
    _ = page._
    rows = page.tables.counts
    dated = rows[rows.unit.eq("centres") & rows.earliest.notna()].sort_values(["earliest", "centre"])
    if dated.empty:
        return
    lines = []
    for id_ in dict.fromkeys(dated.centre):
        own = [row for row in dated[dated.centre.eq(id_)].itertuples() if not isinstance(row.value, str)]
        found = [Reading(row.value, fraction(row.earliest), after(row.latest),
                         f"{told(page, row)}, {page.words.date(row.as_of)}",
                         f"counts|{where(centre=id_, unit='centres', as_of=row.as_of)}") for row in own]  # fmt: skip
        lines.append((page.words.name("centres", id_), found))
    finding = grown(page, dated)
    signs = (SYMBOLS[one] for one in islice(cycle(SYMBOLS), len(lines)))
    keys = tag("ul", *(tag("li", sign, " ", name) for sign, (name, _found) in zip(signs, lines, strict=True)),
               class_="bm-legend")  # fmt: skip
    below = join(_("Each mark is one dated reading; between two marks nothing is known."), keys)
    figure = readings(lines, value_word(page, "centres"), _("Year"))
    chart(page, READINGS, figure, finding, finding, lambda: counts_table(page), below)


def grown(page: Page, dated: Any) -> str:
    """The centre read most often: its first and last number, each with its day."""
    id_ = dated.centre.value_counts(sort=True).index[0]
    own = list(dated[dated.centre.eq(id_)].itertuples())
    said = [f"{amount(page, row)} ({page.words.date(row.as_of)})" for row in (own[0], own[-1])]
    if len(own) == 1:
        return f"{page.words.name('centres', id_)}: {said[0]}"
    return page._("{centre}: {first}, then {last}", centre=page.words.name("centres", id_), first=said[0], last=said[1])


def counts_table(page: Page, centre: str = "") -> Html:
    """All readings, dated or not, each with its source."""
    _ = page._
    rows = page.tables.counts if not centre else page.everything.counts[page.everything.counts.centre.eq(centre)]
    lines = []
    for row in sorted(
        rows.itertuples(), key=lambda row: (collation(page.words.name("centres", row.centre)), row.as_of or "~")
    ):
        urls = [row.url] if row.url else page.everything.records["centres"].get(row.centre, {}).get("sources") or ()
        lines.append((
            record_link(page, "centres", row.centre),
            join(told(page, row), " ", badge(page, "reviewed" if row.origin == "person" else "machine")),
            page.words.date(row.as_of) if row.as_of else unknown(page),
            sources(page, urls),
        ))  # fmt: skip
    return table(_("Readings, each with its source"), [_("Centre"), _("Number"), _("Date"), _("Sources")], lines)
