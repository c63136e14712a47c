"""A page comes in; out go the choice of a day whose knowledge is shown, and on every page the line that says so."""

from collections.abc import Iterable
from functools import cache

import streamlit as st

from loaders.filters import is_past_day
from loaders.records import ROOT
from loaders.records.past import first_day
from pages.parts.html import join, tag
from pages.parts.opening import Page, latest

KEY = "as_of"
OFFERED = 400  # days to choose from; any other can be typed


def banner(page: Page) -> None:
    """As long as another day than today is shown, every page says so and leads back."""
    if not page.filters.as_of:
        return
    _ = page._
    rest = {name: said for name, said in page.query.items() if name not in {*page.filters.address(), "lang"}}
    back = tag("a", _("Back to today"), href=page.href(filters=page.filters.without("as_of"), **rest))
    told = tag("b", _("As known on {day}.", day=page.words.date(page.filters.as_of)))
    left, begins = _("Articles published later and later changes of the register are left out."), _begins()
    before = _(
        "The register begins on {day}: of a day before it only what articles say is known, and the rest is not zero.",
        day=page.words.date(begins),
    )
    told = join(told, left, page.filters.as_of < begins and before, back, between=" ")
    page.put(tag("p", told, role="status", class_="bm-warning bm-then"))


def unregistered(page: Page) -> str:
    """Of a day before the register began nobody knows what it would have held: said in place of any nought of it."""
    if not page.filters.as_of or page.filters.as_of >= _begins():
        return ""
    return page._("What the register held on {day} is not known", day=page.words.date(page.filters.as_of))


@cache
def _begins() -> str:
    return first_day(ROOT).isoformat()


def choice(page: Page) -> None:
    """The days on which something was published; any other is typed as 2025-03-26, the same in every language."""
    _ = page._
    st.session_state[KEY] = page.filters.as_of or None
    page.flush()
    st.selectbox(
        _("What was known on …"),
        days(latest().index("articles").found("published"), page.filters.as_of),
        format_func=page.words.date,
        key=KEY,
        index=None,
        placeholder=_("Today; or choose a day, or type one: 2025-03-26"),
        accept_new_options=True,
        on_change=_chosen,
        args=(page,),
        width=420,
    )


def days(published: Iterable[str], chosen: str) -> list[str]:
    """The newest first; a month or a year is no day."""
    known = {day for day in published if is_past_day(day)}
    return sorted({*sorted(known, reverse=True)[:OFFERED], *filter(None, [chosen])}, reverse=True)


def _chosen(page: Page) -> None:
    """Into the address as it is; one that is no past day is said to be none by the filter bar."""
    rest = {name: said for name, said in page.query.items() if name not in {"as_of", "rows"}}
    said = (st.session_state[KEY] or "").strip()
    st.query_params.from_dict(rest | ({"as_of": said} if said else {}))
