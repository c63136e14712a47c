"""A run comes in; out goes who may write, by name: on a machine of one's own, or signed in as a maintainer."""

import os
from functools import cache
from ipaddress import ip_address

import streamlit as st

from loaders.records import ROOT
from loaders.records.git import identity
from loaders.records.writing import Author
from pages.parts.opening import Page
from pages.parts.signing_in import configured, person

MAINTAIN = "BILIM_MAINTAIN"  # set by `make maintain` and by nothing else
AUTHOR = "BILIM_AUTHOR"  # Name <name@example.org>; else the name git knows


class NotAllowed(PermissionError):
    """Somebody who may only read asked for a write."""


def author(page: Page | None = None) -> Author | None:
    """Who writes; None: this reader may not. `make maintain` counts only on this machine, where none can sign in."""
    if configured():
        who = person()
        return who.author if who and who.role == "maintainer" else None
    return _here() if os.environ.get(MAINTAIN) == "1" and _loopback() else None


def require_author() -> Author:
    """The first line of whatever writes, in the callback itself: a hidden button is no lock."""
    if (who := author()) is None:
        raise NotAllowed("only maintainers write: sign in as one, or `make maintain` on a machine of your own")
    return who


def _loopback() -> bool:
    """Reached from this machine only: an open address would let anybody write under the maintainer's name."""
    try:
        return ip_address(st.get_option("server.address") or "0.0.0.0").is_loopback
    except ValueError:
        return st.get_option("server.address") == "localhost"


@cache
def _here() -> Author:
    said = os.environ.get(AUTHOR, "")
    name, _, address = said.partition("<")
    known, email = identity(ROOT)
    name = name.strip() or known or os.environ.get("USER") or "maintainer"
    return Author(name, address.strip(" >") or ("" if said else email))
