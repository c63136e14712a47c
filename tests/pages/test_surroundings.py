"""What is promised of a quote: it is shown within its sentence, and the sentence is the article's own words."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.surroundings import surroundings
from pages.parts.evidence import sentence, sources
from tests.pages.drawn import REAL, page_of

TEXT = "Биринчи сүйлөм. Фонд 2024-ж. баштаган долбоорду А. Асанов башкарат! Үчүнчүсү."


def test_a_quote_stands_in_its_sentence_and_no_further():
    start = TEXT.index("долбоор")
    assert surroundings(TEXT, start, start + 9) == ("Фонд 2024-ж. баштаган ", " А. Асанов башкарат!")
    assert surroundings(TEXT, 0, 7) == ("", " сүйлөм.")


@given(st.text(alphabet="аб .!\n«»,1", max_size=400), st.data())
def test_around_any_place_stand_the_words_of_the_text_in_order(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    before, after = surroundings(raw, start, end)
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
