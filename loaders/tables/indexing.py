"""A table comes in; out go its columns as numbers, made once, so that a filter is a pass over numbers."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from loaders.tables.numbering import Column, Found, Mask, Packed


class Index:
    """Of one frame. Treat what it gives as read-only: all readers share it."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._begin()

    def _begin(self) -> None:
        self._columns: dict[str, Column] = {}
        self._days: dict[str, np.ndarray] = {}
        self._parts: dict[str, tuple[np.ndarray, Column]] = {}

    def __len__(self) -> int:
        return len(self.frame)

    def cut(self, which: Callable[[], Mask]) -> "Cut":
        """The rows where it is true, found out when they are first asked for."""
        return Cut(self, lambda: np.flatnonzero(which()))

    def column(self, name: str) -> Column:
        if name not in self._columns:
            self._columns[name] = self._numbered(name)
        return self._columns[name]

    def _numbered(self, name: str) -> Column:
        return Column.of(self.frame[name].to_numpy(dtype=object))

    def everything(self) -> Mask:
        return np.ones(len(self), dtype=bool)

    def isin(self, name: str, wanted: Iterable[Any] | Found) -> Mask:
        return self.column(name).isin(wanted)

    def rows_in(self, name: str, other: "Index", key: str) -> np.ndarray:
        """Of each row's value, the row of the other table that has it in `key`; −1 where there is none."""
        own, theirs = self.column(name), other.column(key)
        row_of = np.full(len(theirs.values) + 1, -1, dtype=np.int64)
        row_of[theirs.numbers] = np.arange(len(other))
        row_of[-1] = -1
        return row_of[own.values.among(theirs.values)[own.numbers]]

    def unsaid(self, name: str) -> Mask:
        return self.column(name).numbers < 0

    def holds(self, name: str) -> Mask:
        """Of a column of tuples: those that are not empty."""
        found = np.zeros(len(self), dtype=bool)
        found[self.parts(name)[0]] = True
        return found

    def meets(self, name: str, wanted: Iterable[Any] | Found) -> Mask:
        """Of a column of tuples: those that hold one of these."""
        rows, parts = self.parts(name)
        found = np.zeros(len(self), dtype=bool)
        found[rows[parts.isin(wanted)]] = True
        return found

    def parts(self, name: str) -> tuple[np.ndarray, Column]:
        """Of a column of tuples: the row of each member of each, and the members."""
        if name not in self._parts:
            self._parts[name] = self._parted(name)
        return self._parts[name]

    def _parted(self, name: str) -> tuple[np.ndarray, Column]:
        parts = [(row, part) for row, cell in enumerate(self.frame[name]) for part in cell]
        return np.array([row for row, _part in parts], dtype=np.int64), Column.of([part for _row, part in parts])

    def found(self, name: str, mask: Mask | None = None) -> Found:
        """What stands in the column (where the mask is true), but for None."""
        column = self.column(name)
        flags = np.zeros(len(column.values) + 1, dtype=bool)
        flags[column.numbers if mask is None else column.numbers[mask]] = True
        flags[-1] = False
        return Found(column.values, flags)

    def count(self, name: str = "") -> int:
        """Of rows, or of different values of a column."""
        return len(self.found(name)) if name else len(self)

    def rows(self, value: Any, *names: str) -> pd.DataFrame:
        """The rows where one of the columns has this value, without a pass over the others."""
        return self.of(value, *names).frame

    def of(self, value: Any, *names: str) -> "Cut":
        places = [self._places(name, value) for name in names]
        return Cut(self, lambda: places[0] if len(places) == 1 else np.unique(np.concatenate(places)))

    def _places(self, name: str, value: Any) -> np.ndarray:
        column = self.column(name)
        order, edges = column.places
        number = column.values.number_of.get(value)
        return order[:0] if number is None else order[edges[number] : edges[number + 1]]

    def once(self, names: Iterable[str]) -> Mask:
        """The first row of each combination of values."""
        rows = Packed(*(self.column(name).numbers + 1 for name in names))
        first = np.zeros(len(self), dtype=bool)
        first[rows.first()] = True
        return first

    def test(self, name: str, holds: Callable[[Any], bool]) -> Mask:
        """A question about a cell, asked once of each different one."""
        try:
            column = self.column(name)
        except TypeError:  # cells that are mappings
            return np.array([holds(cell) for cell in self.frame[name]], dtype=bool)
        return np.array([*map(holds, column.values.values), holds(None)], dtype=bool)[column.numbers]

    def days(self, name: str, unsaid: date) -> np.ndarray:
        """A column of days as numbers; `unsaid` stands for None."""
        days = self.ordinals(name)
        return np.where(days == 0, unsaid.toordinal(), days)

    def ordinals(self, name: str) -> np.ndarray:
        """0: not said; the first day of the calendar is 1."""
        if name not in self._days:
            self._days[name] = self._ordinals(name)
        return self._days[name]

    def _ordinals(self, name: str) -> np.ndarray:
        return np.array([day.toordinal() if day is not None else 0 for day in self.frame[name]], dtype=np.int64)


class Cut(Index):
    """Some rows of a table, with the numbers the whole has given its values; the frame is cut when it is asked for."""

    def __init__(self, whole: Index, rows: Callable[[], np.ndarray]) -> None:
        self._whole, self._which = whole, rows
        self._begin()

    @cached_property
    def _rows(self) -> np.ndarray:
        return self._which()

    @cached_property
    def frame(self) -> pd.DataFrame:
        whole = self._whole.frame
        return whole if len(self) == len(whole) else whole.take(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _numbered(self, name: str) -> Column:
        column = self._whole.column(name)
        return Column(column.numbers[self._rows], column.values)

    def _parted(self, name: str) -> tuple[np.ndarray, Column]:
        rows, parts = self._whole.parts(name)
        row_of = np.full(len(self._whole), -1, dtype=np.int64)
        row_of[self._rows] = np.arange(len(self))
        rows = row_of[rows]
        kept = rows >= 0
        return rows[kept], Column(parts.numbers[kept], parts.values)

    def _ordinals(self, name: str) -> np.ndarray:
        return self._whole.ordinals(name)[self._rows]
