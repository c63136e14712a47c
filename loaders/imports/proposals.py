"""A table's rows and the register come in; out go new records, differences from known ones, and what is refused."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.folding import bare, unify
from loaders.imports.columns import Column, columns
from loaders.imports.sheets import Refusal, Sheet
from loaders.records import Message, Register, say
from loaders.records.editing import new_record
from loaders.records.saying import Named
from loaders.records.schemas import RECORDS, field_at
from loaders.records.trying import new_problems
from loaders.review.ids import slug
from loaders.review.imported_values import holds

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True)
class Difference(Refusal):
    """A known record says otherwise; of a list, `values` are those it lacks."""

    of: str
    id: str
    field: str
    values: tuple[Any, ...]

    def entries(self) -> list[dict[str, Any]]:
        """For the review page, as the schema `imported` has them."""
        said = {"row": self.row, "of": self.of, "id": self.id, "field": self.field}
        return [said | {"value": one} for one in self.values]


@dataclass
class Proposals:
    new: dict[Path, str] = field(default_factory=dict)  # path from the project's folder → text of the record
    differences: list[Difference] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def propose(root: Path, register: Register, sheet: Sheet, of: str) -> Proposals:
    found = Proposals(refusals=list(sheet.refusals))
    listed, table = _headed(found, sheet, of)
    if not table and not found.refusals:
        _refuse(found, sheet, 1, 1, "no-rows")
    known = _by_name(getattr(register, of))
    spoiled = {one.row for one in sheet.refusals}
    rows: dict[Path, int] = {}
    for number, cells in table:
        if number in spoiled:
            continue  # said by its cell
        record = _record(listed, cells)
        ids = _known(record, getattr(register, of), known)
        if len(ids) > 1:
            _refuse(found, sheet, number, 1, "row-ambiguous", ids=sorted(ids))
        elif ids:
            _compare(found, sheet, number, listed, record, of, getattr(register, of)[ids.pop()])
        else:
            record["id"] = id_ = record.get("id") or _named(record)
            path = Path("data", "records", of, f"{id_}.yaml")
            if not _ID.fullmatch(id_):
                _refuse(found, sheet, number, 1, "row-no-id", id=id_)
            elif path in rows:
                _refuse(found, sheet, number, 1, "row-twice", id=id_, row=rows[path])
            else:
                rows[path] = number
                found.new[path] = new_record(RECORDS[of], record)
    _checked(found, root, sheet, rows, listed)
    return found


def _headed(found: Proposals, sheet: Sheet, of: str) -> tuple[dict[int, Column], list[tuple[int, list[str]]]]:
    """Which column each place holds, told by field name or by title in any language; the rows below the headings."""
    if not sheet.rows:
        return {}, []
    (number, heads), *table = sheet.rows
    names = {_folded(name): one for one in columns(of) for name in (*one.titles.values(), one.heading)}
    listed: dict[int, Column] = {}
    for place, head in enumerate(heads):
        column = names.get(_folded(head))
        if head and (column is None or column in listed.values()):
            _refuse(found, sheet, number, place + 1, "column-unknown", heading=head)
        elif column:
            listed[place] = column
    return listed, [(row, cells) for row, cells in table if not cells[0].startswith("#")]


def _record(listed: dict[int, Column], cells: list[str]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for place, column in listed.items():
        if place < len(cells) and cells[place]:
            inner = record
            for step in column.place[:-1]:
                inner = inner.setdefault(step, {})
            inner[column.place[-1]] = column.value(cells[place])
    return record


def _named(record: dict[str, Any]) -> str:
    """By the English name; letters of another script are no ground to guess by."""
    name = record.get("names", {}).get("en", "")
    return slug(name) if name.isascii() and name else ""


def _by_name(records: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for id_, record in records.items():
        former = [one["name"] for one in record.get("former_names", ())]
        for name in (*record["names"].values(), *record["also"], *former):
            found[_folded(name)].add(id_)
    return found


def _known(record: dict[str, Any], records: dict[str, Any], names: dict[str, set[str]]) -> set[str]:
    if record.get("id") in records:
        return {record["id"]}
    told = (*record.get("names", {}).values(), *record.get("also", ()))
    return set().union(*(names.get(_folded(name), set()) for name in told))


def _compare(found: Proposals, sheet: Sheet, row: int, listed: dict, record: dict, of: str, known: dict) -> None:
    for place, column in listed.items():
        told, recorded = record, known
        for step in column.place:
            told, recorded = (one.get(step) if isinstance(one, dict) else None for one in (told, recorded))
        new = tuple(one for one in (told if isinstance(told, list) else [told]) if one and not holds(recorded, one))
        if not new or column.heading == "id":
            continue
        words = {"id": known["id"], "field": field_at(column.of, column.place), "told": _shown(list(new))}
        kind = "row-adds" if isinstance(told, list) else "row-differs"
        message = say(kind, **words, recorded=_shown(recorded))
        found.differences.append(Difference(sheet.file, row, place + 1, message, of, known["id"], column.heading, new))


def _checked(found: Proposals, root: Path, sheet: Sheet, rows: dict[Path, int], listed: dict[int, Column]) -> None:
    """What check refuses is not proposed, nor what depends on it."""
    while found.new:
        texts = {path: text.encode() for path, text in found.new.items()}
        problems = new_problems(root, dict.fromkeys(texts), texts)
        for one in problems:
            if one.path in rows:
                column = _column(one.message, listed)
                found.refusals.append(Refusal(sheet.file, rows[one.path], column, one.message))
        if not problems:
            return
        for path in {one.path for one in problems}:
            found.new.pop(path, None)
        if not any(one.path in rows for one in problems):  # a record of the register would suffer: all of it waits
            found.refusals += [Refusal(sheet.file, 0, 0, one.message) for one in problems]
            found.new.clear()


def _column(message: Message, listed: dict[int, Column]) -> int:
    field_ = message.words.get("field")
    name = field_.id if isinstance(field_, Named) else ""
    return next((n + 1 for n, one in listed.items() if name and (one.heading == name or one.place[0] == name)), 0)


def _refuse(found: Proposals, sheet: Sheet, row: int, column: int, kind: str, **words: Any) -> None:
    found.refusals.append(Refusal(sheet.file, row, column, say(kind, **words)))


def _shown(value: Any) -> Any:
    if isinstance(value, list):
        return [":".join(map(str, one.values())) if isinstance(one, dict) else str(one) for one in value]
    return "–" if value is None else str(value)


def _folded(name: str) -> str:
    return " ".join(bare(unify(name)).strip("\"'# ").split())
