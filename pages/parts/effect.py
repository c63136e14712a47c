"""What an edit would change comes in; out go sentences that tell it, and the lines of the file before and after."""

import re
from collections.abc import Sequence
from typing import Any

import streamlit as st

from loaders.records import YamlError, load_extracted, load_register
from loaders.records.writing import Edit
from loaders.review.drawn import CHARTS
from loaders.review.effects import Effect, diff, effect
from loaders.tables.freshness import signature
from pages.parts.frame import titles
from pages.parts.html import Html, tag
from pages.parts.labels import field_labels, finding_value
from pages.parts.opening import Page

APART = ("names", "sources", "people", "events")  # seen in lists and records, not in charts


def before_saving(page: Page, edits: Sequence[Edit]) -> None:
    """The effect in the reader's words, and the lines."""
    _ = page._
    if not edits:
        st.html(tag("p", _("Nothing to save: the file says this already."), class_="bm-unknown"))
        return
    try:
        with st.spinner(_("Seeing what it changes …")):
            texts = tuple((edit.path.as_posix(), edit.text) for edit in edits)
            told = tell(page, _effect(signature(page.root), texts, page, edits))
    except YamlError as error:
        told = [page._("line {n}", n=error.line) + f": {error.message}"]
    st.html(tag("div", tag("h3", _("What this changes")), tag("ul", *(tag("li", line) for line in told)),
                class_="bm-effect", role="status"))  # fmt: skip
    for edit in edits:
        st.html(changed_lines(page, edit))


@st.cache_resource(max_entries=32, show_spinner=False)
def _effect(seen: str, texts: tuple[tuple[str, str | None], ...], _page: Page, _edits: Sequence[Edit]) -> Effect:
    register, extracted = load_register(_page.root / "data"), load_extracted(_page.root / "data")
    return effect(_page.root, register, extracted, _page.everything, _edits)


def changed_lines(page: Page, edit: Edit) -> Html:
    looks = {"+": "bm-plus", "-": "bm-minus", "@": "bm-at"}
    lines = [tag("span", _place(page, line) + "\n", class_=looks.get(line[:1])) for line in diff(page.root, edit)]
    return tag("div", tag("p", tag("code", edit.path.as_posix()), class_="bm-meta"), tag("pre", *lines),
               class_="bm-diff", tabindex="0", role="region", aria_label=page._("Lines that change"))  # fmt: skip


def _place(page: Page, line: str) -> str:
    """`@@ -7,4 +7,5 @@` is for programmers."""
    at = re.match(r"@@ -\d+(?:,\d+)? \+(\d+)", line)
    return page._("line {n}", n=at[1]) if at else line


def tell(page: Page, seen: Effect) -> list[str]:
    """`Adds 1 partner to 3 charts (Partners, Goals)`."""
    _, count = page._, page.words.ngettext
    lines, pages = [], titles(page.words)
    drawn = count("{n} chart", "{n} charts", len(seen.charts))
    where = page.words.list(dict.fromkeys(pages[CHARTS[key][0]] for key in seen.charts))
    in_charts = [what for what in seen.more if what not in APART]
    if in_charts and seen.charts:
        added = page.words.list(_counted(page, what, seen.more[what]) for what in in_charts)
        lines.append(_("Adds {what} to {charts}: {pages}", what=added, charts=drawn, pages=where))
    rest = [what for what in seen.more if what not in in_charts or not seen.charts]
    lines += [_("Adds {what}: {names}", what=_counted(page, what, seen.more[what]), names=_named(page, what, seen.more))
              for what in rest]  # fmt: skip
    lines += [_("Takes away {what}: {names}", what=_counted(page, what, found), names=_named(page, what, seen.fewer))
              for what, found in seen.fewer.items()]  # fmt: skip
    lines += [_("Entered by a person from now on, not only read: {what}", what=_counted(page, what, found))
              for what, found in seen.entered.items()]  # fmt: skip
    labels = field_labels(page)
    for id_, field, old, new in seen.changed:
        sides = {name: finding_value(page, field, value) for name, value in (("old", old), ("new", new))}
        lines.append(_("{record}, {field}: {new} instead of {old}", record=page.words.name("initiatives", id_),
                       field=labels.get(field, field), **sides))  # fmt: skip
    if seen.charts and not in_charts:
        lines.append(_("Changes {charts}: {pages}", charts=drawn, pages=where))
    for (of, id_), n in seen.moved.items():
        lines.append(count("{n} sentence moves from unknown names to {record}",
                           "{n} sentences move from unknown names to {record}", n,
                           record=page.words.name(of, id_)))  # fmt: skip
    if settled := sum(seen.settled.values()):
        lines.append(_("Settles {what}", what=count("{n} finding", "{n} findings", settled)))
    if seen.reread:
        articles = count("{n} article", "{n} articles", len(seen.reread))
        lines.append(_("{articles} will be read again", articles=articles))
    return lines or [_("Changes no number on any page.")]


def _counted(page: Page, what: str, found: Sequence[Any]) -> str:
    count, n = page.words.ngettext, len(found)
    return {
        "initiatives": count("{n} initiative", "{n} initiatives", n),
        "partners": count("{n} partner", "{n} partners", n),
        "centres": count("{n} centre", "{n} centres", n),
        "involvement": count("{n} involvement", "{n} involvements", n),
        "goals": count("{n} goal", "{n} goals", n),
        "levels": count("{n} level", "{n} levels", n),
        "regions": count("{n} region", "{n} regions", n),
        "counts": count("{n} reading", "{n} readings", n),
        "events": count("{n} event", "{n} events", n),
        "values": count("{n} value", "{n} values", n),
        "names": count("{n} name", "{n} names", n),
        "sources": count("{n} address of a source", "{n} addresses of sources", n),
        "people": count("{n} person", "{n} people", n),
    }[what]


def _named(page: Page, what: str, side: Any) -> str:
    """The last step of each key: an id in the reader's words, anything else as it stands."""
    known = page.everything.names
    kinds = {"involvement": "roles"} | {kind: kind for kind in ("goals", "levels", "regions")}

    def named(key: tuple[str, ...]) -> str:
        if what == "involvement":
            return f"{page.words.name('partners', key[1])} ({page.words.name('roles', key[2])})"
        word = key[-1]
        if what == "events":
            return f"{page.words.name('kinds', key[2])} ({page.words.date(None if word == 'None' else word)})"
        if what in ("initiatives", "partners", "centres", *kinds) and word in known.get(kinds.get(what, what), {}):
            return page.words.name(kinds.get(what, what), word)
        return page.words.name("statuses", word) if what == "values" and key[1] == "status" else word

    return page.words.list(named(key) for key in side[what])
