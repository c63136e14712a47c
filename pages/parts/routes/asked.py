"""A query comes in; out goes what a route answers: a briefing, a feed, rows of the API, or what in it nobody knows."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import orjson

from loaders.exports import api as rows_of
from loaders.exports.feed import entries
from loaders.filters import LISTS, Filters
from loaders.filters.choosing import NoSuchList, choose
from loaders.records import ROOT
from loaders.records.changed import Change
from loaders.records.history import changes
from loaders.tables.freshness import FOLDERS, signature
from pages.parts.briefing.content import content
from pages.parts.briefing.web import web as written
from pages.parts.briefing.word import word as as_word
from pages.parts.briefing.wording import document
from pages.parts.frame import HOME, PAGES
from pages.parts.opening import Page, page_at
from pages.parts.routes.feed import atom
from pages.parts.sharing import path_of, ways
from pages.parts.words import DEFAULT, LANGUAGES

FILTERS = tuple(one.name for one in fields(Filters))
PAGING = {"page": 1, "per_page": 100}
MOST = 500  # rows of one answer
FARTHEST = 10**9  # page
KINDS = ("initiatives", "partners", "centres")


def _page(query: dict[str, str]) -> Page:
    page = page_at(path_of(query), {name: said for name, said in query.items() if name != "page"})
    asked = query.get("page") or HOME
    return page if asked in PAGES else replace(page, unknown=(*page.unknown, ("page", asked)))


def web(query: dict[str, str], base: str) -> bytes:
    page = _page(query)
    return written(
        document(content(page, date.today()), base), ways(page), page._("Other forms of this briefing")
    ).encode()


def word(query: dict[str, str], base: str) -> bytes:
    return as_word(document(content(_page(query), date.today()), base))


@lru_cache(maxsize=2)
def _changed(seen: str) -> tuple[Change, ...]:
    """Of what is shown to readers; asked of the history once for each state of the data."""
    return tuple(one for kind in KINDS for one in changes(ROOT, kind, limit=100))


@lru_cache(maxsize=2)
def _modified(seen: str) -> float:
    """When a file behind the tables last came, went or changed."""
    return max(path.stat().st_mtime for name in FOLDERS for path in (ROOT / name, *(ROOT / name).rglob("*")))


def feed(query: dict[str, str], base: str) -> tuple[int, bytes, float | None]:
    page = page_at("", query)
    if wrong := _wrong(page, query, {"lang"}):
        return wrong
    seen = signature(ROOT)
    found = entries(page.tables, _changed(seen), date.today())
    return 200, atom(page, found, base), _modified(seen)


def api(query: dict[str, str], base: str, of: str) -> tuple[int, bytes, float | None]:
    """`where`: the clauses of a list of the dashboard, so that every number of a page has its rows here."""
    if of not in rows_of.RESOURCES:
        return _refused(404, f"there is no {of}.json", [_unknown("resource", of, rows_of.RESOURCES)])
    page = page_at("", query | {"lang": "en"})
    if wrong := _wrong(page, query, {"lang", "where", *PAGING}):
        return wrong
    try:
        at, size = (int(query.get(name, first)) for name, first in PAGING.items())
        found = choose(page.tables, of, query.get("where", ""))
    except NoSuchList as unknown:
        return _refused(400, f"where: there is no list {unknown}", [])
    except ValueError:
        at = size = 0
    if not 1 <= at <= FARTHEST or not 1 <= size <= MOST:
        return _refused(400, f"page is 1 to {FARTHEST}, per_page 1 to {MOST}", [])
    last = max(1, -(-len(found) // size))
    shown = found.iloc[(at - 1) * size : at * size]

    def href(number: int) -> str:
        said = {name: value for name, value in query.items() if name in (*FILTERS, "where", "per_page")}
        said |= {"page": str(number)} if number > 1 else {}
        return f"{base}/api/v1/{of}.json" + (f"?{urlencode(said, quote_via=quote, safe=',/:;')}" if said else "")

    answer = {
        "resource": of,
        "filters": page.filters.address(),
        "where": query.get("where", ""),
        "count": len(found),
        "page": at,
        "pages": last,
        "self": href(at),
        "next": href(at + 1) if at < last else None,
        "version": signature(ROOT),
        "licence": "CC BY 4.0",
        "data": rows_of.rows(page.tables, page.everything, of, shown),
    }
    return 200, orjson.dumps(answer, default=str), _modified(signature(ROOT))


def _wrong(page: Page, query: dict[str, str], more: Iterable[str]) -> tuple[int, bytes, None] | None:
    """A name or an id nobody knows is an error here: a program reads no warning on a page."""
    names = (*FILTERS, *more)
    unknown = [_unknown("name", name, names) for name in query if name not in names]
    if (language := query.get("lang", DEFAULT)) not in LANGUAGES:
        unknown.append(_unknown("lang", language, LANGUAGES))
    for name, value in page.unknown:
        known = page.everything.names[LISTS[name]] if name in LISTS else ()
        unknown.append(_unknown(name, value, known))
    return _refused(400, "the query asks for what is not known here", unknown) if unknown else None


def _unknown(name: str, value: str, known: Iterable[str]) -> dict[str, Any]:
    return {"name": name, "value": value, "did_you_mean": get_close_matches(value, list(known), 3)}


def _refused(status: int, why: str, unknown: list[dict[str, Any]]) -> tuple[int, bytes, None]:
    return status, orjson.dumps({"error": why, "unknown": unknown}), None
