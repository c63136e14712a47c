"""A document comes in; out go the organisations of the story that the register lacks, in base form, with their kind."""

import re
from collections.abc import Iterator

from loaders.folding import bare, unify
from loaders.grammar.following import Following
from loaders.grammar.surnames import SURNAME, russian_nominative
from loaders.lexicon.entries import Entry, Hit
from loaders.mentions.contexts import NAMED_AFTER
from loaders.organisations.heads import GROUPS, Finder
from loaders.organisations.merging import Organisation, Roll
from loaders.organisations.names import COUNTRY, KyrgyzNames

ORDINAL = re.compile("перв|втор|трет|четверт|пят[аоы]|друг|так[аио]")
ANY = {bare(unify(word)) for word in ("this", "these", "that", "those", "our", "its", "their", "such", "all", "any")}
AND = bare("and")
OF_COUNTRIES = ("ministry", "embassy")
OF_PERSONS = ("university", "foundation")
LONGEST_QUOTED = 5  # words
FEW_SCHOOLS = 2  # a longer row of schools tells where something is, not who takes part


def entries(register) -> Iterator[Entry]:
    """The nouns that names of organisations are made with, acronyms, and names whole in themselves."""
    for language, words in register.language.items():
        section = words["organisations"]
        for group in GROUPS:
            for kind, heads in section.get(group, {}).items():
                yield from (Entry(f"{group}:{language}", kind, head, language=language) for head in heads)
        yield from (Entry(f"named:{language}", "none", phrase, language=language) for phrase in section["none"])
        for kind, offices in section.get("offices", {}).items():
            yield from (Entry(f"named:{language}", kind, office, language=language) for office in offices)
        for whole in ("acronyms", "names"):
            for kind, names in section[whole].items():
                for name in names:
                    yield Entry(
                        f"whole:{language}", kind, name, acronym=name.isupper(), capital=True, language=language
                    )


def read(document, facts=None) -> list[dict]:
    """In order of place; the same one under several names once."""
    finder = KyrgyzNames(document) if document.language == "ky" else _Following(document)
    text, roll, end, before = document.text, Roll(), -1, None
    for new in sorted([*finder.found(), *finder.latin()], key=lambda found: (found.first, -found.last)):
        if new.last > end:
            new.evidence = [document.quote(new.first, new.last)]
            bracketed = before and new.name.isupper() and new.first == end + 1 and text.gaps[end].strip() == "("
            if bracketed:
                roll.also(new, before)
            else:
                roll.add(new)
            end, before = new.last, before if bracketed else new
    schools = sum(found.kind == "school" for found in roll.all)
    kept = [found for found in roll.all if found.kind != "school" or schools <= FEW_SCHOOLS]
    in_full = document.register.language[document.language]["organisations"]["in_full"]
    names = [f"{in_full[found.name]} ({found.name})" if found.name in in_full else found.name for found in kept]
    return [
        {"name": name, "kind": found.kind, "evidence": found.evidence} for name, found in zip(names, kept, strict=True)
    ]


class _Following(Finder):
    def found(self) -> Iterator[Organisation]:
        """Russian and English names: the head, what it is of, a quoted name."""
        walk = Following(self._document)
        self._all = list(self._heads())
        for hit in self._all:
            if self._group(hit) == "whole":
                yield Organisation(hit.entry.phrase, hit.entry.id, hit.first, hit.last)
                continue
            if self._counted(hit):
                continue
            first, last = walk.span(hit.first, hit.last)
            if (opening := self._quoted_before(hit)) is not None:
                yield Organisation(self._text.written(opening, hit.last), hit.entry.id, opening, hit.last)
                continue
            last = next((word - 1 for word in range(hit.last + 1, last + 1) if word in self._known), last)
            last = walk.trimmed(hit.last, last)
            last = self._one(hit, last)
            if self._is_name(walk, first, hit, last) and not self._told(first, last):
                name = walk.nominative(hit.entry.phrase, first, hit.first, last)
                yield Organisation(name[:1].upper() + name[1:], hit.entry.id, first, last)

    def _counted(self, hit: Hit) -> bool:
        """40 школам области: any of so many."""
        text, before = self._text, hit.first - 1
        return before >= 0 and text.gaps[before] == " " and text.words[before].isdecimal()

    def _one(self, hit: Hit, last: int) -> int:
        """Osh University and Talas University: up to the «and» before another one's head."""
        words = self._text.words
        if self._document.language == "en" and last > hit.last and self._capital(hit.last + 1):
            numbered = any(word.isdecimal() for word in words[hit.last + 1 : last + 1])
            last = last if numbered else hit.last  # Osh University Asan Bekiev
        while last - 1 > hit.last and words[last - 2] not in NAMED_AFTER and self._person(last):
            last -= 2  # районная администрация Асану Усенову
        joined = [word for word in range(hit.last + 1, last) if words[word] == AND]
        other = joined and any(hit.last < head.first <= last for head in self._all)
        return joined[0] - 1 if self._document.language == "en" and other else last

    def _person(self, last: int) -> bool:
        russian = self._document.language == "ru" and SURNAME.match(russian_nominative(self._text.words[last]))
        return bool(russian) and self._capital(last) and self._capital(last - 1)

    def _told(self, first: int, last: int) -> bool:
        """A name of the register that only tells the news; a unit of a partner: ADB's Central Asia Department."""
        if any(word in self._tellers for word in range(first, last + 1)):
            return True
        for word in range(first - 1, max(-1, first - 1 - LONGEST_QUOTED), -1):
            if word in self._known:
                return self._text.gaps[word].strip() == "'"
        return False

    def _is_name(self, walk: Following, first: int, hit: Hit, last: int) -> bool:
        text = self._text
        if text.gaps[last].startswith(", ") and text.words[last].isdecimal() and text.words[last + 1].isdecimal():
            return False  # школы № 98, 99, 100
        quoted = last > hit.last and text.cased.count('"', text.ends[hit.last], text.ends[last] + 1) > 1
        unsaid = self._document.register.language[self._document.language]["organisations"].get("unsaid", ())
        if hit.entry.id == "ministry" and last == hit.last + 1 and text.words[last] in unsaid:
            return False  # Министерство образования: there were several
        if hit.entry.id in OF_PERSONS and last == hit.last + 1 and self._capital(last) and last not in self._mention:
            country = text.words[last].startswith(COUNTRY) or any(h.first == last for h in self._document.of("foreign"))
            return not country  # институт Конфуция
        if last > hit.last + 1 and text.words[hit.last + 1] in NAMED_AFTER and self._capital(last):
            return True  # библиотека имени Осмонова
        if quoted or text.words[last].isdecimal():
            return True
        if ORDINAL.match(text.words[first]) or (first < hit.first and text.words[first] in ANY):
            return False  # второй центр, these funds
        if any(walk.latin(word) for word in range(hit.last + 1, last + 1)):
            return True
        of_what = last > hit.last + 1 and (
            (hit.entry.id == "ministry" and self._capital(hit.first)) or self._capital(last)
        )
        if hit.entry.id in OF_COUNTRIES and of_what:
            return True  # министерство сельского хозяйства США, Министерство иностранных дел
        if self._group(hit) == "titled" or (first == hit.first and last == hit.last):
            return False
        midway = first != text.sentence(first)[0] or first < hit.first
        own = {*text.words[first : hit.first], *text.words[hit.last + 1 : last + 1]} - walk.glue
        known = own <= self._generic() and hit.entry.id not in OF_COUNTRIES  # but: the Turkish Embassy
        return self._capital(first) and midway and not known

    def _quoted_before(self, hit: Hit) -> int | None:
        """“Kyzyl Jol” school: the first word of the quoted name before an English head."""
        text, closing = self._text, hit.first - 1
        if self._document.language != "en" or closing < 0 or text.gaps[closing] != '" ' or closing in self._known:
            return None
        floor = max(text.sentence(hit.first)[0], closing - LONGEST_QUOTED)
        return next((w for w in range(closing, floor - 1, -1) if w and text.gaps[w - 1].endswith('"')), None)

    def _generic(self) -> frozenset[str]:
        """Words that make no name: International Public Foundation."""
        lists, seen = self._document.lists, ("generic", self._document.language)
        if seen not in lists:
            words = self._document.register.language[self._document.language]["organisations"]["generic"]
            lists[seen] = frozenset(bare(unify(word)) for word in words)
        return lists[seen]
