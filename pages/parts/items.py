"""One row of a table comes in; out goes its line in a list, with badge and the sentences or sources behind it."""

from typing import Any

from loaders.filters import Filters
from loaders.tables.surroundings import called
from pages.parts.evidence import badge, doubt, state_of
from pages.parts.html import Html, join, tag
from pages.parts.labels import field_labels, finding_value, op_word, value_word
from pages.parts.opening import Page
from pages.parts.quotes import quotes

MONEY = {"som", "usd", "eur", "jpy", "sar"}
RAW = {"date-conflict", "number-conflict", "name-conflict"}


def item(page: Page, of: str, row: Any, said: str = "") -> Html:
    """`said`: the clauses of the list, so that the sentences shown are those that speak of them."""
    head, *more = LINES[of](page, row)
    below = (tag("div", line, class_="bm-meta") for line in more if line)
    return tag("li", tag("div", head, class_="bm-head"), *below, quotes(page, of, row, said))


def record_link(page: Page, kind: str, id_: str) -> Html:
    """A record's name, leading to everything known of it."""
    where = {"initiatives": {"initiative": id_}, "centres": {"centre": id_}}.get(kind)
    filters = page.filters if where else Filters(partner=(id_,), as_of=page.filters.as_of)
    return tag("a", page.words.name(kind, id_), href=page.href(kind, filters=filters, **(where or {})))


def status_of(page: Page, row: Any, unknown: str) -> Html:
    """The status of an initiative; with a badge of its own where the record is a person's and the status is not."""
    if not row.status:
        return tag("span", unknown, class_="bm-unknown")
    alone = row.reviewed and row.status_origin == "machine"
    return join(page.words.name("statuses", row.status), alone and " ", alone and badge(page, "machine"))


def _initiative(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(record_link(page, "initiatives", row.initiative), doubt(page, state_of(row)))
    return head, join(status_of(page, row, page._("status not known")), " · ", page.words.period(row.start, row.end))


def _article(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = tag("a", called(row), href=page.href("articles", article=row.article), lang=row.language)
    return head, join(row.outlet or page._("outlet not known"), " · ", page.words.published(row.published))


def _partner(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(record_link(page, "partners", row.partner), doubt(page, state_of(row)))
    return head, page.words.name("kinds", row.kind)


def _centre(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(record_link(page, "centres", row.centre), doubt(page, state_of(row)))
    return head, join(page.words.name("kinds", row.kind), " · ", page.words.said(row.place) or _regions(page, row))


def _involvement(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(
        record_link(page, "partners", row.partner), ": ", page.words.name("roles", row.role), " ", _origin(page, row)
    )
    return head, record_link(page, "initiatives", row.initiative) if row.initiative else None


def _event(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(
        page.words.date(row.date),
        ": ",
        page.words.said(row.text) or value_word(page, row.kind),
        " ",
        _origin(page, row),
    )
    linked = [record_link(page, "partners", id_) for id_ in row.partners]
    return head, join(*linked, *(record_link(page, "initiatives", id_) for id_ in row.initiatives), between=" · ")


def _figure(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    what = join(amount(page, row), " ", counted(page, row))
    elsewhere = row.of_kind and row.of != page.query.get("initiative")
    return join(what, " ", _origin(page, row)), record_link(page, row.of_kind, row.of) if elsewhere else None


def _person(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    head = join(row.name, row.position and f", {row.position}", " ", badge(page, "machine"))
    return head, record_link(page, "partners", row.partner) if row.partner else None


def _finding(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    """What does not fit, of which record and field, and what stands against what."""
    field = field_labels(page).get((row.field or "").partition(".")[0])
    head = join(value_word(page, row.kind), field and f": {field}")
    linked = record_link(page, row.of, row.record) if row.record else None
    if row.kind in RAW:  # the machine's own English; the sentences below tell it
        return head, linked
    values = " ≠ ".join(filter(None, (finding_value(page, row.field, value) for value in row.values)))
    return head, linked, page.words.said(row.says) or values


def _count(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    what = counted(page, row)
    head = join(tag("b", amount(page, row)), " ", what, " · ", page.words.date(row.as_of), " ", _origin(page, row))
    return head, record_link(page, "centres", row.centre)


def _evidence(page: Page, row: Any) -> tuple[Html | str | None, ...]:
    return (value_word(page, row.kind),)


LINES = {
    "initiatives": _initiative,
    "articles": _article,
    "partners": _partner,
    "centres": _centre,
    "involvement": _involvement,
    "events": _event,
    "figures": _figure,
    "people": _person,
    "findings": _finding,
    "counts": _count,
    "evidence": _evidence,
}


def _regions(page: Page, row: Any) -> str:
    return ", ".join(page.words.name("regions", id_) for id_ in row.regions)


def counted(page: Page, row: Any) -> str:
    """What a figure counts: a person's words for it, else its unit, which money and shares bear already."""
    unit = "" if row.unit in MONEY | {"percent"} else row.unit
    return page.words.said(row.what) or value_word(page, unit or "")


def amount(page: Page, row: Any) -> str:
    """A figure as it was said: `more than 30`, `74`, `50 %`, `744 000 000 som`."""
    number = page.words.number(row.value)
    if row.unit == "percent" and not isinstance(row.value, str):
        number = page.words.percent(row.value / 100)
    elif row.unit in MONEY:
        number = f"{number} {value_word(page, row.unit)}"
    return op_word(page, row.op, number) if row.op else number


def _origin(page: Page, row: Any) -> Html:
    return badge(page, "reviewed" if row.origin == "person" else "machine")
