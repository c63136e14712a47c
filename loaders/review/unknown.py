"""What was read and the register come in; out go the names of organisations and people it lacks, each once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.folding import bare, unify
from loaders.mentions.names import BRACKETS, written_names
from loaders.records.shown import Evidence

INITIAL = re.compile(r"(\w)\.\s*(?:\w\.\s*)?(\S.*)")
KINDS = ("partners", "initiatives", "centres")


@dataclass
class Unknown:
    """One name with all its spellings and places; `said`: what articles say of it, each with how often."""

    spellings: Counter[str] = field(default_factory=Counter)
    evidence: list[Evidence] = field(default_factory=list)
    said: dict[str, Counter[Any]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def name(self) -> str:
        return min(self.spellings, key=lambda name: (-self.spellings[name], name))

    def most(self, key: str) -> Any:
        """What is said most often; None where nothing is."""
        return next((value for value, _ in self.said[key].most_common(1)), None)

    def add(self, article: str, one: Mapping[str, Any], *keys: str) -> None:
        self.spellings[one["name"]] += 1
        self.evidence += [Evidence(article, at["start"], at["end"], at["quote"]) for at in one["evidence"]]
        for key in keys:
            if one.get(key):
                self.said[key][one[key]] += 1


def folded(name: str) -> str:
    """What two spellings of a name have in common: letters of one alphabet, without dots, quotes and dashes."""
    return " ".join(re.findall(r"\w+", bare(unify(name))))


def known_names(register: Any) -> set[str]:
    """Every name a record has, had, or is told apart from."""
    records = [record for kind in KINDS for record in getattr(register, kind).values()]
    return {folded(name) for record in records for name in (*written_names(record), *(record.get("not") or ()))}


def organisations(register: Any, extracted: Mapping[str, Any]) -> dict[str, Unknown]:
    """Folded name → the organisation; one that has become a name of a record is unknown no more."""
    known, found = known_names(register), defaultdict(Unknown)
    for article, whole in extracted.items():
        for one in whole.get("unlisted") or ():
            if (key := folded(BRACKETS.sub("", one["name"]))) and key not in known:
                found[key].add(article, one, "kind")
    return dict(found)


def people(register: Any, extracted: Mapping[str, Any]) -> dict[str, Unknown]:
    """Those no partner's record names. `А. Асанов` is the one Асан Асанов there is, if there is one."""
    listed = [one for record in register.partners.values() for one in record.get("people") or ()]
    read = [(article, one) for article, whole in extracted.items() for one in whole.get("people") or ()]
    whole_of = _whole_names(one["name"] for one in (*listed, *(one for _, one in read)))
    known, found = {whole_of[one["name"]] for one in listed}, defaultdict(Unknown)
    for article, one in read:
        if (key := whole_of[one["name"]]) and key not in known:
            found[key].add(article, one, "position", "partner")
    return dict(found)


def _whole_names(names: Iterable[str]) -> dict[str, str]:
    """Name as written → folded; an initial gives way to the one first name that begins so."""
    names = set(names)
    firsts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        words = folded(name).split()
        if len(words) > 1 and not INITIAL.fullmatch(name):
            firsts[words[0][0], words[-1]].add(" ".join(words))
    found = {}
    for name in names:
        short = INITIAL.fullmatch(name)
        meant = firsts[folded(short[1]), folded(short[2])] if short else set()
        found[name] = next(iter(meant)) if len(meant) == 1 else folded(name)
    return found
