"""A request comes in; out goes the page it asks for, within its frame."""

import streamlit as st

from pages.parts import theme
from pages.parts.bar import bar
from pages.parts.door import signed
from pages.parts.downloads import downloads
from pages.parts.frame import HOME, PAGES, footer, header, titles
from pages.parts.listing import slot
from pages.parts.maintaining import writing
from pages.parts.opening import language_of, open_page
from pages.parts.sharing import share
from pages.parts.then import banner

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
named = titles(language_of(st.query_params.to_dict()))
current = st.navigation(
    [st.Page(f"{name}.py", title=f"{named[name]} · Bilim Monitor", default=name == HOME) for name in PAGES],
    position="hidden",
)
page = open_page(current.url_path)
theme.put()
header(page)
# what is decided or written is so for all readers, whatever this one looks at
reading = current.url_path != "review" and not writing(page)
if reading:
    bar(page)
banner(page)
if reading:
    share(page)
slot(page)
current.run()
if reading:
    downloads(page)
page.flush()
signed(page)
footer(page)
page.flush()
