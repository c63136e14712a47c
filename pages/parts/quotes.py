"""A row comes in; out go the sentences behind it, or where a person read it, or that neither is known."""

from collections.abc import Iterable
from typing import Any

from loaders.filters.choosing import clauses, where
from pages.parts.evidence import link, sentence, sources
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.reprinted import also, firsts

OF = ("initiative", "centre", "record", "of")  # columns that name the record a row belongs to
RECORDS = ("initiatives", "partners", "centres")
QUOTES = 3  # sentences under one line


def quotes(page: Page, of: str, row: Any, said: str) -> Html:
    """The sentences; else where a person read it; else that neither is known."""
    every = list(dict.fromkeys(_places(page, of, row, said)))
    first = firsts(page, (place[0] for place in every))
    places = [place for place in every if place[0] in first]
    if places:
        lines = [tag("li", sentence(page, *place)) for place in places[:QUOTES]]
        lines += [tag("li", one) for article, n in first.items() if (one := also(page, article, n))]
        left = len(places) - QUOTES
        if left > 0:
            more = page.words.ngettext("and {n} more sentence", "and {n} more sentences", left)
            lines.append(tag("li", _all(page, row[1], more) if of in RECORDS else more))
        return tag("ul", *lines, class_="bm-quotes")
    if of == "articles":
        return Html("")
    urls = [*(getattr(row, "sources", None) or ()), *filter(None, [getattr(row, "url", None)])]
    if not urls:
        named = (*(getattr(row, name, None) for name in OF), *getattr(row, "initiatives", ()))
        urls = sources_of(page, next(filter(None, named), None))
    if not urls:
        return tag("p", page._("No source is recorded."), class_="bm-meta")
    return tag("p", page._("Entered by a person from:"), " ", sources(page, urls), class_="bm-meta")


def _all(page: Page, record: str, text: str) -> Html:
    """The rest of the sentences, as a list of their own."""
    return link(page, text, "evidence", where(id=record), page.query.get("below", ""))


def sources_of(page: Page, record: str | None) -> list[str]:
    return next((own[record].get("sources") or [] for own in page.everything.records.values() if record in own), [])


def _places(page: Page, of: str, row: Any, said: str) -> Iterable[tuple[str, int, int, str]]:
    if of in RECORDS:
        yield from (_place(one) for one in page.everything.evidence_of(row[1]))
    elif of == "involvement":
        said_of = page.everything.evidence_of(row.partner)
        yield from (_place(one) for one in said_of if one.kind == "partner" and one.initiative == row.initiative)
    elif of == "findings":
        yield from row.evidence
    elif of == "articles":
        wanted = {value for _, values in clauses(said) for value in values} | {
            id_ for name in ("partner", "goal", "level", "region") for id_ in getattr(page.filters, name)
        }
        for id_ in sorted(wanted):
            yield from (_place(one) for one in page.everything.evidence_of(id_) if one.article == row.article)
    elif getattr(row, "quote", None):
        yield _place(row)


def _place(row: Any) -> tuple[str, int, int, str]:
    return row.article, row.start, row.end, row.quote
