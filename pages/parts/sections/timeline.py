"""A page comes in; out go initiatives as bars over the years, in lanes, with events and articles as marks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from loaders.choosing import where
from pages.parts.charts_timeline import Bar, timeline
from pages.parts.counting import said_of
from pages.parts.drawing import Tile, chart, section, source
from pages.parts.evidence import link
from pages.parts.html import join, tag
from pages.parts.listing import slot
from pages.parts.matrix import choice, switch
from pages.parts.opening import Page
from pages.parts.sections.rows import bars, behind, marks, named, reading
from pages.parts.spans import fraction
from pages.parts.years import years

MOST = 300  # bars; beyond that they are a solid block, and years are counted instead
KEY = "timeline_bars"


def lanes(page: Page) -> dict[str, str]:
    _ = page._
    return {"date": _("by date"), "goal": _("by goal"), "partner": _("by partner"), "region": _("by region")}


def windows(page: Page) -> dict[str, str]:
    count = page.words.ngettext
    last = {str(n): count("last {n} year", "last {n} years", n) for n in (10, 5)}
    return last | {"all": page._("all years")}


def headline(page: Page) -> str:
    """When most began, and how many ends nobody tells."""
    plans = page.tables.initiatives
    begun = [day.year for day in plans.start_earliest if day]
    if not begun:
        return page._("No start date is known")
    best = max(sorted(set(begun)), key=begun.count)
    count = page.words.ngettext
    most = count(
        "{n} initiative began in {year}, the most in a year",
        "{n} initiatives began in {year}, the most in a year",
        begun.count(best),
        year=best,
    )
    return page._(
        "{most}; {open}",
        most=most,
        open=count("of {n} the end is not reported", "of {n} the end is not reported", int(plans.end.isna().sum())),
    )


def tiles(page: Page) -> list[Tile]:
    _, plans, events = page._, page.tables.initiatives, page.tables.events
    undated = int((plans.start.isna() & plans.end.isna()).sum())
    return [
        Tile(int(plans.start.notna().sum()), _("initiatives with a known start"), "initiatives", where(with_="start")),
        Tile(int(plans.end.notna().sum()), _("initiatives with a known end"), "initiatives", where(with_="end")),
        Tile(undated, _("initiatives without any date"), "initiatives", where(where(missing="start"), missing="end")),
        Tile(len(events), _("dated events"), "events"),
        Tile(len(page.tables.articles), _("articles"), "articles"),
    ]


def figure(page: Page, rows: Sequence[Bar], today: date, window: str) -> Any:
    """Marks take the first two rows, bars the rest; `window`: how many years back."""
    happened = marks(page)
    edges = [piece for row in rows for piece in row.pieces] + happened
    first = min((edge.start for edge in edges), default=today.year)
    last = max((edge.end for edge in edges), default=today.year + 1)
    if window != "all":
        first = max(first, today.year - int(window) + 1)
    heads = [Bar(page._("Events")), Bar(page._("Articles"))]
    return timeline([*heads, *rows], happened, int(first) - 0.1, max(last, fraction(today)) + 0.3, fraction(today),
                    page._("Year"), page._("today"))  # fmt: skip


def draw(page: Page, today: date) -> None:
    _ = page._
    lane, window = choice(page, "lanes", lanes(page)), choice(page, "years", windows(page))
    rows = bars(page, lane, today)
    controls = join(switch(page, _("Lanes:"), "lanes", lanes(page), lane),
                    switch(page, _("Show:"), "years", windows(page), window))  # fmt: skip
    heading = _("Initiatives over time, {lanes}", lanes=lanes(page)[lane])
    count = sum(1 for row in rows if row.opens)
    if count > MOST:
        theme = lane if lane != "date" else "goal"
        members = {id_: {id_} for id_ in said_of(page.tables, theme).id}
        section(heading, _("Too many for single bars: how many ran in each year."))
        st.html(join(controls, years(page, theme, named(page, theme, members), KEY, heading, today)))
        slot(page, KEY)
        source(page)
        return
    alt = page.words.ngettext(
        "{n} bar from the start to the end of an initiative. {finding}.",
        "{n} bars from the start to the end of initiatives. {finding}.", count, finding=headline(page),
    )  # fmt: skip
    chart(page, KEY, figure(page, rows, today, window), heading, alt, behind(page), join(controls, reading(page)))


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
    st.html(tag("p", link(page, text, "events", where(date=days), "timeline_yearless"), ": ", dates))
    slot(page, "timeline_yearless")
