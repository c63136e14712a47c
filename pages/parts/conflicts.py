"""Findings come in; out they go as cards: both sentences, or the record and the article, side by side."""

from collections.abc import Iterable
from typing import Any

from loaders.tables.surroundings import called
from pages.parts.evidence import badge, sentence, sources
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import field_labels, finding_value
from pages.parts.opening import Page
from pages.parts.quotes import sources_of


def conflicts(page: Page, rows: Iterable[Any]) -> Html:
    return tag("ol", *(tag("li", _article(page, row)) for row in rows), class_="bm-list bm-cards")


def _article(page: Page, row: Any) -> Html:
    """An article that contradicts itself: its sentences, one against the other."""
    where = page.everything.article_of[row.article]
    link = tag("a", called(where), href=page.href("articles", article=row.article), lang=where.language)
    sides = _sides([sentence(page, *place) for place in row.evidence])
    return join(tag("p", _told(page, row), class_="bm-head"), sides, tag("p", link, class_="bm-meta"))


def _told(page: Page, row: Any) -> str:
    """What a finding of an article means; its own English is for maintainers."""
    _ = page._
    return {
        "date-conflict": _("Two dates of this article cannot both be true."),
        "number-conflict": _("Two numbers of this article cannot both be true."),
        "name-conflict": _("Two names of this article do not fit together."),
    }.get(row.kind, row.kind)


def disagreements(page: Page, rows: Iterable[Any]) -> Html:
    """What a person entered against what an article says; neither is changed."""
    return tag("ol", *(tag("li", _disagreement(page, row)) for row in rows), class_="bm-list bm-cards")


def _disagreement(page: Page, row: Any) -> Html:
    recorded, read = (finding_value(page, row.field, value) for value in row.values)
    field = field_labels(page).get((row.field or "").partition(".")[0], row.field)
    places = [tag("div", sentence(page, *place)) for place in row.evidence[:2]]
    sides = [tag("div", tag("b", read), " ", badge(page, "machine"), *places)]
    if recorded:
        origin = tag("div", sources(page, sources_of(page, row.record)), class_="bm-meta")
        sides.insert(0, tag("div", tag("b", recorded), " ", badge(page, "reviewed"), origin))
    return join(tag("p", record_link(page, row.of, row.record), ": ", field, class_="bm-head"), _sides(sides))


def told(page: Page, rows: Iterable[Any]) -> Html:
    """Conflicts a person has written down, in the reader's language, with what was read."""
    lines = []
    for row in rows:
        field = field_labels(page).get((row.field or "").partition(".")[0], row.field)
        lines.append(tag("li", tag("div", record_link(page, row.of, row.record), ": ", field, class_="bm-head"),
                         tag("div", page.words.said(row.says)),
                         tag("div", sources(page, sources_of(page, row.record)), class_="bm-meta")))  # fmt: skip
    return tag("ol", *lines, class_="bm-list")


def _sides(sides: list[Html]) -> Html:
    parts: list[Html] = []
    for side in sides:
        parts += [tag("div", "≠", class_="bm-versus", aria_hidden="true")] * bool(parts) + [tag("div", side)]
    return tag("div", *parts, class_="bm-pair")
