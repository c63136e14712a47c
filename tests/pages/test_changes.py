"""Who changed what when is said in the reader's language, and whatever was written is shown inert."""

from datetime import UTC, datetime

import pytest

from loaders.records.changed import WHOLE, Author, Change, FieldChange
from pages.parts.record.changes import _listed

AT = datetime(2031, 5, 2, 19, tzinfo=UTC)  # the third of May in Bishkek


def listed(page, *edits: FieldChange, why: str = "") -> str:
    return str(_listed(page, [Change("x", AT, Author("Ана <b>Бекова</b>", ""), why, edits)]))


def test_a_change_names_its_author_its_reason_and_leads_to_its_day(page):
    told = listed(page, FieldChange("initiatives", "gone", WHOLE, "id: gone\n", None), why="twice there\nmore")
    assert "3 May 2031" in told and "as_of=2031-05-03" in told and "twice there" in told and "more<" not in told
    assert "taken out" in told and "&lt;b&gt;" in told and "<b>" not in told


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("website", None, "<script>", ["&lt;script&gt;", "+"]),
        ("names.ky", "Эски", "Жаңы", ["Эски", "Жаңы", "Kyrgyz", "→"]),
        ("partners", {"id": "nobody", "role": "no-such-role"}, None, ["nobody"]),
        ("phrases.ru", {"phrase": "*тест*", "weight": 2}, None, ["*тест*", "2"]),
        ("start", "not a date", "2024", ["not a date", "2024"]),
        ("no-such-field", 1, 2, ["no-such-field"]),
    ],
)
def test_any_value_can_be_shown(page, field, before, after, words):
    told = listed(page, FieldChange("initiatives", "bridge", field, before, after))
    assert all(word in told for word in words) and "<script>" not in told


def test_of_many_values_the_rest_is_counted(page):
    edits = [FieldChange("initiatives", "bridge", "also", None, f"name {n}") for n in range(20)]
    assert "and 17 more values" in listed(page, *edits)


@pytest.mark.parametrize(
    ("why", "language"),
    [("The register, from sources", "en"), ("Жаңы долбоор кошулду", "ky"), ("Новое название", ""), ("2024", "")],
)
def test_a_reason_is_marked_with_its_own_language(page, why, language):
    assert f'<span lang="{language}">{why}</span>' in listed(page, why=why)
