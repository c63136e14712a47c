"""Pages come in; out go the numbers on them, each with the list it says it opens."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlparse

from streamlit.testing.v1 import AppTest

from loaders.filters import Filters, read
from loaders.filters.choosing import KEYS, choose
from loaders.filters.narrowing import apply
from loaders.records import ROOT
from loaders.tables import Tables, build_tables
from pages.parts.opening import KEY, Page
from pages.parts.words import Words

REAL = build_tables(ROOT)
CHARTS = ("overview_goals", "timeline_bars", "partners_league", "goals_years", "centres_map", "centres_readings",
          "profile_years")  # fmt: skip


def page_of(tables: Tables = REAL, language: str = "en", path: str = "", **query: str) -> Page:
    """What a page script would be given."""
    filters, unknown = read(query, tables.names)
    assert not unknown
    return Page(Words(language, tables.names), filters, (), apply(tables, filters), tables, dict(query), path)


def drawn(page: Page, **unfolded: bool) -> AppTest:
    """The page script alone, without the frame around it; the tables behind its charts are unfolded."""
    script = str(ROOT / "pages" / f"{page.path}.py")
    app = AppTest.from_string(f"import runpy; runpy.run_path({script!r})['page'].flush()", default_timeout=30)
    app.session_state[KEY] = page
    for chart in CHARTS:
        app.session_state[f"{chart}_table"] = True
    for key, value in unfolded.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def html_of(page: Page) -> str:
    return "\n".join(element.value for element in drawn(page).html)


def charts(page: Page) -> list[str]:
    """What `page.js` draws on the page."""
    return [unescape(one) for one in re.findall(r'data-bm-svg="([^"]*)"', html_of(page))]


def counted(tables: Tables, of: str, where: str) -> set[int]:
    """What a number with this list may be: its rows, or the independent sources behind its articles."""
    rows = choose(tables, of, where)
    rows = rows.drop_duplicates(KEYS[of]) if KEYS[of] else rows
    return {len(rows), rows.source.nunique()} if of == "articles" else {len(rows)}


def numbers(html: str) -> list[tuple[int, str, str]]:
    """(number, what is listed, clauses) of every link that opens a list and has one number in its text."""
    found = []
    for href, text in re.findall(r'<a href="([^"]*[?&;]list=[^"]*)"[^>]*>(.*?)</a>', html):
        query = parse_qs(urlparse(unescape(href)).query)
        digits = re.findall(r"\d+", re.sub(r"<[^>]*>|[\s\u00a0\u202f,]", "", unescape(text)))
        if len(digits) == 1 and query["list"][0] != "evidence":  # “and 3 more sentences” counts what is left out
            found.append((int(digits[0]), query["list"][0], query.get("where", [""])[0]))
    return found


def differing(tables: Tables, filters: Filters, said: Iterable[tuple[int, str, str]]) -> list[Any]:
    """Numbers that are not the length of the list they open."""
    narrowed = apply(tables, filters)
    return [one for one in sorted(set(said)) if one[0] not in counted(narrowed, *one[1:])]
