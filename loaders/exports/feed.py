"""Tables and changes of records come in; out go the entries of a feed: permanent ids, dates that somebody knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from urllib.parse import quote

from loaders.records.changed import Change
from loaders.tables import Tables

AUTHORITY = "tag:bilim-monitor,2026:"  # RFC 4151; no host, so that a move of the server changes no id
MOST, BULK = 100, 20  # entries; records changed at once, above which it is no news but an import
LOCAL = timezone(timedelta(hours=6))  # a day of an article is a day in Bishkek
SAID = ("date-conflict", "number-conflict", "name-conflict", "disagreement", "articles-differ")
UNSHOWN = {"also", "not"}  # serve to find names in articles, assert nothing


@dataclass(frozen=True)
class Entry:
    """Something new; `rows` are of the table its kind names (article, event, contradiction), or field changes."""

    id: str
    at: datetime
    kind: str  # article | event | contradiction | change
    rows: tuple[Any, ...]


def entries(tables: Tables, changed: Iterable[Change], today: date) -> list[Entry]:
    """The newest first. What has no date, and what is dated ahead, is in no feed."""
    found = [*_articles(tables), *_events(tables), *_contradictions(tables), *_changes(tables, changed)]
    last = datetime.combine(today + timedelta(days=1), time(), LOCAL)
    known = sorted((one for one in _together(found) if one.at < last), key=lambda one: one.id)
    return sorted(known, key=lambda one: one.at, reverse=True)[:MOST]


def _together(found: Iterable[Entry]) -> list[Entry]:
    """What says the same of the same day is one entry, whatever else is in the feed."""
    own: dict[str, Entry] = {}
    for one in found:
        first = own.get(one.id)
        own[one.id] = one if first is None else Entry(one.id, max(first.at, one.at), one.kind, first.rows + one.rows)
    return list(own.values())


def _day(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), LOCAL) if day else None


def _entry(kind: str, name: str, at: datetime | None, row: Any) -> list[Entry]:
    return [Entry(f"{AUTHORITY}{kind}/{quote(name, safe='/+~')}", at, kind, (row,))] if at else []


def _articles(tables: Tables) -> Sequence[Entry]:
    return [
        one for row in tables.articles.itertuples() for one in _entry("article", row.article, _day(row.earliest), row)
    ]


def _events(tables: Tables) -> Sequence[Entry]:
    """An article's event is news when the article is; a milestone of the register on its own day."""
    found = []
    for row in tables.events.itertuples():
        own = tables.article_of.get(row.article) if row.article else None
        at = _day(own.earliest if own else row.earliest)
        about = row.article or "+".join(sorted(row.initiatives))
        found += _entry("event", f"{about}/{row.kind}/{row.date or 'undated'}", at, row)
    return found


def _contradictions(tables: Tables) -> Sequence[Entry]:
    """Found when the last of its articles came out."""
    found = []
    for row in tables.findings[tables.findings.kind.isin(SAID)].itertuples():
        articles = sorted({place[0] for place in row.evidence} | ({row.article} - {None}))
        days = [own.earliest for article in articles if (own := tables.article_of.get(article)) and own.earliest]
        about = "/".join(filter(None, (row.kind, row.record, row.field, *articles)))
        found += _entry("contradiction", about, _day(max(days, default=None)), row)
    return found


def _changes(tables: Tables, changed: Iterable[Change]) -> Sequence[Entry]:
    """A saved change of a record that is among these."""
    shown = {kind: set(getattr(tables, kind)[kind[:-1]]) for kind in ("initiatives", "partners", "centres")}
    return [
        Entry(f"{AUTHORITY}change/{one.id}/{edit.of}/{edit.record}", one.at.astimezone(UTC), "change", (edit,))
        for one in changed
        if len({(edit.of, edit.record) for edit in one.edits}) <= BULK
        for edit in one.edits
        if edit.record in shown.get(edit.of, ()) and edit.field.partition(".")[0] not in UNSHOWN
    ]
