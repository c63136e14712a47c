"""Organisations as found come in; out goes each once, under its longest name, with every place where it stands."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loaders.folding import bare

ALONE = ("alone",)
WORDS = re.compile(r"\w+")
SMALL = {"жана", "боюнча", "и", "по", "of", "and", "for", "the"}


@dataclass(slots=True)
class Organisation:
    name: str
    kind: str
    first: int
    last: int
    evidence: list[dict] = field(default_factory=list)


class Roll:
    """The organisations of one article, each looked up by the last word of its name and by its first letters."""

    def __init__(self):
        self.all: list[Organisation] = []
        self._by_last_word: dict[str, list[Organisation]] = defaultdict(list)
        self._by_letters: dict[str, Organisation] = {}
        self._near: dict[tuple[str, ...], list[int]] = defaultdict(list)  # place among those of the same last word

    def also(self, new: Organisation, known: Organisation) -> None:
        """Биринчи май ички иштер башкармалыгы (РИИБ): the brackets say how else it is called."""
        known = self._by_last_word[bare(WORDS.findall(known.name)[-1])][-1]
        self._by_letters[bare(new.name)] = known
        known.evidence += new.evidence

    def add(self, new: Organisation) -> None:
        """The same one under a shorter name, or under the first letters of its name, is one."""
        last, letters = WORDS.findall(new.name)[-1], _letters(new.name)
        key = bare(last)
        old = self._by_letters.get(key) if last.isupper() else None
        if key in self._by_last_word:
            old = old or self._alike(key, new.name)
        for end in range(len(letters), max(2, len(letters) - 2), -1):  # the letters came first; of the country or not
            old = old or self._by_last_word.get(letters[:end], [None])[0]
        if old is None:
            self.all.append(new)
        else:
            old.evidence += new.evidence
            if len(new.name) > len(old.name):
                old.name, old.kind = new.name, new.kind
        self._by_last_word[key].append(old or new)
        for sign in _signs((old or new).name):
            self._near[key, *sign].append(len(self._by_last_word[key]) - 1)
        for start in range(len(letters) - 2):
            self._by_letters.setdefault(letters[start:], old or new)

    def _alike(self, key: str, name: str) -> Organisation | None:
        """The first whose name ends alike; only those that share what such names must share are compared."""
        same, signs = self._by_last_word[key], _signs(name)
        alone = signs[-1] == ALONE
        places = (
            range(len(same)) if alone else sorted({at for sign in (*signs, ALONE) for at in self._near[key, *sign]})
        )
        return next((same[at] for at in places if _ends_alike(same[at].name, name)), None)


def _signs(name: str) -> list[tuple[str, ...]]:
    """Names that end alike share the first word or the last two, or one of them is a single word."""
    words = bare(name).split()
    return [("first", words[0]), ("last", *words[-2:])] if len(words) > 1 else [ALONE]


def _letters(name: str) -> str:
    return "".join(word[0] for word in WORDS.findall(bare(name)) if word not in SMALL)


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((bare(one), bare(other)), key=len)
    if long == short or long.endswith(" " + short):
        return True
    some, all_ = short.split(), long.split()  # Москва университети, Москва мамлекеттик университети
    return len(some) > 1 and some[0] == all_[0] and some[-1] == all_[-1] and set(some) <= set(all_)
