"""The cells of a column come in; out go the numbers of its values, by which rows are compared, grouped and counted."""

from collections.abc import Iterable, Iterator
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
