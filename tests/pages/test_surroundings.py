"""What is promised of a quote: it is shown within its sentence, and the sentence is the article's own words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.filters.choosing import where
from loaders.tables.surroundings import sentence_of, surroundings
from pages.parts import listing
from pages.parts.evidence import sentence, sources
from pages.parts.record import pieces as record_parts
from pages.parts.reprinted import firsts
from tests.pages.drawn import REAL, page_of

TEXT = "Биринчи сүйлөм. Фонд 2024-ж. баштаган долбоорду А. Асанов башкарат! Үчүнчүсү."


def test_a_quote_stands_in_its_sentence_and_no_further():
    start = TEXT.index("долбоор")
    assert surroundings(TEXT, "", start, start + 9) == ("Фонд 2024-ж. баштаган ", " А. Асанов башкарат!")
    assert surroundings(TEXT, "", 0, 7) == ("", " сүйлөм.")


@given(st.text(alphabet="аб .!\n«»,1", max_size=400), st.data())
def test_around_any_place_stand_the_words_of_the_text_in_order(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    before, after = surroundings(raw, "", start, end)
    said = "".join(before.removeprefix("… ").split()), "".join(after.removesuffix(" …").split())
    assert "".join(raw[:start].split()).endswith(said[0])
    assert "".join(raw[end:].split()).startswith(said[1])
    assert len(before) <= 142 and len(after) <= 142


def test_every_sentence_of_the_seeds_has_its_quote_in_it_and_says_its_language():
    page = page_of(language="ru")
    for row in REAL.evidence.itertuples():
        html = sentence(page, row.article, row.start, row.end, row.quote)
        assert f'lang="{REAL.article_of[row.article].language}"' in html
        assert f"at={row.start}-{row.end}" in html


def test_an_outlet_that_said_several_things_is_named_once():
    said = ["https://24.kg/a", "https://kabar.kg/x", "https://www.24.kg/b", "a conversation"]
    html = sources(page_of(), said)
    assert html.count(">24.kg") == 0 and html.startswith("24.kg <a ")
    assert 'aria-label="24.kg, 2"' in html and html.index("24.kg/b") < html.index("kabar.kg/x")
    assert html.endswith(" · a conversation")


def test_a_sentence_of_a_story_stands_once_and_says_in_how_many_reprints_it_is(page):
    html = record_parts.articles(page, "bridge")
    assert "article=a1" in html and "article=a2" not in html
    assert "also in 1 reprint" in html
    assert firsts(page, ["a2", "a3"]) == {"a2": 0, "a3": 0}
    assert firsts(page, ["a2", "a1", "a3"]) == {"a1": 1, "a3": 0}


def test_a_list_of_sentences_counts_none_twice(page):
    listing.listing(page, "evidence", where(id="bridge"))
    shown = page.waiting
    of_first = [row for row in page.tables.evidence.itertuples() if row.id == "bridge" and row.article == "a1"]
    assert f"{len(of_first)} sentence" in shown[0] and "article=a2" not in shown[0]


def test_a_headline_glued_to_a_paragraph_is_no_part_of_the_sentence_shown():
    title = "Жаңы мектеп ачылды"
    raw = f"{title}\n\n{title}Ошто эки жүз бала окуй баштады. Мектепти Көл фонду курду."
    start = raw.index("эки жүз")
    assert surroundings(raw, title, start, start + 7) == ("Ошто ", " бала окуй баштады.")
    assert surroundings(raw, "", start, start + 7)[0].startswith(title)


def test_two_places_of_one_sentence_are_one_and_those_of_two_are_two():
    raw = "Фонд Ошто иштейт, фонд кызматташат. Фонд дагы барат."
    first, second, other = (found.start() for found in re.finditer("[Фф]онд", raw))
    assert sentence_of(raw, "", first) == sentence_of(raw, "", second) != sentence_of(raw, "", other)
