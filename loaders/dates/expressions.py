"""A document comes in; out go the parts of its calendar expressions: years, months, days, each with its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.dates.signs import Sign, mark, runs

PART = re.compile(
    r"""(?P<period>d\.d-d\.d\.[yd])                            # 28.02-03.03.2025
    |(?P<numeric>d\.d\.[yd]|d/d/y|d-d-y|y-d-d|y\.d\.d)         # 26.02.2025, 17.08.18, 29/11/2021
    |(?P<span>y[-/][yd](?:[-\ ]S)?[-_\ ]J)                      # 2019-2020-окуу жылы
    |(?P<years>(?:y(?:[,-]|\ [kt]\ |-k\ )){0,9}y[-_\ ](?:S\ )?J)    # 2024-жылы; 2019 жана 2020-жылдары
    |(?P<days>d(?:[-,\ ]d|[-\ ,][kt]\ d){0,9}(?:[-_\ ]|\ o\ )m)     # 26-мартта; 27-29-июлда; 5, 6 жана 7-майда
    |(?P<short>d[-_\ .]s)                                       # 14-Сен.
    |(?P<shortday>s[\ .]d)                                      # Sept. 1, 2025
    |(?P<monthday>m(?:\ A)?\ d(?:-d)?)                          # сентябрь айынын 15инде; October 20
    |(?P<months>m(?:-m)?(?:\ A)?)                               # январь-июнь айларында
    |(?P<bare>y(?:(?:-|\ [kt]\ )y)?)""",  # 2018; in 2023 and 2024
    re.X,
)
FROM = ("дан", "ден", "дон", "тан", "тен", "тон")  # 5тен 7-июнга чейин


@dataclass(slots=True)
class Part:
    """`days`: (month, day or None), two of them a range if `ranged`; `years` likewise."""

    kind: str
    first: int
    last: int
    days: list[tuple[int, int | None]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    ranged: bool = False
    tag: str = ""
    before: str = "|"  # what stands between it and the part before, as signs
    since: "Part | None" = None  # where it began: 2-марттан 5-апрелге чейин
    signs: list[Sign] = field(default_factory=list)


def parts(document) -> Iterator[list[Part]]:
    """Parts that stand together, run by run."""
    for run in runs(document):
        line = "".join(sign.sign + mark(document.text.gaps[sign.last]) for sign in run)
        found, end = [], 0
        for match in PART.finditer(line):
            if match.start() % 2:
                continue
            signs = run[match.start() // 2 : (match.end() + 1) // 2]
            part = Part(match.lastgroup, signs[0].first, signs[-1].last, tag=signs[-1].tag, signs=signs)
            part.before = line[max(end - 1, 0) : match.start()] if found else "|"
            READ[part.kind](part, match.group())
            found.append(part)
            end = match.end() + 1
        if found:
            yield found


def _period(part: Part, line: str) -> None:
    _numeric_day(part, *part.signs[2:])
    begin = Part("numeric", part.first, part.last, signs=part.signs)
    begin.days = [(part.signs[1].value, part.signs[0].value)]
    begin.years = [part.years[0] - (begin.days > part.days)]  # over New Year
    part.since = begin


def _numeric_day(part: Part, day: Sign, month: Sign, year: Sign) -> None:
    part.days, part.tag = [(month.value, day.value)], ""
    part.years = [year.value if year.sign == "y" else 2000 + year.value]


def _numeric(part: Part, line: str) -> None:
    a, b, c = part.signs
    _numeric_day(part, *((c, b, a) if line[0] == "y" else (a, b, c)))


def _span(part: Part, line: str) -> None:
    first, last = part.signs[0].value, part.signs[1].value
    part.years = [first, last if part.signs[1].sign == "y" else first // 100 * 100 + last]
    part.ranged = True


def _years(part: Part, line: str) -> None:
    part.years = [sign.value for sign in part.signs if sign.sign == "y"]
    part.ranged = " t " in line and len(part.years) == 2


def _days(part: Part, line: str) -> None:
    numbers = [sign.value for sign in part.signs if sign.sign == "d"]
    loose = "d d" in line and not part.signs[0].tag.endswith(FROM)
    if loose or numbers != sorted(set(numbers)):  # «саат 12, 5-майда»: only the last is a day
        numbers = numbers[-1:]
        part.first = part.signs[-2].first
    part.days = [(part.signs[-1].value, day) for day in numbers]
    part.ranged = len(numbers) == 2 and any(between in line for between in ("d-d", " t ", "d d"))


def _month_day(part: Part, line: str) -> None:
    part.days = [(part.signs[0].value, sign.value) for sign in part.signs if sign.sign == "d"]
    part.ranged = len(part.days) == 2


def _months(part: Part, line: str) -> None:
    part.days = [(sign.value, None) for sign in part.signs if sign.sign == "m"]
    part.ranged = len(part.days) == 2


def _bare(part: Part, line: str) -> None:
    _years(part, line)
    part.ranged = len(part.years) == 2 and "k" not in line


READ = {
    "period": _period,
    "numeric": _numeric,
    "span": _span,
    "years": _years,
    "days": _days,
    "short": _days,
    "shortday": _month_day,
    "monthday": _month_day,
    "months": _months,
    "bare": _bare,
}
