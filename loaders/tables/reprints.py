"""The rows of all articles and the story of each come in; of a reprint stays what its first said too."""

from collections.abc import Mapping
from typing import Any

from loaders.tables.rows import Rows

ONCE = ("people", "figures", "events")  # happen and are counted once, however often they are printed
REPEATED = {"involvement": "partner", "goals_of": "goal", "levels_of": "level", "regions_of": "region"}


def settle(found: Rows, story: Mapping[str, str]) -> None:
    """A copy that was cut or added to changes no count but that of articles; its text stays marked."""
    reprints = {article for article, first in story.items() if article != first}
    if not reprints:
        return
    for name in ONCE:
        found[name] = [row for row in found[name] if row.get("article") not in reprints]
    for name, key in REPEATED.items():
        said = {(row.get("article"), row[key]): row for row in found[name] if not row.get("initiative")}
        kept = []
        for row in found[name]:
            if (article := row.get("article")) not in reprints:
                kept.append(row)
            elif first := said.get((story[article], row[key])):
                kept.append(row | {part: first[part] for part in ("role", "status") if part in first})
        found[name] = kept
    told = {(row["article"], row["kind"], row["id"], row["initiative"]) for row in found["evidence"]}
    found["evidence"] = [
        row for row in found["evidence"] if row["article"] not in reprints or _is_told(row, story[row["article"]], told)
    ]


def _is_told(row: Mapping[str, Any], first: str, told: set[tuple]) -> bool:
    nobody = row["id"] is None and row["initiative"] is None
    return nobody or (first, row["kind"], row["id"], row["initiative"]) in told
