"""The first and last possible days of an initiative come in; out go the pieces of its bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

OPEN = ".."  # EDTF: somebody says that there is no end yet
GUESS = 2.0  # years an unknown start fades in before a known end


@dataclass(frozen=True)
class Piece:
    """Fractions of years; kind: certain | possible | fading-out | fading-in | open."""

    start: float
    end: float
    kind: str


def fraction(day: date) -> float:
    """2024-07-01 → 2024.497…; a year is as long as it is."""
    first, length = date(day.year, 1, 1), 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
    return day.year + (day - first).days / length


def after(day: date) -> float:
    """The end of a day is the beginning of the next."""
    return fraction(day + timedelta(days=1))


def pieces(row: Any, today: date) -> tuple[Piece, ...]:
    """`2024` as a start is possible through all of 2024 and certain from 2025 on; an end nobody tells fades out."""
    begins = (fraction(row.start_earliest), after(row.start_latest)) if row.start_earliest else None
    ends = (fraction(row.end_earliest), after(row.end_latest)) if row.end_latest else None
    if begins and ends:
        if ends[0] <= begins[1]:  # both within one span: it lies somewhere in here
            exact = _sure(begins) == _sure(ends) == "certain"
            return tuple(_kept([Piece(begins[0], ends[1], "certain" if exact else "possible")]))
        return tuple(_kept([Piece(*begins, _sure(begins)), Piece(begins[1], ends[0], "certain"),
                            Piece(*ends, _sure(ends))]))  # fmt: skip
    if begins:
        until = max(after(today), begins[1] + 1)
        last = "open" if row.end == OPEN else "fading-out"
        return tuple(_kept([Piece(*begins, _sure(begins)), Piece(begins[1], until, last)]))
    if ends:
        return tuple(_kept([Piece(ends[0] - GUESS, ends[0], "fading-in"), Piece(*ends, _sure(ends))]))
    return ()


def _sure(span: tuple[float, float]) -> str:
    """A day is certain; a month or a year is a span in which it lies."""
    return "certain" if span[1] - span[0] < 0.005 else "possible"


def _kept(found: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in found if piece.end > piece.start]
