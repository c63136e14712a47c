"""A page comes in; out go the initiatives of each goal and the newest events, short enough to stand on one screen."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from loaders.filters.choosing import where
from pages.parts.counting import standing
from pages.parts.drawing import table
from pages.parts.evidence import badge, link, sentence
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page
from pages.parts.sections.open_questions import SIDE, part
from pages.parts.then import unregistered

KEY = "overview_tiles"
GOALS, NEW, LATER = 9, 4, 3  # lines of a short list: all of them stand on one screen


def by_goal(page: Page) -> Html:
    """Of how many initiatives of a goal it is said that they are under way, and of how many in all; those first."""
    _, name, found = page._, page.words.name, standing(page.tables, "goal")
    weight = {id_: (-one["under-way"], -sum(one.values())) for id_, one in found.items()}
    first = sorted(found, key=lambda id_: (weight[id_], id_))[:GOALS]  # the same in every language
    order = sorted(page.words.sorted("goals", first), key=weight.__getitem__)
    most = max((sum(found[id_].values()) for id_ in order), default=1)
    lines = []
    for id_ in order:
        now, every = found[id_]["under-way"], sum(found[id_].values())
        bar = f"--bm-all:{round(100 * every / most)}%;--bm-now:{round(100 * now / most)}%"
        lines.append((
            name("goals", id_),
            link(page, page.words.number(now), "initiatives", where(goal=id_, status="under-way"), SIDE) if now else "",
            join(link(page, page.words.number(every), "initiatives", where(goal=id_), SIDE),
                 tag("i", class_="bm-meter", style=bar, aria_hidden="true")),
        ))  # fmt: skip
    none = tag("p", unregistered(page) or _("No initiative matches these filters."), class_="bm-unknown")
    columns = [_("Goal"), _("under way"), _("all")]
    drawn = table(_("Dark: said to be under way"), columns, lines, [1]) if lines else none
    more = tag("p", tag("a", _("All goals"), href=page.href("goals")))
    return part(_("Initiatives by goal"), tag("div", drawn, class_="bm-tight"), more)


def newest(page: Page, today: date) -> Html:
    """What happened last, and what has been announced."""
    _, own, now = page._, page.tables.index("events"), today.toordinal()
    first, last = own.ordinals("earliest"), own.ordinals("latest")
    past, ahead = np.flatnonzero((first > 0) & (last <= now)), np.flatnonzero((first > 0) & (last > now))
    past, ahead = past[np.argsort(-last[past], kind="stable")], ahead[np.argsort(first[ahead], kind="stable")]
    everything = tag("p", link(page, page.words.ngettext("All {n} event", "All {n} events", len(own)), "events", "",
                               KEY))  # fmt: skip
    return join(part(_("The newest events"), _events(page, own.frame.iloc[past[:NEW]].itertuples()),
                     everything if len(own) else Html("")),
                part(_("Announced for later"), _events(page, own.frame.iloc[ahead[:LATER]].itertuples())))  # fmt: skip


def _events(page: Page, rows: Iterable[Any]) -> Html:
    shown = [tag("li", _event(page, row)) for row in rows]
    none = tag("p", page._("None is known."), class_="bm-unknown")
    return tag("ol", *shown, class_="bm-plain") if shown else none


def _event(page: Page, row: Any) -> Html:
    """Its day, what it was, and the way to where it is told: its initiative's page, or the sentence."""
    said = page.words.said(row.text) or value_word(page, row.kind)
    state = None if row.origin == "person" else badge(page, "machine")
    linked = [record_link(page, "initiatives", id_) for id_ in row.initiatives]
    told = join(*linked, between=" · ") if linked else row.quote and sentence(page, *row[-4:])
    return join(tag("span", page.words.date(row.date), class_="bm-when"), " ", said,
                tag("div", join(told or "", " " if told and state else "", state), class_="bm-meta"))  # fmt: skip
