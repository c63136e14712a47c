"""A page and the years there are come in; out go those shown, and links to fewer, more, earlier or later ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pages.parts.html import Html, join, tag
from pages.parts.matrix import choice, switch
from pages.parts.opening import Page

NAME = "years"  # in the address: 10, 5, all, or 2022/2024


@dataclass(frozen=True)
class Window:
    """Whole years, both shown."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def windows(page: Page) -> dict[str, str]:
    count = page.words.ngettext
    last = {str(n): count("last {n} year", "last {n} years", n) for n in (10, 5)}
    return last | {"all": page._("all years")}


def window(page: Page, whole: Window, today: date) -> Window:
    """The years the address asks for, as far as there are any; the last ten where it asks for none."""
    said = re.fullmatch(r"(\d{4})/(\d{4})", page.query.get(NAME, ""))
    if said:
        first, last = sorted((int(said[1]), int(said[2])))
        return Window(max(first, min(whole.first, last)), min(last, max(whole.last, first)))
    chosen = choice(page, NAME, windows(page))
    back = whole.first if chosen == "all" else max(whole.first, today.year - int(chosen) + 1)
    return Window(min(back, whole.last), whole.last)


def moves(shown: Window, whole: Window) -> dict[str, Window]:
    """Where each of the four links leads; one that leads nowhere is left out."""
    first, last = shown.first, shown.last
    step, third = max(1, (last - first + 1) // 2), (last - first + 1) // 3
    closer = Window(first + max(third, 1), last) if last - first < 3 else Window(first + third, last - third)
    wider = Window(max(whole.first, first - step), min(whole.last, last + step))
    earlier = min(step, first - whole.first)
    later = min(step, whole.last - last)
    found = {
        "earlier": Window(first - earlier, last - earlier),
        "later": Window(first + later, last + later),
        "closer": closer if last > first else shown,
        "wider": wider,
    }
    return {name: to for name, to in found.items() if to != shown}


def zoom(page: Page, shown: Window, whole: Window) -> Html:
    """Every one a link, so that the keyboard reaches it, the address keeps it and the back button undoes it."""
    _ = page._
    said: Mapping[str, str] = {"earlier": _("← earlier"), "later": _("later →"), "closer": _("+ closer"),
                               "wider": _("− wider")}  # fmt: skip
    to = moves(shown, whole)
    rest = {name: value for name, value in page.own.items() if name != NAME}
    links = (tag("a", said[name], href=page.href(**rest, **{NAME: str(to[name])})) for name in said if name in to)
    years = str(shown.first) if shown.first == shown.last else f"{shown.first} – {shown.last}"
    chosen = page.query.get(NAME, "")
    presets = switch(page, _("Show:"), NAME, windows(page), "" if "/" in chosen else choice(page, NAME, windows(page)))
    here = tag("nav", tag("span", years), *links, aria_label=_("Years shown: {years}", years=years), class_="bm-switch")
    return join(presets, here)
