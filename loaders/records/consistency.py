"""Takes the entries of one file, gives what does not fit within each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .entries import Part, is_map, list_of, names_of, span
from .saying import Problem
from .schemas import RECORDS, field_at, properties
from .shape import nearest, titled


def entry_problems(parts: list[Part], group: str) -> Iterator[Problem]:
    """What is wrong within one entry, and between one entry of a vocabulary and the one before."""
    before: str | None = None
    for part in parts:
        id_ = str(part.data.get("id"))
        if group in RECORDS and id_ != part.path.stem:
            yield part.problem("id-not-file-name", "id", id=id_, file=part.path.name)
        yield from _times(part)
        yield from _field_names(part)
        names = {name.name for name in names_of(part)}
        for number, name in enumerate(list_of(part.data, "ambiguous")):
            if str(name) not in names:
                yield part.problem("ambiguous-not-a-name", "ambiguous", number, name=name)
        if group not in RECORDS:
            if before is not None and id_ < before:
                yield part.problem("not-sorted", "id", id=id_, before=before)
            before = id_


def _times(part: Part) -> Iterator[Problem]:
    for begin, end in (("start", "end"), ("valid_from", "valid_to")):
        first, last = (span(part.data.get(field)) for field in (begin, end))
        if first and last and first.after(last):
            yield part.problem("ends-before-start", end, begin=first.text, end=last.text)
    if part.data.get("region") and part.data.get("regions"):
        yield part.problem("region-and-regions", "regions")


def _field_names(part: Part) -> Iterator[Problem]:
    """`unverified`, `conflicts` and `rejected` name fields of the same record."""
    fields = properties(part.schema)
    lists = [("unverified", number, name) for number, name in enumerate(list_of(part.data, "unverified"))]
    for key in ("conflicts", "rejected"):
        for number, item in enumerate(list_of(part.data, key)):
            lists.append((key, number, item.get("field") if is_map(item) else None))
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
