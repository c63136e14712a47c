"""A file or pasted text comes in; out goes what would be read in it, word by word, and the button that keeps it."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import streamlit as st

from loaders.articles import KINDS, LARGEST
from loaders.records import load_register
from loaders.review.adding import Proposal, Unfit, add, proposed
from loaders.tables import tables
from loaders.tables.freshness import signature
from loaders.tables.surroundings import called
from pages.parts import saving
from pages.parts.article.reader import UNMARKED, legend, marked, says, spans
from pages.parts.drawing import section, table, title
from pages.parts.html import join, tag
from pages.parts.labels import field_labels
from pages.parts.opening import Page
from pages.parts.permission import require_author
from pages.parts.words import LANGUAGES

TROUBLE = "adding_trouble"  # of the session: why the last one was not kept
SIDECAR = ("url", "outlet", "published", "language")


def adding(page: Page) -> None:
    _ = page._
    title(page, _("Add an article"), _("You see what would be read in it before anything is kept."), narrowed=False)
    page.flush()
    file = st.file_uploader(_("A file: {kinds}", kinds=", ".join(sorted(KINDS))), key="adding_file",
                            type=[one.removeprefix(".") for one in sorted(KINDS)])  # fmt: skip
    pasted = st.text_area(_("Or its text, with the headline in the first line"), key="adding_text", height=220,
                          max_chars=LARGEST // 4, persist_state="session")  # fmt: skip
    labels, said = field_labels(page), {}
    for column, name in zip(st.columns(len(SIDECAR)), SIDECAR, strict=True):
        with column:
            said[name] = _asked(page, name, {"url": _("Address of the page")}.get(name) or labels[name])
    name, data = (file.name, file.getvalue()) if file else ("", pasted.encode())
    if not data.strip():
        return
    try:
        with st.spinner(_("Reading …")):
            new = _proposed(signature(page.root), name or f"{_first(pasted)}.txt", data, tuple(said.items()), page)
    except Unfit as unfit:
        st.html(tag("p", _("This can't become an article."), class_="bm-warning", role="alert"))
        st.html(saving.problems(page, unfit.problems) if unfit.problems else tag("p", _reason(page, file, unfit)))
        return
    preview(page, new)
    saving.refused(page)
    if trouble := st.session_state.get(TROUBLE):
        st.html(tag("p", _reason(page, file, trouble), class_="bm-warning", role="alert"))
    st.button(_("Keep the article"), key="adding_save", type="primary", disabled=bool(new.same), on_click=_keep,
              args=(page, new))  # fmt: skip


def _asked(page: Page, name: str, label: str) -> str:
    if name == "language":
        return st.selectbox(label, list(LANGUAGES), index=None, key="adding_language", format_func=LANGUAGES.get,
                            placeholder=page._("told by its words"), persist_state="session") or ""  # fmt: skip
    hint = {"published": "2025-03-26", "url": "https://"}.get(name, "")
    return st.text_input(label, key=f"adding_{name}", max_chars=500, placeholder=hint, persist_state="session").strip()


def _first(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:60].replace(".", " ")


@st.cache_resource(max_entries=8, show_spinner=False)
def _proposed(seen: str, name: str, data: bytes, said: tuple[tuple[str, str], ...], _page: Page) -> Proposal:
    return proposed(_page.root, name, data, dict(said), _page.everything)


def preview(page: Page, new: Proposal) -> None:
    """Twins first; then every fact with its words, and the text with them marked."""
    _ = page._
    for id_, text in (
        (new.same, _("This very text is here already:")),
        (new.story, _("The same story is here already; it will count as a reprint of:")),
    ):
        if id_ and (id_ == new.same or not new.same):
            row = page.everything.article_of[id_]
            link = tag("a", called(row), href=page.href("articles", article=id_))
            st.html(tag("p", text, " ", link, class_="bm-warning", role="status"))
    one = new.article.id
    read = tables(load_register(page.root / "data"), {one: new.record}, {one: new.article.raw})
    own = replace(page, everything=read, tables=read, words=replace(page.words, names=read.names))
    rows = [row for row in read.evidence.itertuples() if row.kind not in UNMARKED]
    section(page, _("What would be read in it"), _("It will be kept as {file}.", file=f"seeds/{new.name}"))
    page.flush()
    lines = []
    for what, group in groupby(sorted(rows, key=lambda row: says(own, row)), key=lambda row: says(own, row)):
        quotes = list(dict.fromkeys(row.quote for row in group))
        lines.append((what, join(*(tag("q", quote) for quote in quotes[:4]), between=" · ")))
    if lines:
        st.html(table(_("Facts and the words they rest on"), [_("Fact"), _("Words")], lines))
    else:
        st.html(tag("p", _("Nothing of what this project looks for."), class_="bm-unknown"))
    st.html(legend(page))
    st.html(tag("div", marked(new.article.raw, spans(own, rows)), class_="bm-reader"))


def _reason(page: Page, file: Any, unfit: Unfit) -> str:
    said = unfit.message.in_(page.words.language) if unfit.message else str(unfit)
    return f"{file.name}: {said}" if file else said


def _keep(page: Page, new: Proposal) -> None:
    who = require_author()
    try:
        kept = saving.kept(page, lambda: add(page.root, new, who), new.article.id)
    except Unfit as unfit:
        st.session_state[TROUBLE] = unfit
        return
    if not kept:
        return
    for name in (TROUBLE, saving.PROBLEMS):
        st.session_state.pop(name, None)
    for name in ("text", *SIDECAR):
        st.session_state.pop(f"adding_{name}", None)
    st.query_params.from_dict(
        {"article": new.article.id} | ({"lang": page.query["lang"]} if "lang" in page.query else {})
    )
