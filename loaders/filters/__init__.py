"""A query comes in; out go the filters it asks for, and what in it nobody knows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from loaders.records.edtf import parse
from loaders.records.past import today

LISTS = {  # name in the address → where its ids are defined
    "partner": "partners",
    "goal": "goals",
    "level": "levels",
    "region": "regions",
    "role": "roles",
    "status": "statuses",
}
REVIEWED = ("yes", "no")
Unknown = tuple[str, str]  # (name in the address, value nobody knows)


@dataclass(frozen=True)
class Filters:
    """Ids only, sorted, so that one choice is one value and one address."""

    partner: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    period: str = ""  # EDTF: 2023/2025, 2023/.., ../2025
    reviewed: str = ""  # yes: a person's record, no: only read by the machine
    as_of: str = ""  # a day, 2025-03-26: everything as it was known when that day ended

    def __bool__(self) -> bool:
        """Whether they leave anything out of the tables; which tables, `as_of` has said before."""
        return replace(self, as_of="") != Filters()

    def address(self) -> dict[str, str]:
        """The part of the query that says this; what is not chosen is not in it."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value if isinstance(value, str) else ",".join(value) for name, value in said.items() if value}

    def without(self, name: str, id_: str = "") -> "Filters":
        left = tuple(other for other in getattr(self, name) if other != id_) if name in LISTS else ""
        return replace(self, **{name: left})


def one_query(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """`partner=a&partner=b` means what `partner=a,b` means; of any other name said twice the last one counts."""
    query: dict[str, str] = {}
    for name, value in said:
        query[name] = f"{query[name]},{value}" if name in LISTS and name in query else value
    return query


def read(query: Mapping[str, str], names: Mapping[str, Collection[str]]) -> tuple[Filters, tuple[Unknown, ...]]:
    """What a query asks for, and what in it is no id of ours; `names` are the tables' names by kind."""
    chosen: dict[str, Any] = {}
    unknown: list[Unknown] = []
    for name, kind in LISTS.items():
        ids = {id_.strip() for id_ in query.get(name, "").split(",")} - {""}
        chosen[name] = tuple(sorted(ids & set(names[kind])))
        unknown += [(name, id_) for id_ in sorted(ids - set(names[kind]))]
    for name, good in (("period", is_period), ("reviewed", REVIEWED.__contains__), ("as_of", is_past_day)):
        if said := query.get(name, ""):
            chosen |= {name: said} if good(said) else {}
            unknown += [] if good(said) else [(name, said)]
    return Filters(**chosen), tuple(unknown)


def is_period(said: str) -> bool:
    """`2023/2025`, `2023/..`; not a single date, and not one without a year."""
    try:
        return "/" in said and not parse(said).yearless
    except ValueError:
        return False


def is_past_day(said: str) -> bool:
    """`2025-03-26`, until today: nobody knows what will be known tomorrow."""
    try:
        return date.fromisoformat(said).isoformat() == said and date.fromisoformat(said) <= today()
    except ValueError:
        return False


def day_of(query: Mapping[str, str]) -> date | None:
    """The day a query asks for; it decides which tables the filters are read against."""
    said = query.get("as_of", "")
    return date.fromisoformat(said) if is_past_day(said) else None
