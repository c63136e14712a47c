"""check --fix mends what cannot change what a record says, tells each place, and leaves the rest to a person."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.records import check, mend
from loaders.records.mending import mended_text
from loaders.records.reading import parse
from tests.records.conftest import HEAD
from tests.records.test_check import NAMES
from tests.records.test_tidy import anything_goes, records

TOP = HEAD.format("partner")


def mended(project, text: str | bytes) -> tuple[list[str], str]:
    path = project.write("data/records/partners/a.yaml", text)
    told = [str(one) for one in mend(project.root)]
    return [one for one in told if "/a.yaml:" in one], path.read_text()


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (
            f"id: a\n{NAMES}also: [no]\n",
            f"id: a\n{NAMES}also: ['no']\n",
            "4: mended: no is read as the truth value false",
        ),
        (f"id: a\n{NAMES}kind:\tngo\n", f"id: a\n{NAMES}kind: ngo\n", "4: mended: a tab stands here"),
        (
            f"id: a\n{NAMES}kind: ngo\nkind: ngo\n",
            f"id: a\n{NAMES}kind: ngo\n",
            "5: mended: field kind is written twice",
        ),
        (f"id: a\n{NAMES}also: [Ж, Ж]\n", f"id: a\n{NAMES}also: [Ж]\n", "4: mended: also lists Ж twice"),
        (
            f"id: a\n{NAMES}also:\n  - Ж\n  - Ж\n  - З\n",
            f"id: a\n{NAMES}also:\n  - Ж\n  - З\n",
            "4: mended: also lists Ж",
        ),
        (f"kind: ngo\nid: a\n{NAMES}", f"id: a\n{NAMES}kind: ngo\n", "1: tidied"),
        (f"id: a\n{NAMES}kind: ngo", f"id: a\n{NAMES}kind: ngo\n", "1: tidied"),
        (f"id: a\n{NAMES}".replace("\n", "\r\n"), f"id: a\n{NAMES}", "1: tidied"),
    ],
    ids=["quotes", "tab", "field twice", "item twice", "item twice in lines", "order", "no end of line", "windows"],
)
def test_what_is_safe_is_mended_and_told_by_line(project, before, after, line):
    told, text = mended(project, TOP + before)
    assert text == TOP + after
    assert len(told) == 1 and told[0].startswith(f"data/records/partners/a.yaml:{line}")
    assert mended(project, text) == ([], text)


def test_a_first_line_that_lacks_is_written(project):
    told, text = mended(project, f"id: a\n{NAMES}")
    assert text == f"{TOP}id: a\n{NAMES}" and "mended: the first line" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        f"id: a\n{NAMES}knd: ngo\n",
        f"id: a\n{NAMES}kind: ngo\nkind: school\n",
        f"id: a\n{NAMES}kind: foundtion\n",
        f"id: a\n{NAMES}also: ['a\tb']\n",
        f"id: b\n{NAMES}",
        "id: [\n",
        "id: a\n\tnames: x\n",
    ],
)
def test_what_needs_a_person_is_left(project, text):
    told, after = mended(project, TOP + text)
    assert (told, after) == ([], TOP + text)
    assert check(project.root) != []


def test_nothing_is_written_through_a_link(project, tmp_path):
    other = tmp_path / "elsewhere.yaml"
    other.write_text("id: a")
    (project.root / "data/records/partners/a.yaml").symlink_to(other)
    mend(project.root)
    assert other.read_text() == "id: a"


@settings(anything_goes, max_examples=100)
@given(records(), st.booleans(), st.sampled_from(["", "also: [x, x, y]\n", "kind: ngo\nkind: ngo\n", "\t\n"]))
def test_mending_never_changes_what_a_record_says_and_settles_at_once(project, text, windows, more):
    path = project.root / "data/records/partners/a.yaml"
    raw = (text + more).replace("\n", "\r\n" if windows else "\n").encode()
    before = parse(path, raw)
    after = mended_text(path, raw)
    if after is None:
        return
    data = parse(path, after.encode()).data
    assert mended_text(path, after.encode()) == after
    lists = {key: _once(value) if key in ("also", "sources") else value for key, value in before.data.items()}
    assert lists == data


def test_one_and_true_are_two_things(project):
    text = f"{TOP}id: a\n{NAMES}also: [1, true, 1]\n"
    assert mended(project, text)[1] == f"{TOP}id: a\n{NAMES}also: [1, true]\n"


def _once(value):
    return [one for n, one in enumerate(value) if one not in value[:n]] if isinstance(value, list) else value
