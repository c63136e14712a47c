"""What is promised of the pieces of a page: text escaped, every character once, every row leads to its sentence."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.filters.choosing import KEYS, choose
from loaders.tables.searching import folded, search
from loaders.tables.surroundings import called
from pages.parts import gaps, items, listing
from pages.parts.article import facts, found, reader
from pages.parts.drawing import Tile, number_of, table
from pages.parts.evidence import badge, doubt, link, sentence, sources, state_of
from pages.parts.html import Html, join, tag
from pages.parts.record import pieces as record_parts
from pages.parts.stages import MODULES, stages


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(st.text())
def test_any_text_is_escaped_and_comes_back_as_it_was(text):
    html = tag("p", text, title=text)
    inner = html.removesuffix("</p>").rpartition(">")[2]
    assert unescape(inner) == text
    title = html.partition('title="')[2].partition('"')[0]
    assert unescape(title) == text
    assert html.count("<") == 2


def test_an_article_without_headline_outlet_or_date_is_called_by_its_first_words_and_says_what_is_not_known(page):
    row = page.everything.article_of[next(iter(page.everything.article_of))]
    bare = row._replace(article="x_01", title=None, outlet=None, published=None, text="Айылда жаңы  мектеп\n" * 20)
    for drawn in (join(*items._article(page, bare)), found._line(page, bare, [])):
        told = text_of(drawn)
        assert told.startswith("Айылда жаңы мектеп Айылда") and "x_01" not in told and len(told) < 250
        assert "outlet not known" in told and "date of publication not known" in told
    assert called(bare._replace(text="")) == "x_01" and called(bare._replace(title="Мектеп")) == "Мектеп"


@given(st.lists(st.text(), max_size=4))
def test_joining_escapes_what_is_not_ours(parts):
    assert text_of(join(*(part for part in parts if part))) == "".join(parts)
    assert join(Html("<b>x</b>"), "<") == "<b>x</b>&lt;"


SPANS = st.builds(
    lambda start, length, look: reader.Span(start, start + length, look, f"{look}: something"),
    st.integers(0, 40), st.integers(0, 20), st.sampled_from(["partner", "date", "cue"]),
)  # fmt: skip


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=50), st.lists(SPANS, max_size=6),
       st.none() | st.tuples(st.integers(0, 60), st.integers(0, 60)))  # fmt: skip
def test_the_reader_shows_every_character_once_and_in_order(text, spans, here):
    assert text_of(reader.marked(text, spans, here)) == text


def test_an_overlap_is_coloured_by_the_shortest_and_tells_all():
    html = reader.marked("abcdef", [reader.Span(0, 6, "initiative", "whole"), reader.Span(2, 4, "date", "inner")])
    inner = next(mark for mark in re.findall(r"<mark[^>]*>[^<]*", html) if mark.endswith("cd"))
    assert 'class="bm-k-date"' in inner
    assert 'title="inner; whole"' in inner


def test_the_place_asked_for_is_marked_and_gone_to_once():
    html = reader.marked("abcdef", [reader.Span(1, 3, "date", "x")], (0, 5))
    assert html.count("data-bm-goto") == 1
    assert "".join(re.findall(r"<mark[^>]*bm-here[^>]*>([^<]*)", html)) == "abcde"
    assert "bm-here" not in reader.marked("abc", [], (2, 99))


def test_a_space_between_two_facts_is_no_link():
    html = reader.marked("a b", [reader.Span(0, 2, "date", "x", "one"), reader.Span(0, 1, "region", "y", "two")])
    assert 'href="#two"' in html and 'href="#one"' not in html


def test_a_quote_leads_to_its_place_in_the_article(page):
    html = sentence(page, "a1", 0, 4, "Фонд")
    assert "/articles?lang=en&amp;article=a1&amp;at=0-4" in html
    assert "First" in html


def test_text_of_an_article_is_never_markup(page):
    html = reader.marked(page.everything.article_of["a3"].text, [])
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in sentence(page, "a3", 0, 10, "<b>bold</b>")


def test_a_source_is_shown_by_its_host_and_only_web_addresses_are_links(page):
    html = sources(page, ["https://www.example.org/a?b=<", "javascript:alert(1)", "seeds/a1.txt"])
    assert ">example.org<" in html
    assert 'href="javascript' not in html
    assert "article=a1" in html


@pytest.mark.parametrize("of", KEYS)
def test_every_kind_of_row_can_be_listed_and_leads_to_a_sentence_or_a_source(page, of):
    rows = choose(page.tables, of, "")
    for row in rows.itertuples():
        html = items.item(page, of, row)
        assert text_of(html).strip()
        assert re.search(r'href="/articles\?|href="https?:|No source is recorded', html), html


@pytest.mark.parametrize("of", KEYS)
def test_the_heading_of_a_list_counts_its_rows(page, of):
    n = len(choose(page.tables, of, ""))
    assert str(n) in listing.heading(page, of, n)


def test_badges_tell_person_machine_and_doubt_apart(page):
    bridge = next(page.tables.initiatives[page.tables.initiatives.initiative.eq("bridge")].itertuples())
    assert state_of(bridge) == "reviewed"
    assert state_of(bridge, "start") == "unverified"
    assert state_of(bridge, "end") == "reviewed"
    shown = {text_of(badge(page, state)) for state in ("reviewed", "machine", "unverified")}
    assert len(shown) == 3


def test_a_number_is_a_link_with_ids_that_keeps_the_page(page):
    html = link(page, "3", "initiatives", "goal:digital-skills", "tiles")
    assert 'href="/?lang=en&amp;list=initiatives&amp;where=goal:digital-skills&amp;below=tiles"' in html


def test_a_list_is_described_in_words_and_not_in_ids(page):
    told = listing.describe(page, "goal:digital-skills;missing:start;about:bridge")
    assert "Digital skills" in told
    assert "not known: Start" in told
    assert "Bridge" in told
    assert (
        listing.describe(page, "kind:missing-field;of:centres;field:launched")
        == "Kind: missing field · Centres · Opened"
    )
    held = listing.describe(page, "with:start;partners:fund;regions:KG;initiatives:bridge;record:bridge")
    names = page.everything.names
    for kind, id_ in (("partners", "fund"), ("regions", "KG"), ("initiatives", "bridge")):
        assert id_ in names[kind] and page.words.name(kind, id_) in held
    assert held.startswith("known: Start") and not re.search(r"\b(fund|KG|bridge|start)\b", held)


def test_a_tile_of_zero_opens_no_empty_list(page):
    assert "<a" in number_of(page, Tile(1, "events", "events"), "key")
    zero = number_of(page, Tile(0, "events", "events"), "key")
    assert "<a" not in zero and text_of(zero) == "0"
    assert text_of(number_of(page, Tile(0, "events", "events", silence="nothing found"), "key")) == "nothing found"


def test_a_table_has_caption_headers_and_scope():
    html = table("Title", ["A", "B"], [("x", "1"), ("<y>", "2")], [1])
    assert "<caption><span>Title</span></caption>" in html
    assert html.count('scope="col"') == 2
    assert "&lt;y&gt;" in html


def test_the_record_shows_who_says_what_and_what_is_not_known(page):
    row = next(page.tables.initiatives[page.tables.initiatives.initiative.eq("bridge")].itertuples())
    shown = text_of(record_parts.facts(page, row))
    assert "2022 (some day from 1 January 2022 to 31 December 2022) unverified" in shown
    assert "under way machine-read" in shown
    assert "Digital skills reviewed" in shown
    quiet = next(page.tables.initiatives[page.tables.initiatives.initiative.eq("quiet")].itertuples())
    assert "not known" in text_of(record_parts.facts(page, quiet))
    assert "Office reviewed" in text_of(record_parts.partners(page, "bridge"))
    assert "No article read so far" in text_of(record_parts.articles(page, "quiet"))


def test_a_part_only_proposed_says_so_and_in_which_initiative(page):
    row = next(page.everything.evidence[page.everything.evidence.kind.eq("partner")].itertuples())
    sure = row._replace(id="fund", value="funder", initiative=None, more=None)
    shown = text_of(facts.beside(page, [sure, sure._replace(initiative="bridge", more="proposed")]))
    assert "Fund: funder 1" in shown and "Fund: funder, proposed · Bridge 1" in shown


def test_a_marked_word_leads_to_its_fact_and_the_fact_back_to_each_of_its_words(page):
    evidence = list(page.everything.evidence[page.everything.evidence.article.eq("a1")].itertuples())
    found, listed = facts.anchors(evidence), facts.beside(page, evidence)
    text = page.everything.article_of["a1"].text
    shown = reader.marked(text, reader.spans(page, evidence, lambda row: found.get(facts.meant(row), "")))
    told = [row for row in evidence if row.kind in (*facts.ORDER, *facts.CUES)]
    assert told and all(facts.meant(row) in found for row in told)
    led = set(re.findall(r'<mark[^>]*><a href="#([^"]+)"', shown))
    assert led and led <= set(re.findall(r'<li id="([^"]+)"', listed))
    for row in told:
        assert row.kind in facts.CUES or f"at={row.start}-{row.end}" in listed


def test_in_a_list_only_what_is_not_a_persons_word_bears_a_badge(page):
    assert doubt(page, "reviewed") is None
    row = next(page.tables.initiatives.itertuples())
    assert row.reviewed and "reviewed" not in text_of(items.item(page, "initiatives", row))
    assert "machine-read" in text_of(items.item(page, "initiatives", row._replace(reviewed=False)))


def test_a_figure_beside_an_article_has_its_unit(page):
    figures = page.everything.evidence[page.everything.evidence.kind.eq("figure")]
    assert "74: Hall (centres)" in text_of(facts.beside(page, figures.itertuples()))


def test_the_facts_beside_an_article_are_all_there(page):
    evidence = page.everything.evidence[page.everything.evidence.article.eq("a1")]
    shown = text_of(facts.beside(page, evidence.itertuples()))
    for words in (
        "Bridge: under way",
        "Fund: funder",
        "Digital skills",
        "2025 (start)",
        "Мүдүр",
        "74: Hall",
        "Китепкана",
    ):
        assert words in shown
    assert "Rumour" not in shown


def test_a_search_result_shows_the_words_and_leads_to_them(page):
    html = found.articles(page, page.tables.search("долбоор"))
    start, end = page.tables.search("долбоор")["a1"][0]
    assert f"article=a1&amp;at={start}-{end}" in html
    assert "a reprint" in html


def test_what_is_missing_silent_or_unknown_is_counted_with_its_list(page):
    assert "Китепкана" in gaps.unknown(page)
    silent = gaps.silent(page)
    assert "list=initiatives&amp;where=silent:yes" in silent
    assert "list=findings&amp;where=kind:missing-field" in gaps.missing(page)
    assert "outlet not known" in gaps.outlets(page)


def test_the_method_page_names_every_stage_of_the_line(page):
    """The stages of loaders/facts.py are the code's own list; a new one must be explained to readers."""
    import ast

    from loaders.records import ROOT

    tree = ast.parse((ROOT / "loaders" / "facts.py").read_text(encoding="utf-8"))
    used = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "loaders":
            used |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("loaders."):
            used.add(node.module.split(".")[1])
    told = {module for modules in MODULES.values() for module in modules}
    assert used <= told
    assert all((ROOT / "loaders" / f"{name}.py").exists() or (ROOT / "loaders" / name).is_dir() for name in told)
    assert set(MODULES) == set(stages(page))


@pytest.mark.parametrize(
    ("asked", "text", "hits"),
    [
        ("төрагасы", "Комиссиянын тѳрагасы келди", ["тѳрагасы"]),
        ("министрлик", "Билим берүү министрлигинин алдында", ["министрлигинин"]),
        ("министрлиги", "Эки министрлик айтты", ["министрлик"]),
        ("министерство", "в Министерстве и министерства", ["Министерстве", "министерства"]),
        ("школы", "школа, школами", ["школа", "школами"]),
        ("жаңы", "жандык жаныбар жаңыча", ["жаныбар", "жаңыча"]),
        ("жаңы", "жандык", []),
        ('"билим берүү"', "билимдүү; билим берүүнүн", ["билим берүүнүн"]),
    ],
)
def test_a_search_finds_a_word_in_any_of_its_endings(page, asked, text, hits):
    texts = {"a": folded(text, page.tables.lookalikes)}
    places = search(texts, asked, page.tables.lookalikes).get("a", [])
    assert [text[start:end] for start, end in places] == hits
