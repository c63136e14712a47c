"""A page comes in; out goes the line by which it is passed on: its link."""

import streamlit as st

from pages.parts.html import tag
from pages.parts.opening import Page


def share(page: Page) -> None:
    """`page.js` copies the address; where the browser refuses, it shows it selected."""
    _ = page._
    button = tag(
        "button", _("Copy the link"), type="button", class_="bm-copy", data_bm_copy="",
        data_bm_done=_("Link copied."),
        data_bm_by_hand=_("Your browser does not let us copy. Here is the link, selected:"),
    )  # fmt: skip
    told = tag("span", role="status")
    address = tag("input", type="text", readonly="", hidden="", class_="bm-address", aria_label=_("Link to this view"))
    down = tag("a", _("Download"), href="#bm-downloads")
    st.html(tag("div", button, down, told, address, class_="bm-share"))
