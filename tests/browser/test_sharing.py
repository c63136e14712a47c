"""What is promised of passing a view on: back and forward restore it, its link can be copied, by any browser."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, settled
from tests.browser.test_visits import query

pytestmark = pytest.mark.browser


def test_back_and_forward_restore_page_language_filters_and_list(page: Page):
    opened(page, "/initiatives?lang=en")
    page.locator(".bm-pages").get_by_role("link", name="Goals").click()
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Goals")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("combobox", name="Goal").click()
    page.get_by_role("option", name="Digital skills").click()
    expect(page.locator(".bm-chip")).to_contain_text("Digital skills")
    settled(page)
    page.locator(".bm-tile a").first.click()
    expect(page.locator(".bm-listing")).to_have_count(1)
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator(".bm-listing")).to_have_count(1)
    whole = query(page)
    assert {"goal", "list", "lang"} <= set(whole)

    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".bm-listing")).to_have_count(1)
    page.go_back()
    expect(page.locator(".bm-listing")).to_have_count(0)
    expect(page.locator(".bm-chip")).to_contain_text("Digital skills")
    page.go_back()
    expect(page.locator(".bm-chip")).to_have_count(0)
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Goals")
    page.go_back()
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Initiatives")
    for _ in range(4):
        page.go_forward()
        settled(page)
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator(".bm-chip")).to_contain_text("Цифровые навыки")
    expect(page.locator(".bm-listing")).to_have_count(1)
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Цели")
    assert query(page) == whole


def test_going_back_at_once_after_a_change_of_language_keeps_the_filters(page: Page):
    opened(page, "/goals?lang=en&goal=digital-skills")
    page.get_by_text("Filters", exact=True).click()
    expect(page.get_by_role("combobox", name="Goal")).to_be_visible()
    settled(page)
    for milliseconds in (60, 100, 150, 200, 260, 320, 400):  # the page in Russian is on its way
        page.evaluate(
            "(wait) => { document.querySelector('.bm-languages a[hreflang=ru]').click();"
            " setTimeout(() => history.back(), wait); }",
            milliseconds,
        )
        page.wait_for_timeout(milliseconds + 500)
        settled(page)
        assert query(page) == {"lang": "en", "goal": "digital-skills"}


def test_the_link_is_copied_whole_and_the_reader_is_told_in_their_language(browser: Browser, address: str):
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, "/goals?lang=ru&goal=digital-skills")
    page.locator("[data-bm-copy]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bm-share [role=status]")).to_have_text("Ссылка скопирована.")
    expect(page.locator(".bm-address")).to_be_hidden()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/goals?lang=ru&goal=digital-skills"
    context.close()


def test_where_copying_is_refused_the_link_stands_there_selected(page: Page, address: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    opened(page, "/method?lang=ky&partner=koica")
    page.locator("[data-bm-copy]").click()
    expect(page.locator(".bm-share [role=status]")).to_contain_text("Шилтеме ушул жерде")
    expect(page.locator(".bm-address")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == f"{address}/method?lang=ky&partner=koica"


def test_a_briefing_is_one_click_away_and_speaks_of_what_is_seen(page: Page, address: str):
    opened(page, "/goals?lang=en&goal=digital-skills")
    with page.context.expect_page() as one:
        page.get_by_role("link", name="Briefing to print").click()
    briefing = one.value
    expect(briefing.locator("h1")).to_have_text("Briefing: Digital skills")
    expect(briefing.locator("main")).to_contain_text("Only what matches: Goal: Digital skills.")
    expect(briefing.locator("main")).to_contain_text(f"{address}/goals?goal=digital-skills&lang=en")
    number = briefing.locator(".lead a").first
    shown = int(number.inner_text().split()[0])
    briefing.get_by_role("link", name="Русский").click()
    expect(briefing.locator("html")).to_have_attribute("lang", "ru")
    briefing.go_back()
    number.click()
    expect(briefing.locator(".bm-listing h2")).to_contain_text(f"{shown} initiatives")
    briefing.close()
    with page.expect_download() as other:
        page.get_by_role("link", name="Briefing (Word)").click()
    assert other.value.suggested_filename.endswith(".docx")


def test_a_briefing_prints_on_a4_and_runs_nothing(page: Page):
    answer = page.goto("/briefing?lang=ky&q=<script>alert(1)</script>&page=articles")
    assert answer and "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.locator("script").count() == 0
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(media="screen")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
