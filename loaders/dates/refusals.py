"""A part of a calendar expression comes in; out goes why it is no date, or nothing where it is one."""

from loaders.dates.expressions import Part
from loaders.dates.signs import begins, closed

LONGEST_SPAN = 100  # years


def inflected(part: Part) -> bool:
    """It has an ending, or the word for month."""
    return part.tag not in ("", "exact") or part.signs[-1].sign == "A"


def refusal(document, part: Part) -> str | None:
    """Why this is no date, or None."""
    text = document.text
    following = text.words[part.last + 1] if part.last + 1 < len(text.words) else ""
    if part.days and text.gaps[part.last] in (" ", "-") and begins(following, closed(document, "name")):
        return f"names something: “{text.written(part.first, part.last + 1)}”"
    if part.kind == "numeric":
        return _odd_numeric(part, text)
    if part.kind == "short" and not part.years and not text.gaps[part.last].startswith((".", " -")):
        return "a month is cut short only before a stop or a year"
    if part.kind == "monthday" and not part.years and document.language != "en":
        dated = _inflected_day(part) or (_of_month(part) and following in closed(document, "day"))
        return None if dated else "a day after the month needs an ending"
    if part.kind == "shortday" and (document.language != "en" or not part.years):
        return "a month is cut short before a day only with the year after it"
    if part.kind == "months" and not part.years:
        return _lone_month(document, part)
    if part.kind == "bare":
        return _bare_year(document, part, following)
    if part.kind == "span" and not 0 < part.years[1] - part.years[0] <= LONGEST_SPAN:
        return "the years do not follow each other"
    if part.kind == "years" and not part.days:
        return _not_a_year(document, part, following)
    return None


def _odd_numeric(part: Part, text) -> str | None:
    written = text.written(part.first, part.last)
    if part.signs[-1].sign == "d" and part.signs[0].sign == "d" and len(written.replace(" ", "")) != 8:
        return "too short for a date in numbers"
    return None


def _inflected_day(part: Part) -> bool:
    return bool(part.signs[-1].tag) and _of_month(part)


def _of_month(part: Part) -> bool:
    return "GEN" in "".join(sign.tag for sign in part.signs[:-1])


def _lone_month(document, part: Part) -> str | None:
    text = document.text
    if part.signs[-1].sign == "A":
        return None
    if document.language == "ky":
        doubtful = {stem + "*" for stem in closed(document, "doubtful")}
        listed = part.ranged or part.before in (",", " k ")  # апрелде жана майда
        if not listed and begins(text.words[part.first], frozenset(doubtful)):
            return "as often another word"
        return None if inflected(part) else "a month alone, without an ending: may be a name"
    before = text.words[part.first - 1] if part.first else ""
    return None if before in closed(document, "before") else "a month's name with no word before it that makes it one"


def _bare_year(document, part: Part, following: str) -> str | None:
    """«Ден соолук — 2018», (2018–2022), in 2018: a number of four digits is a year only where nothing is counted."""
    text = document.text
    gap = text.gaps[part.last]
    before = text.gaps[part.first - 1] if part.first else text.cased[: text.starts[0]]
    previous = text.words[part.first - 1] if part.first else ""
    small = bool(following) and text.cased[text.starts[part.last + 1]].islower()
    counted = gap == " " and small and following not in closed(document, "until")
    lived = part.ranged and before.endswith("(") and gap.startswith(")")  # Тоголок Молдо (1860-1942)
    if not all((1700 if lived else 1990) <= year <= 2050 and year != 2000 for year in part.years) or "©" in before:
        return "a number that may be anything"
    if part.ranged and not 0 < part.years[1] - part.years[0] <= LONGEST_SPAN:
        return "a number that may be anything"
    if document.language == "en" and previous in closed(document, "before_years" if part.ranged else "before"):
        return None
    if document.language == "en" and part.ranged and not counted and gap[:1] != "%":
        return None  # the 2022–2026 National Programme
    if part.signs[-1].tag and part.signs[-1].tag in closed(document, "ordinal"):  # в 2021-м
        return None
    dashed = before.strip() == "-" and previous.isalpha() and (len(previous) > 1 or before != "-")
    enclosed = before.endswith("(") and gap.startswith(")")
    named = dashed and (before == "-" or not counted)
    return None if (named or (enclosed and not counted)) and gap[:1] not in ("-", "%") else "nothing says it is a year"


def _not_a_year(document, part: Part, following: str) -> str | None:
    word = document.text.words[part.last]
    if len(part.years) == 1 and part.years[0] % 10 == 0 and word in closed(document, "decade"):
        return "a decade"
    loose = document.text.gaps[part.signs[0].last] == " " and part.tag in ("", "exact")
    if loose and word in closed(document, "hyphened"):
        return "a number of something else"
    if loose and (part.years[0] < 1800 or following in closed(document, "ago")):
        return "a number of years"
    return None
