"""Takes one file's data, gives its entries (what other files need to know of them) and what is wrong within each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from . import edtf
from .reading import Document, Place
from .saying import Problem, say
from .schemas import RECORDS, Schema, entry_schema, field_at, of_items, properties, resolve
from .shape import nearest, titled


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
    titles = {str(key): value for key, value in names.items() if isinstance(value, str)} if _is_map(names) else {}
    of = data["of"] if isinstance(data.get("of"), str) else None
    lived = tuple(None if _span(data.get(key)) is None else str(data[key]) for key in ("valid_from", "valid_to"))
    id_ = str(data.get("id"))
    found = tuple(_references(part, data, part.schema, part.place))
    bears = tuple(_names(part)) if group in RECORDS else ()
    return Entry(group, part.name, id_, part.line("id"), of, titles, lived, found, bears)


def entry_problems(parts: list[Part], group: str) -> Iterator[Problem]:
    """What is wrong within one entry, and between one entry of a vocabulary and the one before."""
    before: str | None = None
    for part in parts:
        id_ = str(part.data.get("id"))
        if group in RECORDS and id_ != part.path.stem:
            yield part.problem("id-not-file-name", "id", id=id_, file=part.path.name)
        yield from _times(part)
        yield from _field_names(part)
        names = {name.name for name in _names(part)}
        for number, name in enumerate(_list(part.data, "ambiguous")):
            if str(name) not in names:
                yield part.problem("ambiguous-not-a-name", "ambiguous", number, name=name)
        if group not in RECORDS:
            if before is not None and id_ < before:
                yield part.problem("not-sorted", "id", id=id_, before=before)
            before = id_


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


def _times(part: Part) -> Iterator[Problem]:
    for begin, end in (("start", "end"), ("valid_from", "valid_to")):
        first, last = (_span(part.data.get(field)) for field in (begin, end))
        if first and last and first.after(last):
            yield part.problem("ends-before-start", end, begin=first.text, end=last.text)
    if part.data.get("region") and part.data.get("regions"):
        yield part.problem("region-and-regions", "regions")


def _span(value: Any) -> edtf.Span | None:
    try:
        return edtf.parse(str(value)) if value is not None else None
    except edtf.NotADate:
        return None  # said where the shape is checked


def _field_names(part: Part) -> Iterator[Problem]:
    """`unverified`, `conflicts` and `rejected` name fields of the same record."""
    fields = properties(part.schema)
    lists = [("unverified", number, name) for number, name in enumerate(_list(part.data, "unverified"))]
    for key in ("conflicts", "rejected"):
        for number, item in enumerate(_list(part.data, key)):
            lists.append((key, number, item.get("field") if _is_map(item) else None))
    for key, number, name in lists:
        if not isinstance(name, str) or (name == "all" and key == "unverified"):
            continue
        field, _, rest = name.partition(".")
        words = {"list": field_at(part.name, (*part.place, key)), "name": name}
        if field not in fields:
            yield part.problem("no-such-field", key, number, **words, hint=nearest(field, titled(fields)))
        elif rest and rest not in _inside(part.data.get(field)):
            of = field_at(part.name, (*part.place, field))
            yield part.problem("no-such-part", key, number, **words, field=of, part=rest)


def _inside(value: Any) -> set[str]:
    """What may stand after the point in `names.ky`, `also.МЦР`, `partners.koica`."""
    if isinstance(value, dict):
        return set(value)
    return {str(item.get("id")) if isinstance(item, dict) else str(item) for item in value or ()}


def _names(part: Part) -> Iterator[Name]:
    ambiguous = _list(part.data, "ambiguous")

    def name(value: Any, *place: str | int) -> Name:
        name = str(value)
        folded = " ".join(name.strip("«»“”\"' ").casefold().split())
        return Name(part.line(*place), name, value in ambiguous, folded)

    names = part.data.get("names")
    for language, one in (names if _is_map(names) else {}).items():
        yield name(one, "names", language)
    for number, one in enumerate(_list(part.data, "also")):
        yield name(one, "also", number)
    for number, former in enumerate(_list(part.data, "former_names")):
        if _is_map(former) and "name" in former:
            yield name(former["name"], "former_names", number, "name")


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []
