"""A kind of thing and clauses come in; out goes the list of exactly those rows, each with its way to the sentence."""

from loaders.filters import LISTS
from loaders.filters.choosing import NoSuchList, choose, clauses
from pages.parts.html import Html, tag
from pages.parts.items import item
from pages.parts.labels import field_labels, value_word
from pages.parts.opening import Page
from pages.parts.reprinted import firsts
from pages.parts.sharing import list_feed

SHOWN = 40  # rows of a list before "all"


def slot(page: Page, below: str = "") -> None:
    """Draws the list the address asks for, if it is to stand here."""
    of, said = page.query.get("list", ""), page.query.get("where", "")
    if not of or page.query.get("below", "") != below:
        return
    listing(page, of, said)


def listing(page: Page, of: str, said: str) -> None:
    _ = page._
    close = tag("a", _("Close the list"), href=page.href(**page.own), class_="bm-close")
    try:
        rows = choose(page.tables, of, said)
    except NoSuchList as unknown:
        text = _("This address asks for a list we do not have: {what}", what=unknown)
        page.put(tag("section", tag("p", text), close, class_="bm-listing", data_bm_goto="list"))
        return
    if of == "evidence":  # what a reprint repeats is told with the first
        rows = rows[rows.article.isin(firsts(page, rows.article))]
    items = [item(page, of, row, said) for row in rows.head(limit(page, len(rows))).itertuples()]
    head = tag("h2", heading(page, of, len(rows)), " ", tag("small", describe(page, said)))
    new = list_feed(page, said)
    left = more(page, len(rows), list=of, where=said, below=page.query.get("below"))
    body = tag("ol", *items) if items else tag("p", _("Nothing in the register or the articles read so far matches."))
    page.put(
        tag("section", head, close, new, body, left, class_="bm-listing", data_bm_goto=f"{of} {said}", tabindex="-1")
    )


def limit(page: Page, n: int, most: int = SHOWN) -> int:
    """How many of so many rows are drawn: the first ones, until all are asked for."""
    return n if page.query.get("rows") == "all" else min(n, most)


def more(page: Page, n: int, most: int = SHOWN, **own: str | None) -> Html:
    """The way to all of them, where some are left; `own`: what else the address is to keep."""
    if limit(page, n, most) == n:
        return Html("")
    href = page.href(rows="all", **own, **page.own)
    return tag("p", tag("a", page._("Show all {n}", n=page.words.number(n)), href=href))


def heading(page: Page, of: str, n: int) -> str:
    count = page.words.ngettext
    return {
        "initiatives": count("{n} initiative", "{n} initiatives", n),
        "articles": count("{n} article", "{n} articles", n),
        "partners": count("{n} partner", "{n} partners", n),
        "centres": count("{n} centre", "{n} centres", n),
        "involvement": count("{n} involvement", "{n} involvements", n),
        "events": count("{n} event", "{n} events", n),
        "figures": count("{n} figure", "{n} figures", n),
        "people": count("{n} person", "{n} people", n),
        "findings": count("{n} finding", "{n} findings", n),
        "counts": count("{n} reading", "{n} readings", n),
        "evidence": count("{n} sentence", "{n} sentences", n),
    }[of]


def describe(page: Page, said: str) -> str:
    """`goal:digital-skills;missing:start` in the reader's words."""
    _, name = page._, page.words.name
    labels = field_labels(page)
    told = []
    for field, values in clauses(said):
        if field == "id":
            continue
        if field in ("missing", "unsaid"):
            told.append(_("not known: {fields}", fields=", ".join(labels.get(value, value) for value in values)))
        elif field == "with":
            told.append(_("known: {fields}", fields=", ".join(labels.get(value, value) for value in values)))
        elif field in ("about", "record"):
            kinds = ("initiatives", "partners", "centres", "goals")
            told.append(
                ", ".join(next((name(k, v) for k in kinds if v in page.everything.names[k]), v) for v in values)
            )
        elif field == "role" and {*values} == {*page.everything.names["roles"]} - {"mentioned"}:
            told.append(_("in a role, not only mentioned"))
        elif field == "silent":
            told.append(_("no article speaks of them yet"))
        elif field in ("period", "published", "start", "date"):
            told.append(f"{labels.get(field, field)}: {page.words.date(values[0])}")
        else:
            shown = ", ".join(_word(page, field, value) for value in values)
            told.append(f"{labels[field]}: {shown}" if field in labels else shown)
    return " · ".join(told)


def _word(page: Page, field: str, value: str) -> str:
    """One value of a clause: the name of the record it is an id of, the label of the field it names, or its word."""
    several = {kind: kind for kind in ("initiatives", "partners", "regions")}
    kinds = LISTS | several | {"centre": "centres", "initiative": "initiatives", "kind": "kinds"}
    if value in page.everything.names.get(kinds.get(field, ""), {}):
        return page.words.name(kinds[field], value)
    return field_labels(page).get(value, value) if field in ("of", "field") else value_word(page, value)
