"""Rows of the tables come in; out go numbered notes: the sentences and sources behind them, each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from loaders.tables import Tables

SENTENCES, SOURCES = 3, 4  # for one statement


@dataclass(frozen=True)
class Note:
    """A sentence of an article, or an address a person entered something from."""

    article: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    source: str | None = None
    record: str | None = None  # what a person entered from that source


class Notes:
    """Numbers notes in the order they are first cited; the same sentence keeps its number."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.number: dict[Note, int] = {}

    def all(self) -> tuple[Note, ...]:
        return tuple(self.number)

    def cite(self, notes: Iterable[Note]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.number.setdefault(note, len(self.number) + 1) for note in notes))

    def of_row(self, row: Any, records: Iterable[str] = ()) -> tuple[int, ...]:
        """Its own sentence; else where a person read it."""
        if getattr(row, "quote", None):
            return self.cite([Note(row.article, row.start, row.end, row.quote)])
        return self.cite(note for record in records for note in self.sources(record))

    def of_finding(self, row: Any) -> tuple[int, ...]:
        """Both sides: every sentence, and the sources of the record they stand against."""
        told = [Note(*place) for place in dict.fromkeys(row.evidence)]
        return self.cite([*told, *(self.sources(row.record) if row.record else ())])

    def of_initiative(self, row: Any) -> tuple[int, ...]:
        """A sentence of each article that speaks of it, the newest first, and what a person entered it from."""
        published = self.tables.article_of
        first: dict[str, Note] = {}
        for one in self.tables.evidence_of(row.initiative):
            if one.kind in ("initiative", "status"):
                first.setdefault(one.article, Note(one.article, one.start, one.end, one.quote))
        newest = sorted(first, key=lambda article: (published[article].published or "", article), reverse=True)
        return self.cite([*(first[article] for article in newest[:SENTENCES]), *self.sources(row.initiative)])

    def sources(self, record: str) -> list[Note]:
        own = next((kind[record] for kind in self.tables.records.values() if record in kind), {})
        return [Note(source=source, record=record) for source in (own.get("sources") or ())[:SOURCES]]
