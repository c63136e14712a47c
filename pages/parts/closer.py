"""A figure comes in; when it is asked for, out it goes as plotly draws it: to zoom, to move about, to point at."""

from typing import Any

import streamlit as st

from pages.parts.charts import SOFT
from pages.parts.opening import Page

BUTTONS = [["zoomIn2d", "zoomOut2d", "resetScale2d"]]


def closer(page: Page, key: str, figure: Any, alt: str) -> None:
    """Closed at first: plotly.js takes longer to load than a whole page of ours."""
    _, language = page._, page.words.language
    box = st.expander(_("A closer look: zoom, values on hover"), key=f"{key}_closer", on_change="rerun")
    if not box.open:
        return
    figure = type(figure)(figure).update_layout(dragmode="pan", modebar={"bgcolor": "rgba(0,0,0,0)", "color": SOFT})
    figure.update_xaxes(fixedrange=False)
    said = {"Zoom in": _("Zoom in"), "Zoom out": _("Zoom out"), "Reset axes": _("As at first")}
    config = {"displaylogo": False, "displayModeBar": True, "modeBarButtons": BUTTONS, "locale": language,
              "locales": {language: {"dictionary": said}}}  # fmt: skip
    with box:
        st.plotly_chart(figure, key=f"{key}_plotly", theme=None, alt=alt, config=config)
