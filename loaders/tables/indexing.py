"""A table comes in; out go its columns as numbers, made once, so that a filter is a pass over numbers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

Mask = np.ndarray  # one truth value a row


class Values:
    """The different values of a column; each one's number is its place. −1 stands for None."""

    def __init__(self, values: np.ndarray) -> None:
        self.values = values
        self.number_of: dict[Any, int] = {value: number for number, value in enumerate(values)}
        self._places: WeakKeyDictionary[Values, np.ndarray] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self.values)

    def flags(self, wanted: "Iterable[Any] | Found") -> Mask:
        """One truth value a number, and a last one, False, for None."""
        if isinstance(wanted, Found):
            return wanted.flags[self.among(wanted.values)]
        flags = np.zeros(len(self) + 1, dtype=bool)
        flags[[self.number_of[value] for value in wanted if value in self.number_of]] = True
        return flags

    def among(self, other: "Values") -> np.ndarray:
        """The number each value has among others, −1 where it is not; for None too."""
        if other not in self._places:
            numbers = [other.number_of.get(value, -1) for value in self.values]
            self._places[other] = np.array([*numbers, -1], dtype=np.int64)
        return self._places[other]


class Found:
    """Some of the values of a column."""

    def __init__(self, values: Values, flags: Mask) -> None:
        self.values, self.flags = values, flags

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values.values[self.flags[:-1]])

    def __len__(self) -> int:
        return int(self.flags[:-1].sum())


class Column:
    """The number of each row's value."""

    def __init__(self, numbers: np.ndarray, values: Values) -> None:
        self.numbers, self.values = numbers, values

    @classmethod
    def of(cls, cells: Iterable[Any]) -> "Column":
        numbers, values = pd.factorize(np.array(cells, dtype=object))
        return cls(numbers.astype(np.int32), Values(values))

    def isin(self, wanted: Iterable[Any] | Found) -> Mask:
        return self.values.flags(wanted)[self.numbers]

    def groups(self, mask: Mask) -> Iterator[tuple[Any, np.ndarray]]:
        """Each value, in order, and its rows where the mask is true."""
        here = np.flatnonzero(mask & (self.numbers >= 0))
        here = here[np.argsort(self.numbers[here], kind="stable")]
        numbers, starts = np.unique(self.numbers[here], return_index=True)
        rows = np.split(here, starts[1:])
        yield from (
            sorted(zip(self.values.values[numbers], rows, strict=True), key=lambda one: one[0]) if len(here) else ()
        )

    @cached_property
    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """The rows ordered by their numbers, and where in this order each number begins."""
        order = np.argsort(self.numbers, kind="stable")
        return order, np.searchsorted(self.numbers[order], np.arange(len(self.values) + 1))


class Packed:
    """Rows of numbers, none below zero, each row as one number."""

    def __init__(self, *columns: np.ndarray) -> None:
        self._sizes = [int(np.max(one, initial=0)) + 1 for one in columns]
        self._rows = np.ravel_multi_index(columns, self._sizes) if len(columns) > 1 else columns[0]

    def once(self) -> tuple[np.ndarray, ...]:
        """The columns of the different rows, in order."""
        return np.unravel_index(np.unique(self._rows), self._sizes)

    def first(self) -> np.ndarray:
        """The place at which each different row stands first."""
        return np.unique(self._rows, return_index=True)[1]

    def counted(self) -> Iterator[tuple[int, ...]]:
        """Each different row, and how often it is there."""
        rows, counts = np.unique(self._rows, return_counts=True)
        return zip(*(one.tolist() for one in (*np.unravel_index(rows, self._sizes), counts)), strict=True)


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
