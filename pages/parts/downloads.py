"""A page comes in; out goes its one control for downloads: exactly what is shown, made when it is asked for."""

import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from html import unescape

import streamlit as st

from loaders.exports import BISHKEK, FORMATS, Format
from loaders.exports.asking import Download
from loaders.exports.cover import clock
from loaders.exports.sheets import count
from loaders.exports.wording import layouts
from pages.parts.drawing import source_line
from pages.parts.html import join, tag
from pages.parts.offers import OWN, counts, formats, listed, shown
from pages.parts.opening import Page
from pages.parts.pictures import Drawn, picture

TABLE = Format("csv_file", ".csv", "text/csv")


def downloads(page: Page) -> None:
    """Closed, it costs nothing; opened, it lists what can be had; a click makes the file.

    The page knows from the key `downloads` whether charts are to be kept: see `Page.keep`.
    """
    page.put(tag("div", id="bm-downloads"))
    box = page.folded(page._("Download"), "downloads", ":material/download:")
    if box.open:
        with page.within(box):
            _offer(page)


def _offer(page: Page) -> None:
    _, one = page._, shown(page)
    if one is None:
        page.put(tag("p", _("There is nothing to download here.")))
        return
    page.put(tag("p", join(*counts(page, one), between=" · "), class_="bm-meta"))
    page.flush()
    for name, label, told in formats(page, one):
        if told is not None:
            with page.within(st.container(key=f"download_{name}", gap=None)):
                if label:
                    _button(one, FORMATS[name].suffix, label, FORMATS[name].media, f"download_{name}_file",
                            FORMATS[name].make)  # fmt: skip
                page.put(tag("p", told, class_="bm-meta"))
    tables = [(one, name) for name in OWN.get(page.path, ())] + listed(page, one)
    if tables:
        page.put(tag("div", _("One table as CSV"), class_="bm-head"))
        page.flush()
        with st.container(horizontal=True, key="download_tables"):
            for at, (part, name) in enumerate(tables):
                label = f"{layouts(one.language)[name].title}: {page.words.number(count(part, name))}"
                label = _("The open list: {table}", table=label) if part is not one else label
                _button(part, ".csv", label, TABLE.media, f"download_table_{at}", _table(name), name)
    page.flush()
    for drawn in page.drawn or ():
        _picture(page, one, drawn)
    said = [f"--{name}={value}" for name, value in one.asked.items()]
    command = shlex.join(["python", "-m", "loaders", "export", "xlsx", *said, f"--lang={one.language}"])
    page.put(
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


def _picture(page: Page, one: Download, drawn: Drawn) -> None:
    """A chart of this page, with its title, legend and source on it."""
    foot = [unescape(source_line(page, drawn.note)), one.link]
    with st.container(horizontal=True, vertical_alignment="center", key=f"download_picture_{drawn.key}"):
        st.html(tag("div", page._("Chart: {title}", title=drawn.title)))
        for form, media in (("svg", "image/svg+xml"), ("png", "image/png")):
            _button(one, f".{form}", form.upper(), media, f"download_{drawn.key}_{form}", _drawn(drawn, foot, form),
                    drawn.key.replace("_", "-"))  # fmt: skip


def _drawn(drawn: Drawn, foot: Sequence[str], form: str) -> Callable[[Download], bytes]:
    def make(one: Download) -> bytes:
        taken = f"Bilim Monitor · {one.words.cover('retrieved')}: {clock(one.at)}"
        return picture(drawn, [foot[0], *([f"{taken} · {foot[1]}"] if foot[1] else [taken])], form)

    return make


def _table(name: str) -> Callable[[Download], bytes]:
    def make(one: Download) -> bytes:
        from loaders.exports import csv_file

        return csv_file.table(one, name)

    return make
