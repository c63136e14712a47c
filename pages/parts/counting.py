"""Filtered tables come in; out go the counts a page shows, each the length of the list `choose` finds behind it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from loaders.choosing import where
from loaders.tables import Tables

OF = {"initiatives": "initiatives", "sources": "articles", "partners": "partners"}  # what is counted → its list
CONTRADICTIONS = ("date-conflict", "disagreement", "articles-differ", "record-conflict")
OFTEN = 20  # partners of a league or a matrix before "all"


@dataclass(frozen=True)
class Cell:
    """Told apart, never added up: initiatives, the independent sources that speak of it, partners with a role."""

    initiatives: int = 0
    sources: int = 0
    partners: int = 0

    def __bool__(self) -> bool:
        return bool(self.initiatives or self.sources or self.partners)


def in_role(tables: Tables) -> tuple[str, ...]:
    """Every role but `mentioned`, which is none."""
    return tuple(role for role in tables.vocabulary["roles"] if role != "mentioned")


def clause(tables: Tables, theme: str, id_: str) -> str:
    """What stands in the address for one row or column; a partner counts where it has a role, not where it is named."""
    return where(partner=id_, role=in_role(tables)) if theme == "partner" else where(**{theme: id_})


def said_of(tables: Tables, theme: str) -> pd.DataFrame:
    """(id, initiative or None, article or None), each saying once."""
    frame = tables.involvement if theme == "partner" else getattr(tables, f"{theme}s_of")
    if theme == "partner":
        frame = frame[frame.role.isin(in_role(tables))]
    return frame[[theme, "initiative", "article"]].rename(columns={theme: "id"}).drop_duplicates()


def cells(tables: Tables, down: str, across: str = "") -> dict[tuple[str, str], Cell]:
    """(id of `down`, id of `across`) → what speaks of both; a pair that is not in it has nothing at all.

    Without `across` the second id is empty. An initiative or article counts once, however often it is said.
    """
    rows = said_of(tables, down)
    others = said_of(tables, across) if across else None
    plans = _pairs(rows, others, "initiative", set(tables.initiatives.initiative))
    read = _pairs(rows, others, "article", set(tables.articles.article))
    parts = said_of(tables, "partner")
    in_plans = plans.merge(parts[parts.initiative.notna()], on="initiative")
    in_read = read.merge(parts[parts.initiative.isna()], on="article")
    source = dict(zip(tables.articles.article, tables.articles.source, strict=True))
    met = pd.concat([in_plans, in_read])
    met = met[met.id.isin(set(tables.partners.partner))]
    found = {
        "initiatives": _distinct(plans, "initiative"),
        "sources": _distinct(read.assign(source=read.article.map(source)), "source"),
        "partners": _distinct(met, "id"),
    }
    pairs = sorted({pair for numbers in found.values() for pair in numbers})
    return {pair: Cell(**{name: numbers.get(pair, 0) for name, numbers in found.items()}) for pair in pairs}


def _pairs(rows: pd.DataFrame, others: pd.DataFrame | None, of: str, kept: set[str]) -> pd.DataFrame:
    """Rows and columns that meet in an initiative (or article) that is left."""
    rows = rows[rows[of].isin(kept)][["id", of]].drop_duplicates().rename(columns={"id": "down"})
    if others is None:
        return rows.assign(across="")
    return rows.merge(others[others[of].notna()][["id", of]].drop_duplicates().rename(columns={"id": "across"}), on=of)


def _distinct(frame: pd.DataFrame, column: str) -> dict[tuple[str, str], int]:
    return {pair: int(n) for pair, n in frame.groupby(["down", "across"])[column].nunique().items()}


def unsaid(tables: Tables, theme: str) -> int:
    """Initiatives of which nobody has said it: not zero and not empty, but unknown."""
    return len(set(tables.initiatives.initiative) - set(getattr(tables, f"{theme}s_of").initiative))


def lacking(tables: Tables, theme: str, other: str) -> dict[str, int]:
    """Id → its initiatives of which nobody says the other theme."""
    told = set(getattr(tables, f"{other}s_of").initiative)
    of = said_of(tables, theme)
    of = of[of.initiative.isin(set(tables.initiatives.initiative) - told)]
    return {id_: int(n) for id_, n in of.groupby("id").initiative.nunique().items()}


def standing(tables: Tables, theme: str) -> dict[str, Counter]:
    """Id → status → initiatives; None is a status nobody has told."""
    of = getattr(tables, f"{theme}s_of")[[theme, "initiative"]].drop_duplicates()
    joined = of.merge(tables.initiatives[["initiative", "status"]], on="initiative")
    found: dict[str, Counter] = defaultdict(Counter)
    for id_, status in zip(joined[theme], joined.status, strict=True):
        found[id_][None if pd.isna(status) else status] += 1
    return dict(found)


def league(tables: Tables) -> dict[str, dict[str, int]]:
    """Partner → role → initiatives; those with more initiatives first."""
    known = tables.involvement[tables.involvement.partner.isin(set(tables.partners.partner))]
    known = known[known.initiative.notna()][["partner", "role", "initiative"]].drop_duplicates()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (partner, role), n in known.groupby(["partner", "role"]).size().items():
        found[partner][role] = int(n)
    own = known[known.role.isin(in_role(tables))].groupby("partner").initiative.nunique()
    return dict(sorted(found.items(), key=lambda one: (-int(own.get(one[0], 0)), one[0])))


def taking_part(tables: Tables) -> Mapping[str, set[str]]:
    """Partner → the initiatives it has a role in."""
    said = tables.involvement[tables.involvement.role.isin(in_role(tables)) & tables.involvement.initiative.notna()]
    found: dict[str, set[str]] = defaultdict(set)
    for partner, initiative in zip(said.partner, said.initiative, strict=True):
        found[partner].add(initiative)
    return found


def company(everything: Tables, tables: Tables) -> Tables:
    """The initiatives that are left, with all who take part in them: a filter by partner does not hide its company."""
    kept = set(tables.initiatives.initiative)
    return replace(tables, involvement=everything.involvement[everything.involvement.initiative.isin(kept)],
                   partners=everything.partners)  # fmt: skip


def together(tables: Tables) -> dict[tuple[str, str], set[str]]:
    """Two partners → the initiatives both have a role in."""
    partners_of: dict[str, list[str]] = defaultdict(list)
    for partner, initiatives in taking_part(tables).items():
        for initiative in initiatives:
            partners_of[initiative].append(partner)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for initiative, partners in partners_of.items():
        for one in partners:
            for other in partners:
                if one != other:
                    found[one, other].add(initiative)
    return found
