"""A document with its dates comes in; out go the day it was published and the dates that its words tell by that day."""

import re
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta

from loaders.dates.signs import closed

CLOCK = re.compile(r"\d:\d\d:\d\d")  # a clock with seconds is the page's, at the moment it was fetched
NAMES = 3  # words with a capital that may stand beside the date: an author, an outlet, a town


def published(document) -> dict | None:
    """The date of a line that says nothing else, or that opens or closes the text; else the sidecar's or the page's."""
    for date in document.dates:
        if len(date.edtf) == 10 and date.edtf[:4].isdigit() and _is_dateline(document, date):
            return {"edtf": date.edtf, **document.quote(date.first, date.last)}
    for origin, known in (("sidecar", document.article.sidecar), ("page", document.article.page)):
        if known.get("published"):
            return {"edtf": str(known["published"]), "from": origin}
    return None


def relative(document) -> list[dict]:
    """бүгүн, былтыр: by the day of publication, where that is known."""
    day = (document.published or {}).get("edtf", "")
    found: dict[str, dict] = {}
    for edtf, first, last in sorted(_relative(document, day), key=lambda one: one[1]) if day[:4].isdigit() else ():
        fact = found.setdefault(edtf, {"edtf": edtf, "derived": True, "evidence": []})
        fact["evidence"].append(document.quote(first, last))
    return list(found.values())


def _relative(document, day: str) -> Iterator[tuple[str, int, int]]:
    blocked = {hit.first for hit in document.of("relative_not")}
    for hit in document.of("relative_days"):
        if len(day) == 10 and hit.first not in blocked:
            yield (Day.fromisoformat(day) + timedelta(days=int(hit.entry.id))).isoformat(), hit.first, hit.last
    for hit in document.of("relative_years"):
        yield f"{int(day[:4]) + int(hit.entry.id):04d}", hit.first, hit.last


def _is_dateline(document, date) -> bool:
    text = document.text
    start, end = text.raw_span(text.starts[date.first], text.ends[date.last])
    first, last = date.first, date.last  # the words of its line
    while first and "\n" not in text.gaps[first - 1]:
        first -= 1
        if date.first - first > 12:
            return False
    layout = document.layout
    alone = any(a <= start and end <= b for a, b in (*layout.head, *layout.tail, layout.title or (0, 0)))
    if alone:
        while last + 1 < len(text.words) and "\n" not in text.gaps[last]:
            last += 1
        line = text.cased[text.starts[first] : text.ends[last]]
        rest = [*range(first, date.first), *range(date.last + 1, last + 1)]
        return not CLOCK.search(line) and _says_nothing(document, rest)
    opens = text.cased.count("\n", 0, text.starts[first]) <= 3 and date.tag == ""
    stops = text.gaps[date.last].strip()[:1] in (".", "-", "/", ")", "|")
    return opens and stops and _says_nothing(document, range(first, date.first))


def _says_nothing(document, rest) -> bool:
    """Only numbers, words of a date line and up to three names."""
    text, known = document.text, closed(document, "dateline")
    now, names = {hit.first for hit in document.of("relative_days")}, 0
    for index in rest:
        if text.words[index] in known or text.words[index].isdecimal():
            continue
        names += 1
        if names > NAMES or index in now or not text.cased[text.starts[index]].isupper():
            return False
    return True
