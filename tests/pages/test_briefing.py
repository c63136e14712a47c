"""What is promised of a briefing: the same numbers and notes in every language and format, and as on the pages."""

import io
import re
from dataclasses import replace
from datetime import date
from html import unescape
from zipfile import ZipFile

import pytest
from docx import Document as opened
from docx.oxml.ns import qn

from loaders.filters import Filters
from loaders.filters.choosing import KEYS, choose
from loaders.filters.narrowing import apply
from pages.parts.briefing.blocks import Document, Grid, Paragraph, Run
from pages.parts.briefing.content import content
from pages.parts.briefing.shape import Briefing, Number
from pages.parts.briefing.web import web
from pages.parts.briefing.word import word
from pages.parts.briefing.wording import document
from pages.parts.opening import Page, page_at
from pages.parts.sections import overview
from pages.parts.sharing import at, path_of
from pages.parts.words import LANGUAGES, Words

DAY, BASE = date(2026, 5, 1), "https://example.org"
VIEWS = [
    ("", {}),
    ("goals", {"goal": "digital-skills"}),
    ("partners", {"partner": "koica"}),
    ("timeline", {"period": "2024/..", "region": "KG"}),
    ("initiatives", {"initiative": "koica-digital-competence"}),
    ("centres", {"centre": "civic-digital-education-centres"}),
    ("", {"period": "1900/1901"}),
]
NAMES = [f"{path}-{'-'.join(query.values())}" for path, query in VIEWS]


def made(path: str, query: dict[str, str], language: str) -> Briefing:
    return content(page_at(path, query | {"lang": language}), DAY)


def numbers(briefing: Briefing) -> list[Number]:
    bars = (*briefing.by_status, *briefing.by_goal, *briefing.by_partner)
    leads = (bar for lead in briefing.leads for bar in lead.partners)
    return [*briefing.numbers.values(), *(bar.number for bar in (*bars, *leads))]


def links_of_page(html: str) -> list[tuple[str, str]]:
    body = html[html.index("<main>") :]
    found = re.findall(r'<a href="(http[^"]*)"[^>]*>(.*?)</a>', body)
    return [(unescape(href), unescape(re.sub("<[^>]*>", "", text))) for href, text in found]


def links_of_file(data: bytes) -> list[tuple[str, str]]:
    file = opened(io.BytesIO(data))
    body = file.element.body.iter(qn("w:hyperlink"))
    return [
        (file.part.rels[one.get(qn("r:id"))].target_ref, "".join(text.text for text in one.iter(qn("w:t"))))
        for one in body
        if one.get(qn("r:id"))
    ]


def cited_in_page(html: str) -> list[int]:
    return [int(n) for n in re.findall(r'href="#note-(\d+)"', html)]


def cited_in_file(data: bytes) -> list[int]:
    body = opened(io.BytesIO(data)).element.body
    anchors = (one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink")))
    return [int(anchor.removeprefix("note")) for anchor in anchors if anchor]


@pytest.mark.parametrize(("path", "query"), VIEWS, ids=NAMES)
def test_numbers_notes_and_rows_are_the_same_in_every_language_and_format(path, query):
    counted, linked, cited = [], [], []
    for language in LANGUAGES:
        briefing = made(path, query, language)
        counted.append((numbers(briefing), briefing.notes, [row.row.initiative for row in briefing.rows]))
        text = document(briefing, BASE)
        html, data = web(text, {}, ""), word(text)
        assert links_of_page(html) == links_of_file(data)
        assert cited_in_page(html) == cited_in_file(data)
        assert set(cited_in_page(html)) == set(range(1, len(briefing.notes) + 1))
        assert f'<html lang="{language}">' in html
        lists = [(re.sub(r"[?&]lang=\w\w", "", href), text) for href, text in links_of_page(html) if "list=" in href]
        linked.append([(href.partition("list=")[2], sorted(re.sub(r"\D", "", text))) for href, text in lists])
        cited.append(cited_in_page(html))
    assert counted[0] == counted[1] == counted[2]
    assert linked[0] == linked[1] == linked[2]
    assert cited[0] == cited[1] == cited[2]


@pytest.mark.parametrize(("path", "query"), VIEWS, ids=NAMES)
def test_a_number_is_as_long_as_the_list_its_link_opens(path, query):
    briefing = made(path, query, "en")
    tables, checked = briefing.page.tables, 0
    for number in numbers(briefing):
        rows = choose(tables, number.of, number.where)
        rows = rows.drop_duplicates(KEYS[number.of]) if KEYS[number.of] else rows
        assert number.value in {len(rows), rows.source.nunique() if number.of == "articles" else len(rows)}, number
        checked += 1
    assert checked >= len(briefing.numbers) > 10


@pytest.mark.parametrize("query", [{}, {"goal": "digital-skills"}, {"partner": "koica"}], ids=str)
def test_the_numbers_are_those_of_the_overview(query):
    page = page_at("", query | {"lang": "en"})
    briefing = content(page, DAY)
    tiles = [tile.value for tile in overview.tiles(page)]
    names = ("initiatives", "under-way", "partners", "articles", "sources", "conflicts")
    assert [briefing.numbers[name].value for name in names] == [tiles[at] for at in (0, 1, 3, 5, 6, 7)]


def test_every_line_with_a_number_has_a_link_or_a_note():
    text = document(made("", {}, "en"), BASE)
    said = [block.line for block in text.blocks if isinstance(block, Paragraph) and block.look in ("item", "lead")]
    counted = [line for line in said if re.search(r"\d", "".join(run.text for run in line))]
    assert len(counted) > 10
    assert [line for line in counted if not any(run.href or run.notes for run in line)] == []


def test_a_note_has_outlet_date_quote_its_place_and_the_original(tables, page):
    briefing = content(page, DAY)
    html = web(document(briefing, BASE), {}, "")
    told = [note for note in briefing.notes if note.article]
    assert told
    for note in told:
        assert tables.article_of[note.article].text[note.start : note.end] == note.quote
        assert f"{BASE}/articles?lang=en&amp;article={note.article}&amp;at={note.start}-{note.end}" in html
    assert "First, 1 June 2024: " in html
    assert '<a href="https://example.org/b">https://example.org/b</a>' in html


def test_both_sides_of_a_contradiction_are_quoted(tables, page):
    text = document(content(page, DAY), BASE)
    shown = ["".join(run.text for run in block.line) for block in text.blocks if isinstance(block, Paragraph)]
    sides = [line for line in shown if "≠" in line]
    assert any("“Фонд” (in Kyrgyz) ≠ “2025-жылы” (in Kyrgyz)" in line for line in sides), sides
    assert any("The register: 2022 ≠ an article: 2025" in line for line in sides), sides


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_translation_is_marked_with_its_language(tables, language):
    names = {**tables.names, "initiatives": {**tables.names["initiatives"], "bridge": {"ru": "Только мост"}}}
    everything = replace(tables, names=names)
    briefing = content(Page(Words(language, names), Filters(), (), everything, everything, {}), DAY)
    text = document(briefing, BASE)
    html, data = web(text, {}, ""), word(text)
    codes = {one.get(qn("w:val")) for one in opened(io.BytesIO(data)).element.body.iter(qn("w:lang"))}
    if language == "ru":
        assert 'lang="ru">Только мост' not in html
        assert not re.search("мост (?:</small>)?.на русском", html)
        assert "ru-RU" not in codes
    else:
        assert re.search(r'lang="ru"[^>]*>(?:<b>)?Только мост', html)
        assert {"ky": "(орусча)", "en": "(in Russian)"}[language] in html
        assert "ru-RU" in codes


def test_hostile_words_stay_words(tables):
    evil = '<script>alert(1)</script>\x0b=cmd()"&amp;'
    names = {**tables.names, "initiatives": {"bridge": {"en": evil}, "quiet": {"en": "\ue0000\ue000"}}}
    everything = replace(tables, names=names)
    page = Page(Words("en", names), Filters(), (("goal", evil),), everything, everything, {"initiative": evil})
    text = document(content(page, DAY), BASE)
    html, data = web(text, {evil: ("/x", "")}, evil), word(text)
    assert "<script" not in html
    shown = "".join(t.text or "" for t in opened(io.BytesIO(data)).element.body.iter(qn("w:t")))
    assert "<script>alert(1)</script>=cmd()" in shown
    with ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None


def test_no_word_in_an_address_leads_a_link_away():
    page = page_at("", {"path": "//evil.example/x", "filters": "1", "self": "2", "q": "//evil.example", "lang": "en"})
    assert page.own == {"q": "//evil.example"}
    html = web(document(content(page, DAY), BASE), {}, "")
    assert all(href.startswith(BASE + "/") for href, _ in links_of_page(html) if "list=" in href)


def test_the_briefing_of_a_page_is_asked_for_with_its_filters_language_and_record():
    page = page_at("initiatives", {"initiative": "altyn-kazyk", "goal": "digital-skills", "lang": "ru"})
    assert at(page, "briefing") == "/briefing?goal=digital-skills&lang=ru&page=initiatives&initiative=altyn-kazyk"
    assert path_of({"page": "initiatives"}) == "initiatives"
    assert path_of({"page": "../secret"}) == path_of({"page": "overview"}) == path_of({}) == ""


def test_a_long_table_says_how_much_it_leaves_out(monkeypatch, page):
    monkeypatch.setattr("pages.parts.briefing.cited.ROWS", 1)
    text: Document = document(content(page, DAY), BASE)
    grid = next(block for block in text.blocks if isinstance(block, Grid))
    assert len(grid.rows) == 1
    shown = ["".join(run.text for run in block.line) for block in text.blocks if isinstance(block, Paragraph)]
    assert "Shown are 1; the whole list has 2." in shown


def test_filters_and_what_is_not_known_stand_at_the_top(tables):
    filters = Filters(goal=("digital-skills",))
    page = Page(Words("en", tables.names), filters, (("goal", "nowhere"),), apply(tables, filters), tables, {})
    blocks = document(content(page, DAY), BASE).blocks
    first = ["".join(run.text for run in block.line) for block in blocks[:4] if isinstance(block, Paragraph)]
    assert "nowhere" in first[0]
    assert first[1].startswith("Made on 1 May 2026")
    assert first[2] == "Only what matches: Goal: Digital skills."
    assert Run(f"{BASE}/?goal=digital-skills&lang=en", f"{BASE}/?goal=digital-skills&lang=en") in blocks[3].line
