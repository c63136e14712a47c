"""The initiatives come in; out goes their table, each number in it with the list behind it."""

from loaders.filters.choosing import number_of, where
from pages.parts.drawing import table
from pages.parts.evidence import doubt, link, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link, status_of
from pages.parts.labels import field_labels
from pages.parts.listing import limit, more
from pages.parts.opening import Page

KEY = "initiatives_table"
MOST = 100  # initiatives before "all"


def initiatives(page: Page) -> Html:
    _, labels = page._, field_labels(page)
    own, lines = page.tables.index("initiatives"), []
    order = page.words.sorted("initiatives", own.found("initiative"))
    order, total = order[: limit(page, len(order), MOST)], len(order)
    shown = own.cut(lambda: own.isin("initiative", order)).frame
    row_of = {row.initiative: row for row in shown.itertuples()}
    nothing = tag("span", _("nothing found"), class_="bm-unknown")
    for id_ in order:
        row, counted = row_of[id_], []
        for of in ("partners", "articles"):
            clause = where(about=id_)
            n = number_of(page.everything, of, clause)
            counted.append(link(page, page.words.number(n), of, clause, KEY) if n else nothing)
        lines.append((
            join(record_link(page, "initiatives", id_), doubt(page, state_of(row))),
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
    return join(table(_("In alphabetical order"), columns, lines, [4, 5]), more(page, total, MOST))


def _unknown(page: Page) -> Html:
    return tag("span", page._("not known"), class_="bm-unknown")
