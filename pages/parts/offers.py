"""A page comes in; out goes what of it can be downloaded, and what each file would hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

import streamlit as st

from loaders.exports import BISHKEK, ONE
from loaders.exports.asking import Download, NotKnown, download
from loaders.exports.sheets import FRAMES
from loaders.exports.wording import layouts, word_of
from loaders.filters.choosing import NoSuchList, choose
from pages.parts.html import Html
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


def counts(page: Page, one: Download) -> Iterator[str]:
    n, tables = page.words.ngettext, one.tables
    yield n("{n} initiative", "{n} initiatives", tables.count("initiatives"))
    yield n("{n} partner", "{n} partners", tables.count("partners"))
    yield n("{n} article", "{n} articles", tables.count("articles"))
    yield n("{n} independent source", "{n} independent sources", tables.count("articles", "source"))


def formats(page: Page, one: Download) -> Iterator[tuple[str, str, Html | str | None]]:
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


def listed(page: Page, one: Download) -> list[tuple[Download, str]]:
    """The list that is open on the page, where it is one of a download's tables."""
    of, names = page.query.get("list", ""), {frame: name for name, frame in FRAMES.items()}
    name = names.get(of, of)
    if name not in layouts(one.language):
        return []
    try:
        rows = choose(page.tables, of, page.query.get("where", ""))
    except NoSuchList:
        return []
    return [(replace(one, tables=one.tables.with_frames(**{of: rows})), name)]
