"""The app: a request comes in; out goes a page of `pages/`, what a route gives, or the error page."""

import logging

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from pages.parts.routes import ROUTES


async def overview(request: Request) -> RedirectResponse:
    """The overview stands at `/`; its name as an address leads there too."""
    return RedirectResponse(request.url.replace(path="/"))


def broken(error: Exception) -> bool:
    from pages.parts.frame import apology

    logging.getLogger("bilim").exception("a page failed", exc_info=error)
    apology()
    return True


# The frame script lives in pages/: beside this file that folder would switch on Streamlit's old multipage mode,
# which shows a fresh server's first visitor the bare page.
app = st.App(
    "pages/_frame.py",
    routes=[Route("/overview", overview), *ROUTES],
    middleware=[Middleware(GZipMiddleware, minimum_size=1000)],
    on_script_error=broken,
)
