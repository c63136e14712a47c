"""A maintainer changes one value: that value changes, and nothing else in the file does."""

import difflib
import re
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.records import ROOT, YamlError
from loaders.records.editing import new_record, with_value
from loaders.records.files import modeline
from loaders.records.reading import parse
from loaders.records.schemas import RECORDS, entry_schema, of_items, properties, resolve
from loaders.records.tidying import tidied_text
from tests.records.test_tidy import records

FOLDER = {kind: folder for folder, kind in RECORDS.items()}
PATH = {kind: Path("data/records", folder, "x.yaml") for kind, folder in FOLDER.items()}


def data(text: str):
    return parse(Path("x.yaml"), text.removeprefix("\ufeff").encode()).data


def changed(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(True), after.splitlines(True)) if line[0] in "+-"]


def committed(kind: str, id_: str) -> str:
    return (ROOT / "data/records" / FOLDER[kind] / f"{id_}.yaml").read_text()


def canonical(kind: str, text: str) -> bool:
    return tidied_text(PATH[kind], text.encode()) == text


def test_a_new_value_of_one_line_changes_one_line():
    before = committed("partner", "koica")
    after = with_value(before, "partner", ("website",), "https://koica.go.kr/kg")
    assert changed(before, after) == ["- website: https://www.koica.go.kr\n", "+ website: https://koica.go.kr/kg\n"]


def test_a_part_of_a_field_and_a_part_of_an_entry_change_one_line():
    before = committed("initiative", "altyn-kazyk")
    after = with_value(before, "initiative", ("names", "ky"), "Алтын казык")
    assert changed(before, after) == ["-   ky: «Алтын Казык» программасы\n", "+   ky: Алтын казык\n"]
    after = with_value(before, "initiative", ("partners", 0, "role"), "funder")
    assert changed(before, after) == [
        "-   - {id: kg-president, role: convener}\n",
        "+   - {id: kg-president, role: funder}\n",
    ]


def test_a_new_field_stands_where_the_schema_puts_it():
    before = committed("initiative", "altyn-kazyk")
    after = with_value(before, "initiative", ("end",), "2034")
    assert changed(before, after) == ["+ end: '2034'\n"]
    assert "start: '2024'\nend: '2034'\nlead:" in after


def test_an_entry_is_added_and_taken_out_on_its_own_line():
    before = committed("partner", "koica")
    end = before.partition("also:\n")[2].partition("\nkind:")[0].count("  - ")
    added = with_value(before, "partner", ("also", end), "Корея агенттиги: KOICA")
    assert changed(before, added) == ["+   - 'Корея агенттиги: KOICA'\n"]
    assert with_value(added, "partner", ("also", end), None) == before
    assert changed(before, with_value(before, "partner", ("also", 0), None)) == ["-   - KOICA\n"]
    rows = with_value(before, "partner", ("unverified",), ["names.ky", "website", "note"])
    assert changed(before, rows)[1:] == ["+ unverified: [names.ky, website, note]\n"]


def test_what_is_emptied_goes_with_its_last_part():
    text = "id: a\nnames: {ky: А, ru: Б, en: C}\nalso:\n  - Б\nkind: ngo\n"
    assert with_value(text, "partner", ("also", 0), None) == text.replace("also:\n  - Б\n", "")
    assert "also: []\n" in with_value(text, "partner", ("also",), [])


def test_a_missing_place_is_made():
    text = "id: a\nnames: {ky: А, ru: Б, en: C}\n"
    after = with_value(text, "initiative", ("rejected", 0), {"field": "partners", "value": "undp", "why": "x, y"})
    assert after == text + "rejected:\n  - {field: partners, value: undp, why: 'x, y'}\n"
    assert with_value(text, "partner", ("note", "ky"), "эскертүү") == text + "note:\n  ky: эскертүү\n"


def test_comments_and_odd_spacing_elsewhere_stay_byte_for_byte():
    before = (
        "\ufeff# first\r\nid:   a   # the id\r\n# above names\r\nnames:  {ky: А,ru:   Б, en: C}\r\n\r\n"
        "also:   # why these\r\n    -   x   # one\r\n    # between\r\n    -   'y'\r\n"
        "website:   https://a.kg   # told on the phone\r\n# end\r\n"
    )
    after = with_value(before, "partner", ("website",), "https://b.kg")
    assert after == before.replace("https://a.kg", "https://b.kg")
    after = with_value(before, "partner", ("also", 2), "z")
    assert after == before.replace("'y'\r\n", "'y'\r\n    - z\r\n")
    assert with_value(before, "partner", ("also", 0), None) == before.replace("    -   x   # one\r\n", "")
    after = with_value(before, "partner", ("names", "ru"), "Б, В")
    assert after == before.replace("ru:   Б", "ru:   'Б, В'")
    assert with_value(before, "partner", ("also",), "q").count("#") == before.count("#") - 2  # those of the entries


@pytest.mark.parametrize("word", ["no", "4.10", "0312", "12:30", "2024", "2024-03-05", "2019/2020", "yes", "null", ""])
def test_a_word_other_tools_misread_is_written_in_quotes(word):
    text = "id: a\nnames: {ky: А, ru: Б, en: C}\nwebsite: x\n"
    assert f"website: '{word}'\n" in with_value(text, "partner", ("website",), word)
    assert f"{{ky: А, ru: '{word}', en: C}}" in with_value(text, "partner", ("names", "ru"), word)


def test_a_vocabulary_is_edited_by_the_id_of_its_entry():
    path = ROOT / "data/vocabulary/roles.yaml"
    before = path.read_text()
    after = with_value(before, "role", ("host", "names", "ru"), "хозяин площадки")
    assert [line[0] for line in changed(before, after)] == ["-", "+"] and "+     ru: хозяин площадки\n" in changed(
        before, after
    )
    entry = {"id": "guest", "names": {"ky": "конок", "ru": "гость", "en": "guest"},
             "description": {"ky": "К.", "ru": "Г.", "en": "G."}}  # fmt: skip
    added = with_value(before, "role", ("guest",), entry)
    assert [line[0] for line in changed(before, added)] == ["+"] * 9
    ids = [one["id"] for one in data(before)]
    assert [one["id"] for one in data(added)] == sorted([*ids, "guest"])
    assert tidied_text(path, added.encode()) == added
    assert with_value(added, "role", ("guest",), None) == before


def test_what_is_not_yaml_is_not_edited():
    with pytest.raises(YamlError):
        with_value("id: a\nid: b\n", "partner", ("kind",), "ngo")
    with pytest.raises(IndexError):
        with_value("id: a\nalso: [x]\n", "partner", ("also", 3), "y")


ODD = [
    "no",
    "4.10",
    "0312",
    "12:30",
    "2024-03-05",
    "а, б",
    "x: y",
    "# c",
    "- a",
    "it's",
    '"',
    "[",
    "a\nb",
    "a\tb",
    " a",
]
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"))
WORDS = st.text(LETTERS, max_size=12) | st.sampled_from(ODD)


def values(part, depth=0):
    """Anything the schema's types allow, and words nobody foresaw."""
    part = resolve(part)
    fields = properties(part)
    type_ = part.get("type", "string")
    types = [type_] if isinstance(type_, str) else type_
    choices = []
    if fields and depth < 3:
        some = st.fixed_dictionaries({}, optional={key: values(one, depth + 1) for key, one in fields.items()})
        choices.append(some.filter(bool))
    elif "array" in types and depth < 3:
        choices.append(st.lists(values(of_items(part), depth + 1), min_size=1, max_size=4))
    elif "enum" in part:
        choices.append(st.sampled_from([one for one in part["enum"] if one is not None]))
    else:
        choices += [WORDS] if not {"boolean"} & set(types) else []
        choices += [st.integers(-(10**9), 10**9)] if {"integer", "number"} & set(types) else []
        choices += [st.booleans()] if "boolean" in types else []
    return st.one_of(choices)


@st.composite
def written(draw):
    """A record of any kind as tidy writes it, with comments here and there."""
    kind = draw(st.sampled_from(sorted(PATH)))
    fields = properties(entry_schema(kind))
    keys = draw(st.lists(st.sampled_from([key for key in fields if key != "id"]), min_size=1, max_size=7, unique=True))
    record = {"id": "x"} | {key: draw(values(fields[key])) for key in keys}
    lines = new_record(kind, record).split("\n")
    for number in draw(st.lists(st.integers(1, len(lines) - 1), max_size=3)):
        if draw(st.booleans()) and lines[number] and '"' not in lines[number] and "'" not in lines[number]:
            lines[number] += "  # why"
        else:
            indent = len(lines[number]) - len(lines[number].lstrip())
            lines.insert(number, f"{' ' * indent}# а remark")
    return kind, "\n".join(lines), record


@st.composite
def edits(draw, kind, record):
    """A place in the record, or one beside it, and a value for it or None."""
    fields = properties(entry_schema(kind))
    place, part, here = (), entry_schema(kind), record
    while True:
        if isinstance(here, dict) and (inner := properties(part)):
            step = draw(st.sampled_from([key for key in inner if not (place == () and key == "id")]))
            place, part, here = (*place, step), inner[step], here.get(step)
        elif isinstance(here, list) and here:
            step = draw(st.integers(0, len(here)))
            place, part = (*place, step), of_items(part)
            here = here[step] if step < len(here) else None
        else:
            break
        if draw(st.booleans()):
            break
    assert fields
    return place, draw(st.none() | values(part))


def model(record, place, value):
    record = deepcopy(record)
    trail = [record]
    for number, step in enumerate(place[:-1]):
        empty = {} if isinstance(place[number + 1], str) else []
        here = trail[-1]
        if isinstance(here, dict):
            here.setdefault(step, empty)
        elif step == len(here):
            here.append(empty)
        trail.append(here[step])
    here, step = trail[-1], place[-1]
    if value is not None:
        if isinstance(here, list) and step == len(here):
            here.append(value)
        else:
            here[step] = value
        return record
    if isinstance(here, dict):
        here.pop(step, None)
    elif step < len(here):
        del here[step]
    for above, down in reversed(list(zip(trail[:-1], place[:-1], strict=True))):
        if above[down] in ({}, []):
            del above[down]
    return record


def blocks(text: str) -> dict[str, str]:
    """Field → its lines, with the comments above it."""
    found, waiting, key = {}, "", ""
    for line in text.splitlines(True):
        if line.startswith("#"):
            waiting += line
        elif line[0] not in " \r\n-":
            key = line.split(":")[0]
            found[key], waiting = waiting + line, ""
        else:
            found[key], waiting = found[key] + waiting + line, ""
    return found | {"": waiting}


@settings(max_examples=50)
@given(st.data())
def test_any_edit_sets_its_value_leaves_the_other_fields_alone_and_stays_tidy(draws):
    kind, text, record = draws.draw(written())
    place, value = draws.draw(edits(kind, record))
    tidied = tidied_text(PATH[kind], text.encode())
    assert tidied is not None
    after = with_value(tidied, kind, place, value)
    assert (data(after) or {}) == model(record, place, value)
    assert tidied_text(PATH[kind], after.encode()) == after, "what was canonical is canonical"
    assert with_value(after, kind, place, value) == after or value is None
    old, new = blocks(tidied), blocks(after)
    same = [key for key in old if key in new and key not in (place[0], "")]
    if "# а remark" not in tidied:
        assert [key for key in same if old[key] != new[key]] == []
    if value is not None and place[0] in record:
        assert after.count("#") >= sum(block.count("#") for key, block in old.items() if key != place[0])


@settings(max_examples=80)
@given(st.data())
def test_any_edit_of_a_record_however_it_is_written_touches_only_its_field(draws):
    """Any order, any indent, comments anywhere: as people write."""
    text = draws.draw(records())
    newline = draws.draw(st.sampled_from(["\n", "\r\n"]))
    text = text.replace("\n", newline)
    record = data(text)
    place, value = draws.draw(edits("partner", record))
    after = with_value(text, "partner", place, value)
    assert (data(after) or {}) == model(record, place, value)
    field = re.compile(rf"(?ms)^{place[0]}:.*?^(?=[^\s-]|\Z)")
    rest = field.sub("", text).splitlines(True)
    remarks = [line for line in text.splitlines(True) if line.strip().startswith("#")]  # they outlive their field
    left = [line for line in field.sub("", after).splitlines(True) if line.strip()]
    assert [line for line in left if line not in rest and line not in remarks] == []


def test_a_new_record_is_tidy_at_once():
    record = {"names": {"ky": "А", "ru": "Б", "en": "no"}, "id": "x", "start": "2024", "goals": ["digital-skills"],
              "partners": [{"role": "funder", "id": "koica"}], "sources": ["https://a.kg/b"], "end": None}  # fmt: skip
    text = new_record("initiative", record)
    assert text == (
        f"{modeline(PATH['initiative'])}\nid: x\nnames:\n  ky: А\n  ru: Б\n  en: 'no'\nstart: '2024'\n"
        "partners:\n  - {id: koica, role: funder}\ngoals: [digital-skills]\nsources:\n  - https://a.kg/b\n"
    )
    assert canonical("initiative", text)
