"""Takes a date as written in EDTF (the part of ISO 8601-2 used here), gives the first and last day it can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from .saying import Told

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


MonthDay = tuple[int, int]


class NotADate(Told):
    """A text that is no date."""

    def __init__(self, kind: str, text: str, **words: Any):
        super().__init__(kind, text=text, **words)


@dataclass(frozen=True)
class Span:
    """The days a date may mean. An open interval has one end, a date without a year (XXXX) neither."""

    text: str
    earliest: date | None
    latest: date | None
    yearless: tuple[MonthDay, MonthDay] | None = None  # first and last month and day of a date without a year

    def consistent(self, other: Span) -> bool:
        """Whether some day can be both."""
        if not (self.yearless or other.yearless):
            return not (self.after(other) or other.after(self))
        (first, last), (begin, end) = self._month_days(), other._month_days()
        return first > last or begin > end or (first <= end and begin <= last)  # over New Year anything may be

    def _month_days(self) -> tuple[MonthDay, MonthDay]:
        if self.yearless:
            return self.yearless
        if self.earliest and self.latest and self.earliest.year == self.latest.year:
            return (self.earliest.month, self.earliest.day), (self.latest.month, self.latest.day)
        return (1, 1), (12, 31)

    def after(self, other: Span) -> bool:
        """Whether it certainly lies after the other."""
        return bool(self.earliest and other.latest and self.earliest > other.latest)


def parse(text: str) -> Span:
    """Reads `2024`, `2024-03`, `2025-03-26`, `XXXX-03-26`, `2019/2020`, `2021/..`; NotADate says what is wrong."""
    if "/" not in text:
        return _single(text)
    first, _, last = text.partition("/")
    if first == last == "..":
        raise NotADate("date-says-nothing", text)
    begin = _single(first) if first != ".." else None
    end = _single(last) if last != ".." else None
    if begin and end and begin.after(end):
        raise NotADate("date-backwards", text)
    if (begin and begin.yearless) or (end and end.yearless):
        if not (begin and begin.yearless and end and end.yearless):
            raise NotADate("date-half-year", text)
        return Span(text, None, None, (begin.yearless[0], end.yearless[1]))
    return Span(text, begin and begin.earliest, end and end.latest)


def _single(text: str) -> Span:
    match = _DATE.fullmatch(text)
    if not match or text == "XXXX":
        raise NotADate("date-no-form", text)
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if match[2] and not 1 <= month <= 12:
        raise NotADate("date-no-month", text, month=match[2])
    if year == "0000":
        raise NotADate("date-no-year", text)
    number = 2024 if year == "XXXX" else int(year)  # a leap year: 29 February is possible
    if match[3] and not 1 <= day <= monthrange(number, month)[1]:
        raise NotADate("date-no-day", text, day=match[3])
    if year == "XXXX":
        return Span(text, None, None, ((month, day or 1), (month, day or 31)))
    last_month = month or 12
    return Span(
        text,
        date(number, month or 1, day or 1),
        date(number, last_month, day or monthrange(number, last_month)[1]),
    )
