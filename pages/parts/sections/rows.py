"""A page comes in; out go the bars and marks of its timeline, and the table behind them."""

from collections.abc import Callable, Container, Iterator
from datetime import date
from typing import Any

import numpy as np

from loaders.filters.choosing import where
from pages.parts.charts.spans import after, fraction, pieces
from pages.parts.charts.timeline import PLAIN, Bar, Mark
from pages.parts.counting import OFTEN, league, members
from pages.parts.drawing import table
from pages.parts.evidence import doubt, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link, status_of
from pages.parts.labels import field_labels, value_word
from pages.parts.opening import Page
from pages.parts.sections.goals import shown

MOST = 400  # dates of marks in a row; beyond that it is a solid block, and each year has one
TOLD = 12  # events told one by one


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
    of = {id_: own & drawn.keys() for id_, own in members(page.tables, lane).items() if own & drawn.keys()}
    entries = page.everything.vocabulary["goals"]
    found = []
    for id_, name in named(page, lane, of).items():
        colour = entries[id_]["colour"] if lane == "goal" else PLAIN
        found += [Bar(name), *(bar(one, colour) for one in order if one in of[id_])]
    return found


def named(page: Page, lane: str, ids: Container[str]) -> dict[str, str]:
    """Lanes in their order: partners by their initiatives, the rest by the alphabet."""
    if lane != "partner":
        return {id_: name for id_, name in shown(page, lane).items() if id_ in ids}
    most = [id_ for id_ in league(page.tables) if id_ in ids][:OFTEN]
    return {id_: page.words.name("partners", id_) for id_ in most}


def marks(page: Page) -> list[Mark]:
    """Row 0: events, row 1: articles; one mark a date, which opens all of that date."""
    count = page.words.ngettext

    def events(places: np.ndarray) -> str:
        if len(places) > TOLD:
            return count("{n} event", "{n} events", len(places))
        rows = page.tables.events.iloc[places].itertuples()
        return "; ".join(page.words.said(row.text) or value_word(page, row.kind) for row in rows)

    def articles(places: np.ndarray) -> str:
        return count("{n} article", "{n} articles", len(places))

    return [
        *_marks(page, 0, "events", "date", events, "diamond"),
        *_marks(page, 1, "articles", "published", articles, "square"),
    ]


def _marks(page: Page, row: int, of: str, day: str, told: Callable[[np.ndarray], str], symbol: str) -> Iterator[Mark]:
    """One mark for all that happened on a date, or in a year where there are too many dates."""
    own = page.tables.index(of)
    first, last, days = own.ordinals("earliest"), own.ordinals("latest"), own.column(day)
    many = len(own.found(day, first > 0)) > MOST
    for said, places in _by_year(first) if many else days.groups(first > 0):
        start, end = (date.fromordinal(int(one)) for one in (first[places].min(), last[places].max()))
        opens = where(period=f"{said}/{said}") if many else where(**{day: said})
        yield Mark(
            row, fraction(start), after(end), f"{page.words.date(said)}: {told(places)}", f"{of}|{opens}", symbol
        )


def _by_year(days: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Year → the places of its days."""
    known = days[days > 0]
    years = range(*(date.fromordinal(int(day)).year + more for day, more in ((known.min(), 0), (known.max(), 1))))
    year = np.searchsorted([date(one, 1, 1).toordinal() for one in years], days, side="right")
    yield from ((str(one), np.flatnonzero(year == at)) for at, one in enumerate(years, 1) if (year == at).any())


def behind(page: Page) -> Html:
    _ = page._
    name = page.words.name
    goals = page.tables.goals_of.groupby("initiative").goal.agg(set).to_dict()
    rows = sorted(page.tables.initiatives.itertuples(), key=lambda row: (row.start or "~", row.initiative))
    lines = [
        (
            join(record_link(page, "initiatives", row.initiative), doubt(page, state_of(row))),
            status_of(page, row, _("not known")),
            page.words.date(row.start) if row.start else unknown(page),
            page.words.date(row.end) if row.end else unknown(page),
            ", ".join(name("goals", id_) for id_ in page.words.sorted("goals", goals.get(row.initiative, ()))),
        )
        for row in rows
    ]
    return table(_("Initiatives by start"), [_("Initiative"), _("Status"), _("Start"), _("End"), _("Goals")], lines)


def unknown(page: Page) -> Html:
    return tag("span", page._("not known"), class_="bm-unknown")


def unconfirmed(page: Page, row: Any) -> str:
    """Fields and other names that a person entered and no source confirms."""
    labels = field_labels(page) | {"website": page._("Website"), "country": page._("Country")}
    told = (said.replace(":", ".", 1).partition(".") for said in dict.fromkeys(row.unverified))
    return ", ".join(f"«{rest}»" if field == "also" else labels.get(field, field) for field, _dot, rest in told)


def reading(page: Page, marked: bool = True) -> Html:
    """How the bars are to be read, and with marks those too."""
    _ = page._
    keys = (
        ("sure", _("certain")),
        ("possible", _("possible: only the month or year is known")),
        ("fading", _("end not reported")),
        *((("event", _("event")), ("article", _("article"))) if marked else ()),
    )
    return tag("ul", *(tag("li", tag("i", class_=f"bm-bar-{kind}"), text) for kind, text in keys), class_="bm-legend")
