"""Takes a date as written in EDTF (the part of ISO 8601-2 used here), gives the first and last day it can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Span:
    """The days a date may mean. Without a year (XXXX) both ends are None and `month_day` tells what is known;
    an open interval has one end."""

    text: str
    earliest: date | None
    latest: date | None
    month_day: tuple[int, int | None] | None = None  # of a date without a year

    def consistent(self, other: Span) -> bool:
        """Whether both can be true of one day."""
        if self.month_day or other.month_day:
            ours, theirs = (span.month_day or _only_month_day(span) for span in (self, other))
            if ours is None or theirs is None:
                return True
            return ours[0] == theirs[0] and (None in (ours[1], theirs[1]) or ours[1] == theirs[1])
        return not (self.after(other) or other.after(self))

    def after(self, other: Span) -> bool:
        """Whether it certainly lies after the other."""
        return bool(self.earliest and other.latest and self.earliest > other.latest)


def parse(text: str) -> Span:
    """Reads `2024`, `2024-03`, `2025-03-26`, `XXXX-03-26`, `2019/2020`, `2021/..`; ValueError says what is wrong."""
    if "/" not in text:
        return _single(text)
    first, _, last = text.partition("/")
    if first == last == "..":
        raise ValueError(f"{text} says nothing")
    begin = _single(first) if first != ".." else None
    end = _single(last) if last != ".." else None
    if begin and end and begin.after(end):
        raise ValueError(f"{text} ends before it begins")
    if begin and end and bool(begin.month_day) != bool(end.month_day):
        raise ValueError(f"{text} has a year at one end only")
    return Span(text, begin and begin.earliest, end and end.latest, begin and begin.month_day)


def _single(text: str) -> Span:
    match = _DATE.fullmatch(text)
    if not match or text == "XXXX":
        raise ValueError(f"{text} is not a date such as 2024, 2024-03, 2024-03-26, XXXX-03-26 or 2019/2020")
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"{text}: there is no month {match[2]}")
    if year == "0000":
        raise ValueError(f"{text}: there is no year 0000")
    number = 2024 if year == "XXXX" else int(year)  # a leap year: 29 February is possible
    if match[3] and not 1 <= day <= monthrange(number, month)[1]:
        raise ValueError(f"{text}: that month has no day {match[3]}")
    if year == "XXXX":
        return Span(text, None, None, (month, day or None))
    last_month = month or 12
    return Span(
        text,
        date(number, month or 1, day or 1),
        date(number, last_month, day or monthrange(number, last_month)[1]),
    )


def _only_month_day(span: Span) -> tuple[int, int | None] | None:
    """The month, and the day if it is one day, of a date that lies within one month."""
    first, last = span.earliest, span.latest
    if not first or not last or (first.year, first.month) != (last.year, last.month):
        return None
    return first.month, first.day if first == last else None
