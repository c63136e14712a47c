"""A document comes in; out go the persons who hold an office, each with the words of the office and whose it is."""

from collections.abc import Iterator

from loaders.baseforms import base_form
from loaders.entries import Entry, Hit
from loaders.folding import bare, unify
from loaders.following import Following
from loaders.fullnames import FullName, Names
from loaders.heads import Heads, wordlist
from loaders.related import related_words
from loaders.surnames import SURNAME

GROUPS = ("heads", "single")
HELD_IN = {bare(unify("to")), bare(unify("at")), "в", "по"}
MANY = ("ей", "ов", "ам", "ям", "ами", "ями")  # представителей: nobody's own office
NOMINATIVE = {"", "+P3", "+PL", "+PL+P3"}
BETWEEN = {"", ":", "-"}
NAMED = {" ", ": ", "-", " - ", '" '}  # директор фонда «Луч» Асан Усенов
APART = {",", "-", "("}
NEAR = 6  # words after «директору болуп» in which its holder may be named

Holder = tuple[FullName, Hit, int, int]  # name, head, first and last word of the office


def entries(register) -> Iterator[Entry]:
    """Heads of offices and professions of each language; forms that lose a vowel keep their base: послом → посол."""
    for language, words in register.language.items():
        for group in GROUPS:
            for phrase in words["positions"].get(group, []):
                yield Entry(f"position:{language}", group, phrase, language=language)
        for base, forms in words["positions"].get("inflected", {}).items():
            yield from (Entry(f"position:{language}", base, form, language=language) for form in forms)


def read(document, facts=None) -> list[dict]:
    """One entry a person: the first words said of the office, every place where name and office stand together."""
    names = Names(document)
    people: dict[str, dict] = {}
    finder = _Kyrgyz(document, names) if document.language == "ky" else _Following(document, names)
    for name, hit, first, last in finder.holders():
        evidence = document.quote(min(first, name.first), max(last, name.last))
        same = names.same(name)
        if same not in people:
            people[same] = {
                "name": same,
                "position": finder.position(hit, first, last),
                "partner": _partner(document, first, last, hit),
                "evidence": [evidence],
            }
        else:
            people[same]["evidence"].append(evidence)
    return list(people.values())


def _partner(document, first: int, last: int, hit: Hit) -> str | None:
    """The organisation named in the words of the office, else the one every such office belongs to."""
    named = [m for m in document.mentions if m.kind == "partner" and first <= m.first and m.last <= last]
    if named:
        return named[-1].id
    offices = document.register.language[document.language]["positions"]["of"]
    alone = first == hit.first or document.text.gaps[hit.first - 1].strip() == ","
    return next((id for id, held in offices.items() if alone and hit.entry.phrase in held), None)


def base_of(hit: Hit) -> str:
    """The office as a dictionary has it."""
    return hit.entry.phrase if hit.entry.id in GROUPS else hit.entry.id


class _Finder:
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


class _Kyrgyz(_Finder):
    def holders(self) -> Iterator[Holder]:
        """The name stands after its office, before it, or where somebody was made it."""
        text, walk = self._text, Heads(self._document)
        waiting: dict[int, int] = {}  # last word of an office that has no name yet → its first
        for hit in self._heads():
            dot = "." if hit.entry.phrase.endswith(".") else ""  # м.а.
            follows = hit.last + 1 < len(text.words) and text.gaps[hit.last].strip().removeprefix(dot) in BETWEEN
            if hit.tag not in NOMINATIVE:
                continue
            name = self._names.at(hit.last + 1, single=hit.entry.id == "single") if follows else None
            if not name and "PL" in hit.tag:
                continue
            first = walk.first_word(hit.first)
            if text.gaps[first - 1].strip() == ",":  # университеттин ректору, профессор Асан Үсөнов
                first = waiting.pop(first - 1, first)
            name = name or self._elsewhere(hit, first)
            if not name:
                waiting[hit.last] = first
            else:
                yield name, hit, first, hit.last
            if name:
                yield from self._others(name, hit, first)

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

    def _elsewhere(self, hit: Hit, first: int) -> FullName | None:
        text, following = self._text, hit.last + 1
        if name := self._apart(first):
            return name
        plain = first > 0 and text.gaps[first - 1].strip(" №") == ""
        if plain and text.words[first - 1] in wordlist(self._document, "positions", "called"):
            return self._names.ending(first - 2)  # Асан Үсөнов деген мугалим
        if following == len(text.words) or text.gaps[hit.last].strip() or text.sentence(following)[0] == following:
            return self._names.ending(first - 1) if plain else None  # Асан Үсөнов №5 мектептин директору.
        if text.words[following] in wordlist(self._document, "positions", "appointed"):
            return self._names.within(following + 1, NEAR) or self._names.nearest(first)
        courtesy = text.words[following] in wordlist(self._document, "positions", "courtesy")
        return self._names.at(following + 1) if courtesy else None


class _Following(_Finder):
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
            name = None if many else self._apart(first) or self._apart(before)
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
