"""A draft whose file somebody else has changed comes in; out go both versions side by side, to choose from."""

from difflib import unified_diff

import streamlit as st

from loaders.records.writing import Stale
from pages.parts.editing.draft import LOOKED, Draft
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.saving import STALE


def settle(page: Page, draft: Draft) -> bool:
    """Whether there is a conflict to choose in; nothing is written by choosing."""
    stale = st.session_state.get(STALE)
    if not isinstance(stale, Stale) or stale.path != draft.path:
        return False
    _ = page._
    text = _("Somebody else saved {file} while you were editing it. Nothing is lost: choose, or take from both.",
             file=stale.path.name)  # fmt: skip
    st.html(tag("p", text, class_="bm-warning", role="alert"))
    before, theirs = draft.base or "", stale.theirs or ""
    sides = ((_("Theirs, saved already"), theirs), (_("Yours, not saved"), draft.text))
    for column, (heading, said) in zip(st.columns(2), sides, strict=True):
        with column:
            st.html(_lines(heading, before, said))
    with st.container(horizontal=True, key="conflict_actions"):
        for key, label, chosen in (
            ("theirs", _("Take theirs"), theirs),
            ("mine", _("Keep mine in place of theirs"), draft.text),
            ("both", _("Take both: theirs, and what only you changed"), draft.over(stale.theirs)),
        ):
            st.button(label, key=f"conflict_{key}", disabled=chosen is None, on_click=_choose,
                      args=(draft, stale.theirs, chosen))  # fmt: skip
    return True


def _choose(draft: Draft, theirs: str | None, text: str) -> None:
    """The chosen text becomes the draft, begun from what stands in the file now; it is saved as any other."""
    draft.base, draft.text = theirs, text
    for key in (STALE, LOOKED):
        st.session_state.pop(key, None)


def _lines(heading: str, before: str, after: str) -> Html:
    """A whole version, with what it changed marked."""
    looks = {"+": "bm-plus", "-": "bm-minus"}
    found = list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=10_000))[3:]
    lines = found or [f" {line}" for line in after.splitlines()]
    return tag("div", tag("h3", heading), tag("pre", *(tag("span", line + "\n", class_=looks.get(line[:1]))
                                                       for line in lines)), class_="bm-diff", tabindex="0")  # fmt: skip
