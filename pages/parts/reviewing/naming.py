"""An unknown name comes in; out goes the record it is to get, as the maintainer has filled it in."""

from typing import Any

import streamlit as st

from loaders.records import load_register
from loaders.records.schemas import RECORDS
from loaders.review.candidate import Candidate
from loaders.review.decisions import RECORD_OF, proposal
from pages.parts.opening import Page
from pages.parts.words import LANGUAGES


def naming(page: Page, one: Candidate) -> dict[str, Any]:
    """Names in three languages, id and kind; a name left as the article has it is unverified in the other languages."""
    _, register = page._, load_register(page.root / "data")
    record = proposal(one, register, page.everything)
    of = RECORD_OF[one.kind]
    names, columns = {}, st.columns(3)
    for column, (language, own) in zip(columns, LANGUAGES.items(), strict=True):
        with column:
            label = _("Name · {language}", language=own)
            names[language] = _text(label, f"review_name_{language} {one.id}", record["names"][language])
    first, second = st.columns(2)
    with first:
        record["id"] = _text(_("Id: the file’s name, never changed later"), f"review_id {one.id}", record["id"])
    with second:
        known = (id_ for id_, kind in register.kinds.items() if kind["of"] == RECORDS[of])
        kinds = page.words.sorted("kinds", known)
        index = kinds.index(record["kind"]) if record.get("kind") in kinds else None
        record["kind"] = st.selectbox(_("Kind"), kinds, key=f"review_kind {one.id}", index=index,
                                      format_func=lambda id_: page.words.name("kinds", id_), placeholder=_("not known"),
                                      persist_state="session")  # fmt: skip
    own = {f"names.{language}" for language, name in names.items() if name != record["names"][language]}
    record["unverified"] = [field for field in record.get("unverified", ()) if field not in own]
    record["names"] = names
    return {key: value for key, value in record.items() if value not in (None, [], "")}


def _text(label: str, key: str, value: str) -> str:
    return st.text_input(label, value=value, key=key, max_chars=300, persist_state="session").strip()
