from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import YamlError, read_yaml
from loaders.records.reading import parse
from loaders.records.words import misread


def data(text: str):
    return parse(Path("x.yaml"), text.encode()).data


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "off",
        "4.10",
        "0312",
        "12:30",
        "1_000",
        "0x10",
        "2024-03-05",
        "1e5",
        "~",
        "y",
        "True",
        ".5",
        "0o17",
        "+1",
        "=",
    ],
)
def test_a_word_other_tools_misread_stays_as_written(word):  # fmt: skip
    assert data(f"a: {word}") == {"a": word}
    assert misread(word)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("4.1", 4.1),
        ("-0.5", -0.5),
        ("2024", 2024),
    ],
)
def test_plainly_written_values_are_what_they_look_like(word, value):  # fmt: skip
    assert data(f"a: {word}") == {"a": value}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a is written twice (first on line 1)"),
        ("a: &x 1\n", 1, "anchors and aliases"),
        ("a: &x [1]\nb: *x\n", 1, "anchors and aliases"),
        ("a: !!python/object:os.system 1\n", 1, "tags"),
        ("a: !!str 1\n", 1, "tags"),
        ("1: a\n", 1, "field name 1 is not text"),
        ("no: a\n", None, None),
        ("a: b\n---\na: c\n", 2, "second document"),
        ("a: [1\nb: 2\n", 2, "not YAML"),
        ("a: 'x\n", 2, "not YAML"),
        ("a: b\nb:\tc\n", 2, "a tab"),
        ("[" * 60 + "]" * 60, 1, "nested more than 40"),
        ("<<: {a: 1}\n", 1, "merge keys"),
    ],
)
def test_what_is_refused_is_refused_on_its_line(tmp_path, text, line, words):
    path = tmp_path / "x.yaml"
    path.write_text(text)
    if line is None:
        assert read_yaml(path) == {"no": "a"}
        return
    with pytest.raises(YamlError) as caught:
        read_yaml(path)
    assert caught.value.line == line
    assert words in caught.value.message


def test_every_problem_of_a_file_is_found_at_once():
    document = parse(Path("x.yaml"), b"a: 1\na: 2\nb: &x 3\nc: no\nc: !t 4\n")
    assert [problem.line for problem in document.problems] == [2, 3, 4, 5, 5]


def test_bytes_that_are_not_text_are_refused(tmp_path):
    for raw in (b"a: \xff\n", "a: б\n".encode("cp1251"), b"a: \x00\n", b"x" * 5_000_001):
        path = tmp_path / "x.yaml"
        path.write_bytes(raw)
        with pytest.raises(YamlError):
            read_yaml(path)


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_no_input_breaks_the_reader(text):
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    document = parse(Path("x.yaml"), raw)
    assert document.problems or document.data is None or isinstance(document.data, (str, int, float, list, dict, bool))


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["1", "no", "x y", "[1, 2]", "{a: 1}"]), min_size=1))
def test_every_field_knows_its_line(fields):
    text = "".join(f"{key}: {value}\n" for key, value in fields.items())
    document = parse(Path("x.yaml"), text.encode())
    for number, key in enumerate(fields, 1):
        assert document.line((key,)) == number
