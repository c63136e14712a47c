"""The suffix chain takes what Kyrgyz allows, and nothing else."""

import pytest

from loaders.lexicon.suffixes import Suffixes
from loaders.records import load_register


@pytest.fixture(scope="module")
def suffixes() -> Suffixes:
    return Suffixes(load_register().language["ky"]["suffixes"])


@pytest.mark.parametrize(
    ("stem", "ending", "tag"),
    [
        ("министрлиги", "нин", "+P3+GEN"),
        ("министрлиги", "нен", "+P3+ABL"),
        ("министрлиги", "н", "+P3+ACC"),
        ("фонду", "нун", "+P3+GEN"),
        ("бишкек", "теги", "+LOC+REL"),
        ("бишкек", "тен", "+ABL"),
        ("кул", "дар", "+PL"),  # у does not round a low vowel
        ("долбоор", "унда", "+P3+LOC"),
        ("борбор", "лорун", "+PL+P3+ACC"),
        ("шаар", "лар", "+PL"),  # also after р, as in шаарлар
        ("комиссия", "сынын", "+P3+GEN"),
        ("жапаров", "тун", "+GEN"),  # a loan's voiced end may act voiceless
        ("кыргызстан", "дагылардын", "+LOC+REL+PL+GEN"),
        ("кенеш", "ке", "+DAT"),
    ],
)
def test_a_valid_chain_is_recognised_with_its_tag(suffixes, stem, ending, tag):
    assert suffixes.after(stem).get(ending) == tag


@pytest.mark.parametrize(
    ("stem", "ending"),
    [
        ("бишкек", "дан"),  # harmony, and д after к
        ("кыз", "дор"),
        ("кыргызстан", "дык"),  # a derivation is another word
        ("фонд", "гу"),
        ("министрлиги", "луу"),
        ("мектеп", "лар"),
    ],
)
def test_what_the_language_does_not_allow_is_no_ending(suffixes, stem, ending):
    assert ending not in suffixes.after(stem)


def test_an_acronym_takes_any_harmony(suffixes):
    endings = suffixes.after("koica", free=True)
    assert {"нын", "нин", "нун", "га", "ге", "го", "ка", "дагы", "деги"} <= set(endings)


def test_no_ending_at_all_is_the_bare_form(suffixes):
    assert suffixes.after("мектеп")[""] == ""
