"""What is promised of downloads: exactly what is filtered, the same in every language, the same bytes each time."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.__main__ import main
from loaders.exports import FORMATS
from loaders.exports.asking import NotKnown, download
from loaders.exports.csv_file import table, written
from loaders.exports.guarding import unguarded
from loaders.exports.sheets import FRAMES, sheet, sheets
from loaders.exports.wording import LANGUAGES, layouts
from loaders.filters import LISTS, Filters
from loaders.filters.narrowing import apply
from loaders.records import load_register

REGISTER = load_register()
AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
TABLES = tuple(layouts("en"))


@st.composite
def filters(draw) -> Filters:
    names = {name: sorted(getattr(REGISTER, kind)) for name, kind in LISTS.items()}
    chosen = {name: tuple(sorted(draw(st.sets(st.sampled_from(ids), max_size=2)))) for name, ids in names.items()}
    used = draw(st.sets(st.sampled_from(sorted(names)), max_size=2))
    period = draw(st.sampled_from(["", "", "2022/2024", "2024/..", "../2020"]))
    return Filters(**{name: chosen[name] for name in used}, period=period, reviewed=draw(st.sampled_from(["", "yes"])))


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def ids(one, name: str) -> list[tuple]:
    """Every cell that is no label: it may not depend on the language."""
    found = sheet(one, name)
    names = [column.name for column in found.layout.columns]
    labels = {"name", "place", "note", "what", "text", "says", "budget_kind", "budget_parts"}
    stable = [
        at for at, column in enumerate(names) if not column.endswith(("_name", "_names")) and column not in labels
    ]
    return [tuple(row[at] for at in stable) for row in found.rows]


@settings(max_examples=20)
@given(filters())
def test_a_download_has_the_rows_of_the_filtered_tables_and_no_other(tables, chosen):
    narrowed = apply(tables, chosen)
    one = download(chosen.address(), tables, "ru", AT)
    for name in TABLES:
        frame = getattr(narrowed, FRAMES.get(name, name))
        assert len(sheet(one, name).rows) == len(frame)
    for name, key in (("initiatives", "initiative"), ("partners", "partner"), ("sources", "article"),
                      ("centres", "centre"), ("findings", "finding")):  # fmt: skip
        told = [row[key] for row in read(table(one, name))]
        assert told == list(getattr(narrowed, FRAMES.get(name, name))[key])


@settings(max_examples=6)
@given(filters())
def test_the_same_filters_give_the_same_ids_in_every_language(tables, chosen):
    found = [
        {name: ids(download(chosen.address(), tables, language, AT), name) for name in TABLES} for language in LANGUAGES
    ]
    assert found[0] == found[1] == found[2]


def test_names_are_in_the_language_of_the_download(tables):
    said = {language: read(table(download({}, tables, language, AT), "partners")) for language in LANGUAGES}
    name = {language: next(row["name"] for row in rows if row["partner"] == "adb") for language, rows in said.items()}
    assert name == REGISTER.partners["adb"]["names"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_tables_and_time_give_the_same_bytes(everything, form):
    assert FORMATS[form].make(everything) == FORMATS[form].make(everything)


@pytest.mark.parametrize("form", [*FORMATS, "table"])
def test_the_command_line_gives_the_bytes_of_the_page(tables, tmp_path, form):
    query, link = {"goal": "digital-skills", "role": "funder,implementer"}, "https://example.org/partners?lang=en"
    one = download(query, tables, "en", AT, link, narrowed=apply(tables, Filters(goal=("digital-skills",),
                   role=("funder", "implementer"))))  # fmt: skip
    said = [f"--{name}={value}" for name, value in query.items()]
    said += ["--lang=en", f"--link={link}", f"--at={AT.isoformat()}", f"--out={tmp_path / 'file'}"]
    if form == "table":
        assert main(["export", "csv", "--table=involvement", *said]) == 0
        assert (tmp_path / "file").read_bytes() == table(one, "involvement")
    elif form == "iati":
        assert main(["export", form, *said]) == 1  # of these none says all that IATI asks for
    else:
        assert main(["export", form, *said]) == 0
        assert (tmp_path / "file").read_bytes() == FORMATS[form].make(one)


def test_an_unknown_name_is_refused_with_a_near_one(capsys):
    assert main(["export", "csv", "--partner=koika"]) == 2
    assert "did you mean koica" in capsys.readouterr().err


def test_a_record_of_its_own_page_is_downloaded_with_all_that_is_known_of_it(tables):
    one = download({"initiative": "luban-workshop", "goal": "digital-skills"}, tables, "en", AT)
    assert [row["initiative"] for row in read(table(one, "initiatives"))] == ["luban-workshop"]
    assert {row["initiative"] for row in read(table(one, "involvement"))} == {"luban-workshop"}
    partners = {part["id"] for part in REGISTER.initiatives["luban-workshop"]["partners"]}
    shown = {row["partner"] for row in read(table(one, "partners"))}
    assert {"kstu", "cn-embassy"} <= shown and partners - shown <= {
        id_ for id_ in partners if REGISTER.partners[id_]["unverified"] == ["all"]
    }
    assert one.file_name(".xlsx") == "bilim-monitor-initiative-luban-workshop-2026-11-22.xlsx"


def test_an_article_is_downloaded_with_its_sentences_and_what_they_speak_of(tables):
    article = tables.articles.article.iloc[0]
    one = download({"article": article}, tables, "ky", AT)
    told = read(table(one, "evidence"))
    assert len(told) == int(tables.evidence.article.eq(article).sum()) and {row["article"] for row in told} == {article}
    raw = tables.article_of[article].text
    assert all(raw[int(row["quote_start"]) : int(row["quote_end"])] == unguarded(row["quote"]) for row in told)
    assert {row["partner"] for row in read(table(one, "partners"))} == {
        row["id"] for row in told if row["evidence_of"] == "partner"
    }


def test_a_search_is_downloaded_with_the_articles_it_found(tables):
    found = set(tables.search("KOICA"))
    assert found and len(found) < len(tables.articles)
    assert {row["article"] for row in read(table(download({"q": "KOICA"}, tables, "en", AT), "sources"))} == found


@pytest.mark.parametrize("name", ["initiative", "centre", "article"])
def test_a_record_nobody_knows_is_refused(tables, name):
    with pytest.raises(NotKnown):
        download({name: "no-such"}, tables, "en", AT)


def test_a_csv_begins_with_the_mark_of_its_encoding_and_its_stable_names(everything):
    data = table(everything, "partners")
    assert data.startswith(b"\xef\xbb\xbfpartner,name,kind,")


def test_the_text_of_an_article_is_in_no_download(everything):
    whole = everything.everything.articles.text.iloc[0]
    texts = [str(cell) for shown in sheets(everything).values() for row in shown.rows for cell in row]
    assert not any(whole[:400] in text or (text in whole and len(text) > 600) for text in texts)


def test_what_nobody_said_is_empty_and_not_zero(everything):
    rows = {row["initiative"]: row for row in read(table(everything, "initiatives"))}
    assert rows["akf-ecd"]["end"] == rows["akf-ecd"]["budget_amount"] == ""
    assert not any(value in ("None", "nan", "NaT") for row in rows.values() for value in row.values())


def test_the_cover_tells_counts_apart_and_says_what_an_empty_cell_is(tables):
    one = download({"partner": "koica"}, tables, "en", AT, "https://example.org/partners?partner=koica&lang=en")
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(one)))
    said = {head: value for head, value in book.worksheets[0].iter_rows(max_col=2, values_only=True) if head}
    assert said["Partner"] == "Korea International Cooperation Agency"
    assert said["The same on screen"] == one.link and said["Retrieved (UTC+6)"] == "2026-11-22 18:30"
    assert (said["Initiatives"], said["Articles"]) == (len(one.tables.initiatives), len(one.tables.articles))
    assert said["Independent sources (reprints counted once)"] == one.tables.articles.source.nunique()
    notes = [value for head, value in book.worksheets[0].iter_rows(max_col=2, values_only=True) if not head]
    assert any("An empty cell: not known" in note for note in notes)


def test_a_workbook_has_both_names_of_a_column_and_dates_only_where_a_day_is_known(everything):
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(replace(everything, language="ky"))))
    page = book["Демилгелер"]
    titles, names, *rows = page.iter_rows(values_only=True)
    assert titles[names.index("start")] == "Башталышы" and page.freeze_panes == "B3" and page.auto_filter.ref
    start = {row[0]: row[names.index("start")] for row in rows}
    assert start["acg-100m"].date() == date(2022, 8, 3)
    assert start["jds"] == "2006" and start["akf-ecd"] == REGISTER.initiatives["akf-ecd"]["start"]


def test_a_zip_has_every_table_and_says_what_it_is(everything):
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].make(everything))) as packed:
        assert packed.namelist() == ["README.txt", *(f"{name}.csv" for name in TABLES)]
        assert packed.read("figures.csv") == written(sheet(everything, "figures"))
        assert "https://example.org/" in packed.read("README.txt").decode()


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(["partner", "q"]), st.text(max_size=60)))
def test_no_value_of_an_address_becomes_a_path(everything, asked):
    one = replace(everything, filters=Filters(partner=(asked.get("partner", ""),)),
                  about=("q", asked["q"]) if "q" in asked else None)  # fmt: skip
    name = one.file_name(".xlsx")
    assert name.startswith("bilim-monitor-") and name.endswith(".xlsx") and len(name) < 140
    assert not set(name[:-5]) & set("/\\.:\0 ")


def test_every_word_of_a_download_is_there_in_three_languages():
    from loaders.records.schemas import schema

    whole = schema("tables")
    parts = [*whole["properties"].values(), *(part for name, part in whole["$defs"].items())]
    parts += [part for group in ("cover", "iati") for part in whole["$defs"][group]["properties"].values()]
    assert len(parts) > 100
    assert all(part["title"] and part["x-title"]["ky"] and part["x-title"]["ru"] for part in parts)
