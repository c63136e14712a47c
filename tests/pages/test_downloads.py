"""What is promised of the control for downloads: it offers what the page shows, and nothing is made before a click."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from loaders.exports.asking import download
from loaders.exports.csv_file import table
from loaders.exports.sheets import count
from loaders.filters.narrowing import apply
from loaders.records import ROOT
from pages.parts.downloads import _table
from pages.parts.frame import HOME, PAGES
from pages.parts.offers import OWN, listed, shown
from tests.pages.drawn import REAL, page_of
from tests.pages.test_filters import filters

AT = datetime(2026, 11, 22, tzinfo=UTC)


@settings(max_examples=20, deadline=None)
@given(filters())
def test_a_page_offers_exactly_what_its_filters_leave(chosen):
    page = page_of(path="partners", **chosen.address())
    one, narrowed = shown(page), apply(REAL, chosen)
    assert one is not None and one.filters == chosen
    assert count(one, "sources") == len(narrowed.articles) and count(one, "involvement") == len(narrowed.involvement)
    assert one.link == page.href("partners")


def test_a_page_of_one_record_offers_that_record_whatever_the_filters():
    page = page_of(path="initiatives", initiative="luban-workshop", goal="civic-education")
    assert page.tables.initiatives.initiative.eq("luban-workshop").sum() == 0
    assert list(shown(page).tables.initiatives.initiative) == ["luban-workshop"]


def test_where_a_record_is_not_there_nothing_is_offered():
    assert shown(page_of(path="initiatives", initiative="no-such")) is None


def test_the_open_list_is_offered_as_it_is_shown():
    page = page_of(path="partners", list="initiatives", where="goal:digital-skills;missing:end")
    [(part, name)] = listed(page, shown(page))
    rows = part.tables.initiatives
    assert name == "initiatives" and len(rows) and rows.end.isna().all() and count(part, name) == len(rows)
    assert listed(page_of(list="nonsense"), shown(page)) == []


def test_the_bytes_of_a_button_are_those_of_the_command_line():
    page = page_of(language="ru", path="goals", goal="digital-skills")
    query = {"goal": "digital-skills"}
    assert _table("initiatives")(shown(page)) == table(download(query, REAL, "ru", AT), "initiatives")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_data_offers_its_own_tables(name):
    assert ("" if name == HOME else name) in OWN or name in ("method", "review")


def test_no_page_run_pays_for_making_files():
    code = "import sys, pages.parts.downloads; print({'xlsxwriter', 'openpyxl', 'matplotlib', 'docx'} & {*sys.modules})"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "set()"
