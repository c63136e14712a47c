"""A document comes in; out go the calendar dates it says, as EDTF with their words: nothing missing is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.dates.cues import cue_entries, what_of
from loaders.dates.datelines import published, relative
from loaders.dates.expressions import Part, parts
from loaders.dates.refusals import inflected, refusal
from loaders.dates.spans import spanned
from loaders.document import NearMiss
from loaders.lexicon.entries import Entry
from loaders.records.edtf import parse

__all__ = ["Date", "entries", "find", "published", "read", "relative"]

# The endings of a year that a day or month may follow: 2024-жылдын 9-октябры, 2024-жылы 9-октябрда
OPEN = {"", "exact", "+GEN", "+P3", "+P3+GEN", "+LOC"}


@dataclass(frozen=True, slots=True)
class Date:
    """Words first..last say it; `tag` is the ending of the last."""

    edtf: str
    first: int
    last: int
    tag: str = ""


def entries(register) -> Iterator[Entry]:
    """Months, and the words for year and month, of all three languages; the words that tell what a date is of."""
    for language, words in register.language.items():
        mode = "name" if language == "ky" else "exact"
        for number, (names, short) in enumerate(
            zip(words["months"], words["months_short"] or [[]] * 12, strict=True), start=1
        ):
            yield from (_word("month", str(number), name, mode) for name in names)
            yield from (_word("month_short", str(number), name, "exact") for name in short)
        for phrase in words["date_words"]["year"]:
            yield _word("year_word", "", phrase, mode if len(phrase) > 2 else "exact")
        yield from (_word("month_word", "", phrase, mode) for phrase in words["date_words"]["month"])
        yield from cue_entries(words)


def find(document) -> list[Date]:
    """Every date, in order of place; what only looks like one is left in `document.misses`."""
    found: list[Date] = []
    for run in parts(document):
        for part in spanned(document, _joined(document, run)):
            found += _dates(document, part)
    return found


def read(document) -> list[dict]:
    """One entry a date, with what it is of and every place that says it."""
    facts: dict[str, dict] = {}
    for date in document.dates:
        fact = facts.setdefault(date.edtf, {"edtf": date.edtf, "of": None, "evidence": []})
        fact["evidence"].append(document.quote(date.first, date.last))
        fact["of"] = fact["of"] or what_of(document, date)
    return list(facts.values())


def _word(kind: str, id: str, phrase: str, mode: str) -> Entry:
    return Entry(kind, id, phrase, mode, capital=phrase.isascii() and phrase[0].isupper())


def _joined(document, run: list[Part]) -> list[Part]:
    """A year and the day beside it become one part; further days of the same expression take its year along."""
    joined: list[Part] = []
    for index, part in enumerate(run):
        last = joined[-1] if joined else None
        if last is None or not _beside(part):
            joined.append(part)
        elif part.days and not part.years and not last.days and _opens(document, last, part):
            part.years, part.first = last.years, last.first
            joined[-1] = part
        elif last.days and not last.years and not part.days and _closes(part, run[index + 1 : index + 2]):
            last.years, last.last, last.kind = (
                part.years,
                part.last,
                "days" if last.kind.startswith("short") else last.kind,
            )
        elif last.days and part.days and not part.years:
            if part.before == "-" and last.tag == "" and not (last.ranged or part.ranged):  # 30-июнь — 3-июль
                part.days, part.first, part.ranged = [last.days[-1], part.days[0]], last.first, True
                part.years = last.years
                joined.pop()
            elif _follows(last.days[-1], part.days[0]):
                part.years = last.years  # 2020-жылдын 25-мартынан 5-апрелине чейин
            joined.append(part)
        else:
            joined.append(part)
    for earlier, later in zip(joined[-2::-1], joined[:0:-1], strict=True):
        if earlier.kind == later.kind == "months" and later.before in (",", " k ") and earlier.tag == "":
            earlier.tag = later.tag if inflected(later) else ""  # январь, февраль айларында
    return joined


def _beside(part: Part) -> bool:
    return part.before in (" ", ",", ".", "-") or part.before in (" k ", ",k ", " t ")


def _follows(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    return (other[0], other[1] or 31) >= (one[0], one[1] or 1)


def _opens(document, year: Part, day: Part) -> bool:
    if year.ranged or len(year.years) != 1 or day.kind == "short":
        return False
    if year.kind == "bare":  # 2012 11-Февраль күнү
        return day.before == " " and not day.ranged
    abbreviated = document.text.words[year.last] in ("ж", "г")
    return year.tag in OPEN and (day.before in (" ", ",") or (day.before == "." and abbreviated))


def _closes(year: Part, following: list[Part]) -> bool:
    """20 октября 2023; 9-октябрь 2024-жыл: unless the year belongs to the date that follows it."""
    if len(year.years) != 1 or year.ranged or year.before not in (" ", ",", "."):
        return False
    return year.kind == "bare" or not (following and following[0].days and following[0].before == " ")


def _dates(document, part: Part) -> Iterator[Date]:
    why = refusal(document, part)
    if why is None:
        values = _values(part)
        if part.since:
            values = [*_values(part.since), *values]
        if part.ranged or part.since:
            values = ["/".join(values)] if values[0] != values[-1] else values[:1]
        for value in values:
            try:
                parse(value)
            except ValueError as error:
                why = str(error)
            else:
                yield Date(value, part.first, part.last, part.tag)
    if why:
        document.misses.append(NearMiss(part.first, part.last, why))


def _values(part: Part) -> list[str]:
    return [_edtf(year, *day) for year in part.years or [None] for day in part.days or [(None, None)]]


def _edtf(year: int | None, month: int | None, day: int | None) -> str:
    pieces = [f"{year:04d}" if year else "XXXX", *(f"{number:02d}" for number in (month, day) if number)]
    return "-".join(pieces)
