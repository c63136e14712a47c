"""Folding unifies letters and words and never loses the place of anything."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import BREAK, LONGEST, Letters, bare, fold, unify, words_of
from loaders.records import load_register

LOOKALIKES = tuple(load_register().language["ky"]["lookalikes"].items())
KYRGYZ = st.text(
    alphabet=st.sampled_from("абгеийклнорстуөүңѳӊӨҮAOeocx KOICA \u00a0\u200b\u00ad-–«»“”.,!\n0123456789😀İ"),
    max_size=300,
)


@given(st.text(max_size=300) | KYRGYZ)
def test_every_word_is_quoted_exactly_from_the_stored_text(raw):
    text = fold(Letters.of(raw, LOOKALIKES))
    for word in range(len(text.words)):
        quote = text.words_quote(word, word)
        assert raw[quote["start"] : quote["end"]] == quote["quote"]
        assert quote["quote"].strip()


@given(st.text(max_size=300) | KYRGYZ)
def test_folding_keeps_every_offset(raw):
    assert len(unify(raw, LOOKALIKES)) == len(raw)
    assert len(bare(raw)) == len(raw)


@given(st.text(max_size=200) | KYRGYZ)
def test_sentences_cover_every_word_once_and_in_order(raw):
    text = fold(Letters.of(raw, LOOKALIKES))
    words = [word for first, last in text.sentences() for word in range(first, last + 1)]
    assert words == list(range(len(text.words)))


def test_a_row_of_stops_ends_one_sentence_however_long_it_is():
    text = fold(Letters.of("Мектеп ачылды" + "." * 200_000 + " Окуучулар келди"))  # stop by stop it took an hour
    assert text.sentences() == [(0, 1), (2, 3)]


def test_a_list_without_a_stop_is_read_in_pieces():
    text = fold(Letters.of("Мектеп ачылды. " + "ЮНИСЕФ, " * 5_000))
    spans = text.sentences()
    assert spans[0] == (0, 1) and spans[-1][1] == len(text.words) - 1
    assert max(last - first + 1 for first, last in spans) == LONGEST


def test_letters_that_look_alike_are_read_alike():
    meant = words_of("өнүктүрүү министрлиги", LOOKALIKES)
    assert words_of("ѳнүктүрүү министрлиги", LOOKALIKES) == meant
    assert words_of("өнүктүрүү миниcтрлиги", LOOKALIKES) == meant  # a Latin c
    assert words_of("онуктуруу министрлиги", LOOKALIKES) == meant  # typed without dots
    assert words_of("КОICA", LOOKALIKES) == words_of("KOICA", LOOKALIKES)  # two Cyrillic letters
    assert words_of("өнүк\u00adтүрүү минист\u200bрлиги", LOOKALIKES) == meant


def test_glued_words_come_apart():
    assert fold(Letters.of("сессиялар өттү.Документке кол коюлду")).words[2:4] == ["документке", "кол"]
    assert fold(Letters.of("УЛАНУУДА26-мартта")).words == ["уланууда", "26", "мартта"]
    assert fold(Letters.of("200дөй окуучу")).words == ["200", "дой", "окуучу"]


def test_page_furniture_is_a_break_that_no_name_crosses():
    raw = "Билим берүү БАШКЫ СӨЗ министрлиги"
    text = fold(Letters.of(raw), furniture=[(12, 21)])
    assert text.words == ["билим", "беруу", BREAK, "министрлиги"]


def test_an_initial_or_an_abbreviation_does_not_end_a_sentence():
    text = fold(Letters.of("Төрага Н. Асанова 2019-ж. Ошко барды. Анда жыйын өттү."))
    assert len(text.sentence_starts) == 2
