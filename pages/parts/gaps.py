"""Findings and register come in; out go the tables of what is unknown, missing or silent, each with its list."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from loaders.filters.choosing import number_of, where
from pages.parts.conflicts import conflicts, disagreements, told
from pages.parts.drawing import Tile, table
from pages.parts.evidence import link, sentence
from pages.parts.html import Html, join, tag
from pages.parts.labels import field_labels, value_word
from pages.parts.opening import Page

WITHIN = ("date-conflict", "number-conflict", "name-conflict")
DIFFERING = ("disagreement", "articles-differ")
SHOWN, MOST = 8, 40  # cards, names
KEY = "quality_tiles"  # the slot where this page's lists stand


def headline(page: Page) -> str:
    count = page.words.ngettext
    within, differing = len(_of(page, *WITHIN)), len(_of(page, *DIFFERING))
    return page._(
        "{articles} and {records}",
        articles=count("{n} contradiction within an article", "{n} contradictions within articles", within),
        records=count("{n} between records and articles", "{n} between records and articles", differing),
    )


def _of(page: Page, *kinds: str) -> pd.DataFrame:
    return page.tables.findings[page.tables.findings.kind.isin(kinds)]


def tiles(page: Page) -> list[Tile]:
    _ = page._
    kinds = {
        WITHIN: _("articles that contradict themselves"),
        "disagreement": _("record and article differ"),
        "addition": _("an article adds to the record"),
        "record-conflict": _("sources that contradict each other"),
        "unknown-name": _("names the register does not know"),
        "missing-field": _("missing fields"),
    }
    return [
        Tile(number_of(page.tables, "findings", where(kind=kind)), label, "findings", where(kind=kind))
        for kind, label in kinds.items()
    ]


def none(page: Page, text: str) -> Html:
    return tag("p", text, class_="bm-unknown")


def within(page: Page) -> Html:
    return _first(page, WITHIN, conflicts, page._("No article read so far does."))


def differing(page: Page) -> Html:
    return _first(page, DIFFERING, disagreements, page._("None so far."))


def additions(page: Page) -> Html:
    return _first(page, ("addition",), disagreements, page._("None so far."))


def written(page: Page) -> Html:
    return _first(page, ("record-conflict",), told, page._("None so far."))


def _first(page: Page, kinds: tuple[str, ...], draw: Callable[[Page, Iterable[Any]], Html], without: str) -> Html:
    """The first of them, and the way to all."""
    rows = _of(page, *kinds)
    if not len(rows):
        return none(page, without)
    more = _everything(page, len(rows), kinds) if len(rows) > SHOWN else None
    return join(draw(page, rows.head(SHOWN).itertuples()), more)


def _everything(page: Page, n: int, kinds: tuple[str, ...]) -> Html:
    more = page._("Show all {n}", n=page.words.number(n))
    return tag("p", link(page, more, "findings", where(kind=kinds), KEY))


def unknown(page: Page) -> Html:
    """One row a name, however often it is met."""
    _, rows = page._, _of(page, "unknown-name")
    if not len(rows):
        return none(page, _("None so far."))
    articles: dict[str, set[str]] = {}
    first: dict[str, tuple] = {}
    for values, article, evidence in zip(rows["values"], rows.article, rows.evidence, strict=True):
        articles.setdefault(str(values[1]), set()).add(article)
        first.setdefault(str(values[1]), evidence)
    order = sorted(articles, key=lambda name: (-len(articles[name]), name))
    lines = (
        (name, page.words.number(len(articles[name])), sentence(page, *first[name][0]) if first[name] else "")
        for name in order[:MOST]
    )
    caption = _("Names met in articles, most frequent first")
    drawn = table(caption, [_("Name"), _("Articles"), _("Sentence")], lines, [1])
    return join(drawn, _everything(page, len(rows), ("unknown-name",)) if len(order) > MOST else None)


def missing(page: Page) -> Html:
    """Kind of record × field → how many lack it."""
    _, rows, labels = page._, _of(page, "missing-field"), field_labels(page)
    kinds = {"initiatives": _("Initiatives"), "partners": _("Partners"), "centres": _("Centres")}
    lines = []
    for (of, field), group in rows.groupby(["of", "field"]):
        clause = where(kind="missing-field", of=of, field=field)
        number = link(page, page.words.number(len(group)), "findings", clause, KEY)
        total = page.tables.count(of)
        lines.append(
            (kinds[of], labels.get(field, field), number, page.words.percent(len(group) / total) if total else "—")
        )
    lines.sort(key=lambda line: (line[0], line[1]))
    return table(
        _("Records that lack a field a reader looks for"),
        [_("Of"), _("Field"), _("Lack it"), _("Share")],
        lines,
        [2, 3],
    )


def silent(page: Page) -> Html:
    _ = page._
    kinds = {"initiatives": _("Initiatives"), "partners": _("Partners"), "centres": _("Centres")}

    def lines() -> Iterator[tuple]:
        for of, label in kinds.items():
            total, quiet = page.tables.count(of), number_of(page.tables, of, where(silent="yes"))
            number = link(page, page.words.number(quiet), of, where(silent="yes"), KEY)
            yield label, link(page, page.words.number(total), of, "", KEY), number

    caption = _("Records without a single article")
    return table(caption, [_("Of"), _("In the register"), _("No article yet")], lines(), [1, 2])


def outlets(page: Page) -> Html:
    _, own = page._, page.tables.index("articles")
    published, outlet = own.frame.published.to_numpy(dtype=object), own.column("outlet")
    lines = []
    for name, places in [("", np.flatnonzero(own.unsaid("outlet"))), *outlet.groups(own.everything())]:
        clause = where(outlet=name) if name else where(missing="outlet")
        last = max((day for day in published[places] if day), default=None)
        number = link(page, page.words.number(len(places)), "articles", clause, KEY)
        if len(places):
            lines.append((name or _("outlet not known"), number, page.words.date(last)))
    caption = _("Outlets, by the last article read")
    return table(caption, [_("Outlet"), _("Articles"), value_word(page, "published")], lines, [1])
