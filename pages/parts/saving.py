"""Edits come in; out they go to the files under the maintainer's name, or the reason why not; and the way back."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from loaders.records import Problem, load_register
from loaders.records.writing import Change, Edit, Refused, Stale, save, undo
from loaders.review.rereading import concerned, forget, renew
from pages.parts.editing import LAST
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.permission import require_author

PROBLEMS, STALE, ASIDE = "saving_problems", "saving_stale", "saving_aside"  # of the session


def write(page: Page, edits: Sequence[Edit], why: str, what: str, item: str = "") -> bool:
    """Called from callbacks only; whether it is written. Articles it has a meaning for are read again at once.

    `why` is kept with the change; `what` tells this reader what was saved; undone, `item` is asked about again.
    """
    who = require_author()
    return kept(page, lambda: save(page.root, edits, who, why), what, item)


def take_back(page: Page) -> bool:
    """The last change of this visit is undone."""
    who, last = require_author(), st.session_state.get(LAST)
    done = bool(last) and kept(page, lambda: undo(page.root, last[0], who), "")
    if done:
        if last[2]:
            st.query_params["item"] = last[2]
        st.session_state.pop(LAST, None)
        forget(page.root)
    return done


def kept(page: Page, act: Callable[[], Change], what: str, item: str = "") -> bool:
    """Whether what was done is kept; if not, `refused` tells why."""
    for key in (PROBLEMS, STALE, ASIDE):
        st.session_state.pop(key, None)
    before = load_register(page.root / "data")
    try:
        change = act()
    except Refused as refused:
        st.session_state[PROBLEMS] = refused.problems
        return False
    except Stale as stale:
        st.session_state[STALE] = stale
        return False
    renew(page.root, concerned(before, load_register(page.root / "data"), page.everything))
    if change.id:
        st.session_state[LAST] = (change.id, what, item)
    if change.aside:
        st.session_state[ASIDE] = change.aside
    return True


def problems(page: Page, found: Iterable[Problem], text: str = "") -> Html:
    """Each with its file and line, in the reader's language; of the text that is looked at the line itself."""
    _, said, written = page._, page.words.language, text.split("\n")
    lines = []
    for one in found:
        own = written[one.line - 1].strip()[:120] if text and one.line <= len(written) else ""
        lines.append(tag("li", tag("b", _("line {n}", n=one.line)), f" · {one.path.name}: {one.message.in_(said)}",
                         own and tag("code", own)))  # fmt: skip
    return tag("ul", *lines, class_="bm-problems", role="alert")


def refused(page: Page) -> None:
    """Why the last save was not taken, where it was not."""
    _ = page._
    if found := st.session_state.get(PROBLEMS):
        st.html(tag("p", _("Nothing was written: the file would not pass the check."), class_="bm-warning"))
        st.html(problems(page, found))
    if (stale := st.session_state.get(STALE)) is not None:
        text = _("Somebody else has changed {file} meanwhile. Nothing was written; look again, then decide.",
                 file=stale.path.name)  # fmt: skip
        st.html(tag("p", text, class_="bm-warning", role="alert"))


def aside(page: Page) -> None:
    """Why git does not have what was saved, and what to do."""
    _ = page._
    again = _("The next save commits it too.")
    why = {
        "locked": (
            _("Another git works in this project, or one was cut off. Where none does, delete {file}.",
              file=".git/index.lock"), again,
        ),
        "uncommitted": (
            _("This file had changes that were not committed yet; commit them yourself: {command}",
              command="git add data seeds && git commit"),
        ),
        "refused": (_("To see why, run {command}.", command="git status"), again),
    }  # fmt: skip
    if (found := st.session_state.get(ASIDE)) in why:
        told = _("Saved, and kept in {file}, but not committed to git.", file="data/history.jsonl")
        st.html(tag("p", " ".join((told, *why[found])), class_="bm-warning", role="alert"))


def last(page: Page) -> None:
    """What was saved last, and the button that takes it back."""
    _ = page._
    aside(page)
    if known := st.session_state.get(LAST):
        with st.container(horizontal=True, vertical_alignment="center", key="saving_done"):
            st.html(tag("p", _("Saved: {what}", what=known[1]), class_="bm-saved", role="status"), width="content")
            st.button(_("Undo"), key="saving_undo", on_click=take_back, args=(page,), shortcut="Z", type="tertiary")
