"""A date in its sentence comes in; out goes what it is of: a start, an end, a deadline, an event, the article."""

from collections.abc import Iterator

from loaders.dates.signs import closed
from loaders.lexicon.entries import Entry, entry

REACH = 14  # words from a date to what is said of it
DAY = 10  # letters of a whole day in EDTF


def cue_entries(words: dict) -> Iterator[Entry]:
    for of, phrases in words["date_cues"].items():
        yield from (entry("date_cue", of, phrase) for phrase in phrases)
    for kind in ("relative_days", "relative_years"):
        yield from (Entry(kind, str(shift), phrase, "exact") for phrase, shift in words[kind].items())
    yield from (Entry("relative_not", "", phrase, "exact") for phrase in words["relative_not"])


def what_of(document, date) -> str | None:
    """The nearest cue after the date in its sentence; without one, a day on which something is told is an event's."""
    published = document.published or {}
    span = document.text.raw_span(document.text.starts[date.first], document.text.ends[date.last])
    if published.get("start") is not None and published["start"] <= span[0] and span[1] <= published["end"]:
        return "published"
    until = _follows(document, date, "until")
    _, end = document.text.sentence(date.last)
    cues = [hit.entry.id for hit in document.of("date_cue") if date.last < hit.first <= min(end, date.last + REACH)]
    if until:
        return "deadline" if "deadline" in cues else "end"
    if _follows(document, date, "since"):
        return "start"
    if cues:
        return cues[0]
    told = "LOC" in date.tag or date.tag == "exact" or _follows(document, date, "day")
    return "event" if told and len(date.edtf) >= DAY and "REL" not in date.tag else None


def _follows(document, date, key: str) -> bool:
    """Kyrgyz says it after the date, Russian and English before it."""
    words, place = document.text.words, date.last + 1 if document.language == "ky" else date.first - 1
    return 0 <= place < len(words) and words[place] in closed(document, key)
