"""A Kyrgyz document comes in; out go the offices in it beside which a person is named, with the name."""

from collections.abc import Iterator

from loaders.grammar.baseforms import base_form
from loaders.grammar.heads import ADJECTIVE, Heads, wordlist
from loaders.grammar.surnames import SURNAME
from loaders.layout.related import related_words
from loaders.lexicon.entries import Hit
from loaders.people.fullnames import FullName, Names

GROUPS = ("heads", "single")
NOMINATIVE = {"", "+P3", "+PL", "+PL+P3"}
OWN = "ыиу"  # имараты, башкармалыгы
BETWEEN = {"", ":", "-"}
APART = {",", "-", "("}
BRACKETED = 6  # words in brackets between an office and its holder
NEAR = 6  # words after «директору болуп» in which its holder may be named

Holder = tuple[FullName, Hit, int, int]  # name, head, first and last word of the office


class Finder:
    def __init__(self, document, names: Names):
        self._document, self._text, self._names = document, document.text, names

    def _heads(self) -> Iterator[Hit]:
        """Of heads one inside the other the longest: премьер-министр, not министр."""
        end, related = -1, related_words(self._document)
        for hit in self._document.of(f"position:{self._document.language}"):
            if hit.first > end and hit.first not in related:
                end = hit.last
                yield hit

    def _small(self, position: str, first: int, hit: Hit) -> str:
        """An office that begins a sentence has a small letter in itself."""
        return position[:1].lower() + position[1:] if first == hit.first else position

    def _apart(self, first: int) -> FullName | None:
        """Асан Үсөнов, мектептин директору; Асан Усенов — директор школы."""
        gap = self._text.gaps[first - 1] if first else ""
        return self._names.ending(first - 1) if gap.strip(' №"') in APART and "\n" not in gap else None


class KyrgyzHolders(Finder):
    def holders(self) -> Iterator[Holder]:
        """The name stands after its office, before it, or where somebody was made it."""
        text, walk, heads = self._text, Heads(self._document), [*self._heads()]
        ends = {hit.last for hit in heads}
        waiting: dict[int, int] = {}  # last word of an office that has no name yet → its first
        for hit in heads:
            dot = "." if hit.entry.phrase.endswith(".") else ""  # м.а.
            follows = hit.last + 1 < len(text.words) and text.gaps[hit.last].strip().removeprefix(dot) in BETWEEN
            if hit.tag not in NOMINATIVE:
                continue
            after = hit.last + 1
            if not follows and "(" in text.gaps[hit.last]:
                after = self._past_brackets(hit.last)
                follows = after > hit.last + 1
            name = self._names.at(after, single=hit.entry.id == "single") if follows else None
            if not name and "PL" in hit.tag:
                continue
            first = hit.first if self._alone(hit, ends) else walk.first_word(hit.first)
            if text.gaps[first - 1].strip() == ",":  # университеттин ректору, профессор Асан Үсөнов
                first = waiting.pop(first - 1, first)
            name = name or self._elsewhere(hit, first)
            if not name:
                waiting[hit.last] = first
            else:
                yield name, hit, first, hit.last
            if name:
                yield from self._others(name, hit, first)

    def _past_brackets(self, last: int) -> int:
        """депутаты («Жаңы жол» фракциясы) Асан Үсөнов: the word after the brackets that follow."""
        gaps = self._text.gaps
        if gaps[last].strip(' "') == "(":
            for at in range(last + 1, min(last + 1 + BRACKETED, len(gaps))):
                if ")" in gaps[at]:
                    return at + 1 if gaps[at].strip(' "') == ")" else last + 1
        return last + 1

    def _alone(self, hit: Hit, offices: set[int]) -> bool:
        """«… мектептин имараты ишкер Асан Үсөнов»: what belongs to something is no part of a plain profession."""
        words, before = self._text.words, hit.first - 1
        if before < 0 or "P3" in hit.tag or words[hit.last][-1] in OWN or words[before][-1] not in OWN:
            return False
        return before not in offices and self._text.gaps[before] == " " and not ADJECTIVE.search(words[before])

    def _others(self, name: FullName, hit: Hit, first: int) -> Iterator[Holder]:
        """Of the same office: депутаттар А, Б жана В; орун басары А жана Б, where Б is plainly a surname."""
        row = self._names.listed(name.last)
        if "PL" in hit.tag:
            yield from ((other, hit, first, hit.last) for other in row)
        elif self._text.words[name.last + 1 : name.last + 2] == ["жана"]:
            other = next(row, None)
            if other and SURNAME.match(self._text.words[other.last]):
                yield other, hit, first, hit.last

    def position(self, hit: Hit, first: int, last: int) -> str:
        return self._small(base_form(self._document, first, hit), first, hit)

    def _goes_on(self, hit: Hit) -> bool:
        """«доцент А, университеттин проректору, профессор Б»: the office is of the name that comes."""
        following = hit.last + 1
        more = self._document.beginning(following, following, "position:ky")
        comma = self._text.gaps[hit.last].strip() == ","
        return comma and any(self._names.at(other.last + 1) for other in more)

    def _elsewhere(self, hit: Hit, first: int) -> FullName | None:
        text, following = self._text, hit.last + 1
        if name := self._apart(first):
            return None if self._goes_on(hit) and any(head.last + 1 == name.first for head in self._heads()) else name
        plain = first > 0 and text.gaps[first - 1].strip(" №") == ""
        if plain and text.words[first - 1] in wordlist(self._document, "positions", "called"):
            return self._names.ending(first - 2)  # Асан Үсөнов деген мугалим
        if following == len(text.words) or text.gaps[hit.last].strip() or text.sentence(following)[0] == following:
            return self._names.ending(first - 1) if plain else None  # Асан Үсөнов №5 мектептин директору.
        if text.words[following] in wordlist(self._document, "positions", "appointed"):
            return self._names.within(following + 1, NEAR) or self._names.nearest(first)
        courtesy = text.words[following] in wordlist(self._document, "positions", "courtesy")
        return self._names.at(following + 1) if courtesy else None
