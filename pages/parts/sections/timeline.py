"""A page comes in; out go initiatives as bars over the years, in lanes, with events and articles as marks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.charts_timeline import PLAIN, Bar, Mark, timeline
from pages.parts.choosing import where
from pages.parts.counting import OFTEN, league, said_of
from pages.parts.drawing import Tile, chart, section, source, table
from pages.parts.evidence import badge, link, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import value_word
from pages.parts.listing import slot
from pages.parts.matrix import choice, switch
from pages.parts.opening import Page
from pages.parts.sections.goals import shown
from pages.parts.spans import after, fraction, pieces
from pages.parts.years import years

MOST = 300  # bars; beyond that they are a solid block, and years are counted instead
KEY = "timeline_bars"


def lanes(page: Page) -> dict[str, str]:
    _ = page._
    return {"date": _("by date"), "goal": _("by goal"), "partner": _("by partner"), "region": _("by region")}


def windows(page: Page) -> dict[str, str]:
    count = page.words.ngettext
    return {"all": page._("all years")} | {str(n): count("last {n} year", "last {n} years", n) for n in (10, 5)}


def headline(page: Page) -> str:
    """When most began, and how many ends nobody tells."""
    plans = page.tables.initiatives
    begun = [day.year for day in plans.start_earliest if day]
    if not begun:
        return page._("No start date is known")
    best = max(sorted(set(begun)), key=begun.count)
    count = page.words.ngettext
    most = count("{n} initiative began in {year}, the most in a year", "{n} initiatives began in {year}, the most in a year",
                 begun.count(best), year=best)  # fmt: skip
    return page._("{most}; {open}", most=most, open=count("of {n} the end is not reported", "of {n} the end is not reported",
                                                         int(plans.end.isna().sum())))  # fmt: skip


def tiles(page: Page) -> list[Tile]:
    _, plans, events = page._, page.tables.initiatives, page.tables.events
    undated = int((plans.start.isna() & plans.end.isna()).sum())
    return [
        Tile(int(plans.start.notna().sum()), _("initiatives with a known start"), "initiatives", where(with_="start")),
        Tile(int(plans.end.notna().sum()), _("initiatives with a known end"), "initiatives", where(with_="end")),
        Tile(undated, _("initiatives without any date"), "initiatives", where(missing=("start", "end"))),
        Tile(len(events), _("dated events"), "events"),
        Tile(len(page.tables.articles), _("articles"), "articles"),
    ]


def told(page: Page, row: Any) -> str:
    status = page.words.name("statuses", row.status) if row.status else page._("status not known")
    return f"{page.words.period(row.start, row.end)} · {status}"


def bars(page: Page, lane: str, today: date) -> list[Bar]:
    """The rows of the figure: with lanes, each has a heading, and an initiative stands in all it belongs to."""
    plans = {row.initiative: row for row in page.tables.initiatives.itertuples()}
    drawn = {id_: found for id_, row in plans.items() if (found := pieces(row, today))}
    order = sorted(drawn, key=lambda id_: (drawn[id_][0].start, id_))

    def bar(id_: str, colour: str) -> Bar:
        opens = f"initiatives|{where(id=id_)}"
        return Bar(page.words.name("initiatives", id_), drawn[id_], told(page, plans[id_]), opens, colour)

    if lane == "date":
        return [bar(id_, PLAIN) for id_ in order]
    of = said_of(page.tables, lane)
    members = of[of.initiative.isin(set(order))].groupby("id").initiative.agg(set).to_dict()
    entries = page.everything.vocabulary["goals"]
    found = []
    for id_, name in named(page, lane, members).items():
        colour = entries[id_]["colour"] if lane == "goal" else PLAIN
        found += [Bar(name), *(bar(one, colour) for one in order if one in members[id_])]
    return found


def named(page: Page, lane: str, members: dict[str, set[str]]) -> dict[str, str]:
    """Lanes in their order: partners by their initiatives, the rest by the alphabet."""
    if lane != "partner":
        return {id_: name for id_, name in shown(page, lane).items() if id_ in members}
    most = [id_ for id_ in league(page.tables) if id_ in members][:OFTEN]
    return {id_: page.words.name("partners", id_) for id_ in most}


def marks(page: Page) -> list[Mark]:
    """Row 0: events, row 1: articles; one mark a date, which opens all of that date."""
    found = []
    events = page.tables.events
    for day, rows in events[events.earliest.notna()].groupby("date"):
        one = next(rows.itertuples())
        said = "; ".join(page.words.said(row.text) or value_word(page, row.kind) for row in rows.itertuples())
        found.append(Mark(0, fraction(one.earliest), after(one.latest), f"{page.words.date(day)}: {said}",
                          f"events|{where(date=day)}"))  # fmt: skip
    articles = page.tables.articles
    for day, rows in articles[articles.earliest.notna()].groupby("published"):
        one = next(rows.itertuples())
        said = page.words.ngettext("{n} article", "{n} articles", len(rows))
        found.append(Mark(1, fraction(one.earliest), after(one.latest), f"{page.words.date(day)}: {said}",
                          f"articles|{where(published=day)}", "square"))  # fmt: skip
    return found


def behind(page: Page) -> Html:
    _ = page._
    name = page.words.name
    goals = page.tables.goals_of.groupby("initiative").goal.agg(set).to_dict()
    rows = sorted(page.tables.initiatives.itertuples(), key=lambda row: (row.start or "~", row.initiative))
    lines = [
        (
            join(record_link(page, "initiatives", row.initiative), " ", badge(page, state_of(row))),
            name("statuses", row.status) if row.status else unknown(page),
            page.words.date(row.start) if row.start else unknown(page),
            page.words.date(row.end) if row.end else unknown(page),
            ", ".join(name("goals", id_) for id_ in page.words.sorted("goals", goals.get(row.initiative, ()))),
        )
        for row in rows
    ]
    return table(_("Initiatives by start"), [_("Initiative"), _("Status"), _("Start"), _("End"), _("Goals")], lines)


def unknown(page: Page) -> Html:
    return tag("span", page._("not known"), class_="bm-unknown")


def reading(page: Page) -> Html:
    """How the bars are to be read."""
    _ = page._
    keys = (
        ("sure", _("certain")),
        ("possible", _("possible: only the month or year is known")),
        ("fading", _("end not reported")),
        ("event", _("event")),
        ("article", _("article")),
    )
    return tag("ul", *(tag("li", tag("i", class_=f"bm-bar-{kind}"), text) for kind, text in keys), class_="bm-legend")


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
    text = page.words.ngettext("{n} event has a day but no year and stands in no year here: ",
                               "{n} events have a day but no year and stand in no year here: ", len(lost))  # fmt: skip
    dates = page.words.list(page.words.date(day) for day in days)
    st.html(tag("p", text, link(page, dates, "events", where(date=days), "timeline_yearless")))
    slot(page, "timeline_yearless")
