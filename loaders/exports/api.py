"""Tables and a kind of thing come in; out go its rows as plain values: ids, names in three languages, evidence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from loaders.tables import Tables
from loaders.tables.columns import COLUMNS

RESOURCES = (
    "initiatives",
    "partners",
    "centres",
    "articles",
    "events",
    "figures",
    "findings",
    "evidence",
    "involvement",
)
PLACE = ("article", "start", "end", "quote")
# an article belongs to its publisher, its sentences are the evidence; an event has no id yet
UNSHARED = {"articles": {"text", "path"}, "events": {"event"}}
NAMED = {  # column → where its ids have names
    "initiative": "initiatives",
    "initiatives": "initiatives",
    "partner": "partners",
    "partners": "partners",
    "lead": "partners",
    "parent": "partners",
    "run_by": "partners",
    "succeeded_by": "partners",
    "centre": "centres",
    "region": "regions",
    "regions": "regions",
    "role": "roles",
    "status": "statuses",
}
THEMES = ("goals", "levels", "regions")


def fields(of: str) -> tuple[str, ...]:
    """What every row of a kind has, in this order; a field may come, none goes or changes its meaning."""
    own = [column for column in COLUMNS[of].split() if column not in UNSHARED.get(of, ())]
    if of in ("events", "figures", "evidence", "involvement"):
        return (*(column for column in own if column not in PLACE), "evidence")
    if of == "initiatives":
        return (*own, "partners", *THEMES, "evidence")
    return (*own, "evidence") if of in ("partners", "centres", "articles") else tuple(own)


def rows(tables: Tables, everything: Tables, of: str, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """`frame`: rows of the table of that kind; names and sentences are looked up in `everything`."""
    found = []
    for row in frame.itertuples():
        said = {
            column: _value(everything, column, getattr(row, column)) for column in fields(of) if hasattr(row, column)
        }
        if of == "initiatives":
            said |= _of_initiative(everything, row.initiative)
        found.append({column: said.get(column) for column in fields(of)} | {"evidence": _evidence(everything, of, row)})
    return found


def _value(tables: Tables, column: str, value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_value(tables, column, one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _value(tables, "", one) for name, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if value is None or (isinstance(value, float) and value != value):
        return None
    return named(tables, NAMED[column], value) if column in NAMED else value


def named(tables: Tables, kind: str, id_: str) -> dict[str, Any]:
    names = tables.names.get(kind, {}).get(id_, {})
    return {"id": id_, "names": {language: names.get(language) for language in ("ky", "ru", "en")}}


def _of_initiative(tables: Tables, id_: str) -> dict[str, Any]:
    involved = tables.index("involvement").rows(id_, "initiative")[["partner", "role"]].drop_duplicates()
    own = {name: sorted(set(tables.index(f"{name}_of").rows(id_, "initiative")[name[:-1]])) for name in THEMES}
    return {
        "partners": [
            {"partner": named(tables, "partners", partner), "role": named(tables, "roles", role)}
            for partner, role in sorted(involved.itertuples(index=False))
        ],
        **{name: [named(tables, name, one) for one in ids] for name, ids in own.items()},
    }


def _evidence(tables: Tables, of: str, row: Any) -> list[dict[str, Any]]:
    """Sentences, each with its place in the article as stored and the article's address."""
    if of in ("initiatives", "partners", "centres"):
        kinds = {of[:-1], "role", "status"}
        places = [tuple(getattr(one, part) for part in PLACE) for one in tables.evidence_of(row[1])
                  if one.kind in kinds]  # fmt: skip
    elif of == "findings":
        places = list(row.evidence)
    elif of == "articles":
        title = [
            one for one in tables.index("evidence").rows(row.article, "article").itertuples() if one.kind == "title"
        ]
        places = [tuple(getattr(one, part) for part in PLACE) for one in title]
    else:
        places = [tuple(getattr(row, part) for part in PLACE)] if row.quote else []
    urls = tables.article_of
    return [dict(zip(PLACE, place, strict=True)) | {"url": urls[place[0]].url if place[0] in urls else None}
            for place in dict.fromkeys(places)]  # fmt: skip
