"""What is promised of the tables: every saying, reprints once, nothing unconfirmed as a fact, offsets that hold."""

from datetime import date

import pandas as pd
import pytest

from loaders.records import ROOT
from loaders.tables import COLUMNS, FLAGS, build_tables, frame
from loaders.tables.same_story import stories


def test_every_frame_has_its_columns_and_flags_are_flags(tables):
    for name, columns in COLUMNS.items():
        table = getattr(tables, name)
        assert list(table.columns) == columns.split()
        assert all(table[flag].dtype == bool for flag in FLAGS & set(table.columns))


def test_a_row_with_a_column_nobody_knows_is_refused():
    with pytest.raises(KeyError, match="people has no column"):
        frame("people", [{"nmae": "x"}])


def test_a_persons_value_stands_first_and_the_machines_fills_the_gap(tables):
    bridge = tables.initiatives.set_index("initiative").loc["bridge"]
    assert (bridge.start, bridge.start_origin) == ("2022", "person")
    assert (bridge.start_earliest, bridge.start_latest) == (date(2022, 1, 1), date(2022, 12, 31))
    assert (bridge.status, bridge.status_origin) == ("under-way", "machine")
    assert bridge.reviewed


def test_what_record_and_article_tell_differently_is_a_finding_with_its_sentences(tables):
    row = next(tables.findings[tables.findings.kind.eq("disagreement")].itertuples())
    assert (row.record, row.field, row.values) == ("bridge", "start", ("2022", "2025"))
    assert {place[0] for place in row.evidence} <= {"a1", "a2"}


def test_a_fact_a_person_asserts_and_an_article_confirms_has_a_row_for_each_and_none_for_a_reprint(tables):
    rows = tables.involvement[tables.involvement.initiative.eq("bridge") & tables.involvement.partner.eq("fund")]
    assert sorted((row.origin, row.article) for row in rows.itertuples() if row.article) == [("machine", "a1")]
    assert [row.origin for row in rows.itertuples() if not row.article] == ["person"]


def test_an_entry_nothing_confirms_is_never_a_fact(tables):
    assert set(tables.mentions_only.id) == {"rumour"}
    for name in COLUMNS:
        if name == "mentions_only":
            continue
        table = getattr(tables, name)
        assert not (table == "rumour").to_numpy().any(), name
    assert "rumour" not in tables.records["partners"]


def test_a_reprint_is_an_article_but_not_a_second_source(tables):
    assert len(tables.articles) == 3
    own = tables.articles.set_index("article")
    assert own.story["a2"] == "a1"
    assert own.source["a1"] == own.source["a2"] == "First"
    assert tables.articles.source.nunique() == 2


def test_two_reports_of_one_event_in_own_words_are_two_stories():
    one = "министр бүгүн жаңы окуу китептери тууралуу жыйын өткөрүп мугалимдер менен сүйлөштү деп билдирди басма сөз"
    two = "жаңы китептер жөнүндө министр жыйынга мугалимдерди чакырып маселени талкуулады ал жерде көп суроо берилди"
    assert stories({"x": one, "y": two}) == {"x": "x", "y": "y"}
    assert stories({"x": one, "y": f"Кабар: {one}."}) == {"x": "x", "y": "x"}
    assert stories({"x": "", "y": ""}) == {"x": "x", "y": "y"}


def test_counts_are_dated_readings_side_by_side(tables):
    readings = {(row.value, row.as_of) for row in tables.counts.itertuples() if row.centre == "hall"}
    assert (70, "2022-09") in readings


def test_every_quote_is_in_its_article_at_its_place(tables):
    for row in tables.evidence.itertuples():
        assert tables.article_of[row.article].text[row.start : row.end] == row.quote


def test_a_search_finds_a_word_in_any_ending_and_needs_all_of_them(tables):
    assert set(tables.search("долбоор")) == {"a1", "a2"}
    assert set(tables.search("китеп")) == {"a1", "a2", "a3"}
    assert set(tables.search("КИТЕП чыгар")) == {"a3"}
    assert set(tables.search('"окуу китебин"')) == {"a3"}
    assert set(tables.search("көпүрө")) == set(tables.search("копуро")) == {"a1", "a2"}
    assert tables.search("жокжерде") == tables.search("...") == {}
    start, end = tables.search("долбоор")["a1"][0]
    assert tables.article_of["a1"].text[start:end] == "долбоорун"


def test_an_article_whose_file_is_gone_still_has_its_facts(root, tmp_path):
    import shutil

    shutil.copytree(root, tmp_path / "copy")
    (tmp_path / "copy" / "seeds" / "a1.txt").unlink()
    left = build_tables(tmp_path / "copy")
    assert left.article_of["a1"].text is None
    assert "a1" in set(left.evidence.article)


def test_the_projects_own_data_becomes_tables_whose_quotes_hold():
    own = build_tables(ROOT)
    assert len(own.articles) >= 2
    assert len(own.initiatives) > 50
    assert own.initiatives.initiative.is_unique
    assert own.partners.partner.is_unique
    for row in own.evidence.itertuples():
        assert own.article_of[row.article].text[row.start : row.end] == row.quote
    for name in ("involvement", "goals_of", "levels_of", "regions_of"):
        assert set(getattr(own, name).origin) <= {"person", "machine"}
    assert not pd.isna(own.initiatives.initiative).any()
