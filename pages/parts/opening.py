"""The query of a run comes in; out goes `Page`: the reader's words, filters, tables, and addresses that keep them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from loaders.filters import Filters, Unknown, day_of, one_query, read
from loaders.filters.narrowing import apply
from loaders.records import ROOT
from loaders.records.past import today
from loaders.tables import Tables, build_tables
from loaders.tables.freshness import signature
from pages.parts.html import Html, tag
from pages.parts.pictures import Drawn
from pages.parts.words import DEFAULT, LANGUAGES, Words

SHARED = {*Filters.__dataclass_fields__, "lang", "list", "where", "below", "rows"}  # names every page knows
TAKEN = {"self", "path", "filters"}  # what `href` itself is told; in an address they would lead links astray
KEY = "page"  # of the session; a page script reads what the frame has opened


@dataclass(frozen=True)
class Page:
    """What a page draws from: `tables` are filtered, `everything` is not."""

    words: Words
    filters: Filters
    unknown: tuple[Unknown, ...]
    tables: Tables
    everything: Tables
    query: dict[str, str]
    path: str = ""
    drawn: list[Drawn] | None = None  # what is to be had as a picture; kept only while somebody asks for it
    waiting: list[Html] = field(default_factory=list)

    def keep(self, key: str, title: str, content: Callable[[], Any], below: str = "", note: str = "") -> None:
        if self.drawn is not None:
            self.drawn.append(Drawn(key, title, content(), below, note))

    def put(self, piece: Html) -> None:
        """The next thing on the page; it waits for `flush`, for a browser draws one element sooner than twenty."""
        if piece:
            self.waiting.append(piece)

    def flush(self) -> None:
        """Before anything that is no HTML is drawn."""
        pieces = [tag("div", piece) for piece in self.waiting]
        self.waiting.clear()
        if pieces:
            st.html(tag("div", *pieces, class_="bm-flow"))

    def folded(self, label: str, key: str, icon: str | None = None) -> Any:
        """What is made only once somebody opens it: see its `open`."""
        self.flush()
        return st.expander(label, key=key, icon=icon, on_change="rerun")

    @contextmanager
    def within(self, box: Any) -> Iterator[None]:
        """What is put in here is flushed into `box`."""
        with box:
            yield
            self.flush()

    @property
    def root(self) -> Path:
        """The project's folder: what is read, and where maintainers write."""
        return ROOT

    @property
    def _(self) -> Callable[..., str]:
        return self.words._

    @property
    def today(self) -> date:
        """The day whose knowledge is shown."""
        return day_of(self.filters.address()) or today()

    @property
    def own(self) -> dict[str, str]:
        """The page's own part of the query (article=…, q=…), which filters, languages and lists leave as it is."""
        return {name: said for name, said in self.query.items() if name not in SHARED}

    def href(
        self, path: str | None = None, *, filters: Filters | None = None, lang: str = "", **more: str | None
    ) -> str:
        """An address in this language with these filters; `more` are the page's own names (article=…, list=…)."""
        said = (self.filters if filters is None else filters).address()
        language = lang or self.words.language
        said |= {"lang": language} if language != DEFAULT else {}
        said |= {name.rstrip("_"): value for name, value in more.items() if value}
        base = st.get_option("server.baseUrlPath").strip("/")
        root = f"/{base}/" if base else "/"
        query = urlencode(said, quote_via=quote, safe=",/:;")
        return root + (self.path if path is None else path) + (f"?{query}" if query else "")


@st.cache_resource(max_entries=1, show_spinner=False)
def _tables(seen: str) -> Tables:
    return build_tables(ROOT)


@st.cache_resource(max_entries=4, show_spinner=False)
def _tables_as_of(seen: str, day: date) -> Tables:
    return build_tables(ROOT, as_of=day)


def _everything(seen: str, day: date | None) -> Tables:
    return _tables_as_of(seen, day) if day else _tables(seen)


@st.cache_resource(max_entries=64, show_spinner=False)
def _narrowed_now(seen: str, filters: Filters) -> Tables:
    return apply(_tables(seen), filters)


@st.cache_resource(max_entries=4, show_spinner=False)  # each keeps a whole day's tables alive
def _narrowed_as_of(seen: str, filters: Filters, day: date) -> Tables:
    return apply(_tables_as_of(seen, day), filters)


def _narrowed(seen: str, filters: Filters) -> Tables:
    day = day_of(filters.address())
    return _narrowed_as_of(seen, filters, day) if day else _narrowed_now(seen, filters)


def latest() -> Tables:
    """All that is known now, whatever day is shown."""
    return _tables(signature(ROOT))


def language_of(query: dict[str, str]) -> Words:
    """The language alone, for what must be known before the page is (titles)."""
    language = query.get("lang", DEFAULT)
    return Words(language if language in LANGUAGES else DEFAULT, {})


def page_at(path: str, query: dict[str, str]) -> Page:
    """What stands at an address: the same for everyone who opens it, in the dashboard or by a route of its own."""
    query = {name: said for name, said in query.items() if name not in TAKEN}
    seen = signature(ROOT)
    everything = _everything(seen, day_of(query))
    filters, unknown = read(query, everything.names)
    language = language_of(query).language
    if query.get("lang", DEFAULT) != language:
        unknown = (*unknown, ("lang", query["lang"]))
    return Page(Words(language, everything.names), filters, unknown, _narrowed(seen, filters), everything, query, path)


def open_page(path: str) -> Page:
    """Called once a run by the frame."""
    said = st.query_params
    page = page_at(path, one_query((name, value) for name in said for value in said.get_all(name)))
    st.session_state[KEY] = page = replace(page, drawn=[]) if st.session_state.get("downloads") else page
    return page


def opened() -> Page:
    """The page the frame has opened; the first line of every page script."""
    return st.session_state[KEY]
