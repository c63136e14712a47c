"""What check says is whole in three languages: every kind of problem has its example, every translation its words."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from loaders.records import ROOT, check
from loaders.records.catalogues import spoken
from loaders.records.messages import ENGLISH, PROBLEMS, WORDS, Counted
from loaders.records.reading import Document
from loaders.records.saying import LOCALE, Message, Named, say
from loaders.records.schemas import RECORDS, SCHEMAS, VOCABULARY, read_yaml, schema
from loaders.records.shape import _plainly
from tests.records.test_check import MISTAKES, NAMES, made

TRANSLATED = ("ky", "ru")
LATIN = re.compile(r"[A-Za-z]{3,}")


def catalogue(language: str) -> dict:
    entries = {}
    for path in sorted((LOCALE / language / "LC_MESSAGES").glob("*.po")):
        for entry in read_po(path.open("rb"), locale=language):
            if entry.id:
                key = entry.id if isinstance(entry.id, str) else entry.id[0]
                assert key not in entries, f"{path.name} says {key!r} again"
                entries[key] = entry
    return entries


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def forms(entry) -> tuple[str, ...]:
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language):
    said = {one.one if isinstance(one, Counted) else one for one in ENGLISH.values()} - {""}
    assert set(catalogue(language)) == said


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_same_placeholders_and_all_their_plurals(language):
    counted = {one.one for one in ENGLISH.values() if isinstance(one, Counted)}
    for key, entry in catalogue(language).items():
        assert len(forms(entry)) == (get_plural(language).num_plurals if key in counted else 1), key
        assert all(form.strip() and placeholders(form) == placeholders(key) for form in forms(entry)), key
        assert not entry.fuzzy, key


def test_both_english_forms_of_a_counted_message_count():
    for one in ENGLISH.values():
        if isinstance(one, Counted):
            assert placeholders(one.one) == placeholders(one.many) and one.by in placeholders(one.many)


@pytest.fixture(scope="module")
def examples(tmp_path_factory) -> list[Message]:
    """What check says to every mistake of mistakes.yaml."""
    from tests.records.conftest import Project

    found = []
    for number, mistake in enumerate(MISTAKES):
        project = Project(tmp_path_factory.mktemp(f"mistake{number}"))
        made(project, mistake)
        found += [problem.message for problem in check(project.root)]
    return found


def broken_rule() -> list[Message]:
    rule = {"type": "array", "minItems": 2}
    [error] = Draft202012Validator(rule).iter_errors([])
    return [one.message for one in _plainly(Path("x.yaml"), Document(), "partner", error)]


def test_every_kind_of_problem_has_an_example(examples, tmp_path):
    empty = [problem.message for problem in check(tmp_path)]
    assert {one.kind for one in [*examples, *broken_rule(), *empty]} == set(PROBLEMS)


def test_every_word_of_a_message_has_its_place():
    """Forms, groups and kinds are those of the schemas, no more and no fewer."""
    checked = (*RECORDS.values(), *VOCABULARY.values(), "extracted", "sidecar", "common")
    texts = "".join((SCHEMAS / f"{name}.yaml").read_text() for name in checked)
    patterns = re.findall(r"pattern: '?(\^.*\$)'?$", texts, re.M)
    wanted = {f"form {one}" for one in patterns}
    wanted |= {f"group {one}" for one in re.findall(r"x-refers-to: (\w+)", texts)}
    wanted |= {f"of {one}" for one in schema("kind")["items"]["properties"]["of"]["enum"]}
    wanted |= {f"type {one}" for one in TYPES}
    assert {one for one in WORDS if one.split(" ")[0] in ("form", "group", "of", "type") and " " in one} == wanted
    code = "".join(path.read_text() for path in (ROOT / "loaders").rglob("*.py") if path.name != "messages.py")
    plain = [one for one in ENGLISH if " " not in one]
    assert [one for one in plain if f'"{one}"' not in code and f"'{one}'" not in code] == []


TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_kyrgyz_or_russian_message_leaves_no_english_but_what_stands_in_the_files(language, examples):
    known = catalogue(language)
    spelled = r"\{\w+\}|`[^`]*`|[\w./]*\.(md|yaml)|UTF-8|YAML|\bregions?\b|\bid\b|ambiguous"
    for text in PROBLEMS.values():
        for form in forms(known[text.one if isinstance(text, Counted) else text]):
            assert not LATIN.search(re.sub(spelled, "", form)), form
    for message in examples:
        assert re.search("[а-я]", message.in_(language)), message.in_("en")


def test_russian_counts_as_russian_does():
    assert [say("problems", n=n).in_("ru") for n in (1, 3, 5, 21)] == ["1 ошибка", "3 ошибки", "5 ошибок", "21 ошибка"]
    assert say("too-long", field="x", limit=21).in_("ru") == "x: длиннее 21 знака"
    assert [say("problems", n=n).in_("en") for n in (1, 2)] == ["1 problem", "2 problems"]


def test_fields_and_choices_are_named_in_the_maintainers_language(project):
    project.record("initiatives/a.yaml", f"id: a\n{NAMES}stattus: x\nstatus: underway\n")
    kyrgyz = [problem.in_("ky") for problem in check(project.root)]
    titles = schema("initiative")["properties"]["status"]["x-title"]
    [name] = [
        one["names"]["ky"] for one in read_yaml(ROOT / "data/vocabulary/statuses.yaml") if one["id"] == "under-way"
    ]
    assert f"status ({titles['ky']})" in kyrgyz[0]
    assert f"under-way ({name})?" in kyrgyz[1]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ky_KG.UTF-8"}, "ky"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "ky_KG"}, "ky"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "ky_KG"}, "en"),
        ({"LANG": "rue"}, "en"),
        ({"LC_ALL": "", "LANG": "ky"}, "ky"),
        ({}, "en"),
    ],
)
def test_the_systems_language_is_spoken_else_english(environment, language):
    assert spoken(environment) == language


@pytest.mark.parametrize(("language", "word"), [("ky", "ката жок"), ("ru", "ошибок нет"), ("en", "no problem")])
def test_the_command_speaks_the_language_asked_for(language, word):
    command = [sys.executable, "-m", "loaders", "check", "--lang", language]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == f"{word}\n"


@given(st.text(max_size=300), st.sampled_from(["ky", "ru", "en"]))
def test_what_a_file_says_is_repeated_inert_and_short(text, language):
    """No value commands the terminal, hides itself or is taken for a placeholder."""
    said = say("not-a-choice", field=Named(text, {"ky": text}), value=text, options=[text], hint=say("no-hint"))
    shown = said.in_(language)
    assert shown.isprintable()
    assert len(shown) < 15_000
    if text.isprintable() and len(text) < 200:
        assert text in shown
