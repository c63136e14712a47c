"""What is promised to a maintainer in a real browser: decide by keyboard, see the file change, take it back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, serving, settled

pytestmark = pytest.mark.browser
RECORD = "data/records/initiatives/civic-digital-centres.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the whole project: the real one is never written into."""
    root = tmp_path_factory.mktemp("maintained") / "project"
    for name in ("loaders", "pages", "data", "seeds", ".streamlit"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "secrets.toml"))
    shutil.copy(ROOT / "dashboard.py", root)
    return root


@pytest.fixture(scope="module")
def maintained(project: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BILIM_MAINTAIN", "1")
        patch.setenv("BILIM_AUTHOR", "Айгүл <aigul@example.org>")
        with serving(project) as address:
            yield address


@pytest.fixture
def visit(browser: Browser, maintained: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", base_url=maintained)
    context.set_default_timeout(40_000)
    yield context.new_page()
    context.close()


def test_a_question_is_decided_by_keyboard_seen_before_it_is_written_and_taken_back(visit: Page, project: Path):
    before = (project / RECORD).read_text(encoding="utf-8")
    visit.goto("/review?lang=en&kind=addition&item=addition:initiatives/civic-digital-centres.status=under-way")
    settled(visit)
    expect(visit.locator(".bm-candidate mark").first).to_be_visible()
    visit.locator(".bm-candidate").click()
    visit.keyboard.press("a")
    expect(visit.locator(".bm-diff")).to_contain_text("+status: under-way")
    expect(visit.locator(".bm-effect")).to_contain_text("Entered by a person from now on")
    assert (project / RECORD).read_text(encoding="utf-8") == before
    visit.get_by_role("button", name="Save").click()
    expect(visit.locator(".bm-saved")).to_contain_text("Saved")
    assert "status: under-way" in (project / RECORD).read_text(encoding="utf-8")
    visit.get_by_role("button", name="Undo").click()
    expect(visit.locator(".bm-saved")).to_have_count(0)
    assert (project / RECORD).read_text(encoding="utf-8") == before


def test_of_two_editors_the_second_sees_both_versions_and_chooses(visit: Page, project: Path):
    before = (project / RECORD).read_text(encoding="utf-8")
    pages = [visit, visit.context.new_page()]
    for page, year in zip(pages, ("2027", "2028"), strict=True):
        page.goto("/initiatives?lang=en&initiative=civic-digital-centres&edit=form")
        settled(page)
        page.get_by_label("End", exact=True).fill(year)
        page.get_by_label("End", exact=True).press("Enter")
        expect(page.locator(".bm-diff")).to_contain_text(f"+end: '{year}'")
        page.get_by_role("button", name="See what it changes").click()
        expect(page.get_by_role("button", name="Save")).to_be_visible()
    pages[0].get_by_role("button", name="Save").click()
    expect(pages[0].locator(".bm-saved")).to_be_visible(timeout=40_000)
    pages[1].get_by_role("button", name="Save").click()
    told = pages[1].get_by_role("alert")
    expect(told).to_contain_text("Somebody else saved civic-digital-centres.yaml", timeout=40_000)
    expect(pages[1].locator(".bm-diff").first).to_contain_text("end: '2027'")
    expect(pages[1].locator(".bm-diff").last).to_contain_text("end: '2028'")
    assert "end: '2027'" in (project / RECORD).read_text(encoding="utf-8")
    pages[1].get_by_role("button", name="Take theirs").click()
    expect(pages[1].get_by_label("End", exact=True)).to_have_value("2027")
    (project / RECORD).write_text(before, encoding="utf-8")
