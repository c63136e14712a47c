"""Property tests try the same examples each time; `HYPOTHESIS_PROFILE=searching make test` looks for new ones."""

import os

import pytest
import streamlit as st
from hypothesis import settings
from streamlit.delta_generator import DeltaGenerator

settings.register_profile("searching", deadline=None)  # a busy machine is no broken promise
settings.register_profile("steady", settings.get_profile("searching"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def nothing_is_drawn_before_what_was_put_before_it(monkeypatch):
    """Whatever page a test draws: see `Page.put` and `Page.flush`."""
    for name in ("_enqueue", "_block"):
        draw = getattr(DeltaGenerator, name)

        def checked(self, *given, draw=draw, **named):
            page = st.session_state.get("page")
            assert page is None or not page.waiting, "page.flush() is missing before this element"
            return draw(self, *given, **named)

        monkeypatch.setattr(DeltaGenerator, name, checked)
