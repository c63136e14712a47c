"""The command line: what it prints, what it writes, and what its exit code says."""

import json
import subprocess
import sys

import pytest

from loaders.__main__ import main
from loaders.records import ROOT

SEED = ROOT / "seeds" / "000_cff0c14d70f325f0.txt"


def test_a_number_beyond_all_counting_is_no_figure_and_stops_no_article(capsys, tmp_path):
    article = tmp_path / "many.txt"
    article.write_text("Мектептерге 999999999999999 миллиард сом бөлүндү.\n\n40 мектеп ачылды.\n", encoding="utf-8")
    assert main(["extract", "--to", "jsonl", str(article)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert [(one["value"], one["unit"]) for one in json.loads(line)["figures"]] == [(40, "schools")]


def test_jsonl_prints_one_object_an_article_and_writes_nothing(capsys, tmp_path):
    article = tmp_path / "new.txt"
    article.write_text("ЮНИСЕФ мугалимдерди колдойт.", encoding="utf-8")
    assert main(["extract", "--to", "jsonl", str(SEED), str(article)]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["article"] == SEED.stem and second["article"] == "new"
    assert set(first) >= {
        "article",
        "published",
        "partners",
        "goals",
        "levels",
        "regions",
        "initiatives",
        "people",
        "findings",
    }
    assert not (ROOT / "data" / "extracted" / "new.yaml").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["evaluate", "no.yaml"],
        ["import", "--of", "partners", "no.csv"],
        ["import", "--template", "no/partners.xlsx"],
        ["export", "csv", "--out", "no/x"],
    ],
)
def test_a_file_that_is_not_there_is_said_in_one_line(capsys, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert capsys.readouterr().err.endswith(f"{words[-1]}: No such file or directory\n")


def test_who_has_stopped_reading_causes_no_error():
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m loaders extract --to jsonl | true"], cwd=ROOT,
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stderr == ""


def test_a_refused_file_is_listed_and_the_others_are_done(capsys, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "good.txt").write_text("Мектеп ачылды.", encoding="utf-8")
    assert main(["extract", "--to", "jsonl", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["article"] == "good"
    assert "bad.txt" in err and "is no text" in err


def test_a_missing_file_is_said(capsys, tmp_path):
    assert main(["extract", "--to", "jsonl", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_explain_of_an_id_that_is_not_there_says_so(capsys):
    assert main(["explain", "nosuch"]) == 1
    assert "nosuch: can't be opened: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gold", "texts", "said"),
    [
        ("a: 1", "[]", "a_gold.yaml:1: is no list"),
        ("- id: b\n  relevant: true", '[{"id": "a", "text": "A"}]', "a_gold.yaml:1: entry 1 needs the id"),
        ("- id: a", '[{"id": "a", "text": "A"}]', "a_gold.yaml:1: entry 1 needs the id"),
        ("- id: a", '{"a":', "a_articles.json:1: is no JSON list"),
    ],
)
def test_an_annotated_set_of_another_form_is_refused_in_one_line(capsys, tmp_path, gold, texts, said):
    (tmp_path / "a_gold.yaml").write_text(gold, encoding="utf-8")
    (tmp_path / "a_articles.json").write_text(texts, encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "a_gold.yaml")]) == 2
    assert said in capsys.readouterr().err


def test_a_baseline_of_other_articles_is_refused_in_one_line(capsys, tmp_path):
    (tmp_path / "old.jsonl").write_text('{"article": "of another set"}\n', encoding="utf-8")
    gold = ROOT / "tests" / "golden" / "own_gold.yaml"
    assert main(["evaluate", str(gold), "--against", str(tmp_path / "old.jsonl")]) == 2
    assert "old.jsonl:1: is not what" in capsys.readouterr().err


def test_explain_marks_mentions_and_gives_reasons(capsys):
    assert main(["explain", SEED.stem]) == 0
    out = capsys.readouterr().out
    assert "[KOICA|partner:koica]" in out
    assert "typo" in out and "+P3+GEN" in out and "role by" in out


def test_explain_in_colour_keeps_the_text(capsys):
    assert main(["explain", SEED.stem, "--colour"]) == 0
    assert "\033[36mKOICA\033[0m" in capsys.readouterr().out


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("extract", "check", "tidy", "explain", "evaluate"))
