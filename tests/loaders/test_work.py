"""Reading an article is little work, told by the calls it takes and not by a clock."""

import sys
from collections import Counter

import pytest

from loaders.articles import Article
from loaders.facts import Reader
from loaders.folding import KEPT
from loaders.records import load_register
from tests.bench.articles import articles

MOST = 28  # calls of functions a word, Python's own included


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_register())


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(articles(20, load_register(), seed=5))


def calls(reader: Reader, texts: list[str]) -> Counter:
    """Function → how often it is called while the texts are read."""
    found: Counter = Counter()

    def count(frame, event, argument):
        if event == "call":
            found[frame.f_code.co_qualname] += 1
        elif event == "c_call":
            found[argument.__name__] += 1

    sys.setprofile(count)
    try:
        for text in texts:
            reader.read(Article("a", text))
    finally:
        sys.setprofile(None)
    return found


def words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def test_a_word_of_an_article_costs_few_calls(reader, texts):
    calls(reader, texts)
    assert calls(reader, texts).total() < MOST * words(texts)


def test_what_a_word_may_be_is_looked_up_once(reader, texts):
    calls(reader, texts)
    again = calls(reader, texts)
    assert again["Lexicon._read"] == again["Languages._count"] == 0


def test_work_grows_with_the_length_of_an_article_and_no_faster(reader, texts):
    once, eight = texts[0], "\n".join(texts[:8])
    calls(reader, [once, eight])
    short, long = (calls(reader, [text]).total() / words([text]) for text in (once, eight))
    assert long < 2 * short


def test_what_is_kept_of_words_has_an_end():
    reader = Reader(load_register())
    for start in range(0, KEPT + 2000, 1000):
        letters = (
            f"{number:06}".translate(str.maketrans("0123456789", "абвгдежзик")) for number in range(start, start + 1000)
        )
        reader.read(Article("a", " ".join(letters)))
    for kept in (reader.lexicon("ky")._words, reader.languages._votes):
        assert 0 < len(kept) <= KEPT
