"""Filtered tables come in; out go the counts a page shows, each the length of the list `choose` finds behind it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

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


class _Said(NamedTuple):
    """Who says what, once: the number of a row, of an id, and whether it is said of an initiative by an article."""

    of: np.ndarray
    id: np.ndarray
    planned: np.ndarray
    ids: list[str]


@kept
def cells(tables: Tables, down: str, across: str = "") -> dict[tuple[str, str], Cell]:
    """(id of `down`, id of `across`) → what speaks of both; a pair that is not in it has nothing at all.

    Without `across` the second id is empty. An initiative or article counts once, however often it is said.
    """
    ids = _said(tables, "initiative", down).ids, _said(tables, "initiative", across).ids if across else [""]
    plans, read = (_pairs(tables, of, down, across) for of in ("initiative", "article"))
    takers, named = (_said(tables, of, "partner") for of in ("initiative", "article"))
    left = np.isin(np.array(takers.ids, dtype=object), tables.partners.partner.to_numpy(dtype=object))
    met = (_met(plans, takers, left[takers.id]), _met(read, named, left[named.id] & ~named.planned))
    sources = pd.factorize(tables.articles.source)[0]
    found = {
        "initiatives": _distinct(*plans, ids),
        "sources": _distinct(sources[read[0]], *read[1:], ids),
        "partners": _distinct(*map(np.concatenate, zip(*met, strict=True)), ids),
    }
    pairs = sorted({pair for numbers in found.values() for pair in numbers})
    return {pair: Cell(**{name: numbers.get(pair, 0) for name, numbers in found.items()}) for pair in pairs}


@kept
def _said(tables: Tables, of: str, theme: str) -> _Said:
    said = said_of(tables, theme)
    rows, (numbers, ids) = tables.index(f"{of}s").places_of(of, said[of]), pd.factorize(said.id)
    each = np.stack([rows, numbers, said.initiative.notna().to_numpy()])[:, rows >= 0]
    row, number, planned = np.unique(each, axis=1)
    return _Said(row, number, planned.astype(bool), list(ids))


def _pairs(tables: Tables, of: str, down: str, across: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(row, number of `down`, number of `across`) of all that meet in an initiative (or article) that is left."""
    one = _said(tables, of, down)
    if not across:
        return one.of, one.id, np.zeros_like(one.id)
    other = _said(tables, of, across)
    at, there = _joined(one.of, other.of)
    return one.of[at], one.id[at], other.id[there]


def _met(pairs: tuple[np.ndarray, ...], partners: _Said, which: np.ndarray) -> tuple[np.ndarray, ...]:
    """(number of a partner, of `down`, of `across`) of those who are in what speaks of both."""
    of, down, across = pairs
    at, there = _joined(of, partners.of[which])
    return partners.id[which][there], down[at], across[at]


def _joined(ones: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places of every pair of equals."""
    order = np.argsort(others, kind="stable")
    first, end = (np.searchsorted(others[order], ones, side) for side in ("left", "right"))
    sizes = end - first
    nth = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(np.arange(len(ones)), sizes), order[np.repeat(first, sizes) + nth]


def _distinct(
    what: np.ndarray, down: np.ndarray, across: np.ndarray, ids: tuple[list[str], list[str]]
) -> dict[tuple[str, str], int]:
    """(down, across) → how many different numbers."""
    ones, others = ids
    most = int(np.max(what, initial=0)) + 1
    found = np.unique((down * len(others) + across) * most + what) // most
    pairs, counts = np.unique(found, return_counts=True)
    return {
        (ones[pair // len(others)], others[pair % len(others)]): int(n) for pair, n in zip(pairs, counts, strict=True)
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
    kept, whole = tables.index("initiatives").found("initiative"), everything.index("involvement")
    involved = whole.cut(lambda: whole.isin("initiative", kept))
    return tables.with_indexes({"involvement": involved, "partners": everything.index("partners")})


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
