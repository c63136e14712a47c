"""A theme comes in; out goes the table of its ids by year: what had begun and is not reported as ended."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pandas as pd

from loaders.choosing import where
from pages.parts.counting import clause, said_of
from pages.parts.html import Html
from pages.parts.matrix import NOTHING, Number, matrix
from pages.parts.opening import Page

SPAN = 12  # years back from this one


def running(plans: pd.DataFrame, today: date) -> dict[str, set[str]]:
    """Year → initiatives that can have run in it, as the filter by period means it."""
    dated = plans[plans.start_earliest.notna()]
    begun = [day.year for day in dated.start_earliest if day.year <= today.year]
    first = max(min(begun, default=today.year), today.year - SPAN + 1)
    return {
        str(year): {
            id_
            for id_, start, end in zip(dated.initiative, dated.start_earliest, dated.end_latest, strict=True)
            if start.year <= year and (end is None or end.year >= year)
        }
        for year in range(first, today.year + 1)
    }


def by_year(page: Page, theme: str) -> dict[str, Counter]:
    """Year → id → initiatives."""
    of = said_of(page.tables, theme)[["id", "initiative"]].drop_duplicates()
    ran = running(page.tables.initiatives, page.today)
    return {year: Counter(of.id[of.initiative.isin(initiatives)]) for year, initiatives in ran.items()}


def years(
    page: Page, theme: str, ids: Mapping[str, str], key: str, caption: str, colours: Mapping | None = None
) -> Html:
    """`ids`: id → label, one row each."""
    found = by_year(page, theme)

    def number(row: str, year: str) -> Number:
        n = found[year][row]
        opens = where(clause(page.tables, theme, row), period=f"{year}/{year}")
        return Number(n, "initiatives", opens) if n else NOTHING

    return matrix(page, key, caption, ids, {year: year for year in found}, number, colours)
