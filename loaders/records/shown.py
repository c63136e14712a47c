"""What the overlay gives: entries with their values, each with its origin and its places in articles, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Evidence:
    """A place in an article: raw[start:end] == quote."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Value:
    """One value of one field. `evidence` are the places in articles that say the same, whoever asserts it."""

    value: Any
    origin: str  # person | machine
    evidence: tuple[Evidence, ...] = ()
    unverified: bool = False  # a person asserts it, no source confirmed it
    as_of: str | None = None  # a machine's status or count: the day its article was published


@dataclass(frozen=True)
class Entry:
    """One initiative, partner or centre as shown. Fields with one value are a Value or absent; fields with several
    (partners goals levels regions counts figures …) are tuples of Values, all of a person or all of the machine."""

    id: str  # of the register; a machine-only initiative has `<article>~<number>`
    names: dict[str, str]  # ky ru en; of a machine-only initiative the one language it was read in
    origin: str  # person | machine
    fields: dict[str, Value | tuple[Value, ...]]
    evidence: tuple[Evidence, ...]  # every place that names it
    record: dict[str, Any] = field(default_factory=dict)  # the person's record, empty for origin machine


@dataclass(frozen=True)
class Finding:
    """Something a maintainer should look at; pages word it from `kind`, `recorded` and `read`.

    disagreement: a record says `recorded`, an article says `read`; both stand
    addition: an article says `read`, which the record's list lacks
    articles-differ: two articles say different things (`read` is a tuple): a date or status no record has, a count of
    one day, the name of who holds an office of a partner, the day of an event
    record-conflict: a record's own `conflicts` (`recorded` is its text in ky ru en)
    missing-field: a record lacks a field a reader looks for
    unknown-name: an organisation the register lacks (`read` is its name)
    any other kind: a finding of an article itself, as written in data/extracted (`read` is what it says)
    """

    kind: str
    of: str | None = None  # initiatives | partners | centres | articles
    id: str | None = None  # of the record or article
    field: str | None = None
    recorded: Any = None
    read: Any = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Overlay:
    initiatives: dict[str, Entry]
    partners: dict[str, Entry]
    centres: dict[str, Entry]
    findings: tuple[Finding, ...]
