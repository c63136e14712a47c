"""Nothing comes in; out go the look and the behaviour every page shares: two sheets of styles and `page.js`."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent


def put() -> None:
    st.html(HERE / "look.css")
    st.html(HERE / "workshop.css")
    st.html(f"<script>{(HERE / 'page.js').read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
