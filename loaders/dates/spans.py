"""Joined parts of a run of dates come in; out go the same, two that say from when until when as one."""

from loaders.dates.expressions import Part
from loaders.dates.signs import closed


def spanned(document, parts: list[Part]) -> list[Part]:
    """2-марттан 5-апрелге чейин, с 2 марта по 5 апреля, 08.04.2025-11.04.2025."""
    out: list[Part] = []
    for part in parts:
        if out and _single(out[-1]) and _single(part) and _spans(document, out[-1], part):
            begin = out.pop()
            _complete(begin, part)
            part.since, part.first = begin, begin.first
        out.append(part)
    return out


def _single(part: Part) -> bool:
    return not (part.ranged or part.since) and len(part.days) < 2 and len(part.years) < 2


def _spans(document, begin: Part, end: Part) -> bool:
    if _shape(begin) != _shape(end) or end.first - begin.last > 2:
        return False
    text = document.text
    between = text.words[begin.last + 1] if end.first - begin.last == 2 else ""
    gaps = {text.gaps[word].strip(" ") for word in range(begin.last, end.first)}
    if begin.kind == end.kind == "numeric" and not between:
        return gaps == {"-"}
    if gaps - {""}:
        return False
    before = text.words[begin.first - 1] if begin.first else ""
    after = text.words[end.last + 1] if end.last + 1 < len(text.words) else ""
    since, until = closed(document, "since"), closed(document, "until")
    if document.language == "ky":
        return "ABL" in begin.tag and (not between or between in since) and after in until
    return between in until and before in since


def _shape(part: Part) -> tuple[bool, bool]:
    return bool(part.days), bool(part.days and part.days[0][1])


def _complete(begin: Part, end: Part) -> None:
    """The year is said once: of a span over New Year the one that is said tells the other."""
    if not begin.days:
        return
    over = begin.days[0] > end.days[0]
    if begin.years and not end.years:
        end.years = [begin.years[0] + over]
    elif end.years and not begin.years:
        begin.years = [end.years[0] - over]
