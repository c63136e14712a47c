"""The candidates come in; out goes what articles say and nobody has decided on yet, one at a time, for maintainers."""

import streamlit as st

from pages.parts import saving
from pages.parts.door import door
from pages.parts.drawing import section, title
from pages.parts.maintaining import may_write
from pages.parts.opening import opened
from pages.parts.reviewing import queue
from pages.parts.reviewing.card import card
from pages.parts.reviewing.deciding import decide

page = opened()
_, count = page._, page.words.ngettext

if not may_write(page):
    title(page, _("Review is for those who keep the register"), narrowed=False)
    page.flush()
    door(page)
else:
    found = queue.left(page)
    told = count("{n} question for a maintainer", "{n} questions for a maintainer", len(found))
    below = _("What would change most comes first. Nothing is written before you have seen what it changes.")
    title(page, told if found else _("Everything is decided"), below, narrowed=False)
    page.flush()
    saving.last(page)
    st.html(queue.kinds(page, found))
    shown = queue.of_kind(page, found)
    if one := queue.current(page, shown):
        st.html(card(page, one))
        decide(page, one, queue.beside(shown, one, 1), queue.beside(shown, one, -1))
        if after := queue.following(page, shown, one):
            section(page, _("What comes next"))
            page.put(after)
