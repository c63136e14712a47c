"""Who may not write gets no control and no write, also where what a page calls is called directly."""

import pytest
import streamlit as st

from loaders.records.writing import Author, Edit
from pages.parts import permission, signing_in
from pages.parts.maintaining import may_write
from pages.parts.permission import NotAllowed, author, require_author
from pages.parts.saving import take_back, write
from tests.pages.drawn import page_of

LATER, BEFORE = 4e9, 1.0  # in 2096, in 1970
ASAN = {"is_logged_in": True, "email": "asan@example.org", "name": "Асан", "email_verified": True, "exp": LATER}


class User(dict):
    def to_dict(self) -> dict:
        return dict(self)


@pytest.fixture
def signed(monkeypatch):
    """A server that asks for sign-in, with Asan for its maintainer."""
    monkeypatch.setattr(signing_in, "configured", lambda: True)
    monkeypatch.setattr(permission, "configured", lambda: True)
    monkeypatch.setattr(st, "secrets", {"auth": {}, "roles": {"maintainer": ["Asan@Example.org"], "viewer": []}})

    def as_(**claims):
        monkeypatch.setattr(st, "user", User(ASAN | claims))

    return as_


def test_a_maintainer_who_signed_in_writes_under_the_name_the_provider_gives(signed):
    signed()
    assert author() == Author("Асан", "asan@example.org")
    signed(name=None)
    assert author() == Author("asan@example.org", "asan@example.org")
    signed(email="ASAN@example.org")
    assert author() == Author("Асан", "ASAN@example.org"), "an address is the same in capitals"


WITHOUT = [
    {"is_logged_in": False},
    {"email": "other@example.org"},
    {"email": None},
    {"email": ["asan@example.org"]},
    {"email_verified": False},
    {"exp": BEFORE},
    {"exp": None},
    {"exp": "later"},
]


@pytest.mark.parametrize("claims", WITHOUT, ids=str)
def test_nobody_else_writes(signed, claims):
    signed(**claims)
    assert author() is None and not may_write(page_of())
    with pytest.raises(NotAllowed):
        require_author()


@pytest.mark.parametrize("claims", WITHOUT, ids=str)
def test_what_the_pages_call_writes_nothing_for_them(signed, claims, monkeypatch):
    written = []
    monkeypatch.setattr("pages.parts.saving.save", lambda *all_: written.append(all_))
    monkeypatch.setattr("pages.parts.saving.undo", lambda *all_: written.append(all_))
    signed(**claims)
    with pytest.raises(NotAllowed):
        write(page_of(), [Edit("data/records/partners/koica.yaml", "id: koica\n", None)], "why", "what")
    with pytest.raises(NotAllowed):
        take_back(page_of())
    assert written == []


def test_where_one_signs_in_the_machine_of_ones_own_counts_for_nothing(signed, monkeypatch):
    monkeypatch.setenv(permission.MAINTAIN, "1")
    monkeypatch.setattr(permission, "_loopback", lambda: True)
    signed(is_logged_in=False)
    assert author() is None


@pytest.mark.parametrize(
    ("started", "address", "may"),
    [("1", "127.0.0.1", True), ("1", "localhost", True), ("1", "::1", True), ("1", "0.0.0.0", False),
     ("1", "", False), ("1", "192.168.1.7", False), ("1", "example.org", False), ("", "127.0.0.1", False),
     ("0", "127.0.0.1", False)],
)  # fmt: skip
def test_without_sign_in_only_a_server_of_this_machine_that_was_started_for_it_writes(
    monkeypatch, started, address, may
):
    monkeypatch.setattr(permission, "configured", lambda: False)
    monkeypatch.setenv(permission.MAINTAIN, started)
    monkeypatch.setattr(st, "get_option", lambda name: address)
    assert (author() is not None) == may


def test_the_register_of_another_day_is_not_written_to(signed):
    signed()
    assert may_write(page_of()) and not may_write(page_of(as_of="2026-11-22"))
