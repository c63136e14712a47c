"""A page comes in; out go its newest events, its contradictions and its initiatives, each with its notes."""

from datetime import date
from typing import Any

import pandas as pd

from loaders.filters.choosing import choose, where
from pages.parts.briefing.notes import Notes
from pages.parts.briefing.shape import Conflict, Event, Row
from pages.parts.counting import CONTRADICTIONS, in_role
from pages.parts.opening import Page

ROWS, EVENTS, CONFLICTS = 100, 6, 12  # shown before "the rest is in the dashboard"


def events(page: Page, own: str, today: date, notes: Notes) -> tuple[Event, ...]:
    """The newest first; what is only announced is no event yet."""
    rows = choose(page.tables, "events", own)
    rows = rows[pd.Series([day is not None and day <= today for day in rows.latest], index=rows.index, dtype=bool)]
    rows = rows.sort_values(["latest", "kind"], ascending=[False, True], kind="stable").head(EVENTS)
    return tuple(Event(row, notes.of_row(row, row.initiatives)) for row in rows.itertuples())


def conflicts(page: Page, own: str, notes: Notes) -> tuple[Conflict, ...]:
    rows = choose(page.tables, "findings", ";".join(filter(None, (own, where(kind=CONTRADICTIONS)))))
    rows = (
        rows.assign(first=[CONTRADICTIONS.index(kind) for kind in rows.kind])
        .sort_values(["first", "finding"])
        .head(CONFLICTS)
    )
    return tuple(Conflict(row, notes.of_finding(row)) for row in rows.itertuples())


def rows(page: Page, own: str, notes: Notes) -> tuple[Row, ...]:
    """The table: those under way first, then by their beginning, the newest first."""
    order = list(page.tables.vocabulary["statuses"])
    rows = choose(page.tables, "initiatives", own)
    shown = sorted(
        rows.itertuples(),
        key=lambda row: (
            order.index(row.status) if row.status in order else len(order),
            -(row.start_earliest or date.min).toordinal(),
            row.initiative,
        ),
    )
    return tuple(_row(page, row, notes) for row in shown[:ROWS])


def _row(page: Page, row: Any, notes: Notes) -> Row:
    involved = page.everything.index("involvement").rows(row.initiative, "initiative")
    goals = page.everything.index("goals_of").rows(row.initiative, "initiative").goal
    partners = {role: tuple(sorted(set(involved.partner[involved.role.eq(role)]))) for role in in_role(page.tables)}
    return Row(
        row,
        {role: ids for role, ids in partners.items() if ids},
        tuple(sorted(set(goals))),
        notes.of_initiative(row),
    )
