"""A page comes in; out goes the course of each goal over the years, and which of them grew most."""

from collections.abc import Mapping

from loaders.filters.choosing import where
from pages.parts.charts.years import Course, courses
from pages.parts.drawing import chart
from pages.parts.opening import Page
from pages.parts.years import by_year, years

KEY = "goals_years"
NAMED = 3  # goals that grew alike and are named; beyond that none stands out


def each(page: Page, goals: Mapping[str, str]) -> list[Course]:
    """A goal each; a year in which nothing is reported is not in it, so that it is drawn as silence and not as zero."""
    found = by_year(page, "goal")
    return [
        Course(
            name,
            page.everything.vocabulary["goals"][goal]["colour"],
            {int(year): counts[goal] for year, counts in found.items() if counts[goal]},
            {int(year): f"initiatives|{where(goal=goal, period=f'{year}/{year}')}" for year in found},
        )
        for goal, name in goals.items()
    ]


def grew_most(rows: list[Course]) -> list[Course]:
    """From the first year of which something is told to the last such year; several where they grew alike."""
    by = [row.numbers[max(row.numbers)] - row.numbers[min(row.numbers)] if row.numbers else 0 for row in rows]
    most = max(by, default=0)
    return [row for row, n in zip(rows, by, strict=True) if n == most] if most > 0 else []


def finding(page: Page, rows: list[Course]) -> str:
    """Which goal grew most, from what to what, between which years."""
    best = grew_most(rows)
    if not best or len(best) > NAMED:
        return page._("Goals year by year")
    told = []
    for row in best:
        first, last = min(row.numbers), max(row.numbers)
        before, after = (page.words.number(row.numbers[year]) for year in (first, last))
        told.append(f"{row.label} ({first}: {before} → {last}: {after})")
    return page._("Most growth: {goals}", goals=page.words.list(told))


def over_years(page: Page, goals: Mapping[str, str]) -> None:
    """The chart, and behind it the table of the same numbers."""
    _ = page._
    rows = each(page, goals)
    spans = rows[0].lists
    said = finding(page, rows)
    note = _("Initiatives that had begun and are not reported as ended; those without a start date are left out.")
    silent = _("A gap means that nothing is reported of that year.")
    colours = {goal: row.colour for goal, row in zip(goals, rows, strict=True)}
    chart(
        page, KEY, courses(rows, min(spans), max(spans), _("Year")), said, f"{said}. {note} {silent}",
        lambda: years(page, "goal", goals, KEY, _("Initiatives by goal and year"), colours), f"{note} {silent}",
    )  # fmt: skip
