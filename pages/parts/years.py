"""A theme comes in; out goes the table of its ids by year: what had begun and is not reported as ended."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import numpy as np

from loaders.filters.choosing import where
from loaders.tables.numbering import Packed
from pages.parts.counting import clause, said
from pages.parts.html import Html
from pages.parts.matrix import NOTHING, Number, matrix
from pages.parts.opening import Page

SPAN = 12  # years back from this one


def by_year(page: Page, theme: str) -> dict[str, Counter]:
    """Year → id → initiatives that can have run in it, as the filter by period means it."""
    plans, own = page.tables.index("initiatives"), said(page.tables, "initiative", theme)
    first, last = plans.ordinals("start_earliest"), plans.days("end_latest", unsaid=date.max)
    begun = date.fromordinal(int(np.min(first[first > 0], initial=page.today.toordinal()))).year
    found = {}
    for year in range(max(begun, page.today.year - SPAN + 1), page.today.year + 1):
        ran = (first > 0) & (first <= date(year, 12, 31).toordinal()) & (last >= date(year, 1, 1).toordinal())
        counts = Packed(own.id[ran[own.of]]).counted()
        found[str(year)] = Counter({own.values.values[id_]: n for id_, n in counts})
    return found


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
