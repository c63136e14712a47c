"""Takes a record's text and a new value for one field, gives the text with as few lines changed as can say it."""

from __future__ import annotations

import json
from bisect import bisect
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from .files import modeline
from .reading import Place, YamlError, parse
from .saying import Told
from .schemas import RECORDS, Schema, entry_schema, of_items, properties, schema
from .spelling import fields
from .splicing import add, drop, put, rewrite

Field = tuple[str | int, ...]


def with_value(text: str, kind: str, field: Field, value: Any) -> str:
    """The text with one value set, added (a list's next number) or, for None, taken out with what that empties.

    Comments and all other lines stay as they are, byte for byte. The empty field is the whole record; the first step
    into a vocabulary may be an entry's id."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text, top = text.removeprefix(mark), schema(kind)
    before, value = _data(text), _said(value)
    place = _numbered(before, field)
    fresh = isinstance(before, list) and len(field) == 1 and value is not None and not _holds(before, field[0])
    after = [*before[: place[0]], value, *before[place[0] :]] if fresh else _with(before, place, value)
    if _same(after, before):
        return mark + text
    changed = add(text, (), place[0], value, top) if fresh else _edited(text, before, place, value, top)
    if _says(changed, after):
        return mark + changed
    at = place[: 2 if isinstance(before, list) else 1]
    if value is not None and not fresh:  # a layout too odd for the smallest edit: the field is written anew
        changed = rewrite(text, at, _at(after, at), _part(top, at))
        if _says(changed, after):
            return mark + changed
    raise Told("set-by-hand", field=".".join(map(str, field)))


def new_record(kind: str, record: dict[str, Any]) -> str:
    """The canonical text of a record that has no file yet."""
    folder = next((name for name, of in RECORDS.items() if of == kind), None)
    head = [modeline(Path("data", "records", folder, f"{record['id']}.yaml"))] if folder else []
    return "\n".join([*head, *fields(_said(record), entry_schema(kind)), ""])


def _edited(text: str, data: Any, place: Place, value: Any, top: Schema) -> str:
    if data is None:
        return text + "\n".join([*fields(_nested(place, value), top), ""])
    if value is None:
        while len(place) > 1 and len(_at(data, place[:-1])) < 2:
            place = place[:-1]
        return drop(text, place)
    for depth, step in enumerate(place):
        here = _at(data, place[:depth])
        if not isinstance(here, (dict, list)):
            return put(text, place[:depth], _nested(place[depth:], value), _part(top, place[:depth]))
        if step not in here if isinstance(here, dict) else step == len(here):
            within = _nested(place[depth + 1 :], value)
            return add(text, place[:depth], step, within, _part(top, place[:depth]))
    return _become(text, place, _at(data, place), value, _part(top, place))


def _become(text: str, place: Place, old: Any, new: Any, part: Schema) -> str:
    """Only what differs between the two values is written."""
    if _same(old, new):
        return text
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        for key in new:
            if key not in old:
                text = add(text, place, key, new[key], part)
            else:
                text = _become(text, (*place, key), old[key], new[key], properties(part).get(key, {}))
        for key in old:
            text = text if key in new else drop(text, (*place, key))
        return text
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return _become_list(text, place, old, new, part)
    return put(text, place, new, part)


def _become_list(text: str, place: Place, old: list[Any], new: list[Any], part: Schema) -> str:
    codes = SequenceMatcher(None, [_code(one) for one in old], [_code(one) for one in new], autojunk=False)
    for what, begin, end, start, stop in reversed(codes.get_opcodes()):
        if what == "equal":
            continue
        both = min(end - begin, stop - start)
        for number in range(start + both, stop):
            text = add(text, place, begin + number - start, new[number], part)
        for number in reversed(range(begin + both, end)):
            text = drop(text, (*place, number))
        for number in range(both):
            text = _become(text, (*place, begin + number), old[begin + number], new[start + number], of_items(part))
    return text


def _says(text: str, wanted: Any) -> bool:
    try:
        return _same(_data(text) or {}, wanted)
    except YamlError:
        return False


def _data(text: str) -> Any:
    document = parse(Path("record.yaml"), text.encode())
    for problem in document.problems:
        if problem.message.kind != "misread":
            raise YamlError(problem.path, problem.line, str(problem.message))
    return document.data


def _numbered(data: Any, field: Field) -> Place:
    """An entry of a vocabulary by its number."""
    if not (isinstance(data, list) and field and isinstance(field[0], str)):
        return field
    ids = [entry.get("id") for entry in data]
    return (ids.index(field[0]) if field[0] in ids else bisect(ids, field[0])), *field[1:]


def _holds(data: list[Any], step: str | int) -> bool:
    return isinstance(step, int) or any(entry.get("id") == step for entry in data)


def _with(data: Any, place: Place, value: Any) -> Any:
    """The data with the value set: what the edited text must say."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, str):
        data = dict(data) if isinstance(data, dict) else {}
        inner = _with(data.get(step), rest, value)
        return (data | {step: inner}) if _kept(inner, value) else {key: one for key, one in data.items() if key != step}
    data = list(data) if isinstance(data, list) else []
    if step > len(data):
        raise IndexError(f"there are {len(data)} entries; the next one is number {len(data)}, not {step}")
    inner = _with(data[step] if step < len(data) else None, rest, value)
    return [*data[:step], *([inner] if _kept(inner, value) else []), *data[step + 1 :]]


def _kept(inner: Any, value: Any) -> bool:
    return inner is not None and (value is not None or inner not in ({}, []))


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def _part(part: Schema, place: Place) -> Schema:
    for step in place:
        part = of_items(part) if isinstance(step, int) else properties(part).get(step, {})
    return part


def _nested(steps: Place, value: Any) -> Any:
    for step in reversed(steps):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _said(value: Any) -> Any:
    """Without the fields that say nothing."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items() if one is not None}
    return [_said(one) for one in value if one is not None] if isinstance(value, (list, tuple)) else value


def _code(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _same(one: Any, other: Any) -> bool:
    return _code(one) == _code(other)
