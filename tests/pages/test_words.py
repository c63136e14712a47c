"""What is promised of words: nothing untranslated, nothing unused, dates no more exact than said."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.words import LANGUAGES, LOCALE, Words, collation

PAGES = LOCALE.parent
KEYWORDS = {"_": None, "ngettext": (1, 2), "count": (1, 2)}


def said_in_code() -> dict[str, tuple[str, ...]]:
    found = extract_from_dir(PAGES, method_map=[("**.py", "python")], keywords=KEYWORDS)
    messages = {}
    for _file, _line, message, _comments, _context in found:
        forms = message if isinstance(message, tuple) else (message,)
        messages[forms[0]] = forms
    return messages


def catalogue(language: str) -> dict[str, object]:
    """Message → entry, over all files of a language; one message stands in one file only."""
    whole: dict[str, object] = {}
    for path in sorted((LOCALE / language / "LC_MESSAGES").glob("*.po")):
        for entry in read_po(path.open("rb"), locale=language):
            if entry.id:
                key = entry.id if isinstance(entry.id, str) else entry.id[0]
                assert key not in whole, f"{path.name} says {key!r} again"
                whole[key] = entry
    return whole


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_code_is_in_the_catalogue_and_none_is_unused(language):
    code, known = said_in_code(), catalogue(language)
    assert len(code) > 200
    assert sorted(set(code) - set(known)) == []
    assert sorted(set(known) - set(code)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_and_plurals_have_all_their_forms(language):
    code = said_in_code()
    for key, entry in catalogue(language).items():
        forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        expected = get_plural(language).num_plurals if len(code[key]) == 2 else 1
        assert len(forms) == expected, key
        assert all(form.strip() for form in forms), key
        assert not entry.fuzzy, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language):
    for key, entry in catalogue(language).items():
        forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        wanted = placeholders(key)
        assert all(placeholders(form) == wanted for form in forms), key


def test_kyrgyz_and_russian_are_not_left_in_english():
    latin = re.compile(r"[A-Za-z]{4,}")
    for language in ("ky", "ru"):
        for key, entry in catalogue(language).items():
            forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            for form in forms:
                bare = re.sub(r"\{\w+\}|CC BY|MIT|KOICA|Excel|Data Package|IATI", "", form)
                assert not latin.search(bare), (language, key, form)


@pytest.fixture
def ky() -> Words:
    return Words("ky", {"goals": {"a": {"ky": "Ыкма", "ru": "Метод", "en": "Method"}, "b": {"en": "Only English"}}})


@pytest.mark.parametrize(
    ("language", "edtf", "shown"),
    [
        ("ky", "2024", "2024"),
        ("ky", "2024-03", "2024\u2011ж. март"),
        ("ky", "2025-03-26", "2025\u2011ж. 26\u2011март"),
        ("ky", "XXXX-03-26", "26\u2011март (жылы айтылган эмес)"),
        ("ru", "2024-03", "март 2024"),
        ("ru", "2025-03-26", "26 марта 2025"),
        ("ru", "XXXX-03-26", "26 марта (год не назван)"),
        ("en", "2025-03-26", "26 March 2025"),
        ("en", "2019/2020", "2019 – 2020"),
        ("en", "2021/..", "2021 – …"),
        ("en", "XXXX-09", "September (year not said)"),
        ("en", "sometime", "sometime"),
        ("en", None, "not known"),
    ],
)
def test_a_date_is_shown_exactly_as_precise_as_it_was_said(language, edtf, shown):
    assert Words(language, {}).date(edtf) == shown


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["ky", "ru", "en"]))
def test_a_year_is_never_given_a_month_nor_a_month_a_day(day, language):
    words = Words(language, {})
    assert words.date(f"{day:%Y}") == f"{day:%Y}"
    month = words.date(f"{day:%Y-%m}")
    assert re.findall(r"\d+", month) == [f"{day:%Y}"]
    whole = words.date(day.isoformat())
    assert sorted(map(int, re.findall(r"\d+", whole))) == sorted([day.year, day.day])


def test_an_end_nobody_told_is_a_question_mark_and_not_a_date():
    words = Words("en", {})
    assert words.period("2022", None) == "2022 – ?"
    assert words.period(None, "2024-05") == "? – May 2024"
    assert words.period(None, None) == "dates not known"
    assert words.period("2025-02-26", "2025-02-26") == "26 February 2025"


def test_numbers_and_plurals_follow_the_language():
    shown = {language: Words(language, {}).number(1234567.5) for language in LANGUAGES}
    assert shown == {"ky": "1\u00a0234\u00a0567,5", "ru": "1\u00a0234\u00a0567,5", "en": "1,234,567.5"}
    russian = [Words("ru", {}).ngettext("{n} article", "{n} articles", n) for n in (1, 3, 5, 21)]
    assert russian == ["1 статья", "3 статьи", "5 статей", "21 статья"]
    assert Words("ky", {}).ngettext("{n} article", "{n} articles", 5) == "5 макала"


def test_a_number_a_person_typed_with_spaces_does_not_break_across_lines(ky):
    said = {"ky": "Максат 1 687 мектеп, 2024 жылы 12 345 678 эмес, 5 2024 да эмес"}
    assert ky.said(said) == "Максат 1\u00a0687 мектеп, 2024 жылы 12\u00a0345\u00a0678 эмес, 5 2024 да эмес"


def test_an_unknown_number_is_not_a_zero(ky):
    assert ky.number(None) == "белгисиз"
    assert ky.number(0) == "0"


def test_a_name_is_in_the_readers_language_else_in_another_else_its_id(ky):
    assert [ky.name("goals", id_) for id_ in ("a", "b", "none")] == ["Ыкма", "Only English", "none"]


def test_kyrgyz_letters_stand_where_the_kyrgyz_alphabet_has_them():
    words = ["Орто", "Өкмөт", "Нарын", "«Ңаңай»", "Үмүт", "Умут", "Фонд", "Пакет", "Zebra", "12 жыл", "9 мектеп"]
    assert sorted(words, key=collation) == [
        "9 мектеп", "12 жыл", "Нарын", "«Ңаңай»", "Орто", "Өкмөт", "Пакет", "Умут", "Үмүт", "Фонд", "Zebra",
    ]  # fmt: skip


def test_no_language_is_shared_by_the_process():
    """Two readers in two threads must not hear each other's language."""
    source = Path(Words.__module__.replace(".", "/") + ".py").read_text(encoding="utf-8")
    assert "gettext.install" not in source
    assert "setlocale" not in source
