"""An article comes in; out go its facts as a list beside the text, each leading to its words and to its record."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page

RECORD = {"partner": "partners", "initiative": "initiatives"}
CUES = {"role": "partner", "status": "initiative"}
THEME = {"goal": "goals", "level": "levels", "region": "regions"}
ORDER = ("initiative", "partner", "goal", "level", "region", "date", "person", "figure", "event", "unlisted")


def beside(page: Page, evidence: Iterable[Any]) -> Html:
    """One heading a kind; one line a fact."""
    parts = []
    for kind, said in groupby(_lines(evidence), key=lambda rows: rows[0].kind):
        lines = [tag("li", _what_of(page, rows), " ", _places(page, rows), id=_anchor(rows)) for rows in said]
        parts += [tag("dt", _heading(page, kind)), tag("dd", tag("ul", *lines, class_="bm-plain"))]
    return tag("dl", *parts, class_="bm-beside")


def anchors(evidence: Iterable[Any]) -> dict[tuple, str]:
    """What words stand for (`meant`) → the line that says it."""
    found: dict[tuple, str] = {}
    for rows in _lines(evidence):
        found.setdefault(meant(rows[0]), _anchor(rows))
    return found


def meant(row: Any) -> tuple:
    """The words that decided a role or a status stand for the partner or initiative that has it."""
    return CUES.get(row.kind, row.kind), row.id, row.value


def _lines(evidence: Iterable[Any]) -> Iterable[list[Any]]:
    """Rows that say the same of the same are one line with several places; what is only proposed is its own."""
    rows = sorted((row for row in evidence if row.kind in ORDER), key=lambda row: (ORDER.index(row.kind), row.fact))
    found: dict[tuple, list[Any]] = {}
    for row in rows:
        found.setdefault((*meant(row), row.more, row.more and row.initiative), []).append(row)
    return found.values()


def _anchor(rows: list[Any]) -> str:
    return f"fact-{rows[0].fact}"


def _what_of(page: Page, rows: list[Any]) -> Html:
    one = rows[0]
    what = join(_what(page, one.kind, one.id, one.value), _more(page, one.kind, one.more))
    only = one.initiative if one.kind == "partner" and all(row.initiative for row in rows) else None
    if only and only in page.everything.names["initiatives"]:  # a role it has nowhere else in the article
        what = join(what, " · ", record_link(page, "initiatives", only))
    return what


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


def _places(page: Page, rows: list[Any]) -> Html:
    """A small number for each place of its words; named for those who do not see it."""
    text, places = page.everything.article_of[rows[0].article].text, sorted({(row.start, row.end) for row in rows})
    shown = []
    for n, (start, end) in enumerate(places, 1):
        href = page.href("articles", article=rows[0].article, at=f"{start}-{end}")
        told = page._("{n}, show the words: {quote}", n=n, quote=text[start:end])
        shown.append(tag("a", n, href=href, class_="bm-place", title=text[start:end], aria_label=told))
    return join(*shown, between=" ")


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
