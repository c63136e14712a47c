"""A record comes in; out go its form and its text, what a change would mean, and the button that writes it."""

import streamlit as st

from pages.parts import effect, saving
from pages.parts.drawing import title
from pages.parts.editing import NEW
from pages.parts.editing.conflict import settle
from pages.parts.editing.draft import LARGEST, LOOKED, Draft, leave, opened_draft
from pages.parts.editing.form import Form
from pages.parts.html import tag
from pages.parts.opening import Page


def editor(page: Page, of: str, id_: str) -> None:
    _ = page._
    draft = opened_draft(page.root, of, id_)
    below = _("The form and the text are the same file; lines you do not change stay as they are.")
    heading = _("Editing: {name}", name=page.words.name(of, id_)) if id_ else _("A new record")
    title(page, heading, below, narrowed=False)
    page.flush()
    if settle(page, draft):
        return
    text = page.query.get("edit") == "text"
    views = {"form": _("Form"), "text": _("Text")}
    rest = {name: said for name, said in page.own.items() if name != "edit"}
    links = []
    for view, word in views.items():
        here = "true" if (view == "text") == text else None
        links.append(tag("li", tag("a", word, href=page.href(edit=view, **rest), aria_current=here)))
    st.html(tag("nav", tag("ul", *links), class_="bm-kinds", aria_label=_("Form or text")))
    if text or draft.data is None:
        _as_text(page, draft)
    else:
        Form(page, draft).draw()
    if draft.trouble:
        st.html(tag("p", draft.trouble.in_(page.words.language), class_="bm-warning", role="alert"))
    found = draft.problems
    if found and draft.begun:
        st.html(tag("p", _("What the check says"), class_="bm-head"))
        st.html(saving.problems(page, found, draft.text))
    _saving(page, draft, bool(found))


def _as_text(page: Page, draft: Draft) -> None:
    key = f"text {draft.of}/{draft.id}"
    st.session_state[key] = draft.text
    with st.container(key="editing_text"):
        st.text_area(page._("The file as text"), key=key, height="content", max_chars=LARGEST, on_change=_typed,
                     args=(draft, key))  # fmt: skip


def _typed(draft: Draft, key: str) -> None:
    draft.text = st.session_state[key].replace("\r\n", "\n").rstrip("\n") + "\n"
    draft.trouble = None


def _saving(page: Page, draft: Draft, wrong: bool) -> None:
    _ = page._
    try:
        edit = draft.edit()
    except ValueError:
        st.html(tag("p", _("Give it an id: small Latin letters, digits and hyphens."), class_="bm-meta"))
        edit = None
    seen = edit is not None and not wrong and st.session_state.get(LOOKED) == edit.text
    if seen:
        effect.before_saving(page, [edit])
        st.text_input(_("Why? It is kept with the change."), key="editing_why", max_chars=300, persist_state="session")
    elif edit is not None:
        st.html(effect.changed_lines(page, edit))
    saving.refused(page)
    with st.container(horizontal=True, key="editing_actions"):
        if seen:
            st.button(_("Save"), key="editing_save", type="primary", on_click=_save, args=(page, draft))
        else:
            st.button(_("See what it changes"), key="editing_look", type="primary", disabled=edit is None or wrong,
                      on_click=_look, args=(edit.text if edit else "",))  # fmt: skip
        st.button(_("Leave without saving"), key="editing_leave", on_click=_leave, args=(page, draft))


def _look(text: str) -> None:
    st.session_state[LOOKED] = text


def _save(page: Page, draft: Draft) -> None:
    edit = draft.edit()
    why = st.session_state.get("editing_why", "").strip()
    if edit and saving.write(page, [edit], why, page.words.name(draft.of, draft.id) if draft.id else edit.path.stem):
        _leave(page, draft)


def _leave(page: Page, draft: Draft) -> None:
    leave(draft.of, draft.id)
    for key in (LOOKED, saving.STALE, saving.PROBLEMS, "editing_why"):
        st.session_state.pop(key, None)
    rest = {name: said for name, said in page.query.items() if name not in ("edit", NEW)}
    st.query_params.from_dict(rest)
