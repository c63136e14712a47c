"""Nothing comes in; out goes what each chart draws: its page, and the columns of the tables behind it."""

from collections.abc import Mapping
from typing import Any

from loaders.tables import Tables

# Key of a chart → the page it stands on, and table → columns. What is not among them can't change the chart.
CHARTS: dict[str, tuple[str, dict[str, str]]] = {
    "overview_goals": ("overview", {"goals_of": "goal initiative", "initiatives": "initiative status"}),
    "timeline_bars": ("timeline", {"initiatives": "initiative status start end", "events": "kind date initiatives"}),
    "partners_league": ("partners", {"involvement": "partner role initiative"}),
    "partners_goals": ("partners", {"involvement": "partner role initiative", "goals_of": "goal initiative"}),
    "partners_pairs": ("partners", {"involvement": "partner role initiative"}),
    "goals_levels": ("goals", {"goals_of": "goal initiative", "levels_of": "level initiative"}),
    "goals_regions": ("goals", {"goals_of": "goal initiative", "regions_of": "region initiative"}),
    "goals_years": ("goals", {"goals_of": "goal initiative", "initiatives": "initiative start end"}),
    "centres_map": ("centres", {"centres": "centre kind regions"}),
    "centres_readings": ("centres", {"counts": "centre value op unit as_of"}),
}
# Field of a record → the table its values stand in.
TABLE_OF = {
    **{name: f"{name}_of" for name in ("goals", "levels", "regions")},
    **dict.fromkeys(("status", "start", "end"), "initiatives"),
    **dict.fromkeys(("region", "run_by"), "centres"),
    "partners": "involvement",
    "counts": "counts",
    "milestones": "events",
}


def drawn(tables: Tables, key: str, renamed: Mapping[str, str] | None = None) -> frozenset[tuple[Any, ...]]:
    """Every distinct row a chart is drawn from; of involvement and themes those of an initiative, of events the dated.

    `renamed`: ids to be read as others, so that a new name of the same thing is no change.
    """
    rows: set[tuple[Any, ...]] = set()
    for name, columns in CHARTS[key][1].items():
        frame = getattr(tables, name)
        if name != "initiatives" and "initiative" in frame:
            frame = frame[frame.initiative.notna()]
        if name == "events":  # one without a year stands in a list beside the chart
            frame = frame[frame.earliest.notna()]
        said = frame[columns.split()].itertuples(index=False, name=None)
        known = renamed or {}
        rows |= {(name, *(known.get(cell, cell) if isinstance(cell, str) else cell for cell in one))
                 for one in said if "mentioned" not in one}  # fmt: skip
    return frozenset(rows)


def touched(*fields: str) -> int:
    """How many charts the values of these fields can be seen in."""
    names = {TABLE_OF.get(field) for field in fields}
    return sum(1 for _page, behind in CHARTS.values() if names & set(behind))
