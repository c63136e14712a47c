"""A page comes in; out goes the way in and out for those who keep the register: signing in, signing out."""

import streamlit as st

from pages.parts.html import tag
from pages.parts.opening import Page
from pages.parts.signing_in import configured, person


def door(page: Page) -> None:
    """For a reader who may not write: how to become one who may."""
    _ = page._
    if not configured():
        text = _(
            "This server is for reading. To write, open one on your own machine: {command}", command="make maintain"
        )
        st.html(tag("p", text))
        return
    if who := person():
        text = _("You are signed in as {name}, who may read. Ask those who run this server to be made a maintainer.",
                 name=who.author.email)  # fmt: skip
        st.html(tag("p", text))
        return
    if st.user.get("is_logged_in"):
        st.html(tag("p", _("Your sign-in has run out, or your address is not confirmed. Sign in again.")))
    st.button(_("Sign in"), key="sign_in", type="primary", on_click=st.login)


def signed(page: Page) -> None:
    """At the foot of every page: who is signed in, and the way out."""
    if configured() and st.user.get("is_logged_in"):
        who = person()
        with st.container(horizontal=True, key="signed"):
            st.html(tag("p", page._("Signed in: {name}", name=who.author.name if who else "–")))
            st.button(page._("Sign out"), key="sign_out", type="tertiary", on_click=st.logout)
