"""A page comes in; out goes what its reader searches for, kept in the address."""

import streamlit as st

from pages.parts.opening import Page

KEY = "search"


def query(page: Page) -> str:
    st.session_state[KEY] = page.query.get("q", "")
    label = page._("Search in all articles")
    page.flush()
    st.text_input(label, key=KEY, icon=":material/search:", on_change=_changed, args=(page,), max_chars=200)
    return page.query.get("q", "")


def _changed(page: Page) -> None:
    rest = {name: said for name, said in page.query.items() if name not in {"q", "rows"}}
    asked = st.session_state[KEY].strip()
    st.query_params.from_dict(rest | ({"q": asked} if asked else {}))
