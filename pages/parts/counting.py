"""Filtered tables come in; out go the counts a page shows, each the length of the list `choose` finds behind it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from loaders.choosing import where
from loaders.keeping import kept
from loaders.tables import Tables

OF = {"initiatives": "initiatives", "sources": "articles", "partners": "partners"}  # what is counted → its list
CONTRADICTIONS = (
    "date-conflict",
    "number-conflict",
    "name-conflict",
    "disagreement",
    "articles-differ",
    "record-conflict",
)
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


@kept
def said_of(tables: Tables, theme: str) -> pd.DataFrame:
    """(id, initiative or None, article or None), each saying once."""
    frame = tables.involvement if theme == "partner" else getattr(tables, f"{theme}s_of")
    if theme == "partner":
        frame = frame[tables.index("involvement").isin("role", in_role(tables))]
    return frame[[theme, "initiative", "article"]].rename(columns={theme: "id"}).drop_duplicates()


@kept
def cells(tables: Tables, down: str, across: str = "") -> dict[tuple[str, str], Cell]:
    """(id of `down`, id of `across`) → what speaks of both; a pair that is not in it has nothing at all.

    Without `across` the second id is empty. An initiative or article counts once, however often it is said.
    """
    plans, read = (_pairs(tables, of, down, across) for of in ("initiative", "article"))
    takers, named = (_numbered(tables, of, "partner", "id") for of in ("initiative", "article"))
    named = named[~named.planned]
    met = pd.concat([plans.merge(takers, on="of"), read.merge(named, on="of")])
    met = met[met.id.isin(set(tables.partners.partner))]
    sources = pd.factorize(tables.articles.source)[0]
    found = {
        "initiatives": _distinct(plans, plans.of.to_numpy()),
        "sources": _distinct(read, sources[read.of]),
        "partners": _distinct(met, pd.factorize(met.id)[0]),
    }
    pairs = sorted({pair for numbers in found.values() for pair in numbers})
    return {pair: Cell(**{name: numbers.get(pair, 0) for name, numbers in found.items()}) for pair in pairs}


def _numbered(tables: Tables, of: str, theme: str, name: str) -> pd.DataFrame:
    """Who says it, as the number of its row (`of`), and what it says; `planned`: of an initiative, by an article."""
    said = said_of(tables, theme)
    rows = tables.index(f"{of}s").numbers(of, said[of])
    frame = pd.DataFrame({"of": rows, name: said.id.to_numpy(), "planned": said.initiative.notna().to_numpy()})
    return frame[rows >= 0].drop_duplicates()


def _pairs(tables: Tables, of: str, down: str, across: str) -> pd.DataFrame:
    """Rows and columns that meet in an initiative (or article) that is left."""
    rows = _numbered(tables, of, down, "down")[["of", "down"]].drop_duplicates()
    if not across:
        return rows.assign(across="")
    return rows.merge(_numbered(tables, of, across, "across")[["of", "across"]].drop_duplicates(), on="of")


def _distinct(pairs: pd.DataFrame, what: np.ndarray) -> dict[tuple[str, str], int]:
    """(down, across) → how many different numbers."""
    (one, ones), (other, others) = pd.factorize(pairs.down), pd.factorize(pairs.across)
    most = int(np.max(what, initial=0)) + 1
    found = np.unique((one * len(others) + other) * most + what) // most
    numbers, counts = np.unique(found, return_counts=True)
    return {
        (ones[number // len(others)], others[number % len(others)]): int(n)
        for number, n in zip(numbers, counts, strict=True)
    }


def unsaid(tables: Tables, theme: str) -> int:
    """Initiatives of which nobody has said it: not zero and not empty, but unknown."""
    return len(set(tables.initiatives.initiative) - set(getattr(tables, f"{theme}s_of").initiative))


def lacking(tables: Tables, theme: str, other: str) -> dict[str, int]:
    """Id → its initiatives of which nobody says the other theme."""
    told = set(getattr(tables, f"{other}s_of").initiative)
    of = said_of(tables, theme)
    of = of[of.initiative.isin(set(tables.initiatives.initiative) - told)]
    return {id_: int(n) for id_, n in of.groupby("id").initiative.nunique().items()}


@kept
def standing(tables: Tables, theme: str) -> dict[str, Counter]:
    """Id → status → initiatives; None is a status nobody has told."""
    of = getattr(tables, f"{theme}s_of")[[theme, "initiative"]].drop_duplicates()
    joined = of.merge(tables.initiatives[["initiative", "status"]], on="initiative")
    found: dict[str, Counter] = defaultdict(Counter)
    for id_, status in zip(joined[theme], joined.status, strict=True):
        found[id_][None if pd.isna(status) else status] += 1
    return dict(found)


@kept
def league(tables: Tables) -> dict[str, dict[str, int]]:
    """Partner → role → initiatives; those with more initiatives first."""
    known = tables.involvement[tables.involvement.partner.isin(set(tables.partners.partner))]
    known = known[known.initiative.notna()][["partner", "role", "initiative"]].drop_duplicates()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (partner, role), n in known.groupby(["partner", "role"]).size().items():
        found[partner][role] = int(n)
    own = known[known.role.isin(in_role(tables))].groupby("partner").initiative.nunique()
    return dict(sorted(found.items(), key=lambda one: (-int(own.get(one[0], 0)), one[0])))


@kept
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
