"""A page comes in; out go initiatives as bars over the years, in lanes, with events and articles as marks."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from loaders.filters.choosing import number_of, where
from pages.parts.charts.spans import fraction
from pages.parts.charts.timeline import Bar, Mark, timeline
from pages.parts.counting import said
from pages.parts.drawing import Tile, chart, section, source
from pages.parts.evidence import link
from pages.parts.html import join, tag
from pages.parts.listing import slot
from pages.parts.matrix import choice, switch
from pages.parts.opening import Page
from pages.parts.sections.rows import bars, behind, marks, named, reading
from pages.parts.years import years
from pages.parts.zoom import Window, window, zoom

MOST = 300  # bars; beyond that they are a solid block, and years are counted instead
FAR_TOO_MANY = 3000  # initiatives, whatever years are shown
KEY = "timeline_bars"


def lanes(page: Page) -> dict[str, str]:
    _ = page._
    return {"date": _("by date"), "goal": _("by goal"), "partner": _("by partner"), "region": _("by region")}


def headline(page: Page) -> str:
    """When most began, and how many ends nobody tells."""
    plans = page.tables.initiatives
    begun = [day.year for day in plans.start_earliest if day]
    if not begun:
        return page._("No start date is known")
    times = Counter(begun)
    best = max(sorted(times), key=times.__getitem__)
    count = page.words.ngettext
    most = count(
        "{n} initiative began in {year}, the most in a year",
        "{n} initiatives began in {year}, the most in a year",
        times[best],
        year=best,
    )
    return page._(
        "{most}; {open}",
        most=most,
        open=count("of {n} the end is not reported", "of {n} the end is not reported", int(plans.end.isna().sum())),
    )


def tiles(page: Page) -> list[Tile]:
    _, plans = page._, page.tables.initiatives
    undated = int((plans.start.isna() & plans.end.isna()).sum())
    return [
        Tile(int(plans.start.notna().sum()), _("initiatives with a known start"), "initiatives", where(with_="start")),
        Tile(int(plans.end.notna().sum()), _("initiatives with a known end"), "initiatives", where(with_="end")),
        Tile(undated, _("initiatives without any date"), "initiatives", where(where(missing="start"), missing="end")),
        Tile(page.tables.count("events"), _("dated events"), "events"),
        Tile(page.tables.count("articles"), _("articles"), "articles"),
    ]


def whole(rows: Sequence[Bar], happened: Sequence[Mark], today: date) -> Window:
    """Every year in which anything is drawn, and this one."""
    edges = [piece for row in rows for piece in row.pieces] + [*happened]
    first = min((edge.start for edge in edges), default=today.year)
    last = max((edge.end for edge in edges), default=today.year + 1)
    return Window(int(first), max(ceil(round(last, 2)) - 1, today.year))


def figure(page: Page, rows: Sequence[Bar], happened: Sequence[Mark], today: date, shown: Window) -> Any:
    """Marks take the first two rows, bars the rest."""
    heads = [Bar(page._("Events")), Bar(page._("Articles"))]
    months = [f"{year}-{month:02}" for year in range(shown.first, shown.last + 1) for month in (1, 4, 7, 10)]
    named = {fraction(date.fromisoformat(f"{month}-01")): page.words.date(month) for month in months}
    now = page.words.date(page.filters.as_of) if page.filters.as_of else page._("today")
    return timeline([*heads, *rows], happened, shown.first - 0.05, shown.last + 1.05, fraction(today),
                    page._("Year"), now, named if shown.last - shown.first < 2 else None)  # fmt: skip


def within(rows: Sequence[Bar], shown: Window) -> list[Bar]:
    """The bars of which something is to be seen, and the lanes that have one."""
    found: list[Bar] = []
    for row in rows:
        if row.opens and not any(piece.start < shown.last + 1 and piece.end > shown.first for piece in row.pieces):
            continue
        if not row.opens and found and not found[-1].opens:
            found.pop()
        found.append(row)
    return found[:-1] if found and not found[-1].opens else found


def draw(page: Page, today: date) -> None:
    _ = page._
    lane = choice(page, "lanes", lanes(page))
    many = number_of(page.tables, "initiatives", where(with_="start")) > FAR_TOO_MANY
    every, happened = ([], []) if many else (bars(page, lane, today), marks(page))
    ever = whole(every, happened, today)
    shown = window(page, ever, today)
    rows = within(every, shown)
    lanes_ = switch(page, _("Lanes:"), "lanes", lanes(page), lane)
    heading = _("Initiatives over time, {lanes}", lanes=lanes(page)[lane])
    count = sum(1 for row in rows if row.opens)
    if many or count > MOST:
        theme = lane if lane != "date" else "goal"
        ids = said(page.tables, "initiative", theme).ids()
        section(page, heading, _("Too many for single bars: how many ran in each year."))
        page.put(join(lanes_, years(page, theme, named(page, theme, ids), KEY, heading)))
        slot(page, KEY)
        source(page)
        return
    alt = page.words.ngettext(
        "{n} bar from the start to the end of an initiative. {finding}.",
        "{n} bars from the start to the end of initiatives. {finding}.", count, finding=headline(page),
    )  # fmt: skip
    chart(page, KEY, figure(page, rows, happened, today, shown), heading, alt, lambda: behind(page),
          join(lanes_, zoom(page, shown, ever), reading(page)))  # fmt: skip


def yearless(page: Page) -> None:
    """Events of which nobody says the year: on no line of time, so listed."""
    events = page.tables.events
    lost = events[events.date.notna() & events.earliest.isna()]
    days = tuple(sorted(set(lost.date)))
    if not days:
        return
    text = page.words.ngettext(
        "{n} event has a day but no year and stands in no year here",
        "{n} events have a day but no year and stand in no year here",
        len(lost),
    )
    dates = page.words.list(page.words.date(day) for day in days)
    page.put(tag("p", link(page, text, "events", where(date=days), "timeline_yearless"), ": ", dates))
    slot(page, "timeline_yearless")
