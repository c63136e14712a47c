"""What is promised of a click on a download: the file of what is shown, under a name that says so."""

import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import opened, settled
from tests.browser.test_access import faults

pytestmark = pytest.mark.browser


def test_a_click_gives_the_workbook_of_the_filtered_page_by_keyboard_too(page: Page):
    opened(page, "/partners?partner=koica&lang=en")
    expect(page.get_by_role("button", name="Excel workbook")).to_have_count(0)
    page.get_by_role("link", name="Download").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Excel workbook")
    expect(button).to_be_visible(timeout=20_000)
    settled(page)
    button.focus()
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert got.value.suggested_filename.startswith("bilim-monitor-partner-koica-20")
    book = openpyxl.load_workbook(io.BytesIO(Path(got.value.path()).read_bytes()))
    said = dict(book.worksheets[0].iter_rows(max_col=2, values_only=True))
    assert said["Partner"] == "Korea International Cooperation Agency"
    assert said["The same on screen"] == page.url.split("#")[0]
    assert {row[0] for row in book["Partners"].iter_rows(min_row=3, values_only=True)} == {"koica"}


def test_the_open_control_is_for_everyone_and_fits_a_telephone(page: Page):
    page.emulate_media(reduced_motion="reduce")
    opened(page, "/goals?lang=ky&list=initiatives")
    expect(page.locator("[data-bm-goto]")).to_be_focused()
    page.locator(".st-key-downloads summary").click()
    expect(page.get_by_role("button", name="SVG").first).to_be_visible(timeout=20_000)
    settled(page)
    assert faults(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
