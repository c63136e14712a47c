"""A download comes in; out go its tables as plain rows: ids, names in its language, and nothing where nobody said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.exports import rows_of_records as records
from loaders.exports import rows_of_sayings as sayings
from loaders.exports.asking import Download
from loaders.exports.rows import Row
from loaders.exports.wording import Column, Layout, layouts

Cell = str | int | float | bool | date | tuple[str, ...] | None
ROWS: Mapping[str, Callable[[Download, Iterable[Any]], Iterator[Row]]] = {
    "initiatives": records.initiatives,
    "partners": records.partners,
    "involvement": sayings.involvement,
    "evidence": sayings.evidence,
    "sources": records.sources,
    "centres": records.centres,
    "counts": sayings.counts,
    "events": sayings.events,
    "figures": sayings.figures,
    "findings": sayings.findings,
}
FRAMES = {"sources": "articles"}  # table of a download → frame, where the names differ


@dataclass(frozen=True)
class Sheet:
    layout: Layout
    rows: tuple[tuple[Cell, ...], ...]


def count(one: Download, name: str) -> int:
    """The rows a sheet will have, without making them."""
    return len(getattr(one.tables, FRAMES.get(name, name)))


def sheet(one: Download, name: str) -> Sheet:
    layout = layouts(one.language)[name]
    found = ROWS[name](one, getattr(one.tables, FRAMES.get(name, name)).itertuples())
    return Sheet(layout, tuple(_cells(layout, row) for row in found))


def sheets(one: Download, names: Iterable[str] = ()) -> Mapping[str, Sheet]:
    return {name: sheet(one, name) for name in names or layouts(one.language)}


def _cells(layout: Layout, row: Row) -> tuple[Cell, ...]:
    expected = [column.name for column in layout.columns]
    if set(row) != set(expected):
        raise KeyError(f"{layout.name}: columns and rows differ in {sorted(set(row) ^ set(expected))}")
    return tuple(_cell(column, row[column.name]) for column in layout.columns)


def _cell(column: Column, value: Any) -> Cell:
    if value is None or value == "":
        return None
    if column.kind == "array":
        return tuple(str(one) for one in value) or None
    if column.kind == "boolean":
        return bool(value)
    return value if column.kind in ("number", "integer", "date") else str(value)
