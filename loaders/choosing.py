"""Tables, a kind of thing and clauses (`goal:digital-skills;missing:start`) come in; out go the rows they mean."""

from dataclasses import replace

import pandas as pd

from loaders.filters import LISTS, Filters, read
from loaders.narrowing import apply
from loaders.tables import Tables

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
    if of not in KEYS:
        raise NoSuchList(of)
    whole, asked = tables, clauses(said)
    for filters in _together(tables, asked):
        tables = apply(replace(whole, initiatives=tables.initiatives, articles=tables.articles), filters)
    rows = getattr(tables, of)
    key = KEYS[of]
    for name, values in asked:
        if name == "about" and key:
            rows = rows[rows[key].isin(_about(tables, of, values))]
        elif name not in SHARED:
            rows = rows[pd.Series(_matches(tables, rows, key, name, values), index=rows.index, dtype=bool)]
    return rows.drop_duplicates(SAME[of]) if of in SAME else rows


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


def _about(tables: Tables, of: str, records: tuple[str, ...]) -> set[str]:
    """Articles that speak of a record, partners of an initiative, initiatives of a partner or a centre."""
    involved, plans = tables.involvement, tables.initiatives
    if of == "articles":
        return {row.article for record in records for row in tables.evidence_of.get(record, ())}
    if of == "partners":
        return set(involved[involved.initiative.isin(records)].partner)
    if of == "initiatives":
        return {*involved[involved.partner.isin(records)].initiative, *plans[plans.centre.isin(records)].initiative}
    raise NoSuchList(f"about:{','.join(records)}")


def _matches(tables: Tables, rows: pd.DataFrame, key: str | None, name: str, values: tuple[str, ...]) -> list[bool]:
    """id: one of these · silent: no article speaks of it · unsaid: nobody says its level (goal, region) ·
    missing, with: a column is empty, or is not · else: a column."""
    columns = {"id": key or "id", "silent": key, "unsaid": key, "missing": values[0], "with": values[0]}
    column = columns.get(name, name)
    if column not in rows.columns or (name == "unsaid" and not {*values} <= THEMES):
        raise NoSuchList(f"{name}:{','.join(values)}")
    told = {id_ for theme in values if name == "unsaid" for id_ in getattr(tables, f"{theme}s_of").initiative}
    tests = {
        "unsaid": lambda cell: cell not in told,
        "silent": lambda cell: cell not in tables.mentioned,
        "missing": empty,
        "with": lambda cell: not empty(cell),
    }
    return [tests.get(name, lambda cell: holds(cell, values))(cell) for cell in rows[column]]


def holds(cell: object, wanted: tuple[str, ...]) -> bool:
    return bool({*map(str, cell)} & {*wanted}) if isinstance(cell, tuple) else str(cell) in wanted


def empty(cell: object) -> bool:
    return cell is None or cell == () or cell == ""
