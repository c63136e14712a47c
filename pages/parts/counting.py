"""Filtered tables come in; out go the counts a page shows, each the length of the list `choose` finds behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from loaders.filters.choosing import where
from loaders.tables import Tables
from loaders.tables.keeping import kept
from loaders.tables.numbering import Packed, Values

OF = {"initiatives": "initiatives", "sources": "articles", "partners": "partners"}  # what is counted → its list
CONTRADICTIONS = (
    "date-conflict",
    "number-conflict",
    "name-conflict",
    "disagreement",
    "articles-differ",
    "record-conflict",
)
NOBODY = Values(np.array([""], dtype=object))
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


class Said(NamedTuple):
    """Who says what, once: the row of an initiative or article, the number of an id, and whether it is said of an
    initiative."""

    of: np.ndarray
    id: np.ndarray
    planned: np.ndarray
    values: Values

    def ids(self) -> set[str]:
        return set(self.values.values[np.unique(self.id)])


@kept
def said(tables: Tables, of: str, theme: str) -> Said:
    """`of`: initiative or article; `theme`: partner (in a role), goal, level, region. Each row once for each id."""
    own = tables.index("involvement" if theme == "partner" else f"{theme}s_of")
    rows, column = own.rows_in(of, tables.index(f"{of}s"), of), own.column(theme)
    here = (rows >= 0) & (column.numbers >= 0)
    if theme == "partner":
        here &= own.isin("role", in_role(tables))
    one = Packed(rows[here], column.numbers[here], (~own.unsaid("initiative")[here]).astype(np.int64))
    row, number, planned = one.once()
    return Said(row, number, planned.astype(bool), column.values)


@kept
def cells(tables: Tables, down: str, across: str = "") -> dict[tuple[str, str], Cell]:
    """(id of `down`, id of `across`) → what speaks of both; a pair that is not in it has nothing at all.

    Without `across` the second id is empty. An initiative or article counts once, however often it is said.
    """
    ids = (said(tables, "initiative", down).values, said(tables, "initiative", across).values if across else NOBODY)
    plans, read = (_pairs(tables, of, down, across) for of in ("initiative", "article"))
    takers, named = (said(tables, of, "partner") for of in ("initiative", "article"))
    left = takers.values.flags(tables.index("partners").found("partner"))
    met = (_met(plans, takers, left[takers.id]), _met(read, named, left[named.id] & ~named.planned))
    sources = tables.index("articles").column("source").numbers
    found = {
        "initiatives": _distinct(*plans, ids),
        "sources": _distinct(sources[read[0]], *read[1:], ids),
        "partners": _distinct(*map(np.concatenate, zip(*met, strict=True)), ids),
    }
    pairs = sorted({pair for numbers in found.values() for pair in numbers})
    return {pair: Cell(**{name: numbers.get(pair, 0) for name, numbers in found.items()}) for pair in pairs}


def _pairs(tables: Tables, of: str, down: str, across: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(row, number of `down`, number of `across`) of all that meet in an initiative (or article) that is left."""
    one = said(tables, of, down)
    if not across:
        return one.of, one.id, np.zeros_like(one.id)
    other = said(tables, of, across)
    at, there = _joined(one.of, other.of)
    return one.of[at], one.id[at], other.id[there]


def _met(pairs: tuple[np.ndarray, ...], partners: Said, which: np.ndarray) -> tuple[np.ndarray, ...]:
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
    what: np.ndarray, down: np.ndarray, across: np.ndarray, ids: tuple[Values, Values]
) -> dict[tuple[str, str], int]:
    """(down, across) → how many different numbers."""
    ones, others, _what = Packed(down, across, what).once()
    pairs = Packed(ones, others)
    return {(ids[0].values[one], ids[1].values[other]): n for one, other, n in pairs.counted()}


def unsaid(tables: Tables, theme: str) -> int:
    """Initiatives of which nobody has said it: not zero and not empty, but unknown."""
    return tables.count("initiatives") - len(np.unique(said(tables, "initiative", theme).of))


def lacking(tables: Tables, theme: str, other: str) -> dict[str, int]:
    """Id → its initiatives of which nobody says the other theme."""
    own, told = said(tables, "initiative", theme), np.zeros(tables.count("initiatives"), dtype=bool)
    told[said(tables, "initiative", other).of] = True
    return {own.values.values[id_]: n for id_, n in Packed(own.id[~told[own.of]]).counted()}


@kept
def standing(tables: Tables, theme: str) -> dict[str, Counter]:
    """Id → status → initiatives; None is a status nobody has told."""
    own, status = said(tables, "initiative", theme), tables.index("initiatives").column("status")
    found: dict[str, Counter] = defaultdict(Counter)
    for id_, number, n in Packed(own.id, status.numbers[own.of] + 1).counted():
        found[own.values.values[id_]][status.values.values[number - 1] if number else None] = n
    return dict(found)


@kept
def league(tables: Tables) -> dict[str, dict[str, int]]:
    """Partner → role → initiatives; those with more initiatives first."""
    own, plans = tables.index("involvement"), tables.index("initiatives")
    rows, partner, role = own.rows_in("initiative", plans, "initiative"), own.column("partner"), own.column("role")
    here = (rows >= 0) & own.isin("partner", tables.index("partners").found("partner"))
    ones, roles, _rows = Packed(partner.numbers[here], role.numbers[here], rows[here]).once()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for one, as_, n in Packed(ones, roles).counted():
        found[partner.values.values[one]][role.values.values[as_]] = n
    most = {id_: len(initiatives) for id_, initiatives in taking_part(tables).items()}
    return dict(sorted(found.items(), key=lambda one: (-most.get(one[0], 0), one[0])))


@kept
def members(tables: Tables, theme: str) -> Mapping[str, set[str]]:
    """Id → its initiatives."""
    own = said(tables, "initiative", theme)
    return _grouped(own.values.values[own.id], _plans(tables)[own.of])


def taking_part(tables: Tables) -> Mapping[str, set[str]]:
    """Partner → the initiatives it has a role in."""
    return members(tables, "partner")


def _plans(tables: Tables) -> np.ndarray:
    """The id of each row."""
    column = tables.index("initiatives").column("initiative")
    return column.values.values[column.numbers]


def _grouped(keys: Iterable[Any], ids: Iterable[str]) -> dict[Any, set[str]]:
    found: dict[Any, set[str]] = defaultdict(set)
    for key, id_ in zip(keys, ids, strict=True):
        found[key].add(id_)
    return dict(found)


@kept
def company(tables: Tables, everything: Tables) -> Tables:
    """The initiatives that are left, with all who take part in them: a filter by partner does not hide its company."""
    left, whole = tables.index("initiatives").found("initiative"), everything.index("involvement")
    involved = whole.cut(lambda: whole.isin("initiative", left))
    return tables.with_indexes({"involvement": involved, "partners": everything.index("partners")})


def shared(tables: Tables, partner: str) -> dict[str, set[str]]:
    """Another partner → the initiatives both have a role in."""
    parts = taking_part(tables)
    own = parts.get(partner, set())
    return {other: both for other, theirs in parts.items() if other != partner and (both := own & theirs)}


@kept
def weights(tables: Tables) -> dict[str, int]:
    """Partner → how often another has a role in one of its initiatives."""
    own = said(tables, "initiative", "partner")
    others = np.bincount(own.of)[own.of] - 1
    found = np.bincount(own.id, others)
    return {own.values.values[id_]: int(found[id_]) for id_ in np.flatnonzero(found)}
