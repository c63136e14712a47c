"""A word list comes in; out go entries, the phrases the lexicon looks for, and the hits it finds of them."""

from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase to look for. `mode`: name (takes endings), stem (any continuation), exact (as it stands)."""

    kind: str
    id: str
    phrase: str
    mode: str = "name"
    weight: float = 1.0
    acronym: bool = False
    capital: bool = False
    names: tuple = ()  # the names that this is a part of (loaders.mentions.typos)
    language: str | None = None  # of the articles it is sought in; None: of all
    strict: bool = False  # the dots of ө ү ң matter: болду (was) is not бөлдү (gave)
    as_it_stands: bool = field(init=False, default=False)  # nothing to verify beyond the words themselves
    doubtful: bool = False  # as often something else: needs quotes or the full name near by

    def __post_init__(self) -> None:
        checked = self.mode == "name" or self.strict or self.acronym or self.capital
        object.__setattr__(self, "as_it_stands", not checked)


def entry(kind: str, id: str, phrase: str, weight: float = 1.0, mode: str = "name") -> "Entry":
    """An entry from a word list: a trailing * takes any continuation; an acronym is told by its capitals."""
    if phrase.endswith("*"):
        phrase, mode = phrase[:-1], "stem"
    return Entry(kind, id, phrase, mode, weight, acronym=is_acronym(phrase), strict=" " not in phrase)


class Hit(NamedTuple):
    """An entry found at words first..last; `tag` is the chain of endings, `tier` how it was recognised."""

    entry: Entry
    first: int
    last: int
    tag: str = ""
    tier: str = "exact"


Seen = tuple[Entry, int, int, str, str]  # a hit as the lexicon leaves it
FIRST, LAST = itemgetter(1), itemgetter(2)  # word of what is seen
_hit = partial(tuple.__new__, Hit)  # a third of the time that Hit() takes


class Hits(dict[tuple[str, ...], list[Hit]]):
    """Kinds of entries → their hits in order of place, made when a stage first asks for them together."""

    def __init__(self, seen: dict[str, list[Seen]]):
        super().__init__()
        self.seen = seen

    def __missing__(self, kinds: tuple[str, ...]) -> list[Hit]:
        lists = [self.seen[kind] for kind in kinds if kind in self.seen]
        if not lists:
            self[kinds] = none = []
            return none
        found = lists[0]
        if lists[1:]:
            found = [*chain.from_iterable(lists)]
            found.sort(key=LAST, reverse=True)  # of those that begin together the longest first
            found.sort(key=FIRST)
        self[kinds] = hits = [*map(_hit, found)]
        return hits


def is_acronym(phrase: str) -> bool:
    if " " in phrase:
        return False
    letters = [c for c in phrase if c.isalpha()]
    return 2 <= len(letters) <= 12 and sum(c.isupper() for c in letters) * 2 > len(letters)
