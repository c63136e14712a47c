"""A language comes in; out go the columns, names and cover words of a download in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.records.schemas import Schema, properties, resolve, schema

LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True)
class Column:
    """`kind`: string, number, integer, boolean, date, edtf or array (several values in one cell)."""

    name: str
    title: str
    description: str
    kind: str


@dataclass(frozen=True)
class Layout:
    """A table of a download: `key` names each row, where one column does."""

    name: str
    title: str
    description: str
    key: str | None
    columns: tuple[Column, ...]


@cache
def layouts(language: str) -> Mapping[str, Layout]:
    """The tables in the order of a download; data/schema/tables.yaml names them."""
    return {
        name: Layout(
            name,
            titled(part, language),
            part["description"],
            part.get("x-key"),
            tuple(_column(field, resolve(one), language) for field, one in properties(part["items"]).items()),
        )
        for name, part in schema("tables")["properties"].items()
    }


def _column(name: str, part: Schema, language: str) -> Column:
    kind = part.get("format", part["type"])
    return Column(name, titled(part, language), part["description"], kind)


def titled(part: Schema, language: str) -> str:
    return part.get("x-title", {}).get(language, part["title"])


@dataclass(frozen=True)
class Wording:
    """Names and sentences in the reader's language; in another that has one where this has none."""

    language: str
    known: Mapping[str, Mapping[str, Mapping[str, str]]]  # kind → id → language → name

    def name(self, kind: str, id_: str | None) -> str:
        return self.said(self.known.get(kind, {}).get(id_ or "")) or id_ or ""

    def names(self, kind: str, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.name(kind, id_) for id_ in ids)

    def said(self, text: Mapping[str, str] | str | None) -> str:
        if isinstance(text, Mapping):
            return next((text[one] for one in (self.language, *LANGUAGES) if text.get(one)), "")
        return text or ""

    def cover(self, word: str, **values: Any) -> str:
        return word_of("cover", word, self.language, **values)


def word_of(group: str, word: str, language: str, **values: Any) -> str:
    text = titled(schema("tables")["$defs"][group]["properties"][word], language)
    return text.format(**values) if values else text
