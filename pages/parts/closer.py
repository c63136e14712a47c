"""A figure comes in; when it is asked for, out it goes as plotly draws it: to zoom, to move about, to point at."""

import streamlit as st

from pages.parts.charts import SOFT
from pages.parts.charts.figure import Figure
from pages.parts.opening import Page

BUTTONS = [["zoomIn2d", "zoomOut2d", "resetScale2d"]]


def closer(page: Page, key: str, figure: Figure, alt: str) -> None:
    """Closed at first: plotly.js takes longer to load than a whole page of ours."""
    _, language = page._, page.words.language
    box = page.folded(_("A closer look: zoom, values on hover"), f"{key}_closer")
    if not box.open:
        return
    drawn = figure.plotly().update_layout(dragmode="pan", modebar={"bgcolor": "rgba(0,0,0,0)", "color": SOFT})
    drawn.update_xaxes(fixedrange=False)
    said = {"Zoom in": _("Zoom in"), "Zoom out": _("Zoom out"), "Reset axes": _("As at first")}
    config = {"displaylogo": False, "displayModeBar": True, "modeBarButtons": BUTTONS, "locale": language,
              "locales": {language: {"dictionary": said}}}  # fmt: skip
    with box:
        st.plotly_chart(drawn, key=f"{key}_plotly", theme=None, alt=alt, config=config)
