"""A table comes in; out go its columns as numbers, made once, so that a filter is a pass over numbers."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

Mask = np.ndarray  # one truth value a row


class Index:
    """Of one frame. Treat what it gives as read-only: all readers share it."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._columns: dict[str, tuple[np.ndarray, dict[Any, int]]] = {}
        self._days: dict[str, np.ndarray] = {}
        self._order: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self._parts: dict[str, Index] = {}

    def _column(self, name: str) -> tuple[np.ndarray, dict[Any, int]]:
        """(number of each row's value, value → number); −1 is None."""
        if name not in self._columns:
            numbers, values = pd.factorize(self.frame[name])
            self._columns[name] = numbers, {value: number for number, value in enumerate(values)}
        return self._columns[name]

    def everything(self) -> Mask:
        return np.ones(len(self.frame), dtype=bool)

    def isin(self, name: str, wanted: Collection[Any]) -> Mask:
        numbers, number_of = self._column(name)
        flags = np.zeros(len(number_of) + 1, dtype=bool)  # the last stands for None
        flags[[number_of[value] for value in wanted if value in number_of]] = True
        return flags[numbers]

    def numbers(self, name: str, wanted: pd.Series) -> np.ndarray:
        """The number of each value's row in a column that names its rows; −1 where there is none."""
        _numbers, number_of = self._column(name)
        return np.array([number_of.get(value, -1) for value in wanted], dtype=np.int64)

    def unsaid(self, name: str) -> Mask:
        return self._column(name)[0] < 0

    def holds(self, name: str) -> Mask:
        """Of a column of tuples: those that are not empty."""
        return np.bincount(self._parted(name).frame["row"], minlength=len(self.frame)) > 0

    def meets(self, name: str, wanted: Collection[Any]) -> Mask:
        """Of a column of tuples: those that hold one of these."""
        parts = self._parted(name)
        found = np.zeros(len(self.frame), dtype=bool)
        found[parts.frame["row"].to_numpy()[parts.isin("part", wanted)]] = True
        return found

    def _parted(self, name: str) -> "Index":
        """One row for each member of each tuple."""
        if name not in self._parts:
            parts = [(row, part) for row, cell in enumerate(self.frame[name]) for part in cell]
            rows = np.array([row for row, _part in parts], dtype=np.int64)
            self._parts[name] = Index(pd.DataFrame({"row": rows, "part": [part for _row, part in parts]}))
        return self._parts[name]

    def values(self, name: str, mask: Mask) -> set[Any]:
        """What stands in the column where the mask is true."""
        numbers, number_of = self._column(name)
        found = np.zeros(len(number_of) + 1, dtype=bool)
        found[numbers[mask]] = True
        return {value for value, number in number_of.items() if found[number]}

    def rows(self, value: Any, *names: str) -> pd.DataFrame:
        """The rows where one of the columns has this value, without a pass over the others."""
        places = [self._places(name, value) for name in names]
        return self.frame.iloc[places[0] if len(places) == 1 else np.unique(np.concatenate(places))]

    def _places(self, name: str, value: Any) -> np.ndarray:
        numbers, number_of = self._column(name)
        if name not in self._order:
            order = np.argsort(numbers, kind="stable")
            self._order[name] = order, np.searchsorted(numbers[order], np.arange(len(number_of) + 1))
        order, edges = self._order[name]
        number = number_of.get(value)
        return order[:0] if number is None else order[edges[number] : edges[number + 1]]

    def test(self, name: str, holds: Callable[[Any], bool]) -> Mask:
        """A question about a cell, asked once of each different one."""
        try:
            numbers, number_of = self._column(name)
        except TypeError:  # cells that are mappings
            return np.array([holds(cell) for cell in self.frame[name]], dtype=bool)
        return np.array([*map(holds, number_of), holds(None)], dtype=bool)[numbers]

    def days(self, name: str, unsaid: date) -> np.ndarray:
        """A column of days as numbers; `unsaid` stands for None."""
        if name not in self._days:
            self._days[name] = _ordinals(self.frame[name])
        days = self._days[name]
        return np.where(days == 0, unsaid.toordinal(), days)


def _ordinals(days: Iterable[date | None]) -> np.ndarray:
    """0: not said; the first day of the calendar is 1."""
    return np.array([day.toordinal() if day is not None else 0 for day in days], dtype=np.int64)
