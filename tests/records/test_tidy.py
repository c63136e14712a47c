"""One canonical form: written by a command, keeping what people wrote, the same however often it is written."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.records import ROOT, read_yaml, tidy
from loaders.records.layout import in_layout, round_trip
from loaders.records.reading import parse
from loaders.records.schemas import schema
from loaders.records.tidying import tidied_text

NAMES = "names: {ky: А, ru: Б, en: C}\n"


def tidied(project, text: str, name: str = "partners/a.yaml") -> str:
    path = project.write(f"data/records/{name}", text)
    return tidied_text(path, path.read_bytes())


def test_every_committed_file_is_tidy():
    assert tidy(ROOT, write=False) == []


@pytest.mark.parametrize(
    "name", ["partners/koica", "initiatives/altyn-kazyk", "centres/civic-digital-education-centres"]
)
def test_the_short_way_and_the_long_way_to_the_layout_agree(name):
    text = (ROOT / f"data/records/{name}.yaml").read_text()
    uneven = re.sub(r"(?m)^  (ky|ru|en): ", r"     \1:  ", re.sub(r"(- \{.*?), ", r"\1 ,  ", text))
    assert uneven != text
    for version in (text, uneven):
        assert in_layout(version) == text == round_trip(version, schema(name.split("s/")[0]))


def test_fields_come_in_the_schemas_order_with_the_comments_above_them(project):
    assert tidied(
        project,
        "# yaml-language-server: $schema=../../schema/partner.yaml\n"
        "kind: ngo   # as its statute says\n"
        "# told on the phone\n"
        "website: https://a.kg\n\n"
        "id: a\n"
        "# checked by hand\n"
        "names:\n      ky: А\n      ru: Б\n      en: C\n"
        "also:\n- Ә\n# last word\n",
    ) == (
        "# yaml-language-server: $schema=../../schema/partner.yaml\n"
        "id: a\n"
        "# checked by hand\n"
        "names:\n  ky: А\n  ru: Б\n  en: C\n"
        "also:\n  - Ә\n"
        "kind: ngo   # as its statute says\n"
        "# told on the phone\n"
        "website: https://a.kg\n"
        "# last word\n"
    )  # fmt: skip


def test_a_comment_inside_a_field_stays_above_what_it_is_about(project):
    text = "names:\n  # as on the letterhead\n  ru: Б\n  ky: А # spoken\n  en: C\n"
    assert tidied(project, f"id: a\n{text}").endswith(f"id: a\n{text}")


def test_untouched_lines_stay(project):
    """One new field at the end moves; every other line, however quoted, is the line it was."""
    path = project.root / "data/records/partners/koica.yaml"
    before = (ROOT / "data/records/partners/koica.yaml").read_text()
    path.write_text(before + "valid_from: 1991-04-01\n")
    assert tidy(project.root) == [path]
    after = path.read_text()
    assert sorted(after.split("\n")) == sorted([*before.split("\n"), "valid_from: '1991-04-01'"])
    assert after.replace("valid_from: '1991-04-01'\n", "") == before


@pytest.mark.parametrize("word", ["no", "4.10", "0312", "12:30", "2024-03-05", "1_000", "yes", "1e5"])
def test_a_word_other_tools_misread_gets_quotes(project, word):
    assert f"also: ['{word}', '{word}x'" in tidied(project, f"id: a\n{NAMES}also: [{word}, '{word}x', я {word}]\n")


def test_the_first_line_is_written_where_it_lacks(project):
    assert tidied(project, f"id: a\n{NAMES}").split("\n")[0].endswith("$schema=../../schema/partner.yaml")


def test_a_vocabulary_is_sorted_by_id_and_its_comments_follow_their_entry(project):
    path = project.write(
        "data/vocabulary/roles.yaml",
        "- id: zeta\n  description: {ky: А, ru: Б, en: C}\n  # a remark inside\n  names: {ky: А, ru: Б, en: C}\n\n"
        "# alpha came later\n-   id: alpha\n    names: {ky: А, ru: Б, en: C}\n    description: {ky: А, ru: Б, en: C}\n",
    )
    assert tidied_text(path, path.read_bytes()) == (
        "# yaml-language-server: $schema=../schema/role.yaml\n"
        "# alpha came later\n- id: alpha\n  names: {ky: А, ru: Б, en: C}\n  description: {ky: А, ru: Б, en: C}\n"
        "- id: zeta\n  # a remark inside\n  names: {ky: А, ru: Б, en: C}\n  description: {ky: А, ru: Б, en: C}\n"
    )


def test_without_write_nothing_is_written(project):
    path = project.write("data/records/partners/a.yaml", f"kind: ngo\nid: a\n{NAMES}")
    before = {one: one.read_bytes() for one in project.root.rglob("*.yaml")}
    assert path in tidy(project.root, write=False)
    assert {one: one.read_bytes() for one in project.root.rglob("*.yaml")} == before


@pytest.mark.parametrize("text", ["id: [\n", "id: a\nid: b\n", "id: &x a\n", "id: !t a\n", "", "\xff"])
def test_what_check_refuses_is_left_alone(project, text):
    path = project.write("data/records/partners/a.yaml", text.encode("latin-1"))
    assert path not in tidy(project.root)
    assert path.read_bytes() == text.encode("latin-1")


def test_files_saved_on_windows_are_tidied_too(project):
    assert "\r" not in tidied(project, "\ufeffkind: ngo\r\nid: a\r\n" + NAMES.replace("\n", "\r\n"))


words = st.sampled_from(
    [
        "x",
        "Көл",
        "'no'",
        '"4.10"',
        "12:30",
        "2024-03-05",
        "0312",
        "'it''s'",
        "a b  c",
        "null",
        "true",
        "12",
        "4.5",
        "''",
    ]
)
scalars = words | st.sampled_from(["а, б", "a#b", "«А»", "x: 'y'".replace(": ", ":")])
flow = st.lists(words, max_size=3).map(lambda items: f"[{','.join(items)}]")
comment = st.sampled_from(["", "  # why", " # үчүн"])


@st.composite
def records(draw) -> str:
    """Records as people write them: any order, any indent, comments anywhere, quotes or none."""
    keys = draw(st.permutations(["id", "names", "also", "kind", "note", "sources", "wikidata", "former_names"]))
    lines = []
    for key in keys[: draw(st.integers(1, 8))]:
        lines += draw(st.lists(st.sampled_from(["# a remark", "", "  # indented"]), max_size=2))
        indent = " " * draw(st.integers(1, 5))
        match key:
            case "names" | "note":
                order = draw(st.permutations(["ky", "ru", "en"]))
                lines.append(f"{key}:{draw(comment)}")
                lines += [f"{indent}{one}: {draw(scalars)}{draw(comment)}" for one in order]
            case "also" | "sources":
                lines.append(f"{key}: {draw(flow)}{draw(comment)}")
            case "former_names":
                lines.append(f"{key}:{draw(comment)}")
                for _ in range(draw(st.integers(1, 2))):
                    lines.append(f"{indent}- until: {draw(scalars)}{draw(comment)}")
                    lines.append(f"{indent}  name: {draw(scalars)}")
            case _:
                lines.append(f"{key}: {draw(scalars)}{draw(comment)}")
    return "\n".join([*lines, *draw(st.lists(st.sampled_from(["# end", ""]), max_size=2))]) + "\n"


anything_goes = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


@anything_goes
@given(records())
def test_tidying_keeps_every_value_and_every_comment_and_settles_at_once(project, text):
    path = project.write("data/records/partners/a.yaml", text)
    before = parse(path, path.read_bytes())
    after = tidied_text(path, path.read_bytes())
    assert after is not None
    path.write_text(after)
    assert read_yaml(path) == before.data
    assert parse(path, path.read_bytes()).misread == []
    assert list(read_yaml(path)) == [key for key in _order() if key in before.data]
    remarks = re.compile(r"# (?:a remark|indented|why|үчүн|end)")
    assert sorted(remarks.findall(after)) == sorted(remarks.findall(text))
    assert tidied_text(path, path.read_bytes()) == after
    quick = in_layout(text)
    assert quick != text or round_trip(text, {}) == text, "the short way says no more than the long one"


@anything_goes
@given(st.lists(records(), min_size=1, max_size=4))
def test_a_vocabulary_settles_at_once(project, entries):
    text = ""
    for entry in entries:
        lines = [line for line in entry.split("\n") if line.strip() and not line.strip().startswith("#")]
        text += "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n"
    path = project.write("data/vocabulary/roles.yaml", text)
    before = read_yaml(path)
    after = tidied_text(path, path.read_bytes())
    assert after is not None
    path.write_text(after)
    assert tidied_text(path, path.read_bytes()) == after
    assert sorted(map(str, read_yaml(path))) != [] and len(read_yaml(path)) == len(before)
    assert all(one in before for one in read_yaml(path))


def _order() -> list[str]:
    return list(read_yaml(ROOT / "data/schema/partner.yaml")["properties"])
