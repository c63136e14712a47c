"""The initiatives come in; out goes their table, each number in it with the list behind it."""

from loaders.choosing import number_of, where
from pages.parts.drawing import table
from pages.parts.evidence import badge, link, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link, status_of
from pages.parts.labels import field_labels
from pages.parts.opening import Page

KEY = "initiatives_table"
SHOWN = 100


def initiatives(page: Page) -> Html:
    _, labels = page._, field_labels(page)
    order = page.words.sorted("initiatives", page.tables.initiatives.initiative)
    limit = None if page.query.get("rows") == "all" else SHOWN
    lines = []
    for id_ in order[:limit]:
        row = next(page.tables.index("initiatives").rows(id_, "initiative").itertuples())
        counted = []
        for of in ("partners", "articles"):
            clause = where(about=id_)
            n = number_of(page.everything, of, clause)
            counted.append(link(page, page.words.number(n), of, clause, KEY) if n else page.words.number(0))
        lines.append((
            join(record_link(page, "initiatives", id_), " ", badge(page, state_of(row))),
            page.words.name("kinds", row.kind) if row.kind else _unknown(page),
            status_of(page, row, _("not known")),
            page.words.period(row.start, row.end),
            *counted,
        ))  # fmt: skip
    columns = [
        labels["initiative"],
        labels["kind"],
        labels["status"],
        labels["period"],
        labels["partners"],
        _("Articles"),
    ]
    more = None
    if limit and len(order) > limit:
        more = tag(
            "p", tag("a", _("Show all {n}", n=page.words.number(len(order))), href=page.href(rows="all", **page.own))
        )
    return join(table(_("In alphabetical order"), columns, lines, [4, 5]), more)


def _unknown(page: Page) -> Html:
    return tag("span", page._("not known"), class_="bm-unknown")
