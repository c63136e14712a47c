"""A page comes in; out goes its one control for downloads: exactly what is shown, made when it is asked for."""

import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

import streamlit as st

from loaders.choosing import NoSuchList, choose
from loaders.exports import BISHKEK, FORMATS, ONE, Format
from loaders.exports.asking import Download, NotKnown, download
from loaders.exports.sheets import FRAMES, count
from loaders.exports.wording import layouts, word_of
from pages.parts.html import Html, join, tag
from pages.parts.opening import Page

OWN = {  # page → its own tables, offered one by one
    "": ("initiatives", "events"),
    "timeline": ("initiatives", "events", "sources"),
    "partners": ("partners", "involvement"),
    "goals": ("initiatives",),
    "centres": ("centres", "counts"),
    "initiatives": ("initiatives", "involvement", "evidence"),
    "articles": ("sources", "evidence"),
    "quality": ("findings", "evidence"),
}
TABLE = Format("csv_file", ".csv", "text/csv")


@st.fragment
def downloads(page: Page) -> None:
    """Closed, it costs nothing; opened, it lists what can be had; a click makes the file."""
    st.html(tag("div", id="bm-downloads"))
    box = st.expander(page._("Download"), key="downloads", icon=":material/download:", on_change="rerun")
    if box.open:
        with box:
            _offer(page)


def shown(page: Page) -> Download | None:
    """What this page shows; nothing where it shows that a record is not there."""
    alone = {name: page.query[name] for name in ONE if name in page.query}
    link = urlsplit(st.context.url or "")
    here = f"{link.scheme}://{link.netloc}" if link.netloc else ""
    try:
        return download(
            page.filters.address() | alone,
            page.everything,
            page.words.language,
            datetime.now(BISHKEK),
            here + page.href(page.path, **page.own),
            narrowed=page.tables,
        )
    except NotKnown:
        return None


def _offer(page: Page) -> None:
    _, one = page._, shown(page)
    if one is None:
        st.html(tag("p", _("There is nothing to download here.")))
        return
    st.html(tag("p", join(*_counts(page, one), between=" · "), class_="bm-meta"))
    for name, label, told in _formats(page, one):
        if told is not None:
            with st.container(key=f"download_{name}", gap=None):
                if label:
                    _button(one, FORMATS[name].suffix, label, FORMATS[name].media, f"download_{name}_file",
                            FORMATS[name].make)  # fmt: skip
                st.html(tag("p", told, class_="bm-meta"))
    tables = [(one, name) for name in OWN.get(page.path, ())] + _list(page, one)
    if tables:
        st.html(tag("p", _("One table as CSV"), class_="bm-head"))
        with st.container(horizontal=True, key="download_tables"):
            for at, (part, name) in enumerate(tables):
                label = f"{layouts(one.language)[name].title}: {page.words.number(count(part, name))}"
                label = _("The open list: {table}", table=label) if part is not one else label
                _button(part, ".csv", label, TABLE.media, f"download_table_{at}", _table(name), name)
    said = [f"--{name}={value}" for name, value in one.asked.items()]
    command = shlex.join(["python", "-m", "loaders", "export", "xlsx", *said, f"--lang={one.language}"])
    st.html(
        join(
            tag("p", _("The same from the command line:"), " ", tag("code", command), class_="bm-meta"),
            tag("p", one.words.cover("empty"), " ", one.words.cover("licence_text"), class_="bm-meta"),
        )
    )


def _button(
    one: Download, suffix: str, label: str, media: str, key: str, make: Callable[[Download], bytes], table: str = ""
) -> None:
    """The time of retrieval is that of the click."""
    st.download_button(
        label,
        lambda: make(replace(one, at=datetime.now(BISHKEK).replace(microsecond=0))),
        file_name=one.file_name(suffix, table),
        mime=media,
        key=key,
        on_click="ignore",
        icon=":material/download:",
        wrap=True,
    )


def _table(name: str) -> Callable[[Download], bytes]:
    def make(one: Download) -> bytes:
        from loaders.exports import csv_file

        return csv_file.table(one, name)

    return make


def _counts(page: Page, one: Download) -> Iterator[str]:
    n, tables = page.words.ngettext, one.tables
    yield n("{n} initiative", "{n} initiatives", len(tables.initiatives))
    yield n("{n} partner", "{n} partners", len(tables.partners))
    yield n("{n} article", "{n} articles", len(tables.articles))
    yield n("{n} independent source", "{n} independent sources", tables.articles.source.nunique())


def _formats(page: Page, one: Download) -> Iterator[tuple[str, str, Html | str | None]]:
    """(format, label of its button or nothing, what is in it)."""
    _, n = page._, len(layouts(one.language))
    yield "xlsx", _("Excel workbook"), _("{n} tables behind a cover that says filters, link, time and counts.", n=n)
    yield "csv", _("CSV files"), _("The same {n} tables, one file each, with ids and names.", n=n)
    yield "datapackage", _("Data Package"), _("The CSV files with every column described, for programs.")
    yield "iati", *_iati(page, one)


def _iati(page: Page, one: Download) -> tuple[str, Html | str | None]:
    from loaders.exports.iati_facts import sorted_out

    _, number = page._, page.words.number
    told, left = sorted_out(one)
    reasons = Counter(reason for _id, reason in left)
    why = "; ".join(f"{word_of('iati', reason, one.language)}: {number(n)}" for reason, n in reasons.most_common())
    if not told:
        none = _("IATI: none of these initiatives says all that the standard asks for ({why}).", why=why)
        return "", none if left else None
    given = _("{n} of {all} initiatives say all that IATI asks for.", n=number(len(told)),
              all=number(len(told) + len(left)))  # fmt: skip
    rest = why and _("The others are listed in the file with the reason ({why}).", why=why)
    return _("IATI 2.03 activities"), f"{given} {rest}".strip()


def _list(page: Page, one: Download) -> list[tuple[Download, str]]:
    """The list that is open on the page, where it is one of a download's tables."""
    of, names = page.query.get("list", ""), {frame: name for name, frame in FRAMES.items()}
    name = names.get(of, of)
    if name not in layouts(one.language):
        return []
    try:
        rows = choose(page.tables, of, page.query.get("where", ""))
    except NoSuchList:
        return []
    return [(replace(one, tables=replace(one.tables, **{of: rows})), name)]
