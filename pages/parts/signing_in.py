"""The server's secrets and a run come in; out goes who has signed in, and whether as viewer or maintainer."""

import time
from dataclasses import dataclass
from typing import Any

import streamlit as st

from loaders.records.writing import Author

ROLES = ("viewer", "maintainer")


@dataclass(frozen=True)
class Person:
    author: Author
    role: str  # one of ROLES; who is in no list is a viewer


def configured() -> bool:
    """Whether this server knows a provider to sign in with (`[auth]` of .streamlit/secrets.toml)."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def person() -> Person | None:
    """Who has signed in; None also where what the provider said of them has run out: Streamlit keeps its cookie for
    thirty days and does not look."""
    if not configured() or not st.user.get("is_logged_in"):
        return None
    claims = st.user.to_dict()
    address = claims.get("email")
    if not isinstance(address, str) or claims.get("email_verified") is False or not _running(claims):
        return None
    name = claims.get("name") if isinstance(claims.get("name"), str) else ""
    return Person(Author(name or address, address), _role(address))


def _running(claims: dict[str, Any]) -> bool:
    until = claims.get("exp")
    return isinstance(until, int | float) and time.time() < until


def _role(address: str) -> str:
    lists = st.secrets.get("roles", {})
    known = {one.casefold() for one in lists.get("maintainer", ()) if isinstance(one, str)}
    return "maintainer" if address.casefold() in known else "viewer"
