"""A download comes in; out go the initiatives that say all IATI asks for, and why the others do not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.exports import BISHKEK
from loaders.exports.asking import Download
from loaders.records.edtf import parse

ACCOUNTABLE = "2"


@dataclass(frozen=True)
class Activity:
    """An initiative with everything IATI makes mandatory; `partners`: (id, role code), each once."""

    row: Any
    status: str
    dates: tuple[tuple[str, date], ...]
    partners: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]  # (role, id): roles IATI has no code for; mere mentions are none


def sorted_out(one: Download) -> tuple[list[Activity], list[tuple[str, str]]]:
    """What can be told, and (initiative, reason) of what can't: nothing IATI asks for is made up."""
    told, left = [], []
    today = one.at.astimezone(BISHKEK).date()
    said = one.tables.involvement[~one.tables.involvement.doubted]
    roles = {id_: rows for id_, rows in said.groupby("initiative", sort=False)}
    for row in one.tables.initiatives.itertuples():
        status, start = _status(one, row, today), _day(row, "start")
        parts = list(roles[row.initiative].itertuples()) if row.initiative in roles else []
        partners = _partners(one, row, parts)
        missing = {"no-start": start is None, "no-status": status is None, "no-partner": not partners}
        if reason := next((name for name, lacks in missing.items() if lacks), None):
            left.append((row.initiative, reason))
        else:
            dates, given = tuple(_dates(row, str(status), today)), {id_ for id_, _code in partners}
            rest = (part for part in parts if part.partner not in given and part.role != "mentioned")
            others = dict.fromkeys((part.role, part.partner) for part in rest)
            told.append(Activity(row, str(status), dates, partners, tuple(others)))
    return told, left


def _status(one: Download, row: Any, today: date) -> str | None:
    """What is said; else what the dates leave no doubt about: not begun, over, or between a known start and end."""
    code = one.everything.vocabulary["statuses"].get(row.status or "", {}).get("iati")
    if code or row.status:
        return code
    start, end = _sure(row, "start"), _sure(row, "end")
    if start and start.earliest and start.earliest > today:
        return "1"
    if end and end.latest and end.latest < today:
        return "4"
    begun = start and start.latest and start.latest <= today
    return "2" if begun and end and end.earliest and end.earliest > today else None


def _sure(row: Any, field: str) -> Any:
    """The span of a date that a source confirms; one that is no date is for `check` to report."""
    edtf = getattr(row, field)
    try:
        return parse(edtf) if edtf and field not in row.unverified else None
    except ValueError:
        return None


def _day(row: Any, field: str) -> date | None:
    span = _sure(row, field)
    return span.earliest if span and span.earliest == span.latest else None


def _dates(row: Any, status: str, today: date) -> Iterator[tuple[str, date]]:
    """Actual only for what has happened: 1 and 3 are planned, 2 and 4 actual."""
    start, end = _day(row, "start"), _day(row, "end")
    if start:
        yield ("1" if start > today or status == "1" else "2"), start
    if end:
        yield ("4" if end <= today and status == "4" else "3"), end


def _partners(one: Download, row: Any, said: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    codes = one.everything.vocabulary["roles"]
    found = [(part.partner, codes.get(part.role, {}).get("iati")) for part in said]
    lead = [(row.lead, ACCOUNTABLE)] if row.lead and "lead" not in row.unverified else []
    return tuple(dict.fromkeys((id_, code) for id_, code in [*found, *lead] if code))
