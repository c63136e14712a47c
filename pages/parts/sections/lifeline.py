"""A partner comes in; out go the names it had and has, each with its time."""

from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.opening import Page


def succession(page: Page, id_: str) -> list[str]:
    """Everyone before and after it, the oldest first."""
    after = {row.partner: row.succeeded_by for row in page.everything.partners.itertuples()}
    found, open_ = {id_}, [id_]
    while open_:
        one = open_.pop()
        near = {*after.get(one, ()), *(other for other, heirs in after.items() if one in heirs)}
        open_ += near - found
        found |= near
    ends = {row.partner: (row.valid_from or "", row.valid_to or "~") for row in page.everything.partners.itertuples()}
    return sorted(found & set(ends), key=lambda one: (ends[one][1], ends[one][0], one))


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
