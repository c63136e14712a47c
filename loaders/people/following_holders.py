"""A Russian or English document comes in; out go the offices in it beside which a person is named, with the name."""

from collections.abc import Iterator

from loaders.folding import bare, unify
from loaders.grammar.following import Following
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Hit
from loaders.people.fullnames import FullName, Names
from loaders.people.holders import GROUPS, Finder, Holder

HELD_IN = {bare(unify("to")), bare(unify("at")), "в", "по"}
ARTICLES = {bare(unify("a")), bare(unify("an")), bare(unify("the"))}
MANY = ("ей", "ов", "ам", "ям", "ами", "ями")  # представителей: nobody's own office
NAMED = {" ", ": ", "-", " - ", '" '}  # директор фонда «Луч» Асан Усенов


def base_of(hit: Hit) -> str:
    """The office as a dictionary has it."""
    return hit.entry.phrase if hit.entry.id in GROUPS else hit.entry.id


class FollowingHolders(Finder):
    def __init__(self, document, names: Names):
        super().__init__(document, names)
        self._walk = Following(document)
        self._courtesy = wordlist(document, "positions", "courtesy")
        self._offices = {hit.first for hit in document.of(f"position:{document.language}")}

    def holders(self) -> Iterator[Holder]:
        """Russian and English: the office, what it is of, the name; or the name, a comma, the office."""
        held: set[int] = set()  # first words of names that have an office: Mayor of Osh Asan Usenov, Adviser of …
        for hit in self._heads():
            first, last = self._span(hit)
            before = next(
                (m.first for m in self._document.mentions if m.last == first - 1 or m.last == first - 2), first
            )
            many = self._text.words[hit.last].endswith(MANY) and not base_of(hit).endswith(MANY)
            article = first > 0 and self._text.words[first - 1] in ARTICLES  # Anna Weber, a professor of …
            name = None if many else self._apart(first - article) or self._apart(before)
            if name and name.first not in held:
                yield name, hit, first, last
                continue
            if name := self._after_comma(last) or self._after_letters(last):
                yield name, hit, first, last
                continue
            for word in range(hit.last + 1, min(last + 2, len(self._text.words))):
                if self._text.words[word - 1] in self._walk.glue:
                    continue  # adviser to the Kyrgyz Republic
                if self._text.cased[self._text.ends[hit.last] : self._text.starts[word]].count('"') % 2:
                    continue  # победитель «Учителя года» Асан Усенов is no teacher
                name = self._names.at(word) if self._text.gaps[word - 1] in NAMED else None
                if name and " " in name.text:
                    held.add(name.first)
                    yield self._names.russian(name, base_of(hit), hit.last), hit, first, word - 1
                    break

    def _span(self, hit: Hit) -> tuple[int, int]:
        """Ambassador to …, Director at …: what the office is held in may stand after these."""
        first, last = self._walk.span(hit.first, hit.last)
        plain = last == hit.last or self._text.gaps[last].startswith('"')  # директор фонда «Луч» в Центральной Азии
        at_a_body = self._text.words[last + 1 : last + 2] and self._text.words[last + 1] in HELD_IN
        return (first, self._walk.span(hit.first, last + 1)[1]) if plain and at_a_body else (first, last)

    def _after_comma(self, last: int) -> FullName | None:
        """The Rector of Luch University, Asan Usenov, …"""
        comma = self._document.language == "en" and self._text.gaps[last].strip(' "') == ","
        name = self._names.at(last + 1) if comma else None
        return name if name and " " in name.text and name.first not in self._offices else None

    def _after_letters(self, last: int) -> FullName | None:
        """ректором Университета Луча (УЛ) д-ром Асаном Усеновым: past the letters and the courtesy."""
        text, at = self._text, last
        if text.gaps[at].strip() == "(" and text.gaps[at + 1 : at + 2] and ")" in text.gaps[at + 1]:
            at += 1
        while text.words[at + 1 : at + 2] and text.words[at + 1] in self._courtesy and text.gaps[at + 1] in "- . ":
            at += 1
        name = self._names.at(at + 1) if at > last and at + 1 < len(text.words) else None
        return self._names.russian(name, "", at) if name and " " in name.text else None

    def position(self, hit: Hit, first: int, last: int) -> str:
        return self._small(self._walk.nominative(base_of(hit), first, hit.first, last), first, hit)
