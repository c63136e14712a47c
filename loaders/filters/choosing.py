"""Tables, a kind of thing and clauses (`goal:digital-skills;missing:start`) come in; out go the rows they mean."""

from functools import partial

import numpy as np
import pandas as pd

from loaders.filters import LISTS, Filters, read
from loaders.filters.narrowing import apply
from loaders.tables import Tables
from loaders.tables.indexing import Index
from loaders.tables.keeping import kept
from loaders.tables.numbering import Mask

SHARED = {*LISTS, "period", "reviewed"}  # clauses that mean what the filter of that name means
THEMES = {"goal", "level", "region"}
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


SAME = {"involvement": ["partner", "initiative", "role"]}  # several sayings of one thing are listed once


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
    return chosen(tables, of, said).frame


def chosen(tables: Tables, of: str, said: str) -> Index:
    """The same rows as numbers, for those who only count them."""
    if of not in KEYS:
        raise NoSuchList(of)
    whole, asked = tables, clauses(said)
    for number, filters in enumerate(_together(tables, asked)):
        left = {name: tables.index(name) for name in ("initiatives", "articles")}
        tables = apply(whole.with_indexes(left) if number else whole, filters)
    own = tables.index(of)
    says = [_says(tables, own, of, name, values) for name, values in asked if name not in SHARED]
    if says:
        mask = np.logical_and.reduce(says)
        own = own.cut(lambda: mask)
    return own.cut(partial(own.once, SAME[of])) if of in SAME else own


def _together(tables: Tables, asked: Where) -> list[Filters]:
    """Clauses that mean what the filters of their names mean; a name said again (both of two partners) begins anew."""
    queries: list[dict[str, str]] = [{}]
    for name, values in asked:
        if name in SHARED:
            if name in queries[-1]:
                queries.append({})
            queries[-1][name] = ",".join(values)
    found = []
    for query in filter(None, queries):
        filters, unknown = read(query, tables.names)
        if unknown:
            raise NoSuchList(f"{unknown[0][0]}:{unknown[0][1]}")
        found.append(filters)
    return found


@kept
def number_of(tables: Tables, of: str, said: str = "") -> int:
    """How many rows there are behind a number."""
    return len(chosen(tables, of, said))


def _about(tables: Tables, of: str, records: tuple[str, ...]) -> set[str]:
    """Articles that speak of a record, partners of an initiative, initiatives of a partner or a centre."""
    involved, plans = tables.index("involvement"), tables.index("initiatives")
    found: set[str] = set()
    for record in records:
        if of == "articles":
            found |= set(tables.index("evidence").of(record, "id", "initiative").found("article"))
        elif of == "partners":
            found |= set(involved.of(record, "initiative").found("partner"))
        elif of == "initiatives":
            found |= set(involved.of(record, "partner").found("initiative"))
            found |= set(plans.of(record, "centre").found("initiative"))
        else:
            raise NoSuchList(f"about:{','.join(records)}")
    return found


def _says(tables: Tables, own: Index, of: str, name: str, values: tuple[str, ...]) -> Mask:
    """about: what speaks of a record or takes part in it · id: one of these · silent: no article speaks of it ·
    unsaid: nobody says its level (goal, region) · missing, with: a column is empty, or is not · else: a column."""
    key = KEYS[of]
    if name == "about" and key:
        return own.isin(key, _about(tables, of, values))
    columns = {"id": key or "id", "silent": key, "unsaid": key, "missing": values[0], "with": values[0]}
    column = columns.get(name, name)
    if column not in own.frame.columns or (name == "unsaid" and not {*values} <= THEMES):
        raise NoSuchList(f"{name}:{','.join(values)}")
    if name == "unsaid":
        return ~own.isin(column, {id_ for theme in values for id_ in getattr(tables, f"{theme}s_of").initiative})
    if name == "silent":
        return ~own.isin(column, tables.mentioned)
    tests = {"missing": empty, "with": lambda cell: not empty(cell)}
    return own.test(column, tests.get(name, lambda cell: holds(cell, values)))


def holds(cell: object, wanted: tuple[str, ...]) -> bool:
    return bool({*map(str, cell)} & {*wanted}) if isinstance(cell, tuple) else str(cell) in wanted


def empty(cell: object) -> bool:
    return cell is None or cell == () or cell == ""
