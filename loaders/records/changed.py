"""Takes a file's text before and after, gives what changed in it field by field, and a line that tells it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from .reading import parse

WHOLE = ""  # the field of a record that is new or gone


@dataclass(frozen=True)
class Author:
    name: str
    email: str


@dataclass(frozen=True)
class FieldChange:
    """One value of one record: `before` None: it was added; `after` None: it was taken out. Where a whole file is new
    or gone they are its text, and `record` is its name."""

    of: str  # partners, goals, … articles for what stands beside an article
    record: str
    field: str  # names.ky, partners.koica.role; empty: the whole record is new, or gone
    before: Any
    after: Any


@dataclass(frozen=True)
class FileChange:
    path: PurePosixPath  # from the project's folder
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Beside:
    """An article that came or went with a change: fingerprints of its bytes, None where there was no file."""

    path: PurePosixPath
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """What one person saved at once; `id` is empty where nothing differed. `aside`: why the journal keeps it though
    the project is in git: locked, uncommitted, refused."""

    id: str
    at: datetime
    author: Author
    why: str
    edits: tuple[FieldChange, ...]
    aside: str = field(default="", compare=False)


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=2048)
def field_changes(file: FileChange) -> tuple[FieldChange, ...]:
    path = file.path
    of = path.parts[2] if path.parts[:2] == ("data", "records") else "articles"
    in_vocabulary = path.parts[:2] == ("data", "vocabulary")
    if None in (file.before, file.after):
        of = path.stem if in_vocabulary else of
        return (FieldChange(of, path.stem, WHOLE, file.before, file.after),)
    old, new = _data(file.before), _data(file.after)
    if in_vocabulary:
        before, after = _by_id(old), _by_id(new)
        ids = sorted({*before, *after})
        return tuple(one for id_ in ids for one in _of_record(path.stem, id_, before.get(id_), after.get(id_)))
    return tuple(_of_record(of, path.stem, old, new))


def told(edits: Sequence[FieldChange]) -> str:
    """`koica: website https://… added`: one line, cut short where it would be long."""
    records = list(dict.fromkeys(one.record for one in edits))
    if len(records) > 1:
        more = len(records) - 2
        return ", ".join(records[:2]) + (f" and {more} more" if more > 0 else "")
    said = "; ".join(_told(one) for one in edits)
    line = f"{records[0]}: {said}" if records else "nothing"
    return line if len(line) <= 100 else f"{line[:99]}…"


def _told(one: FieldChange) -> str:
    before, after = (_short(value) for value in (one.before, one.after))
    if one.field == WHOLE:
        return "new" if one.before is None else "taken out"
    if one.before is None:
        return f"{one.field} {after} added"
    return f"{one.field} {before} taken out" if one.after is None else f"{one.field} {before} → {after}"


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_short(one) for one in value.values())
    return " ".join(str(value).split())


def _of_record(of: str, record: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if old is None or new is None:
        if old != new:
            yield FieldChange(of, record, WHOLE, old, new)
    else:
        yield from _differing(of, record, "", old, new)


def _differing(of: str, record: str, field: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if _code(old) == _code(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _differing(of, record, f"{field}.{key}".lstrip("."), old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _in_list(of, record, field, old, new)
    elif isinstance(old, list) and new is None:
        yield from _in_list(of, record, field, old, [])
    elif isinstance(new, list) and old is None:
        yield from _in_list(of, record, field, [], new)
    else:
        yield FieldChange(of, record, field, old, new)


def _in_list(of: str, record: str, field: str, old: list[Any], new: list[Any]) -> Iterator[FieldChange]:
    before, after = _ids(old), _ids(new)
    if before is not None and after is not None:
        for id_ in dict.fromkeys([*before, *after]):
            if id_ in before and id_ in after:
                yield from _differing(of, record, f"{field}.{id_}", before[id_], after[id_])
            else:
                yield FieldChange(of, record, field, before.get(id_), after.get(id_))
        return
    codes = SequenceMatcher(None, [_code(one) for one in old], [_code(one) for one in new], autojunk=False)
    for what, begin, end, start, stop in codes.get_opcodes():
        if what != "equal":
            yield from (FieldChange(of, record, field, one, None) for one in old[begin:end])
            yield from (FieldChange(of, record, field, None, one) for one in new[start:stop])


def _ids(items: list[Any]) -> dict[str, Any] | None:
    """The entries by id, where each has one of its own."""
    found = {one["id"]: one for one in items if isinstance(one, dict) and isinstance(one.get("id"), str)}
    return found if len(found) == len(items) else None


def _by_id(entries: Any) -> dict[str, Any]:
    found: Iterable[Any] = entries if isinstance(entries, list) else []
    return {str(one.get("id")): one for one in found if isinstance(one, dict)}


@lru_cache(maxsize=256)
def _data(text: str) -> Any:
    """A text that can't be read stands for itself."""
    found = parse(Path("record.yaml"), text.removeprefix("\ufeff").encode()).data
    return {} if found is None else found if isinstance(found, (dict, list)) else {"": text}


def _code(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
