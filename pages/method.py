"""The code's own stages and the tables come in; out goes how each number is made."""

import streamlit as st

from pages.parts import meanings
from pages.parts.drawing import section, title
from pages.parts.html import tag
from pages.parts.listing import slot
from pages.parts.opening import opened
from pages.parts.stages import MODULES, stages

page = opened()
_ = page._

title(
    page,
    _("Every number can be followed back to a sentence"),
    _("Click a number: the list behind it opens. Click a quote: the article opens at those words."),
)
section(_("From article to chart"), _("One straight line; nothing goes backwards."))
steps = (
    tag("li", tag("b", name), ". ", text, " ", tag("small", ", ".join(MODULES[stage]), class_="bm-meta"))
    for stage, (name, text) in stages(page).items()
)
st.html(tag("ol", *steps, class_="bm-list bm-prose"))
section(_("What is counted"), _("Articles, independent sources and initiatives are three different things."))
slot(page, meanings.KEY)
st.html(meanings.numbers(page))
section(_("What the badges say"))
st.html(meanings.badges(page))
section(_("Four kinds of nothing"))
st.html(meanings.nothings(page))
section(_("How dates are shown"), _("Never more exact than the source."))
st.html(meanings.dates(page))
section(_("Make it again yourself"))
st.html(
    tag(
        "p",
        _("This command reads all articles again; the same articles give the same facts, byte for byte:"),
        class_="bm-prose",
    )
)
st.code("python -m loaders extract", language="bash")
section(_("Licences"))
licences = _("Code: MIT. Records: CC BY 4.0. Boundaries: Who’s On First, CC BY. Articles belong to their publishers.")
st.html(tag("p", licences, class_="bm-prose"))
