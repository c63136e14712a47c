"""Nothing comes in; out go the parts of a briefing before any language: numbers with their lists, ids, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.briefing.notes import Note
from pages.parts.opening import Page


@dataclass(frozen=True)
class Number:
    """A count, and the list it is the length of."""

    value: int
    of: str
    where: str = ""


@dataclass(frozen=True)
class Bar:
    id: str | None
    number: Number


@dataclass(frozen=True)
class Lead:
    """Who stands in a role most often."""

    role: str
    partners: tuple[Bar, ...]


@dataclass(frozen=True)
class Event:
    row: Any
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Conflict:
    """Something that does not fit, with both sides: `row` of the findings; its sentences are among the notes."""

    row: Any
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One initiative of the table."""

    row: Any
    partners: Mapping[str, tuple[str, ...]]  # role → partners
    goals: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Briefing:
    made: date
    subject: tuple[str, str] | None  # one record: (kind, id); None: all that the filters leave
    numbers: Mapping[str, Number]
    by_status: tuple[Bar, ...]
    by_goal: tuple[Bar, ...]
    by_partner: tuple[Bar, ...]
    leads: tuple[Lead, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    silent: Mapping[str, tuple[str, ...]]  # goal, level, region → ids nothing is reported on
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    page: Page  # what it was counted on
