"""A theme comes in; out goes the table of its ids by year: what had begun and is not reported as ended."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from pages.parts.choosing import choose, where
from pages.parts.counting import clause, said_of
from pages.parts.html import Html
from pages.parts.matrix import NOTHING, Number, matrix
from pages.parts.opening import Page

SPAN = 12  # years back from this one


def running(page: Page, today: date) -> dict[str, set[str]]:
    """Year → initiatives that can have run in it."""
    begun = [day.year for day in page.tables.initiatives.start_earliest if day and day.year <= today.year]
    first = max(min(begun, default=today.year), today.year - SPAN + 1)
    return {
        str(year): set(choose(page.tables, "initiatives", where(period=f"{year}/{year}")).initiative)
        for year in range(first, today.year + 1)
    }


def years(
    page: Page, theme: str, ids: Mapping[str, str], key: str, caption: str, today: date, colours: Mapping | None = None
) -> Html:
    """`ids`: id → label, one row each."""
    of = said_of(page.tables, theme)[["id", "initiative"]].drop_duplicates()
    ran = running(page, today)
    found = {year: Counter(of.id[of.initiative.isin(initiatives)]) for year, initiatives in ran.items()}

    def number(row: str, year: str) -> Number:
        n = found[year][row]
        opens = where(clause(page.tables, theme, row), period=f"{year}/{year}")
        return Number(n, "initiatives", opens) if n else NOTHING

    return matrix(page, key, caption, ids, {year: year for year in ran}, number, colours)
