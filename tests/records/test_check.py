"""Every kind of mistake a maintainer can make is named with its file, its line and what to do."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.records import ROOT, as_yaml, check, read_yaml
from loaders.records.schemas import schema
from tests.records.conftest import HEAD

NAMES = "names: {ky: А, ru: Б, en: C}\n"
RAW = "Көл фонду 12 кайык берди.\n"
DIGEST = hashlib.sha256(RAW.encode()).hexdigest()
ARTICLE = f"sha256: {'0' * 64}\nlanguage: ky\nrelevant: true\n"

FIELDS = sorted({*schema("initiative")["properties"], *schema("partner")["properties"], "ky", "value", "field"})
EXTRACTED = sorted(schema("extracted")["properties"])
MISTAKES = read_yaml(Path(__file__).with_name("mistakes.yaml"))


def printed(project) -> list[str]:
    return [f"{problem.path}:{problem.line}: {problem.message}" for problem in check(project.root)]


def made(project, mistake: dict) -> str:
    """The mistake made in the project; its file."""
    name = mistake["file"] if mistake["file"].startswith(("data/", "seeds/")) else f"data/records/{mistake['file']}"
    head = HEAD.format(Path(name).parent.name.removesuffix("s")) if name != mistake["file"] else ""
    text = mistake.get("text", "") * mistake.get("repeat", 1)
    for word, meant in (("NAMES\n", NAMES), ("ARTICLE\n", ARTICLE), ("DIGEST", DIGEST)):
        text = text.replace(word, meant)
    project.write("seeds/story.txt", RAW)
    project.write("seeds/picture.txt", b"\x89PNG")
    path = project.write(name, bytes.fromhex(mistake["bytes"]) if "bytes" in mistake else head + text)
    if "link" in mistake:
        path.unlink()
        path.symlink_to(project.root / mistake["link"])
    return name


def test_a_sound_project_has_no_problem(project):
    assert printed(project) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one["says"][0])
def test_a_mistake_is_named_with_its_line(project, mistake):
    name = made(project, mistake)
    found = printed(project)
    for line in mistake["says"]:
        assert any(one.startswith(f"{name}:{line}") for one in found), found
    assert all(one.startswith(f"{name}:") or "КФ" in one for one in found), "only the broken file is named"


def test_all_problems_of_all_files_are_said_at_once_and_in_order(project):
    project.record("partners/b.yaml", "id: c\n" + NAMES + "kind: x\nwebsite: y\n")
    project.record("partners/a.yaml", "id: [\n")
    project.write("data/vocabulary/roles.yaml", "- id: zz\n- id: aa\n")
    found = printed(project)
    assert len(found) >= 8
    assert found == sorted(found, key=lambda one: (one.split(":")[0], int(one.split(":")[1])))
    assert {one.split(":")[0] for one in found} >= {
        "data/records/partners/a.yaml",
        "data/records/partners/b.yaml",
        "data/vocabulary/roles.yaml",
    }


@pytest.mark.parametrize("text", [None, "", "[]", "- id: ["])
def test_a_list_that_is_missing_is_said_once_and_not_by_all_that_need_it(project, text):
    path = project.root / "data/vocabulary/roles.yaml"
    path.unlink() if text is None else path.write_text(text)
    found = printed(project)
    assert found and all(one.startswith("data/vocabulary/roles.yaml:") for one in found)


def test_what_points_to_a_broken_file_is_not_blamed(project):
    project.record("partners/lake-fund.yaml", "id: [\n")
    assert len(printed(project)) == 1


def test_a_name_may_pass_on_when_one_life_ends_where_the_other_begins(project):
    project.record("partners/lake-fund.yaml", "id: lake-fund\n" + NAMES + "also: [КФ]\nvalid_to: '2020-05-12'\n")
    project.record("partners/a.yaml", "id: a\nnames: {ky: Д, ru: Е, en: F}\nalso: [КФ]\nvalid_from: '2020-05-12'\n")
    assert printed(project) == []
    project.record("partners/a.yaml", "id: a\nnames: {ky: Д, ru: Е, en: F}\nalso: [КФ]\nvalid_from: '2020-05-11'\n")
    assert [one.partition(": ")[2][:2] for one in printed(project)] == ["КФ", "КФ"]


def test_an_ambiguous_name_may_have_two_bearers(project):
    project.record("partners/a.yaml", "id: a\n" + NAMES + "also: [КФ]\nambiguous: [КФ]\n")
    assert ["lake-fund.yaml" in one for one in printed(project)] == [True]
    project.record(
        "partners/lake-fund.yaml", "id: lake-fund\nnames: {ky: Ж, ru: З, en: I}\nalso: [КФ]\nambiguous: [КФ]\n"
    )
    assert printed(project) == []


def test_a_vocabulary_out_of_order_or_with_an_id_twice_is_named(project):
    path = project.root / "data/vocabulary/roles.yaml"
    head, *entries = path.read_text().splitlines(keepends=True)
    path.write_text("".join([head, entries[1], entries[0], *entries[2:], entries[0]]))
    found = printed(project)
    assert any("stands after" in one for one in found)
    assert any("is taken by another entry" in one for one in found)


def test_the_first_line_tells_editors_the_schema(project):
    project.write("data/records/partners/a.yaml", "id: a\n" + NAMES)
    assert "partners/a.yaml:1: the first line should be # yaml-language-server" in printed(project)[0]


def test_a_check_that_checked_nothing_fails(tmp_path):
    assert [str(problem.message) for problem in check(tmp_path)] != []


def read(raw: str, **changes):
    fund = {"start": 0, "end": 9, "quote": "Көл фонду"}
    record = {
        "article": "story",
        "source": "seeds/story.txt",
        "sha256": hashlib.sha256(raw.encode()).hexdigest(),
        "language": "ky",
        "relevant": True,
        "partners": [{"id": "lake-fund", "role": "funder", "evidence": [fund]}],
    }
    return as_yaml(record | changes)


def test_what_was_read_in_an_article_is_checked_against_it(project):
    project.write("seeds/story.txt", RAW)
    project.write("data/extracted/story.yaml", read(RAW))
    assert printed(project) == []
    shifted = [{"id": "lake-fund", "role": "funder", "evidence": [{"start": 1, "end": 10, "quote": "Көл фонду"}]}]
    project.write("data/extracted/story.yaml", read(RAW, partners=shifted))
    assert "“Көл фонду” is not at 1–10 of the article, where “өл фонду ” stands" in printed(project)[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sha256": "0" * 64}, "seeds/story.txt has changed since it was read"),
        ({"source": "seeds/gone.txt"}, "its article seeds/gone.txt is not there"),
        ({"article": "other"}, "id other and file name story.yaml differ"),
        (
            {"partners": [{"id": "lake-fnd", "role": "funder", "evidence": []}]},
            "no lake-fnd among the partners; did you",
        ),
        ({"initiatives": [{"id": None, "name": "x", "evidence": [], "goals": ["x"]}]}, "no x among the goals"),
        ({"dates": [{"edtf": "2024-02-31", "evidence": []}]}, "that month has no day 31"),
        ({"mood": "good"}, "unknown field mood"),
        ({"language": "fr"}, "language: fr is not one of ky, ru, en"),
    ],
)
def test_what_is_wrong_in_a_machine_file_is_named(project, changes, words):
    project.write("seeds/story.txt", RAW)
    project.write("data/extracted/story.yaml", read(RAW, **changes))
    assert any(words in one and "data/extracted/story.yaml" in one for one in printed(project)), printed(project)


def test_offsets_count_code_points_of_the_file_as_stored(project):
    raw = "\ufeffА😀\r\nКөл фонду"
    project.write("seeds/story.txt", raw)
    place = [{"start": raw.index("К"), "end": len(raw), "quote": "Көл фонду"}]
    project.write(
        "data/extracted/story.yaml", read(raw, partners=[{"id": "lake-fund", "role": "funder", "evidence": place}])
    )
    assert printed(project) == []


def test_an_article_that_cannot_be_read_is_said(project):
    raw = "Көл".encode("cp1251", "replace")
    project.write("seeds/story.txt", raw)
    project.write("data/extracted/story.yaml", read(RAW, sha256=hashlib.sha256(raw).hexdigest()))
    assert "its quotes were not checked" in printed(project)[0]


def test_a_sidecar_is_checked(project):
    project.write("seeds/story.txt", RAW)
    project.write("seeds/story.yaml", "outlett: x\npublished: '2024-15'\n")
    found = printed(project)
    assert "seeds/story.yaml:1: unknown field outlett; did you mean outlet?" in found
    assert any("seeds/story.yaml:2" in one and "there is no month 15" in one for one in found)


def test_the_register_as_committed_has_no_problem():
    assert [str(problem) for problem in check(ROOT)] == []


def test_breaking_any_committed_record_is_noticed(tmp_path):
    for folder in ("data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    paths = sorted((tmp_path / "data" / "records").rglob("*.yaml"))
    for path in paths:
        path.write_text(path.read_text().replace("names:", "nmes:", 1))
    named = {problem.path for problem in check(tmp_path)}
    assert {path.relative_to(tmp_path) for path in paths} <= named


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.sampled_from(["x", "all", "KG", "names.ky", "2024-13", "koica", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["partners", "initiatives", "centres"]),
    st.dictionaries(st.sampled_from(FIELDS), values, max_size=8),
)
def test_whatever_a_file_holds_check_reports_and_never_breaks(project, folder, record):
    path = project.record(f"{folder}/a.yaml", json.dumps(record, ensure_ascii=False))
    found = check(project.root)
    path.unlink()
    assert found, "no such record is sound"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*EXTRACTED, "source"]), values, max_size=8))
def test_whatever_a_machine_file_holds_check_reports_and_never_breaks(project, record):
    project.write("data/extracted/story.yaml", json.dumps(record, ensure_ascii=False))
    assert check(project.root)
