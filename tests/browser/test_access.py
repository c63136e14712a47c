"""What is promised to everyone: axe finds nothing wrong, the keyboard reaches and shows all, no page is too wide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pages.parts.frame import HOME, PAGES
from pages.parts.words import LANGUAGES
from tests.browser.conftest import PATIENT, opened, settled
from tests.pages.drawn import REAL

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], "resultTypes": ["violations"]}
# Faults of Streamlit's own widgets that no page can reach: (rule, what its markup says). Nothing of ours belongs here.
STREAMLITS_OWN: tuple[tuple[str, str], ...] = ()
ARTICLE = REAL.articles.article.iloc[0]
VIEWS = {  # address → the languages it is looked at in: every page in all, what they open in one
    **{("/" if name == HOME else f"/{name}"): tuple(LANGUAGES) for name in PAGES},
    "/partners?partner=koica": ("en",),
    "/initiatives?initiative=altyn-kazyk": ("ru",),
    "/centres?centre=civic-digital-education-centres": ("ky",),
    f"/articles?article={ARTICLE}&at=0-10": ("en",),
    "/?list=initiatives&where=status:under-way&below=overview_tiles": ("ky",),
    "/timeline?as_of=2024-01-01&years=2023/2024": ("ky",),
    "/goals?goal=digital-skills&period=2023/2025&partner=nobody": ("ru",),
}
CLOSED = "details:not([open]) > summary:visible"
WIDTH = 320  # 1280 px at 400 % (WCAG 1.4.10)


@dataclass(frozen=True)
class Seen:
    faults: list[tuple[str, str, str]]
    headings: list[int]
    width: int


def faults(page: Page) -> list[tuple[str, str, str]]:
    """(rule, where, markup) of all that axe finds, but for what is Streamlit's alone."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [
        (rule["id"], str(node["target"]), node["html"][:160])
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == name and said in node["html"] for name, said in STREAMLITS_OWN)
    ]


def in_language(page: Page, language: str) -> None:
    page.locator(f".bm-languages [lang={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    settled(page)


def with_filters(page: Page, address: str) -> None:
    """The filters stand open: the last of them is drawn, so the others will not move any more."""
    opened(page, address)
    page.locator(".st-key-filters summary").click()
    page.get_by_role("slider").first.wait_for()
    settled(page)


@pytest.fixture(scope="module")
def calm(browser: Browser, address: str) -> Iterator[Page]:
    """One window for all."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, reduced_motion="reduce")
    context.set_default_timeout(PATIENT)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def seen(calm: Page) -> dict[tuple[str, str], Seen]:
    """Every view is opened once and looked at in its languages; the promises below are read from what was seen."""
    found = {}
    for view, languages in VIEWS.items():
        opened(calm, view)
        for language in languages:
            in_language(calm, language)
            wrong = faults(calm)
            headings = calm.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => Number(one.tagName[1]))")
            calm.set_viewport_size({"width": WIDTH, "height": 740})
            width = calm.evaluate("document.documentElement.scrollWidth")
            calm.set_viewport_size({"width": 1280, "height": 900})
            found[view, language] = Seen(wrong, headings, width)
    return found


def test_axe_finds_no_violation_on_any_page_in_any_language(seen: dict[tuple[str, str], Seen]):
    assert {view: one.faults for view, one in seen.items() if one.faults} == {}
    assert len(seen) == len(PAGES) * len(LANGUAGES) + 7


def test_headings_follow_each_other_without_a_gap(seen: dict[tuple[str, str], Seen]):
    for view, one in seen.items():
        from_title = one.headings[one.headings.index(1) :]
        assert one.headings.count(1) == 1, view
        assert all(later - level <= 1 for level, later in pairwise(from_title)), view


def test_at_four_times_the_size_nothing_is_wider_than_the_window(seen: dict[tuple[str, str], Seen]):
    """What must be a table scrolls by itself."""
    assert {view: one.width for view, one in seen.items() if one.width > WIDTH} == {}


def test_axe_finds_no_violation_where_filters_and_tables_are_open(calm: Page):
    opened(calm, "/?lang=en&goal=digital-skills")
    while calm.locator(CLOSED).count():  # a click that the page moved away from is made again
        calm.locator(CLOSED).first.click()
        calm.wait_for_timeout(500)
        settled(calm)
    calm.wait_for_function("""[...document.querySelectorAll('details[open] [data-testid=stExpanderDetails]')]
        .every(one => one.querySelector('[data-testid=stElementContainer]'))""")
    settled(calm)
    assert faults(calm) == []
    calm.get_by_role("combobox", name="Region").press_sequentially("osh")
    calm.get_by_role("option", name="Osh Region").wait_for()
    assert faults(calm) == []
    calm.keyboard.press("Escape")


def test_axe_would_notice(calm: Page):
    """A test that cannot fail proves nothing."""
    opened(calm, "/method?lang=en")
    calm.evaluate("document.querySelector('.bm-title').innerHTML = '<a href=\"#x\"></a><img>'")
    assert {rule for rule, _where, _markup in faults(calm)} >= {"image-alt", "link-name"}


def test_streamlits_own_words_are_in_the_readers_language(calm: Page):
    with_filters(calm, "/initiatives?lang=ky&goal=digital-skills")
    box = calm.get_by_role("combobox", name="Аймак")
    box.press_sequentially("qqqq")
    expect(calm.get_by_text("Эч нерсе табылган жок", exact=True)).to_be_visible()
    calm.mouse.click(5, 5)
    expect(calm.get_by_role("listbox")).to_have_count(0)
    in_language(calm, "ru")
    expect(calm.get_by_label("Убрать Цифровые навыки")).to_have_count(1)
    english = calm.evaluate("""[...document.querySelectorAll('[data-testid=stApp] [aria-label]')]
        .map(one => one.ariaLabel).filter(one => /^(Open|Clear|Selected|Remove|Dismiss)/.test(one))""")
    assert english == []


def test_an_address_made_by_a_filter_is_as_readable_as_a_links(calm: Page):
    with_filters(calm, "/initiatives?lang=en&partner=koica,undp&period=2023/2025")
    calm.get_by_text("entered by a person", exact=True).first.click()
    calm.wait_for_url("**reviewed=yes**")
    expect(calm).to_have_url(re.compile(r"partner=koica,undp&period=2023/2025"))


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(calm: Page):
    opened(calm, "/centres?lang=en")
    links = calm.locator("a[href]:visible").count()
    reached = calm.evaluate_handle("new Set()")
    for _ in range(links + 40):
        calm.keyboard.press("Tab")
        hidden = calm.evaluate(
            """reached => { const one = document.activeElement; reached.add(one);
            if (!one.matches('a[href]')) return '';
            const box = one.getClientRects()[0], at = document.elementFromPoint(box.x + 2, box.y + box.height / 2);
            const free = at && (one.contains(at) || at.contains(one));
            return free && getComputedStyle(one).outlineStyle !== 'none' ? '' : one.outerHTML.slice(0, 120) }""",
            reached,
        )
        assert hidden == "", "the focus cannot be seen"
    missed = calm.evaluate("reached => [...document.querySelectorAll('a[href]')].filter(one => !reached.has(one)"
                           " && one.checkVisibility()).map(one => one.outerHTML.slice(0, 120))", reached)  # fmt: skip
    assert missed == []
    assert links > 50


def test_on_a4_charts_are_whole_and_filters_and_sources_are_on_the_sheet(calm: Page):
    opened(calm, "/timeline?lang=en&goal=digital-skills")
    calm.locator(".bm-chart svg").first.wait_for()
    calm.emulate_media(media="print")
    calm.set_viewport_size({"width": 690, "height": 1000})
    cut = calm.eval_on_selector_all(
        ".bm-chart, .bm-chart svg rect, .bm-table",
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().right > 691).length",
    )
    assert cut == 0
    for shown in (".bm-chip", ".bm-source"):
        expect(calm.locator(shown).first).to_be_visible()
    for hidden in (".bm-clear", ".st-key-downloads", ".st-key-as_of"):
        expect(calm.locator(hidden)).to_be_hidden()
    calm.emulate_media(media="screen")
    calm.set_viewport_size({"width": 1280, "height": 900})
