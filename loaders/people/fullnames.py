"""A place in a document comes in; out goes the full name of a person that stands there, in the nominative."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.folding import bare, words_of
from loaders.grammar.baseforms import spelt
from loaders.grammar.heads import OBLIQUE
from loaders.grammar.surnames import SURNAME, russian_nominative
from loaders.people.nameparts import NameWords

FURTHEST = 25  # words back to somebody who is said to have been appointed
PATRONYMIC = re.compile(r"..+(?:ович|евич|овна|евна|ична)")
SMALL = re.compile("...+[ое]ва?$")  # Чынара исакова: a surname that lost its capital
ARTICLES = ("аль", "эль")


@dataclass(frozen=True, slots=True)
class FullName:
    text: str
    first: int
    last: int


class Names(NameWords):
    """Names of persons in one document."""

    def __init__(self, document):
        super().__init__(document)
        self._met: dict[str, list[str]] = defaultdict(list)  # surname → names it was met with

    def at(self, word: int, single: bool = False) -> FullName | None:
        """The name that begins here; `single`: of one word that need not look like a surname."""
        text, last = self._text, word
        initials = 0
        while self._initial(last) and initials < 3:
            last, initials = last + 1, initials + 1
        if not self._capital(last):
            return None
        given = last
        last = self._hyphened(last)
        if initials or (last > given and " " in text.written(given, last)):
            article = self._joined(last) and text.words[last + 1] in ARTICLES and text.gaps[last + 1] == "-"
            return self._name(word, self._hyphened(last + 1) if article else last)  # бин Ахмед Аль-Сулайти
        if self._kin(last):
            last += 1
            if self._joined(last) and self._capital(last + 1):
                last = self._hyphened(last + 1)
            return self._name(word, last)
        if not self._inflected(last) and self._joined(last) and self._initial(last + 1):
            last += 1
            while text.gaps[last].strip(" ") in ("", ".") and (self._initial(last + 1) or self._letter(last + 1)):
                last += 1
            return self._name(word, last)
        if not self._inflected(last) and self._joined(last) and self._capital(last + 1):
            last = self._hyphened(last + 1)
            if self._kin(last):
                return self._name(word, last + 1)
            if self._third(last):
                last = self._hyphened(last + 1)
            return self._name(word, last)
        if self._document.language == "ky" and self._joined(last) and SMALL.match(self._stem(last + 1)):
            return self._name(word, last + 1)
        if single or (SURNAME.match(self._stem(given)) and text.ends[given] - text.starts[given] > 4):
            return self._name(word, last)
        return None

    def ending(self, word: int) -> FullName | None:
        """The name of two words or more that ends here."""
        for first in range(max(0, word - 4), word):
            name = self.at(first)
            if name and name.last == word and " " in name.text:
                return name
        return None

    def listed(self, word: int) -> Iterator[FullName]:
        """The names that follow in one row: «депутаттар А, Б жана В»."""
        words = self._text.words
        while word + 1 < len(words):
            gap = self._text.gaps[word].strip()
            following = word + 2 if words[word + 1] in ("жана", "менен") and not gap else word + 1
            if (gap != "," and following == word + 1) or following >= len(words):
                return
            name = self.at(following)
            if name is None or " " not in name.text:
                return
            yield name
            word = name.last

    def within(self, word: int, reach: int) -> FullName | None:
        """The first full name that begins in the next words of the sentence, with nothing but small words before it."""
        last = self._text.sentence(word)[1] if word < len(self._text.words) else -1
        for at in range(word, min(last, word + reach) + 1):
            if self._capital(at) or self._initial(at):
                name = self.at(at)
                return name if name and " " in name.text else None
        return None

    def nearest(self, word: int) -> FullName | None:
        """The nearest full name before, in the same sentence."""
        floor = max(self._text.sentence(word)[0], word - FURTHEST)
        found, at = None, floor
        while at < word:
            name = self.at(at)
            if name and " " in name.text and name.last < word:
                found, at = name, name.last
            at += 1
        return found

    def russian(self, name: FullName, office: str, word: int) -> FullName:
        """The name in the nominative where the office before it is in another case: министра Каныбека Исакова."""
        oblique = self._document.language == "ru" and self._text.words[word] not in words_of(office)[-1:]
        return FullName(russian_nominative(name.text), name.first, name.last) if oblique else name

    def same(self, name: FullName) -> str:
        """The name a person was first met under: «Жээнбеков», «С. Жээнбеков» and «Сооронбай Жээнбеков» are one."""
        given, _, surname = name.text.rpartition(" ")
        met = self._met[bare(surname)]
        for other in met:
            if _may_be_one(given, other.rpartition(" ")[0]):
                return other
        met.append(name.text)
        return name.text

    def _name(self, first: int, last: int) -> FullName | None:
        if any(word in self._taken or self._text.words[word] in self._never for word in range(first, last + 1)):
            return None
        text = self._text
        if last + 1 < len(text.words) and text.words[last + 1] in ("атындагы", "атында"):
            return None
        start, end = text.starts[first], text.ends[last]
        if text.ends[last] - text.starts[last] == 1 and text.cased[end : end + 1] == ".":
            end += 1
        else:
            end = text.starts[last] + len(self._stem(last))
        written = spelt(text, start, end)
        return FullName(" ".join(written.split()), first, last)

    def _third(self, last: int) -> bool:
        """A third word is a patronymic, or the surname after one."""
        if self._inflected(last) or not self._joined(last) or not self._capital(last + 1):
            return False
        words = self._text.words
        foreign = not any(SURNAME.match(words[word]) for word in (last - 1, last)) and not self._capital(last + 2)
        if foreign and not OBLIQUE.match(words[last + 1]):  # Севит Гетачу Деста
            return True
        return PATRONYMIC.match(words[last + 1]) is not None or (
            PATRONYMIC.match(words[last]) is not None and SURNAME.match(self._stem(last + 1)) is not None
        )


def _may_be_one(given: str, other: str) -> bool:
    if not given or not other:
        return True
    return bare(given) == bare(other) or (given[0] == other[0] and "." in given + other)
