"""Signing in, end to end, against a provider on this machine: a maintainer writes, nobody else does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENT, ROOT, free_port, served

pytestmark = pytest.mark.browser
USERS = [
    User(sub="asan", claims={"email": "asan@example.org", "name": "Асан Үсөнов", "email_verified": True}),
    User(sub="other", claims={"email": "other@example.org", "name": "Other", "email_verified": True}),
]
RUN_OUT = timedelta(seconds=-10)  # within the minutes by which clocks may differ, so that signing in succeeds


@contextmanager
def signing_in(project: Path, lasting: timedelta) -> Iterator[str]:
    """The dashboard of that project, with a provider whose word lasts so long."""
    port = free_port()
    with run_server_in_thread(user_claims=USERS, access_token_max_age=lasting) as provider:
        (project / ".streamlit" / "secrets.toml").write_text(
            f"""
            [auth]
            redirect_uri = "http://localhost:{port}/oauth2callback"
            cookie_secret = "a secret of this test alone"
            client_id = "dashboard"
            client_secret = "another"
            server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"
            [roles]
            maintainer = ["asan@example.org"]
            """,
            encoding="utf-8",
        )
        with served(project, "dashboard.py", port):
            yield f"http://localhost:{port}"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name in ("pages", "loaders", "data", "seeds", ".streamlit"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "secrets.toml"))
    shutil.copy(ROOT / "dashboard.py", root)
    return root


@pytest.fixture(scope="module")
def lasting(project: Path) -> Iterator[str]:
    with signing_in(project, timedelta(hours=1)) as address:
        yield address


def visit(browser: Browser, address: str) -> Page:
    context = browser.new_context(base_url=address, locale="en-GB")
    context.set_default_timeout(PATIENT)
    return context.new_page()


def sign_in(page: Page, who: str) -> None:
    page.goto("/review?lang=en")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_placeholder("sub").fill(who)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_selector(".bm-footer")
    page.wait_for_url("**/review?lang=en")


def may_write(page: Page) -> bool:
    """Whether the review page lets this reader decide anything."""
    page.goto("/review?lang=en")
    page.wait_for_selector(".bm-footer")
    heading = page.locator("h1").inner_text()
    assert "Review is for those" in heading or "for a maintainer" in heading or "decided" in heading
    return "Review is for those" not in heading


def test_a_maintainer_signs_in_decides_and_signs_out(browser: Browser, lasting: str):
    page = visit(browser, lasting)
    assert not may_write(page)
    sign_in(page, "asan")
    assert may_write(page)
    expect(page.get_by_text("Signed in: Асан Үсөнов")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Signed in:")).to_have_count(0)
    assert not may_write(page)
    page.context.close()


def test_signing_in_leads_back_to_what_was_asked_for_and_only_then(browser: Browser, lasting: str):
    page = visit(browser, lasting)
    asked = "/review?lang=ru&kind=person&goal=digital-skills"
    page.goto(asked)
    page.get_by_role("button", name="Войти").click()
    page.get_by_placeholder("sub").fill("asan")
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"**{asked}")
    expect(page.locator("h1", has_text="вопрос")).to_be_visible()
    page.goto("/")
    expect(page.locator("h1").first).to_be_visible()
    assert page.url == f"{lasting}/"
    page.evaluate("sessionStorage.setItem('bm-back', JSON.stringify(['//example.org/', Date.now()]))")
    page.goto("/")
    expect(page.locator("h1").first).to_be_visible()
    assert page.url == f"{lasting}/"
    page.context.close()


def test_who_is_no_maintainer_signs_in_and_only_reads(browser: Browser, lasting: str):
    page = visit(browser, lasting)
    sign_in(page, "other")
    assert not may_write(page)
    expect(page.get_by_text("other@example.org, who may read")).to_be_visible()
    page.goto("/partners?partner=koica&lang=en")
    page.wait_for_selector(".bm-footer")
    expect(page.get_by_text("Edit", exact=True)).to_have_count(0)
    page.context.close()


def test_a_forged_cookie_signs_nobody_in(browser: Browser, lasting: str):
    page = visit(browser, lasting)
    forged = '{"is_logged_in": true, "email": "asan@example.org", "email_verified": true, "exp": 9999999999}'
    page.context.add_cookies([{"name": "_streamlit_user", "value": forged, "url": lasting}])
    assert not may_write(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.context.close()


def test_who_signed_in_too_long_ago_has_to_do_it_again(browser: Browser, project: Path):
    with signing_in(project, RUN_OUT) as address:
        page = visit(browser, address)
        sign_in(page, "asan")
        assert not may_write(page)
        expect(page.get_by_text("Your sign-in has run out")).to_be_visible()
        page.context.close()
