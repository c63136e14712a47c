"""A partner comes in; out go the names it had and has, each with its time."""

from collections.abc import Mapping

from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.opening import Page


def succession(page: Page, id_: str) -> list[str]:
    """Those it came from, itself, and those it became; the oldest first. Two that merged are not each other's line."""
    rows = {row.partner: row for row in page.everything.partners.itertuples()}
    heirs = {one: set(row.succeeded_by) & set(rows) for one, row in rows.items()}
    parents = {one: {other for other, after in heirs.items() if one in after} for one in rows}
    found = {id_} | _reached(id_, heirs) | _reached(id_, parents)
    return sorted(found, key=lambda one: (rows[one].valid_to or "~", rows[one].valid_from or "", one))


def _reached(id_: str, steps: Mapping[str, set[str]]) -> set[str]:
    found, open_ = set(), [id_]
    while open_:
        near = steps.get(open_.pop(), set()) - found
        open_ += near
        found |= near
    return found - {id_}


def line(page: Page, id_: str) -> Html:
    """The names it had and has, each with its time; the others lead to their own page."""
    rows = {row.partner: row for row in page.everything.partners.itertuples()}
    lines = []
    for one in succession(page, id_):
        row = rows[one]
        shown = tag("b", page.words.name("partners", one)) if one == id_ else record_link(page, "partners", one)
        told = page.words.period(row.valid_from, row.valid_to) if row.valid_from or row.valid_to else None
        lines.append(tag("li", shown, told and tag("div", told, class_="bm-meta")))
    other = page.everything.records["partners"][id_].get("also") or ()
    also = other and tag("p", page._("Also written: {names}", names=", ".join(other)), class_="bm-meta")
    return join(tag("ol", *lines, class_="bm-plain"), also)
