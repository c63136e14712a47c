"""Whichever YAML tool a maintainer or a partner uses, it reads the same values we do."""

import datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from loaders.records import ROOT, as_yaml, dump_extracted, extracted, load_extracted, read_yaml
from loaders.records.reading import parse
from loaders.records.words import misread, plain

FILES = sorted((ROOT / "data").rglob("*.yaml")) + sorted((ROOT / "seeds").glob("*.yaml"))


def ruamel(text: str):
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_three_readers_agree_on_every_data_file(path):
    text = path.read_text(encoding="utf-8")
    ours = read_yaml(path)
    assert ours == yaml.load(text, Loader=yaml.CSafeLoader) == ruamel(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x85\u2028\u2029"), min_size=1, max_size=12))
def test_an_unquoted_word_is_read_alike_or_is_said_to_be_misread(word):
    """No word slips through that we call sound and another reader takes for something else."""
    document = parse(ROOT / "x.yaml", f"a: {word}".encode())
    if document.problems or not isinstance(document.data, dict) or not isinstance(document.data.get("a"), str):
        return
    for load in (yaml.safe_load, ruamel):
        assert load(f"a: {word}") == document.data


@given(st.from_regex(r"[-+]?[0-9xobXeE._:~TZ -]{1,10}", fullmatch=True))
def test_words_that_look_like_numbers_are_read_alike_or_are_said_to_be_misread(word):
    document = parse(ROOT / "x.yaml", f"a: {word}".encode())
    if document.problems:
        return
    for load in (yaml.safe_load, ruamel):
        theirs = load(f"a: {word}")
        assert theirs == document.data
        assert type(theirs["a"]) is type(document.data["a"])


@pytest.mark.parametrize("word", ["2024", "-1", "0", "4.1", "true", "false", "null"])
def test_what_we_turn_into_a_value_everyone_does(word):
    assert not misread(word) or plain(word) != word
    assert {type(load(f"a: {word}")["a"]) for load in (yaml.safe_load, ruamel)} == {type(plain(word))}


evidence = st.fixed_dictionaries(
    {
        "start": st.integers(0, 10**6),
        "end": st.integers(1, 10**6),
        "quote": st.text(st.characters(codec="utf-8"), min_size=1),
    }
)
name = st.text(st.characters(codec="utf-8"), min_size=1) | st.sampled_from(
    [
        "no",
        "2024",
        "4.10",
        "12:30",
        "2024-03-05",
        "~",
        "- x",
        "a: b",
        "#",
        "'",
        '"',
        " x",
        "x ",
        "«А»",
        "null",
        "{",
        "0o7",
    ]
)
number = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9).map(lambda one: round(one, 3))
readings = st.fixed_dictionaries(
    {
        "article": st.just("story"),
        "language": st.sampled_from(["ky", "ru", "en"]),
        "unlisted": st.lists(
            st.fixed_dictionaries({"name": name, "evidence": st.lists(evidence, max_size=2)}), max_size=2
        ),
        "figures": st.lists(st.fixed_dictionaries({"value": number, "of": st.none() | name}), max_size=2),
    }
)


@given(readings)
def test_what_is_written_is_read_back_the_same_by_all_three(record):
    text = as_yaml(record)
    assert parse(ROOT / "x.yaml", text.encode()).problems == []
    ours = parse(ROOT / "x.yaml", text.encode()).data
    assert ours == record == yaml.safe_load(text) == ruamel(text)
    assert not any(isinstance(one.get("of"), datetime.date) for one in ours["figures"])


@given(readings, st.randoms())
def test_the_same_facts_give_the_same_bytes_in_whatever_order_they_come(record, random):
    shuffled = list(record.items())
    random.shuffle(shuffled)
    assert as_yaml(dict(shuffled)) == as_yaml(record)


def test_a_number_no_tool_reads_back_is_refused():
    for number in (1e300, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="can't be written"):
            as_yaml({"figures": [{"value": number}]})


def test_the_file_is_replaced_whole_and_only_when_it_changes(tmp_path):
    path = tmp_path / "extracted" / "story.yaml"
    dump_extracted({"article": "story", "language": "ky"}, path)
    first = path.stat()
    dump_extracted({"language": "ky", "article": "story"}, path)
    assert path.stat().st_mtime_ns == first.st_mtime_ns and path.stat().st_ino == first.st_ino
    with pytest.raises(ValueError, match="can't be written"):
        dump_extracted({"article": "story", "figures": [{"value": 1e300}]}, path)
    assert load_extracted(tmp_path) == {"story": {"article": "story", "language": "ky"}}
    assert [one.name for one in path.parent.iterdir()] == ["story.yaml"]
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def test_dates_are_text_and_offsets_are_numbers(tmp_path):
    (tmp_path / "extracted").mkdir()
    (tmp_path / "extracted" / "a.yaml").write_text(
        "article: a\ninitiatives:\n- {name: x, start: 2024, evidence: [{start: 5, end: 2024, quote: y}]}\n"
        "published: {edtf: 2024, start: 1, end: 2}\n"
    )
    [read] = load_extracted(tmp_path).values()
    assert read["initiatives"][0] == {
        "name": "x",
        "start": "2024",
        "evidence": [{"start": 5, "end": 2024, "quote": "y"}],
    }
    assert read["published"] == {"edtf": "2024", "start": 1, "end": 2}


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_is_remembered_of_many_articles_is_what_stands_in_their_files(tmp_path, monkeypatch):
    monkeypatch.setattr(extracted, "MANY", 1)
    for number in range(3):
        dump_extracted({"article": f"a{number}", "language": "ky"}, tmp_path / "data" / "extracted" / f"a{number}.yaml")
    first = load_extracted(tmp_path / "data")
    dump_extracted({"article": "a1", "language": "ru"}, tmp_path / "data" / "extracted" / "a1.yaml")
    (tmp_path / "data" / "extracted" / "a2.yaml").unlink()
    monkeypatch.setattr(extracted, "_known", {})  # as after a restart
    read = []
    monkeypatch.setattr(extracted, "read_yaml", lambda path: read.append(path.stem) or read_yaml(path))
    assert load_extracted(tmp_path / "data") == {"a0": first["a0"], "a1": {"article": "a1", "language": "ru"}}
    assert read == ["a1"], "what did not change is remembered"
    (tmp_path / ".cache" / "extracted.json").write_bytes(b"damaged")
    monkeypatch.setattr(extracted, "_known", {})
    assert load_extracted(tmp_path / "data").keys() == {"a0", "a1"}
