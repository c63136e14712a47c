"""Takes every record and vocabulary entry, gives what is wrong between them: ids, names, times, order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import edtf
from .reading import Document, Place
from .saying import Problem, say
from .schemas import RECORDS, Schema, entry_schema, of_items, properties, resolve
from .shape import nearest


@dataclass(frozen=True)
class Entry:
    """One record or vocabulary entry, and where it stands in its file."""

    path: Path
    document: Document
    group: str  # partners, goals, …
    schema: Schema
    place: Place
    data: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.data.get("id"))

    def problem(self, kind: str, *steps: str | int, **words: Any) -> Problem:
        return Problem(self.path, self.document.line((*self.place, *steps)), say(kind, **words))


Known = dict[str, dict[str, Entry]]  # group → id → entry


def reference_problems(entries: list[Entry]) -> Iterator[Problem]:
    known: Known = defaultdict(dict)
    for entry in entries:
        first = known[entry.group].setdefault(entry.id, entry)
        if first is not entry:
            yield entry.problem("id-twice", "id", id=entry.id, other=first.path.name)
    for entry in entries:
        if entry.group in RECORDS and entry.id != entry.path.stem:
            yield entry.problem("id-not-file-name", "id", id=entry.id, file=entry.path.name)
        yield from unknown_ids(entry.data, entry.schema, known, entry, ())
        yield from _times(entry)
        yield from _field_names(entry)
        yield from _ambiguous(entry)
    yield from _order(entries)
    yield from _shared_names(entries)


def unknown_ids(value: Any, part: Schema, known: Known, entry: Entry, place: Place) -> Iterator[Problem]:
    """Every id that points to nothing, or to a kind of something else."""
    part = resolve(part)
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from unknown_ids(item, of_items(part), known, entry, (*place, number))
    elif isinstance(value, dict):
        fields = properties(part)
        for key, item in value.items():
            yield from unknown_ids(item, fields.get(key, {}), known, entry, (*place, key))
    elif isinstance(value, str):
        refers = next((one["x-refers-to"] for one in [part, *part.get("anyOf", ())] if "x-refers-to" in one), None)
        if refers is None:
            return
        field = next(step for step in reversed(place) if isinstance(step, str))
        wanted = part.get("x-of")
        options = {id_ for id_, one in known[refers].items() if wanted in (None, one.data.get("of"))}
        if value not in options:
            kind = "unknown-id" if value not in known[refers] else "kind-of-other"
            words = {"field": field, "id": value, "group": refers, "of": wanted, "hint": nearest(value, options)}
            yield entry.problem(kind, *place, **words)


def _times(entry: Entry) -> Iterator[Problem]:
    for begin, end in (("start", "end"), ("valid_from", "valid_to")):
        first, last = (_span(entry.data.get(field)) for field in (begin, end))
        if first and last and first.after(last):
            yield entry.problem("ends-before-start", end, begin=first.text, end=last.text)
    if entry.data.get("region") and entry.data.get("regions"):
        yield entry.problem("region-and-regions", "regions")


def _span(value: Any) -> edtf.Span | None:
    try:
        return edtf.parse(str(value)) if value is not None else None
    except ValueError:
        return None  # said where the shape is checked


def _field_names(entry: Entry) -> Iterator[Problem]:
    """`unverified`, `conflicts` and `rejected` name fields of the same record."""
    fields = properties(entry.schema)
    lists = [("unverified", number, name) for number, name in enumerate(_list(entry.data, "unverified"))]
    for key in ("conflicts", "rejected"):
        for number, item in enumerate(_list(entry.data, key)):
            lists.append((key, number, item.get("field") if isinstance(item, dict) else None))
    for key, number, name in lists:
        if not isinstance(name, str) or (name == "all" and key == "unverified"):
            continue
        field, _, rest = name.partition(".")
        if field not in fields:
            yield entry.problem("no-such-field", key, number, list=key, name=name, hint=nearest(field, fields))
        elif rest and rest not in _parts(entry.data.get(field)):
            yield entry.problem("no-such-part", key, number, list=key, name=name, field=field, part=rest)


def _parts(value: Any) -> set[str]:
    """What may stand after the point in `names.ky`, `also.МЦР`, `partners.koica`."""
    if isinstance(value, dict):
        return set(value)
    items = value if isinstance(value, list) else []
    return {str(item.get("id")) if isinstance(item, dict) else str(item) for item in items}


def _ambiguous(entry: Entry) -> Iterator[Problem]:
    names = {name for name, _ in _names(entry)}
    for number, name in enumerate(_list(entry.data, "ambiguous")):
        if str(name) not in names:
            yield entry.problem("ambiguous-not-a-name", "ambiguous", number, name=name)


def _order(entries: list[Entry]) -> Iterator[Problem]:
    last: dict[Path, Entry] = {}
    for entry in entries:
        if entry.group not in RECORDS:
            before = last.get(entry.path)
            if before and entry.id < before.id:
                yield entry.problem("not-sorted", "id", id=entry.id, before=before.id)
            last[entry.path] = entry


def _shared_names(entries: list[Entry]) -> Iterator[Problem]:
    """A name two records of one kind have at the same time must be marked ambiguous in both."""
    bearers: dict[tuple[str, str], list[tuple[Entry, Place]]] = defaultdict(list)
    for entry in entries:
        if entry.group in RECORDS:
            for name, place in _names(entry):
                bearers[entry.group, _folded(name)].append((entry, place))
    for owners in bearers.values():
        for entry, place in owners:
            name = entry.data
            for step in place:
                name = name[step]
            if name in _list(entry.data, "ambiguous"):
                continue
            others = {one.id for one, _ in owners if one.id != entry.id and _at_the_same_time(one, entry)}
            if others:
                yield entry.problem("name-shared", *place, name=name, others=", ".join(sorted(others)))


def _names(entry: Entry) -> Iterator[tuple[str, Place]]:
    names = entry.data.get("names")
    for language, name in (names if isinstance(names, dict) else {}).items():
        yield str(name), ("names", language)
    for number, name in enumerate(_list(entry.data, "also")):
        yield str(name), ("also", number)
    for number, former in enumerate(_list(entry.data, "former_names")):
        if isinstance(former, dict) and "name" in former:
            yield str(former["name"]), ("former_names", number, "name")


def _folded(name: str) -> str:
    return " ".join(name.strip("«»“”\"' ").casefold().split())


def _at_the_same_time(one: Entry, other: Entry) -> bool:
    """Unless one life ended by the day the other began."""

    def ended(first: Entry, second: Entry) -> bool:
        end, begin = _span(first.data.get("valid_to")), _span(second.data.get("valid_from"))
        return bool(end and begin and end.latest and begin.earliest and end.latest <= begin.earliest)

    return not ended(one, other) and not ended(other, one)


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def entries_of(path: Path, document: Document, group: str, name: str) -> list[Entry]:
    """The records of one file: one, or one each of a vocabulary's list."""
    part, data = entry_schema(name), document.data
    listed = [((number,), item) for number, item in enumerate(data)] if isinstance(data, list) else [((), data)]
    return [Entry(path, document, group, part, place, item) for place, item in listed if isinstance(item, dict)]
