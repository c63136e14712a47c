"""Takes a kind of file, gives its schema: what it may hold, in which order, and what a field left out means."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

from .reading import read_yaml
from .saying import Named

Schema = dict[str, Any]
SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schema"

# Folder or file below data/ → schema.
RECORDS = {"partners": "partner", "initiatives": "initiative", "centres": "centre"}
VOCABULARY = {
    "goals": "goal",
    "levels": "level",
    "regions": "region",
    "roles": "role",
    "statuses": "status",
    "kinds": "kind",
    "settled": "settled",
}


@cache
def schema(name: str) -> Schema:
    """The whole schema with its references written out, so that nobody follows one twice."""
    return _written_out(_file(f"{name}.yaml"))


@cache
def _file(name: str) -> Any:
    return read_yaml(SCHEMAS / name)


def _written_out(part: Any, within: tuple[str, ...] = ()) -> Any:
    """A part that holds itself (an amount of money in local currency) keeps its reference."""
    if isinstance(part, list):
        return [_written_out(one, within) for one in part]
    if not isinstance(part, dict) or part.get("$ref") in within:
        return part
    within = (*within, part["$ref"]) if "$ref" in part else within
    return {key: _written_out(one, within) for key, one in resolve(part).items()}


def resolve(part: Schema) -> Schema:
    """A part of a schema with its reference followed; what stands beside `$ref` is kept."""
    if "$ref" not in part:
        return part
    file, _, path = part["$ref"].partition("#/")
    target: Any = _file(file)
    for step in path.split("/"):
        target = target[step]
    return {**resolve(target), **{key: value for key, value in part.items() if key != "$ref"}}


def of_items(part: Schema) -> Schema:
    return resolve(resolve(part).get("items", {}))


def properties(part: Schema) -> dict[str, Schema]:
    """The fields an object may have, in the order they are written."""
    part = resolve(part)
    for choice in part.get("anyOf", ()):
        if found := properties(choice):
            return found
    return part.get("properties", {})


def field_at(name: str, place: Sequence[str | int]) -> Named:
    """A field by its place in a file, with the title a reader knows it by."""
    steps = [step for step in place if isinstance(step, str)]
    if not steps:
        return Named("")
    titles, part = {}, schema(name)
    for step in place:
        part = of_items(part) if isinstance(step, int) else properties(part).get(step, {})
        titles = part.get("x-title", titles)
    return Named(".".join(steps), titles)


def entry_schema(name: str) -> Schema:
    """The schema of one record: of the file, or of one entry where the file is a list of them."""
    top = schema(name)
    return top["items"] if top["type"] == "array" else top


@cache
def _defaults(name: str) -> tuple[tuple[str, Any], ...]:
    return tuple((key, part["default"]) for key, part in properties(entry_schema(name)).items() if "default" in part)


def filled(record: dict[str, Any], name: str) -> dict[str, Any]:
    """The record with every field left out set to what leaving it out means."""
    return record | {key: copy(value) for key, value in _defaults(name) if key not in record}


def dates_as_text(value: Any, part: Schema) -> Any:
    """`start: 2024` and `start: '2024'` are the same date."""
    if isinstance(value, list):
        items = of_items(part)
        return [dates_as_text(item, items) for item in value]
    if isinstance(value, dict):
        fields = properties(part)
        return {key: dates_as_text(item, fields.get(key, {})) for key, item in value.items()}
    return str(value) if type(value) is int and _is_date(part) else value


def _is_date(part: Schema) -> bool:
    part = resolve(part)
    return part.get("format") == "edtf" or any(_is_date(choice) for choice in part.get("anyOf", ()))


def ordered(value: Any, part: Schema) -> Any:
    """The same data with the fields in the schema's order; fields the schema lacks come last."""
    if isinstance(value, list):
        return [ordered(item, of_items(part)) for item in value]
    if not isinstance(value, dict):
        return value
    fields = properties(part)
    keys = [key for key in fields if key in value] + [key for key in value if key not in fields]
    return {key: ordered(value[key], fields.get(key, {})) for key in keys}
