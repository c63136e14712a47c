"""The same story in other outlets is one independent source, however it was edited; other stories stay their own."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.records import load_register
from loaders.tables.same_story import alike, stories
from loaders.tables.searching import folded
from tests.bench.articles import articles

LOOKALIKES = tuple(load_register().language["ky"]["lookalikes"].items())
TEXTS = [text for text in articles(2500, load_register(), seed=7) if 1200 < len(text) < 1800][:400]
HEADLINES = [
    "Мугалимдер үчүн жаңы мүмкүнчүлүк",
    "Окуу жылы башталды",
    "МЕКТЕПТЕРГЕ ЖАРДАМ КЕЛДИ",
    "Кененирээк маалымат",
]
ABOVE = ["Башкы бет » Жаңылыктар", "26.02.2025", "• 26.02.2025 • 0", "Асан Үсөнов", "24.kg", "Көрүүлөр: 812"]
BELOW = ["Бөлүшүү: Facebook Telegram", "Тегдер: мектеп, билим", "USD 87.45 EUR 95.12", "Тектеш", "+996 312 66 22 33"]
LETTERS = [("ө", "ѳ"), ("ң", "ӊ"), (" ", "\u00a0"), ("а", "a"), ("ү", "у"), ("«", "“"), ("-", "–"), ("т", "т\u00ad")]


@st.composite
def edited(draw, text: str) -> str:
    """Another outlet's copy: up to a fifth of the sentences cut, other headline, paragraphs, letters and furniture."""
    sentences = text.split(". ")
    cut = draw(st.sets(st.integers(0, len(sentences) - 1), max_size=len(sentences) // 5))
    body = ""
    for number, sentence in enumerate(sentences):
        if number not in cut:
            body += sentence.rstrip(".") + "." + draw(st.sampled_from([" ", "\n\n", "\n"]))
    for found, written in draw(st.lists(st.sampled_from(LETTERS), max_size=3)):
        body = body.replace(found, written)
    around = [draw(st.lists(st.sampled_from(lines), max_size=4)) for lines in (ABOVE, BELOW)]
    return "\n\n".join([*around[0], draw(st.sampled_from(HEADLINES)), body, *around[1]])


def told(texts: dict[str, str]) -> dict[str, str]:
    return stories({article: folded(text, LOOKALIKES) for article, text in texts.items()})


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(0, len(TEXTS) - 1))
def test_twenty_edited_copies_are_one_story(data, number):
    copies = {f"copy{at}": data.draw(edited(TEXTS[number])) for at in range(20)}
    place = data.draw(st.integers(0, 20))
    names = [*list(copies)[:place], "original", *list(copies)[place:]]
    found = told({name: copies.get(name, TEXTS[number]) for name in names})
    assert set(found.values()) == {names[0]}


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_copies_change_nothing_for_other_stories(data):
    others = {f"other{at}": text for at, text in enumerate(TEXTS[:30])}
    alone = told(others)
    copies = {"copy0": TEXTS[100]} | {f"copy{at}": data.draw(edited(TEXTS[100])) for at in range(1, 5)}
    found = told({**others, **copies})
    assert {article: found[article] for article in others} == alone
    assert {found[article] for article in copies} == {"copy0"}


def test_as_many_stories_as_texts_that_differ():
    found = told({str(at): text for at, text in enumerate(TEXTS)})
    assert len(set(found.values())) == len(TEXTS)


def test_a_hundred_copies_are_one_story():
    found = told({str(at): f"{TEXTS[0]}\nКөрүүлөр: {at}" for at in range(100)})
    assert set(found.values()) == {"0"}


def test_two_copies_that_were_cut_apart_are_joined_by_the_original():
    sentences = TEXTS[0].split(". ")
    half = len(sentences) // 2
    first, last, whole = ". ".join(sentences[:half]), ". ".join(sentences[half:]), TEXTS[0]
    assert told({"first": first, "last": last}) == {"first": "first", "last": "last"}
    assert set(told({"first": first, "last": last, "whole": whole}).values()) == {"first"}


def test_a_story_cut_to_its_beginning_is_still_the_story_but_a_quoted_sentence_is_not():
    sentences = TEXTS[1].split(". ")
    assert told({"whole": TEXTS[1], "brief": ". ".join(sentences[: len(sentences) // 2])})["brief"] == "whole"
    assert told({"whole": TEXTS[1], "quote": sentences[0]})["quote"] == "quote"
    assert told({"whole": TEXTS[1], "other": f"{sentences[0]}. {TEXTS[2]}"})["other"] == "other"


def test_a_long_line_under_every_article_of_an_outlet_joins_no_stories():
    under = "Материалдарды көчүрүп басууда гезиттин аталышын жана шилтемени көрсөтүү милдеттүү экенин эскертебиз. " * 2
    found = told({str(at): f"{text[:600]}\n{under}" for at, text in enumerate(TEXTS[:100])})
    assert len(set(found.values())) == 100


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "", "b": ""}, {"a": "Бир", "b": "Эки"}])
def test_texts_with_nothing_in_them_are_their_own_stories(texts):
    assert told(texts) == {article: article for article in texts}


def test_work_grows_with_the_number_of_articles(monkeypatch):
    compared = Counter()

    def counting(one, other):
        compared["pairs"] += 1
        return alike(one, other)

    monkeypatch.setattr("loaders.tables.same_story.alike", counting)

    def pairs(number: int) -> int:
        compared.clear()
        texts = [text for text in articles(number // 2, load_register(), seed=3) for _ in range(2)]
        stories({str(at): folded(text, LOOKALIKES) for at, text in enumerate(texts)})
        return compared["pairs"]

    assert pairs(250) > 0
    assert pairs(1000) < 8 * pairs(250)  # four times the articles; sixteen were the square
