"""What is promised of tables as numbers: they say what the frames say, however often they are cut."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables.indexing import Index
from loaders.tables.numbering import Packed

IDS = st.sampled_from(["a", "b", "c", "d", None])
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
ROWS = st.lists(st.tuples(IDS, IDS, st.lists(st.sampled_from("abc"), max_size=3).map(tuple), DAYS, st.booleans()))


def table(rows: list) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["one", "other", "many", "day", "kept"], dtype=object)


def cut(rows: list) -> tuple[Index, pd.DataFrame]:
    """Twice, as a filter and the clauses of a list do."""
    frame = table(rows)
    once = Index(frame).cut(lambda: frame.kept.to_numpy(dtype=bool))
    left = frame[frame.kept.astype(bool)]
    said = left.one.notna().to_numpy(dtype=bool)
    return once.cut(lambda: said), left[said]


@given(ROWS, st.sets(IDS))
def test_a_cut_table_says_what_the_cut_frame_says(rows, wanted):
    index, frame = cut(rows)
    assert index.frame.equals(frame) and len(index) == len(frame)
    assert list(index.isin("other", wanted)) == [one in wanted - {None} for one in frame.other]
    assert list(index.unsaid("other")) == list(frame.other.isna())
    assert set(index.found("other")) == set(frame.other.dropna())
    assert index.count("other") == frame.other.nunique()
    assert list(index.meets("many", wanted)) == [bool({*cell} & wanted) for cell in frame.many]
    assert list(index.holds("many")) == [bool(cell) for cell in frame.many]
    assert list(index.ordinals("day")) == [day.toordinal() if day else 0 for day in frame.day]
    assert list(index.test("other", lambda cell: cell in wanted)) == [one in wanted for one in frame.other]
    for id_ in "abc":
        assert index.rows(id_, "one", "other").equals(frame[frame.one.eq(id_) | frame.other.eq(id_)])


@given(ROWS)
def test_rows_said_again_are_left_out_as_the_frame_leaves_them_out(rows):
    index, frame = cut(rows)
    first = frame.drop_duplicates(["one", "other"])
    assert index.frame[index.once(["one", "other"])].equals(first)
    everything = np.ones(len(index), dtype=bool)
    groups = {value: list(places) for value, places in index.column("other").groups(everything)}
    at = frame.reset_index(drop=True)
    assert groups == {value: list(group.index) for value, group in at.groupby("other")}


@given(ROWS, ROWS)
def test_values_of_one_table_are_found_in_another(rows, others):
    index, frame = cut(rows)
    unique = table(others).drop_duplicates("one")
    other = Index(unique).cut(lambda: unique.kept.to_numpy(dtype=bool))
    left = unique[unique.kept.astype(bool)]
    assert list(index.isin("other", other.found("one"))) == [one in set(left.one.dropna()) for one in frame.other]
    places = {value: place for place, value in enumerate(left.one) if value is not None}
    assert list(index.rows_in("other", other, "one")) == [places.get(value, -1) for value in frame.other]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3))))
def test_packed_rows_are_counted_as_they_are(rows):
    columns = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    counted = {(one, other): n for one, other, n in Packed(*columns).counted()}
    assert counted == {row: rows.count(row) for row in set(rows)}
    assert list(zip(*Packed(*columns).once(), strict=True)) == sorted(set(rows))
