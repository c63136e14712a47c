"""An article comes in; out go its facts as a list beside the text, each leading to its words and to its record."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page

RECORD = {"partner": "partners", "initiative": "initiatives"}
THEME = {"goal": "goals", "level": "levels", "region": "regions"}
ORDER = ("initiative", "partner", "goal", "level", "region", "date", "person", "figure", "event", "unlisted")


def beside(page: Page, evidence: Iterable[Any]) -> Html:
    """One heading a kind; one line a fact."""
    rows = sorted((row for row in evidence if row.kind in ORDER), key=lambda row: (ORDER.index(row.kind), row.fact))
    parts = []
    for kind, group in groupby(rows, key=lambda row: row.kind):
        lines = [tag("li", what, " ", places) for what, places in _facts(page, kind, list(group))]
        parts += [tag("dt", _heading(page, kind)), tag("dd", tag("ul", *lines, class_="bm-plain"))]
    return tag("dl", *parts, class_="bm-beside")


def _facts(page: Page, kind: str, rows: list[Any]) -> Iterator[tuple[Html, Html]]:
    """Rows that say the same of the same are one line with several places; what is only proposed is its own."""
    same: dict[tuple, list[Any]] = {}
    for row in rows:
        same.setdefault((row.id, row.value, row.more, row.more and row.initiative), []).append(row)
    for (id_, value, more, _initiative), said in same.items():
        places = sorted({(row.start, row.end) for row in said})
        what = join(_what(page, kind, id_, value), _more(page, kind, more))
        only = said[0].initiative if kind == "partner" and all(row.initiative for row in said) else None
        if only and only in page.everything.names["initiatives"]:  # a role it has nowhere else in the article
            what = join(what, " · ", record_link(page, "initiatives", only))
        yield what, join(*(_place(page, said[0].article, place) for place in places), between=" ")


def _more(page: Page, kind: str, more: str | None) -> str:
    """Of a partner the status of its part, where that is another than the initiative's; of a figure its unit."""
    if not more:
        return ""
    return f", {page.words.name('statuses', more)}" if kind == "partner" else f" ({value_word(page, more)})"


def _what(page: Page, kind: str, id_: str | None, value: Any) -> Html:
    name, known = page.words.name, page.everything.names
    if kind in RECORD and id_ in known[RECORD[kind]]:
        shown = record_link(page, RECORD[kind], id_)
        word = name("roles" if kind == "partner" else "statuses", value) if value else None
        return join(shown, word and ": ", word)
    if kind in THEME:
        return join(name(THEME[kind], id_))
    if kind == "date":
        of = {"start": page._("start"), "end": page._("end")}.get(id_ or "")
        return join(page.words.date(value), of and f" ({of})")
    if kind == "person":
        return join(value, id_ and ", ", id_ and record_link(page, "partners", id_))
    if kind == "figure":
        return join(page.words.number(value), id_ and ": ", id_ and _figure_of(page, id_))
    return join(value_word(page, str(value)))


def _figure_of(page: Page, id_: str) -> Html | str:
    kind = next((kind for kind in ("initiatives", "centres", "partners") if id_ in page.everything.names[kind]), None)
    return record_link(page, kind, id_) if kind else id_


def _place(page: Page, article: str, place: tuple[int, int]) -> Html:
    """A small arrow to the words; named for those who do not see it."""
    at = f"{place[0]}-{place[1]}"
    href = page.href("articles", article=article, at=at)
    quote = page.everything.article_of[article].text[place[0] : place[1]]
    return tag(
        "a", "¶", href=href, class_="bm-place", title=quote, aria_label=page._("Show the words: {quote}", quote=quote)
    )


def _heading(page: Page, kind: str) -> str:
    _ = page._
    return {
        "initiative": _("Initiatives"),
        "partner": _("Partners"),
        "goal": _("Goals"),
        "level": _("Levels"),
        "region": _("Regions"),
        "date": _("Dates"),
        "person": _("People"),
        "figure": _("Figures"),
        "event": _("Events"),
        "unlisted": _("Names the register does not know"),
    }[kind]
