"""A record's page comes in; out go the way into its editor, or the editor itself for those who may write."""

import streamlit as st

from pages.parts.html import join, tag
from pages.parts.maintaining import may_write
from pages.parts.opening import Page

LAST = "saving_last"  # of the session: what this visit saved last
NEW = "new"  # the query name of a record that has no file yet
ADDRESS = {"initiatives": "initiative", "centres": "centre", "partners": "partner"}


def taken(page: Page, of: str, id_: str = "") -> bool:
    """Whether the editor has taken the page; else those who may write are shown the way to it."""
    if not may_write(page):
        return False
    if page.query.get("edit") or (not id_ and NEW in page.query):
        from pages.parts.editing.editor import editor

        editor(page, of, id_)
        return True
    _ = page._
    saved(page)
    own = {ADDRESS[of]: id_} if of != "partners" else {}
    links = (
        [tag("a", _("Edit this record"), href=page.href(edit="form", **own))]
        if id_ in page.everything.records[of]
        else []
    )
    if not id_:
        named = {"initiatives": _("New initiative"), "partners": _("New partner"), "centres": _("New centre")}
        links = [tag("a", named[of], href=page.href(new=of))]
    if links:
        page.put(tag("p", join(*links, between=" · "), class_="bm-edit"))
    return False


def saved(page: Page) -> None:
    """What this visit saved last, with the way back, for those who may write."""
    if LAST in st.session_state and may_write(page):
        from pages.parts.saving import last

        page.flush()
        last(page)
