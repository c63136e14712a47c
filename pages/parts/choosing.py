"""Tables, a kind of thing and clauses (`goal:digital-skills;missing:start`) come in; out go the rows they mean."""

import pandas as pd

from loaders.tables import Tables
from pages.parts.filters import LISTS, Filters
from pages.parts.narrowing import apply

Where = tuple[tuple[str, tuple[str, ...]], ...]
KEYS = {  # what can be listed → the column that names it; None: every row is its own sentence
    "initiatives": "initiative",
    "articles": "article",
    "partners": "partner",
    "centres": "centre",
    "involvement": None,
    "events": None,
    "figures": None,
    "people": None,
    "findings": "finding",
    "counts": None,
    "evidence": None,
}


class NoSuchList(ValueError):
    """The address asks for a list or a clause that does not exist."""


def where(*clauses: str | None, **said: str | tuple[str, ...]) -> str:
    """`where(goal="digital-skills", missing="start")` → what stands in the address."""
    pairs = ((name, (value,) if isinstance(value, str) else value) for name, value in said.items())
    return ";".join([*filter(None, clauses), *(f"{name.rstrip('_')}:{','.join(values)}" for name, values in pairs)])


def clauses(said: str) -> Where:
    """Each clause narrows what the one before left; the values of one clause are alternatives."""
    found = []
    for clause in filter(None, said.split(";")):
        name, colon, values = clause.partition(":")
        if not colon:
            raise NoSuchList(clause)
        found.append((name, tuple(values.split(","))))
    return tuple(found)


def choose(tables: Tables, of: str, said: str) -> pd.DataFrame:
    """The rows behind a number; the number is their count (of distinct ids, where they have one)."""
    if of not in KEYS:
        raise NoSuchList(of)
    asked = clauses(said)
    for name, values in asked:
        if name in LISTS:
            tables = apply(tables, Filters(**{name: values}))
        elif name in ("period", "reviewed"):
            tables = apply(tables, Filters(**{name: values[0]}))
    rows = getattr(tables, of)
    for name, values in asked:
        if name == "id" and KEYS[of]:
            rows = rows[rows[KEYS[of]].isin(values)]
        elif name == "missing" and set(values) <= set(rows.columns):
            rows = rows[[all(empty(row[value]) for value in values) for _, row in rows.iterrows()]]
        elif name == "with" and values[0] in rows.columns:
            rows = rows[[not empty(value) for value in rows[values[0]]]]
        elif name not in (*LISTS, "period", "reviewed") or (of == "involvement" and name == "status"):
            if name not in rows.columns:
                raise NoSuchList(f"{name}:{','.join(values)}")
            rows = rows[rows[name].map(lambda cell, wanted=values: holds(cell, wanted))]
    return rows


def holds(cell: object, wanted: tuple[str, ...]) -> bool:
    return bool({*map(str, cell)} & {*wanted}) if isinstance(cell, tuple) else str(cell) in wanted


def empty(cell: object) -> bool:
    return cell is None or cell == () or cell == ""
