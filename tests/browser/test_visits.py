"""What is promised to a visitor: every address opens framed, every number leads to its sentence, choices stay."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, TimeoutError, expect
from pypdf import PdfReader

from pages.parts.frame import HOME, PAGES
from pages.parts.words import LANGUAGES
from tests.browser.conftest import ROOT, opened, serving, settled

TOO_WIDE = """[...document.querySelectorAll('[class^=bm-]')]
    .filter(one => one.getBoundingClientRect().right > 361 && !one.closest('.bm-scroll')
                   && getComputedStyle(one).position !== 'absolute').map(one => one.className)"""
pytestmark = pytest.mark.browser


def query(page: Page) -> dict[str, str]:
    return {name: said[-1] for name, said in parse_qs(urlsplit(page.url).query).items()}


def test_the_first_visitor_of_a_fresh_server_gets_the_framed_page_on_every_deep_link(browser: Browser):
    """Nobody opens `/` before: with the script beside pages/ every one of these would be a bare page."""
    with serving() as address:
        context = browser.new_context()
        page = context.new_page()
        for name in [*(name for name in PAGES if name != HOME), HOME]:
            page.goto(f"{address}/{'' if name == HOME else name}?lang=ru")
            page.wait_for_selector(".bm-footer")
            assert page.locator(".bm-pages [aria-current=page]").count() == 1
            assert page.locator(".bm-languages [aria-current]").inner_text() == "Русский"
            expect(page.locator("html")).to_have_attribute("lang", "ru")
            expect(page.locator("#bm-main h1")).to_have_count(1)
        context.close()


def test_the_language_switch_keeps_page_and_filters_and_says_so_to_screen_readers(page: Page):
    opened(page, "/articles?partner=koica&q=KOICA")
    expect(page.locator("html")).to_have_attribute("lang", "ky")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert query(page) == {"partner": "koica", "lang": "en", "q": "KOICA"}
    expect(page.locator(".bm-chip")).to_contain_text("Korea International Cooperation Agency")
    page.get_by_role("link", name="Кыргызча").click()
    expect(page.locator("html")).to_have_attribute("lang", "ky")
    expect(page.locator(".bm-chip")).to_contain_text("Корея")


def chosen(page: Page, label: str, option: str) -> None:
    """What drops down closes when the page moves under it, as it does while the filters unfold: then once more."""
    for last in (False, False, True):
        page.get_by_role("combobox", name=label).click()
        try:
            return page.get_by_role("option", name=option).click(timeout=20_000 if last else 3_000)
        except TimeoutError:
            if last:
                raise


def test_a_filter_goes_into_the_address_and_a_reload_shows_the_same(page: Page):
    opened(page, "/initiatives?lang=en")
    whole = page.locator(".bm-table tbody tr").count()
    page.get_by_text("Filters", exact=True).click()
    chosen(page, "Goal", "Digital skills")
    page.wait_for_url("**goal=digital-skills**")
    settled(page)
    expect(page.locator(".bm-chip")).to_contain_text("Digital skills")
    page.wait_for_function(f"document.querySelectorAll('.bm-table tbody tr').length < {whole}")
    few = page.locator(".bm-table tbody tr").all_inner_texts()
    page.reload()
    settled(page)
    assert page.locator(".bm-table tbody tr").all_inner_texts() == few
    assert query(page) == {"lang": "en", "goal": "digital-skills"}


def test_filters_go_along_to_another_page_and_back_again(page: Page):
    opened(page, "/initiatives?lang=en&goal=digital-skills")
    page.locator(".bm-pages").get_by_role("link", name="Articles").click()
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Articles")
    settled(page)
    assert query(page) == {"lang": "en", "goal": "digital-skills"}
    page.locator(".bm-chip").click()
    expect(page.locator(".bm-chip")).to_have_count(0)
    settled(page)
    page.go_back()
    expect(page.locator(".bm-chip")).to_contain_text("Digital skills")
    settled(page)
    page.go_back()
    page.wait_for_url("**/initiatives?**")
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Initiatives")
    page.go_forward()
    page.wait_for_url("**/articles?**")
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Articles")


def test_a_link_within_the_app_does_not_load_it_anew(page: Page):
    opened(page, "/method?lang=en")
    page.evaluate("window.stillHere = true")
    page.locator(".bm-pages").get_by_role("link", name="Quality").click()
    expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Quality")
    assert page.evaluate("window.stillHere") is True


def test_a_number_leads_to_its_list_and_from_there_to_the_sentence_in_two_clicks(page: Page):
    opened(page, "/initiatives?lang=en")
    row = page.locator(".bm-table tbody tr", has=page.locator("td:nth-child(6) a")).first
    number = row.locator("td:nth-child(6) a")
    shown = int(number.inner_text())
    number.click()
    listing = page.locator(".bm-listing")
    expect(listing.locator("ol > li")).to_have_count(shown)
    expect(listing).to_be_in_viewport()
    quote = listing.locator(".bm-quote").first
    words = quote.inner_text().strip("“”").removesuffix(" …")
    quote.click()
    here = page.locator("mark.bm-here")
    expect(here.first).to_be_in_viewport()
    assert "".join(" ".join(here.all_inner_texts()).split()).startswith("".join(words.split())[:20])
    assert re.fullmatch(r"\d+-\d+", query(page)["at"])


def test_a_list_does_not_move_the_page_beneath_who_goes_on_meanwhile(page: Page):
    opened(page, "/quality?lang=en&goal=digital-skills")
    number = page.locator(".bm-tile a").last
    number.evaluate("one => { one.click(); dispatchEvent(new WheelEvent('wheel')) }")
    expect(page.locator(".bm-listing")).to_have_count(1)
    settled(page)
    page.wait_for_timeout(300)
    assert page.locator(".bm-listing:focus").count() == 0
    page.locator(".bm-close").click()
    expect(page.locator(".bm-listing")).to_have_count(0)
    settled(page)
    number.click()
    expect(page.locator(".bm-listing")).to_be_focused()


def test_who_leaps_to_the_end_of_a_page_is_there(page: Page):
    """The heights of what is out of sight are known once the browser has had time."""
    opened(page, "/goals?lang=en&list=initiatives")
    height = """leap => new Promise((done) => {
        const main = document.querySelector("[data-testid=stMain]");
        if (leap) main.scrollTop = main.scrollHeight;
        const drawn = (frames) => requestAnimationFrame(() => frames ? drawn(frames - 1) : done(main.scrollHeight));
        setTimeout(() => requestIdleCallback(() => drawn(3)), 100);
    })"""
    known = page.evaluate(height, False)
    assert page.evaluate(height, True) == pytest.approx(known, abs=2)


def test_the_whole_way_works_from_the_keyboard(page: Page):
    opened(page, "/method?lang=en")
    for _ in range(3):  # the page itself is a stop: it scrolls
        page.keyboard.press("Tab")
        if page.locator(".bm-skip:focus").count():
            break
    expect(page.locator(".bm-skip")).to_be_focused()
    expect(page.locator(".bm-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#bm-main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".bm-number").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".bm-listing")).to_be_focused()


def test_closing_a_list_leaves_the_page_as_it_was(page: Page):
    opened(page, "/quality?lang=en&goal=digital-skills")
    page.locator(".bm-tile a").last.click()
    expect(page.locator(".bm-listing")).to_have_count(1)
    page.locator(".bm-close").click()
    expect(page.locator(".bm-listing")).to_have_count(0)
    assert query(page) == {"lang": "en", "goal": "digital-skills"}


def test_a_search_stands_in_the_address_and_finds_without_dots(page: Page):
    opened(page, "/articles?lang=en")
    box = page.get_by_label("Search in all articles")
    box.fill("окутуу")
    box.press("Enter")
    page.wait_for_url("**q=**")
    expect(page.locator("p[role=status]")).to_contain_text("1 article")
    page.reload()
    settled(page)
    expect(page.get_by_label("Search in all articles")).to_have_value("окутуу")


def test_an_unknown_id_is_said(page: Page):
    opened(page, "/goals?lang=en&goal=digital-skil")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean “digital-skills”?")


def test_nothing_is_cut_off_on_a_small_telephone_and_nobody_else_is_asked_for_anything(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, "/")
    for place, name in enumerate((name for name in PAGES if name != "review"), 1):
        link = page.locator(f".bm-pages li:nth-child({place}) a")
        expect(link).to_be_hidden()
        page.locator(".bm-pages summary").press("Enter")
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
        for language, own in LANGUAGES.items():
            page.locator(".bm-languages").get_by_role("link", name=own).click()
            expect(page.locator("html")).to_have_attribute("lang", language)
            settled(page)
            assert page.evaluate(TOO_WIDE) == [], (name, language)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, (name, language)
    foreign = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert foreign == []
    assert len(asked) > 10
    context.close()


def test_the_overview_has_its_name_as_an_address_too(page: Page):
    opened(page, "/overview?lang=en")
    assert urlsplit(page.url).path == "/"
    assert query(page) == {"lang": "en"}


def test_the_server_tells_that_it_is_well_and_packs_what_it_sends(page: Page, address: str):
    answer = page.request.get(f"{address}/healthz")
    assert answer.ok
    assert answer.json()["status"] == "ok"
    packed = []

    def note(response: Response) -> None:
        if response.url.endswith((".js", ".css", "/")):
            size, coding = (response.headers.get(f"content-{name}") for name in ("length", "encoding"))
            packed.append((int(size) if size and not coding else None, coding))

    page.on("response", note)
    opened(page, "/method")
    large = [coding for size, coding in packed if size is None or size > 1000]
    assert len(large) > 10
    assert set(large) == {"gzip"}


def test_a_printed_page_has_no_controls(page: Page):
    opened(page, "/quality?lang=en")
    controls = [page.locator(one) for one in (".bm-pages", ".bm-languages", ".st-key-filters")]
    for one in controls:
        expect(one).to_be_visible()
    page.emulate_media(media="print")
    for one in controls:
        expect(one).to_be_hidden()
    expect(page.locator("h1").first).to_be_visible()


def test_nothing_of_a_page_is_cut_off_on_paper(page: Page):
    opened(page, "/timeline?lang=en")
    rows = page.locator(".bm-chart text").all_text_contents()
    sheets = [one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    assert not [row for row in rows if not any(" ".join(row.split()) in " ".join(one.split()) for one in sheets)]
    assert all(sheet.strip() for sheet in sheets), "a sheet is empty"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1016})  # what A4 leaves within its margins
    for path in ("/partners?lang=ky", "/goals?lang=ru"):
        opened(page, path)
        for at in page.locator(".bm-matrix").all():
            assert at.evaluate("one => one.getBoundingClientRect().right <= innerWidth"), f"{path}: {at}"


def test_a_page_that_breaks_says_so_in_the_readers_language_and_shows_the_way_on(browser: Browser, tmp_path: Path):
    for name in ("pages", "loaders", "data", "seeds", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "dashboard.py", tmp_path)
    (tmp_path / "pages" / "method.py").write_text('secret = {"token": 1}\nraise ValueError("inner workings")\n')
    with serving(tmp_path) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/method?lang=ru")
        expect(page.get_by_role("alert")).to_contain_text("Эту страницу не удалось показать")
        assert "inner workings" not in page.locator("body").inner_text()
        page.get_by_role("link", name="К обзору").click()
        expect(page.locator(".bm-pages [aria-current=page]")).to_have_text("Обзор")
        context.close()
