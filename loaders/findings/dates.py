"""A document comes in; out go its dates that can't be true: past, yet later than its publication; another weekday."""

import re
from collections.abc import Iterator
from datetime import date as Day

from loaders.records.edtf import parse

NEAR = 4  # words from a date to what happened on it
SOON = 31  # days: a day without its year, further ahead than this, may be one of the year before
SAME_DAY = 92  # days: but the same day of a month near by is a slip of the month
DAY = 10  # letters of a whole day in EDTF
# A finite past at the end of a sentence: өттү, башталган, талкуулашты
PAST = re.compile("(?:[дт][ыиу]|[гк][аео]н)$")
TOLD_PAST = re.compile("(?:[гк][аео]н(?:дыг|диг|дуг)?[ыиу]н[аыиу]?|[гк][аео]нд[ыиу]г[ыиу]н)$")  # өткөнүн билдирди


def date_conflicts(document) -> Iterator[dict]:
    published = document.published
    for date in document.dates:
        own = document.quote(date.first, date.last)
        if published and own["start"] != published.get("start") and _not_yet(published["edtf"], date.edtf):
            verb = _happened(document, date)
            if verb is not None:
                says = f"published {published['edtf']}, but “{own['quote']}” is told as past"
                first = [{key: published[key] for key in ("start", "end", "quote")}] if "start" in published else []
                last = verb if verb - date.last <= NEAR else date.last
                yield _finding(says, [*first, document.quote(date.first, last)])
    yield from _weekdays(document)


def _finding(says: str, evidence: list[dict]) -> dict:
    return {"kind": "date-conflict", "says": says, "evidence": evidence}


def _not_yet(published: str, edtf: str) -> bool:
    """Whether the date lies after publication; one without a year is taken in the year of publication."""
    day = parse(published).latest
    if day is None:
        return False
    if not edtf.startswith("XXXX"):
        earliest = parse(edtf).earliest
        return earliest is not None and earliest > day
    if len(edtf) != DAY:
        return False
    try:
        meant = Day(day.year, int(edtf[5:7]), int(edtf[8:]))
    except ValueError:  # 29 February of another year
        return False
    ahead = (meant - day).days
    return 0 < ahead <= (SAME_DAY if meant.day == day.day else SOON)


def _happened(document, date) -> int | None:
    """The verb by which the date's sentence tells it as past, if it surely does."""
    text, words = document.text, document.text.words
    first, end = text.sentence(date.last)
    if document.language != "ky":
        return _cued(document, date, first, end)
    if "LOC" not in date.tag and date.tag != "+P3" and (date.last == end or words[date.last + 1] != "куну"):
        return None
    if "REL" in date.tag:
        return None
    near = (at for at in range(date.last + 1, min(end, date.last + NEAR) + 1) if PAST.search(words[at]))
    verb = next((at for at in near if at == end or text.gaps[at].strip(" ")[:1] in (",", ".", ";", ")", '"')), None)
    if verb is None and date.first <= first + 1 and PAST.search(words[end]):
        verb = end
    if verb is None or _any(document, "planned", date.last, verb):
        return None
    if any(hit.first == verb for hit in document.of("saying")):
        return verb if TOLD_PAST.search(words[verb - 1]) else None
    return verb


def _cued(document, date, first: int, end: int) -> int | None:
    if _any(document, "planned", first - 1, end):
        return None
    return next((hit.last for hit in document.of("happened") if first <= hit.first <= end), None)


def _any(document, kind: str, after: int, until: int) -> bool:
    return any(after < hit.first <= until for hit in document.of(kind))


def _weekdays(document) -> Iterator[dict]:
    """5-март 2024, дүйшөмбү: it was a Tuesday."""
    if not document.of("weekday"):
        return
    ends = {date.last: date for date in document.dates if len(date.edtf) == DAY and date.edtf[0] != "X"}
    starts = {date.first: date for date in ends.values()}
    for hit in document.of("weekday"):
        before, after = ends.get(hit.first - 1), starts.get(hit.last + 1)
        for date in filter(None, (before, after)):
            first, last = min(date.first, hit.first), max(date.last, hit.last)
            line = document.text.written(first, last)
            if "\n" not in line and Day.fromisoformat(date.edtf).weekday() != int(hit.entry.id):
                says = f"{date.edtf} is not the weekday named beside it"
                yield _finding(says, [document.quote(date.first, date.last), document.quote(hit.first, hit.last)])
