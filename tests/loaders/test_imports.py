"""A table is taken over without harm: nothing known changes, only plain text is read, every refusal has its cell."""

import argparse
import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from loaders.exports.guarding import guarded
from loaders.imports import command
from loaders.imports.columns import columns
from loaders.imports.proposals import propose
from loaders.imports.sheets import MAX_BYTES, MAX_ROWS, read_sheet
from loaders.imports.template import as_csv, as_workbook, helps
from loaders.records import ROOT, YamlError, check, load_imported, load_register, read_yaml
from loaders.records.schemas import RECORDS
from tests.records.conftest import Project

HEAD = ["id", "names.ky", "names.ru", "names.en", "also", "kind", "website", "valid_from"]
NEW = ["", "Тоо коому", "Общество гор", "Hill Society", "ТК; HS", "ngo", "https://hill.example", "2020"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def workbook(path: Path, *rows: list, title: str = "partners", change=None) -> Path:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    book.save(path)
    return path


def proposed(project: Project, file: Path, of: str = "partners"):
    return propose(project.root, load_register(project.root / "data"), read_sheet(file, of), of)


def told(found) -> list[str]:
    return [one.in_("en").split("/")[-1] for one in (*found.differences, *found.refusals)]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_new_row_becomes_a_record_in_its_canonical_form(project, kind):
    file = project.root / f"partners.{kind}"
    if kind == "xlsx":
        workbook(file, HEAD, NEW)
    else:
        file.write_text("\n".join(",".join(row) for row in (HEAD, NEW)) + "\n")
    found = proposed(project, file)
    assert told(found) == []
    assert found.new == {
        Path("data/records/partners/hill-society.yaml"): (
            "# yaml-language-server: $schema=../../schema/partner.yaml\n"
            "id: hill-society\nnames:\n  ky: Тоо коому\n  ru: Общество гор\n  en: Hill Society\n"
            "also:\n  - ТК\n  - HS\nkind: ngo\nvalid_from: '2020'\nwebsite: https://hill.example\n"
        )
    }
    assert not (project.root / "data/records/partners/hill-society.yaml").exists()


def test_a_text_guarded_in_a_download_is_read_as_it_was(project):
    row = ["", "Тоо коому", "Общество гор", guarded("-Hill Society"), "", "ngo"]
    found = proposed(project, workbook(project.root / "partners.xlsx", HEAD, row))
    assert told(found) == [] and "  en: -Hill Society\n" in next(iter(found.new.values())).replace("'", "")


@pytest.mark.parametrize("of", RECORDS)
def test_the_template_is_read_back_and_found_empty_in_every_form(tmp_path, of):
    for name, raw in ((f"{of}.csv", as_csv(of)), (f"{of}.xlsx", as_workbook(of, load_register()))):
        (tmp_path / name).write_bytes(raw)
        found = propose(ROOT, load_register(), read_sheet(tmp_path / name, of), of)
        assert found.new == {}
        assert told(found) == [f"{name}:1:1: there is no row to take over; write one record a row below the headings"]
    book = openpyxl.load_workbook(tmp_path / f"{of}.xlsx")
    assert book.sheetnames == [of, "help"]
    assert [cell.value for cell in book[of][1]] == [one.heading for one in columns(of)]
    assert all(one.titles.keys() >= {"ky", "ru", "en"} and all(one.helps.values()) for one in columns(of))


def test_a_table_headed_in_kyrgyz_or_russian_is_read_too(project):
    titles = {one.heading: one.titles for one in columns("partners")}
    for language in ("ky", "ru"):
        file = workbook(project.root / "partners.xlsx", [titles[one][language] for one in HEAD], NEW)
        found = proposed(project, file)
        assert told(found) == [] and len(found.new) == 1


def test_what_is_known_is_never_written_only_compared(project):
    before = {path: path.read_bytes() for path in (project.root / "data").rglob("*.yaml")}
    rows = [
        ["lake-fund", "", "", "", "", "ngo"],
        ["", "КӨЛ  фонду", "", "", "", "foundation"],
        ["", "", "", "", "КФ", "", "https://x.example"],
    ]
    found = proposed(project, workbook(project.root / "partners.xlsx", HEAD, *rows))
    assert found.new == {} and found.refusals == []
    assert told(found) == [
        "partners.xlsx:2:6: lake-fund is known; kind: the record says foundation, the table ngo; nothing is changed",
        "partners.xlsx:3:2: lake-fund is known; names.ky: the record says Көл фонду, the table КӨЛ  фонду; "
        "nothing is changed",
        "x.example; nothing is changed",
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_a_field_has_one_column(project):
    file = workbook(project.root / "partners.xlsx", [*HEAD, "names.en"], [*NEW, "Hill Club"])
    found = proposed(project, file)
    assert told(found)[-1] == "partners.xlsx:1:9: no field is called names.en, or it has a column already"
    assert "en: Hill Society" in next(iter(found.new.values()))


def test_each_thing_is_said_once_and_of_a_list_only_what_is_new(project):
    rows = [["lake-fund", "", "", "", "КФ; LF"], ["", "", "", "Hill Society"]]
    assert told(proposed(project, workbook(project.root / "partners.xlsx", HEAD, *rows))) == [
        "partners.xlsx:2:5: lake-fund is known; also: the record lacks LF of the table; nothing is changed",
        "partners.xlsx:3:2: names: the Kyrgyz translation is missing",
        "partners.xlsx:3:2: names: the Russian translation is missing",
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["../../etc/x", "А", "Б", "C"], "2:1: ../../etc/x can't be an id"),
        (["a/b", "А", "Б", "C"], "2:1: a/b can't be an id"),
        (["A b", "А", "Б", "C"], "2:1: A b can't be an id"),
        (["", "А", "Б", "В"], "2:1:  can't be an id"),
        (["x" * 90, "А", "Б", "C"], "can't be an id"),
        (
            ["a", "А", "Б", "C", "", "foundtion"],
            "2:6: kind: there is no foundtion among the kinds; did you mean found",
        ),
        (["a", "А", "", "C"], "2:2: names: the Russian translation is missing"),
        (["a", "А", "Б", "C", "", "", "javascript:alert(1)"], "2:7: website: javascript:alert(1) is not a link"),
        (["a", "А\u202e", "Б", "C"], "2:2: names.ky holds an invisible character (U+202E)"),
        (["a", '=HYPERLINK("x")', "Б", "C"], "2:2: formulas are not read"),
        (["a", "@SUM(1)", "Б", "C"], "2:2: formulas are not read"),
        (["a", "А", "Б", "C", "", "", "", date(2024, 3, 5)], "2:8: Excel made a date of this (2024-03-05"),
        (["a", "А", "Б", "C", "", "", "", "2024-02-31"], "2:8: valid_from: 2024-02-31: that month has no day 31"),
        (["a", True, "Б", "C"], "2:2: this is neither text nor a number"),
        (["a", "А" * 3000, "Б", "C"], "2:2: longer than 2000 characters"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_by_its_cell(project, row, said):
    found = proposed(project, workbook(project.root / "partners.xlsx", HEAD, row))
    assert found.new == {}
    assert any(f"xlsx:{said}" in one or said in one for one in [one.in_("en") for one in found.refusals])


def test_help_lists_what_may_be_written():
    listed = {row[0]: row[-1].split("; ") for row in helps("initiatives", load_register())}
    assert "under-way" in listed["status"] and "programme" in listed["kind"] and "koica" not in listed["kind"]


def asked(monkeypatch, project: Project, *words: str) -> int:
    monkeypatch.setattr("loaders.imports.command.ROOT", project.root)
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default="en")
    command.arguments(parser)
    return command.run(parser.parse_args(words))


def test_nothing_is_written_unless_asked_and_then_only_what_is_new(project, monkeypatch, capsys):
    file = workbook(project.root / "partners.xlsx", HEAD, NEW, ["lake-fund", "", "", "", "", "ngo"])
    known = project.root / "data/records/partners/lake-fund.yaml"
    written, before = project.root / "data/records/partners/hill-society.yaml", known.read_bytes()
    assert asked(monkeypatch, project, str(file)) == 0 and not written.exists()
    assert "    id: hill-society\n" in capsys.readouterr().out
    assert asked(monkeypatch, project, str(file), "--write") == 0
    assert "new records written: 1; differences, for the review page: 1; refused: 0" in capsys.readouterr().err
    assert read_yaml(written)["also"] == ["ТК", "HS"] and known.read_bytes() == before
    assert check(project.root) == []
    assert asked(monkeypatch, project, str(file), "--write") == 0
    assert "new records written: 0" in capsys.readouterr().err


def test_what_a_table_says_otherwise_is_kept_for_review_until_the_table_agrees(project, monkeypatch):
    kept, row = project.root / "data/imported/my-partners.yaml", ["lake-fund", "", "", "", "КФ; LF; ФО", "ngo"]
    file = workbook(project.root / "My partners.xlsx", HEAD, row)
    assert asked(monkeypatch, project, str(file), "--of", "partners") == 0 and not kept.exists()
    asked(monkeypatch, project, str(file), "--of", "partners", "--write")
    said = {"row": 2, "of": "partners", "id": "lake-fund"}
    assert load_imported(project.root / "data") == {
        "my-partners": [
            said | {"field": "also", "value": "LF"},
            said | {"field": "also", "value": "ФО"},
            said | {"field": "kind", "value": "ngo"},
        ]
    }
    assert check(project.root) == []
    kept.write_text(kept.read_text().replace("field: kind", "feld: kind"))
    assert "data/imported/my-partners.yaml:5: field field is missing" in str(check(project.root)[0])
    workbook(file, HEAD, ["lake-fund", "", "", "", "", "foundation"])
    asked(monkeypatch, project, str(file), "--of", "partners", "--write")
    assert not kept.exists()


def test_a_template_never_overwrites_a_file(project, monkeypatch):
    file = project.root / "partners.csv"
    assert asked(monkeypatch, project, "--template", str(file)) == 0
    before = file.read_bytes()
    with pytest.raises(YamlError, match="there is such a file already"):
        asked(monkeypatch, project, "--template", str(file))
    assert file.read_bytes() == before


def hide(book):
    book.create_sheet("secret").sheet_state = "hidden"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda book: book.active.merge_cells("A2:B2"), "cells are merged"),
        (hide, "the hidden sheet secret is not read"),
    ],
)
def test_merged_cells_and_hidden_sheets_are_refused(project, change, said):
    found = proposed(project, workbook(project.root / "partners.xlsx", HEAD, NEW, change=change))
    assert any(said in one for one in told(found))


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, raw in parts.items():
            book.writestr(name, raw)
    return path


def test_a_zip_bomb_is_not_unpacked(project):
    file = packed(project.root / "partners.xlsx", {"xl/worksheets/sheet1.xml": b" " * 60_000_000})
    assert file.stat().st_size < 100_000
    assert "unpacks to more than 50 MB" in told(proposed(project, file))[0]


def test_entities_are_not_expanded(project):
    file = workbook(project.root / "partners.xlsx", HEAD, NEW)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    assert "can't be read as a table (DOCTYPE)" in told(proposed(project, packed(file, parts)))[0]


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\x00" * 100, b"x" * (MAX_BYTES + 1)])
def test_what_is_no_workbook_is_refused_whole(project, raw):
    file = project.root / "partners.xlsx"
    file.write_bytes(raw)
    found = proposed(project, file)
    assert found.new == {} and len(found.refusals) == 1 and found.refusals[0].row == 0


def test_a_table_without_end_is_read_to_its_limit(project):
    file = project.root / "partners.csv"
    file.write_text("id\n" + "lake-fund\n" * (MAX_ROWS + 5))
    assert any("a table may have 5000" in one for one in told(proposed(project, file)))


def test_a_row_that_needs_a_refused_row_is_refused_too(project):
    head = [*HEAD[:4], "kind", "parent"]
    rows = [["hill", "А", "Б", "C", "no-such", ""], ["stone", "Г", "Д", "E", "ngo", "hill"]]
    found = proposed(project, workbook(project.root / "partners.xlsx", head, *rows))
    assert found.new == {}
    assert any(":3:6: parent: there is no hill" in one for one in told(found))
