"""A candidate comes in; out go the buttons that decide on it, what they need to know, and what they would change."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from rapidfuzz import fuzz, process

from loaders.mentions.names import written_names
from loaders.records import YamlError, load_register
from loaders.records.saying import Told
from loaders.records.writing import Edit
from loaders.review import decisions
from loaders.review.candidate import Candidate
from loaders.review.decisions import RECORD_OF
from loaders.review.drafts import Drafts
from pages.parts import effect, saving
from pages.parts.html import tag
from pages.parts.labels import finding_value
from pages.parts.opening import Page
from pages.parts.reviewing.naming import naming
from pages.parts.reviewing.queue import heading

ACTION = "review_action"  # of the session: what is about to be done, and to which candidate
NAMES = ("organisation", "initiative")
ALIKE = 75  # of 100: two names so alike may well be one


def decide(page: Page, one: Candidate, following: str, before: str) -> None:
    """Buttons with their keys; below them what the chosen one needs, and its effect."""
    _, chosen = page._, st.session_state.get(ACTION, ("", ""))
    accept = _("It is so") if one.kind == "contradiction" else _("Accept")
    with st.container(horizontal=True, key="review_actions"):
        _button(page, one, "accept", accept, "A", "primary")
        if one.kind in NAMES:
            _button(page, one, "merge", _("One more name of …"), "M")
        _button(page, one, "refuse", _("Refuse"), "X")
        if not one.row:  # no new sentence would ever bring it back
            _button(page, one, "defer", _("Later"), "L")
        for key, text, shortcut, other in (
            ("previous", _("Previous"), "P", before),
            ("next", _("Next"), "N", following),
        ):
            st.button(text, key=f"review_{key}", shortcut=shortcut, type="tertiary", disabled=not other,
                      on_click=_go, args=(page, other))  # fmt: skip
    if chosen[1] == one.id and chosen[0] in PANELS:
        with st.container(key="review_panel", border=True):
            _panel(page, one, chosen[0], following)


def _button(page: Page, one: Candidate, action: str, text: str, key: str, look: Any = "secondary") -> None:
    st.button(text, key=f"review_{action}", shortcut=key, type=look, on_click=_choose, args=(action, one.id))


def _choose(action: str, id_: str) -> None:
    st.session_state[ACTION] = (action, id_)


def _go(page: Page, id_: str) -> None:
    st.session_state.pop(ACTION, None)
    rest = {name: said for name, said in page.query.items() if name != "item"}
    st.query_params.from_dict(rest | ({"item": id_} if id_ else {}))


def _panel(page: Page, one: Candidate, action: str, following: str) -> None:
    _ = page._
    try:
        drafts, why = PANELS[action](page, one)
    except (Told, YamlError) as error:
        why = error.message.in_(page.words.language) if isinstance(error, Told) else str(error)
        st.html(tag("p", _("This can't be written down: {why}", why=why), class_="bm-warning", role="alert"))
        drafts, why = None, ""
    edits = drafts.edits() if drafts else ()
    if drafts:
        effect.before_saving(page, edits)
    saving.refused(page)
    with st.container(horizontal=True):
        st.button(_("Save"), key="review_save", shortcut="Ctrl+Enter", type="primary", disabled=not edits,
                  on_click=_save, args=(page, one, edits, why, following))  # fmt: skip
        st.button(_("Cancel"), key="review_cancel", shortcut="Esc", on_click=_choose, args=("", ""))


def _save(page: Page, one: Candidate, edits: tuple[Edit, ...], why: str, following: str) -> None:
    if saving.write(page, edits, why, heading(page, one), one.id):
        _go(page, following)


def _accept(page: Page, one: Candidate) -> tuple[Drafts | None, str]:
    _ = page._
    if one.kind in NAMES:
        record = naming(page, one)
        return record and decisions.accept_new(page.root, one, record), f"accept {one.name}"
    if one.kind == "contradiction":
        return _reasoned(page, one, decisions.confirm, _("Why is it so?"), "confirm a contradiction")
    if one.kind == "person":
        partner = _record(page, "partners", _("Speaks for"), one, (one.read or {}).get("partner"))
        return partner and decisions.accept_person(page.root, one, partner, page.everything), f"accept {one.name}"
    value = one.read
    if isinstance(value, tuple) and one.kind != "source":
        value = st.selectbox(_("Which of them is right?"), value, key=f"review_value {one.id}",
                             format_func=lambda said: finding_value(page, one.field, said))  # fmt: skip
    why = f"accept for {one.record}: {one.field}"
    return decisions.accept(page.root, one, page.everything, value), why


def _merge(page: Page, one: Candidate) -> tuple[Drafts | None, str]:
    of = RECORD_OF[one.kind]
    id_ = _record(page, of, page._("The record it is a name of"), one)
    return id_ and decisions.merge(page.root, one, id_), f"{one.name} is a name of {id_}"


def _refuse(page: Page, one: Candidate) -> tuple[Drafts | None, str]:
    return _reasoned(page, one, decisions.refuse, page._("Why is it refused?"), "refuse")


def _defer(page: Page, one: Candidate) -> tuple[Drafts | None, str]:
    later = page._("It comes back with the next sentence. What is it waiting for?")
    return _reasoned(page, one, decisions.defer, later, "put off")


PANELS: dict[str, Callable[[Page, Candidate], tuple[Drafts | None, str]]] = {
    "accept": _accept,
    "merge": _merge,
    "refuse": _refuse,
    "defer": _defer,
}


def _reasoned(
    page: Page, one: Candidate, act: Callable[..., Drafts], label: str, done: str
) -> tuple[Drafts | None, str]:
    """A decision that needs its reason; without one there is nothing to save."""
    why = st.text_input(label, key=f"review_why {one.id}", max_chars=300, persist_state="session").strip()
    if not why:
        told = page._("Say why: the next maintainer will want to know.")
        st.html(tag("p", told, class_="bm-meta", data_bm_ask=f"{done} {one.id}"))
        return None, ""
    return act(page.root, one, why), f"{done} {one.name or one.record or one.field}: {why}"


def _record(page: Page, of: str, label: str, one: Candidate, first: str | None = None) -> str | None:
    """A record, the most alike first: did you mean?"""
    records = getattr(load_register(page.root / "data"), of)
    names = [(id_, name) for id_, record in records.items() for name in written_names(record)]
    near = process.extract(one.name, [name for _, name in names], scorer=fuzz.token_set_ratio, limit=12)
    near.sort(key=lambda found: -fuzz.token_sort_ratio(one.name, found[0]))
    order = dict.fromkeys([*([first] if first in records else []), *(names[at][0] for *_, at in near)])
    ids = [*order, *(id_ for id_ in page.words.sorted(of, records) if id_ not in order)]
    alike = bool(near) and fuzz.token_sort_ratio(one.name, near[0][0]) >= ALIKE  # «X» фонду is not «Y» фонду
    chosen = st.selectbox(label, ids, index=0 if first or alike else None, key=f"review_record {one.id}",
                          placeholder=page._("Choose"), persist_state="session",
                          format_func=lambda id_: f"{page.words.name(of, id_)} ({id_})")  # fmt: skip
    if alike and not first:
        meant = page.words.name(of, names[near[0][2]][0])
        st.html(tag("p", page._("Did you mean “{value}”?", value=meant), class_="bm-meta"))
    return chosen
