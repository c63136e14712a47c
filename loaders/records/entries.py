"""Takes one file's data, gives its entries: what other files need to know of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from . import edtf
from .reading import Document, Place
from .saying import Problem, say
from .schemas import RECORDS, Schema, entry_schema, of_items, properties, resolve


class Reference(NamedTuple):
    """An id that points to another entry."""

    line: int
    place: tuple[str | int, ...]
    id: str
    group: str  # partners, goals, …
    of: str | None  # the sort of kind it must be


class Name(NamedTuple):
    line: int
    name: str
    ambiguous: bool
    folded: str


class Entry(NamedTuple):
    """One record, vocabulary entry or article as the others see it."""

    group: str
    schema: str
    id: str
    line: int
    of: str | None
    titles: dict[str, str]
    lived: tuple[Any, Any]
    references: tuple[Reference, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Part:
    """One entry's data, and where it stands in its file."""

    path: Path
    document: Document
    name: str  # of its schema
    schema: Schema
    place: Place
    data: dict[str, Any]

    def line(self, *steps: str | int) -> int:
        return self.document.line((*self.place, *steps))

    def problem(self, kind: str, *steps: str | int, **words: Any) -> Problem:
        return Problem(self.path, self.line(*steps), say(kind, **words))


def parts_of(path: Path, document: Document, name: str) -> list[Part]:
    """The records of one file: one, or one each of a vocabulary's list."""
    data = document.data
    listed = [((number,), item) for number, item in enumerate(data)] if isinstance(data, list) else [((), data)]
    part = entry_schema(name)
    return [Part(path, document, name, part, place, item) for place, item in listed if isinstance(item, dict)]


def entry_of(part: Part, group: str) -> Entry:
    data = part.data
    names = data.get("names")
    titles = {str(key): value for key, value in names.items() if isinstance(value, str)} if is_map(names) else {}
    of = data["of"] if isinstance(data.get("of"), str) else None
    lived = tuple(None if span(data.get(key)) is None else str(data[key]) for key in ("valid_from", "valid_to"))
    id_ = str(data.get("id"))
    found = tuple(_references(part, data, part.schema, part.place))
    bears = tuple(names_of(part)) if group in RECORDS else ()
    return Entry(group, part.name, id_, part.line("id"), of, titles, lived, found, bears)


def _references(part: Part, value: Any, schema: Schema, place: Place) -> Iterator[Reference]:
    schema = resolve(schema)
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _references(part, item, of_items(schema), (*place, number))
    elif isinstance(value, dict):
        fields = properties(schema)
        for key, item in value.items():
            yield from _references(part, item, fields.get(key, {}), (*place, key))
    elif isinstance(value, str):
        group = next((one["x-refers-to"] for one in [schema, *schema.get("anyOf", ())] if "x-refers-to" in one), None)
        if group is not None:
            yield Reference(part.document.line(place), place, value, group, schema.get("x-of"))


def span(value: Any) -> edtf.Span | None:
    try:
        return edtf.parse(str(value)) if value is not None else None
    except edtf.NotADate:
        return None  # said where the shape is checked


def names_of(part: Part) -> Iterator[Name]:
    ambiguous = list_of(part.data, "ambiguous")

    def name(value: Any, *place: str | int) -> Name:
        name = str(value)
        folded = " ".join(name.strip("«»“”\"' ").casefold().split())
        return Name(part.line(*place), name, value in ambiguous, folded)

    names = part.data.get("names")
    for language, one in (names if is_map(names) else {}).items():
        yield name(one, "names", language)
    for number, one in enumerate(list_of(part.data, "also")):
        yield name(one, "also", number)
    for number, former in enumerate(list_of(part.data, "former_names")):
        if is_map(former) and "name" in former:
            yield name(former["name"], "former_names", number, "name")


def is_map(value: Any) -> bool:
    return isinstance(value, dict)


def list_of(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []
