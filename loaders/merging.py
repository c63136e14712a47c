"""Organisations as found come in; out goes each once, under its longest name, with every place where it stands."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loaders.folding import bare

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

    def also(self, new: Organisation, known: Organisation) -> None:
        """Биринчи май ички иштер башкармалыгы (РИИБ): the brackets say how else it is called."""
        known = self._by_last_word[bare(re.findall(r"\w+", known.name)[-1])][-1]
        self._by_letters[bare(new.name)] = known
        known.evidence += new.evidence

    def add(self, new: Organisation) -> None:
        """The same one under a shorter name, or under the first letters of its name, is one."""
        last, letters = re.findall(r"\w+", new.name)[-1], _letters(new.name)
        key = bare(last)
        old = self._by_letters.get(key) if last.isupper() else None
        old = old or next((other for other in self._by_last_word[key] if _ends_alike(other.name, new.name)), None)
        for end in range(len(letters), max(2, len(letters) - 2), -1):  # the letters came first; of the country or not
            old = old or self._by_last_word.get(letters[:end], [None])[0]
        if old is None:
            self.all.append(new)
        else:
            old.evidence += new.evidence
            if len(new.name) > len(old.name):
                old.name, old.kind = new.name, new.kind
        self._by_last_word[key].append(old or new)
        for start in range(len(letters) - 2):
            self._by_letters.setdefault(letters[start:], old or new)


def _letters(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", bare(name)) if word not in SMALL)


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((bare(one), bare(other)), key=len)
    if long == short or long.endswith(" " + short):
        return True
    some, all_ = short.split(), long.split()  # Москва университети, Москва мамлекеттик университети
    return len(some) > 1 and some[0] == all_[0] and some[-1] == all_[-1] and set(some) <= set(all_)
