"""Centres come in; out go where they are, how many were counted when and who runs them, or all of one."""

import streamlit as st

from pages.parts import then
from pages.parts.drawing import tiles, title
from pages.parts.editing import taken
from pages.parts.opening import opened
from pages.parts.sections import centre, centres, counts, runners

page = opened()
_ = page._
chosen = page.query.get("centre", "")
if taken(page, "centres", chosen):
    pass  # by the editor
elif chosen:
    centre.whole(page, chosen)
else:
    title(
        page,
        then.unregistered(page) or centres.headline(page),
        _("Nothing is placed on the map unless a source names the place."),
    )
    tiles(page, centres.tiles(page), "centres_tiles")
    here, elsewhere = st.columns([3, 2], gap="large")
    with here:
        centres.the_map(page)
    with elsewhere:
        centres.elsewhere(page)
    counts.over_time(page)
    runners.who_runs(page)
