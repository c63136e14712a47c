"""What is promised to a maintainer in a real browser: decide by keyboard, see the file change, take it back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders.records import check, history
from tests.browser.conftest import PATIENT, ROOT, serving, settled
from tests.browser.test_access import faults
from tests.workshop.test_guide import in_english

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
    context.set_default_timeout(PATIENT)
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
    visit.locator(".bm-candidate").click()
    visit.keyboard.press("x")
    expect(visit.get_by_role("textbox", name="Why is it refused?")).to_be_focused()
    visit.keyboard.type("an x, and z")
    visit.keyboard.press("Control+Enter")
    expect(visit.locator(".bm-diff")).to_contain_text("an x, and z")
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
    expect(told).to_contain_text("Somebody else saved civic-digital-centres.yaml")
    expect(pages[1].locator(".bm-diff").first).to_contain_text("end: '2027'")
    expect(pages[1].locator(".bm-diff").last).to_contain_text("end: '2028'")
    assert "end: '2027'" in (project / RECORD).read_text(encoding="utf-8")
    pages[1].get_by_role("button", name="Take theirs").click()
    expect(pages[1].get_by_label("End", exact=True)).to_have_value("2027")
    (project / RECORD).write_text(before, encoding="utf-8")


SCREENS = [  # address, and the key that opens more of it
    ("/review?lang=ky", "a"),
    ("/review?lang=ru&kind=person", "x"),
    ("/initiatives?lang=en&initiative=altyn-kazyk&edit=form", ""),
    ("/partners?lang=ky&partner=koica&edit=text", ""),
    ("/partners?lang=ru&new=partners", ""),
    ("/articles?lang=en&add=article", ""),
]


def test_axe_finds_nothing_wrong_where_maintainers_work(visit: Page):
    for address, key in SCREENS:
        visit.goto(address)
        settled(visit)
        if key:
            visit.keyboard.press(key)
            expect(visit.locator(".st-key-review_panel")).to_be_visible()
            settled(visit)
        assert faults(visit) == [], address


NEWS = "Мугалимдер окуйт\n\n«Үмүт Булагы» коомдук фонду мугалимдерге тренинг өткөрдү.\n"


class Reader:
    """Somebody who presses what the maintainer's page says, and nothing else."""

    def __init__(self, page: Page, thing: int):
        self.page, self.labels, self.pressed = page, in_english()[thing - 1], set()

    def press(self, *labels: str) -> None:
        for label in labels:
            assert label in self.labels, f"the maintainer's page does not say {label}"
            one = self.page.get_by_role("link", name=label).or_(self.page.get_by_role("button", name=label))
            one.first.click()
            settled(self.page)
            self.pressed.add(label)

    def say(self, label: str, text: str) -> None:
        self.page.get_by_role("textbox", name=label).fill(text)
        self.page.keyboard.press("Tab")
        settled(self.page)

    def done(self) -> None:
        assert self.pressed == set(self.labels)


def saved(page: Page, what: str = "") -> None:
    expect(page.locator(".bm-saved")).to_contain_text(what)


def test_the_five_things_are_done_as_the_maintainers_page_says(visit: Page, project: Path):
    visit.goto("/articles?lang=en")
    settled(visit)
    one = Reader(visit, 1)
    for again in (False, True):
        one.press("Articles", "Add an article")
        one.say("Or its text", NEWS)
        expect(visit.locator(".bm-reader")).to_contain_text("Үмүт Булагы")
        one.press("Keep the article")
        saved(visit, "mugalimder-okuit")
        if not again:
            one.press("Undo")
            expect(visit.get_by_role("heading", name="There is no article")).to_be_visible(timeout=20_000)
    one.done()

    three = Reader(visit, 3)
    three.press("Review", "Unknown organisations", "One more name of …")
    expect(visit.get_by_text("The record it is a name of").first).to_be_visible()
    three.press("Accept")
    expect(visit.locator(".bm-diff")).to_contain_text("+id: umut-bulagy-koomduk-fondu")
    three.press("Save")
    saved(visit, "Үмүт Булагы")
    assert (project / "data/records/partners/umut-bulagy-koomduk-fondu.yaml").exists()
    three.press("Partners", "New partner")
    expect(visit.get_by_role("heading", name="A new record")).to_be_visible(timeout=20_000)
    three.done()

    four = Reader(visit, 4)
    four.press("Review", "Contradictions", "It is so")
    four.say("Why is it so?", "both are said")
    four.press("Save")
    saved(visit)
    four.press("Record and article differ", "Accept")
    expect(visit.locator(".bm-diff")).to_contain_text("+")
    four.press("Refuse")
    four.say("Why is it refused?", "the record is right")
    expect(visit.locator(".bm-diff")).to_contain_text("rejected")
    four.press("Save")
    saved(visit)
    four.done()

    five = Reader(visit, 5)
    for label, asked in (("Refuse", "Why is it refused?"), ("Later", "What is it waiting for?")):
        five.press("Review", label)
        five.say(asked, "not said clearly")
        five.press("Save")
        saved(visit)
    five.done()

    visit.goto("/partners?lang=en&partner=umut-bulagy-koomduk-fondu")
    settled(visit)
    two = Reader(visit, 2)
    two.press("Edit this record", "Text", "Form")
    two.say("Names · English", "Umut Bulagy Foundation")
    two.press("See what it changes")
    two.say("Why?", "their own spelling")
    two.press("Save")
    saved(visit)
    two.done()
    assert (
        "en: Umut Bulagy Foundation" in (project / "data/records/partners/umut-bulagy-koomduk-fondu.yaml").read_text()
    )
    assert check(project) == []
    assert {one.author.name for one in history.changes(project)} == {"Айгүл"}
