"""A kind of record comes in; out go the columns of its table: heading, titles, what may stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.records.schemas import RECORDS, Schema, of_items, properties, schema

LANGUAGES = ("ky", "ru", "en")
BETWEEN = ";"  # several values in one cell


@dataclass(frozen=True)
class Column:
    of: str  # the kind of record
    heading: str  # the field's name, names.ky for a part of it
    place: tuple[str, ...]
    form: str  # text | number | list | involvements
    titles: dict[str, str]
    helps: dict[str, str]
    refers: tuple[str, str | None] | None  # to which vocabulary, which sort of kind

    def value(self, cell: str) -> Any:
        parts = [part.strip() for part in cell.split(BETWEEN) if part.strip()]
        if self.form == "involvements":
            return [dict(zip(("id", "role"), map(str.strip, part.partition(":")[::2]), strict=True)) for part in parts]
        return parts if self.form == "list" else cell


def columns(of: str) -> list[Column]:
    """The fields that fit into a cell, in the schema's order; the others are written in the record itself."""
    found, kind = [], RECORDS[of]
    for name, part in properties(schema(kind)).items():
        if part.get("x-translated"):
            found += [_column(kind, (name, language), "text", part, language) for language in LANGUAGES]
        elif name == "partners":
            found.append(_column(kind, (name,), "involvements", part))
        elif part.get("type") == "array" and of_items(part).get("type") == "string" and name != "unverified":
            found.append(_column(kind, (name,), "list", part))
        elif part.get("type") in ("string", ["string", "integer"]):
            found.append(_column(kind, (name,), "text", part))
    return found


def column_title(of: str, heading: str, language: str) -> str:
    """What a reader calls a column; its heading where there is none such."""
    told = next((one.titles.get(language) for one in columns(of) if one.heading == heading), None) or heading
    return told[:1].upper() + told[1:]


def _column(kind: str, place: tuple[str, ...], form: str, part: Schema, language: str = "") -> Column:
    titles = {"en": part.get("title", place[0]), **part.get("x-title", {})}
    helps = {"en": part.get("description", ""), **part.get("x-description", {})}
    named = {key: f"{title} ({language})" if language else title for key, title in titles.items()}
    inner = of_items(part) if form == "list" else part
    refers = (inner["x-refers-to"], inner.get("x-of")) if "x-refers-to" in inner else None
    return Column(kind, ".".join(place), place, form, named, helps, refers)
