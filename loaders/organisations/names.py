"""A Kyrgyz document comes in; out go the names of organisations that its nouns end; what only looks so is left out."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.grammar.baseforms import base_form, singular
from loaders.grammar.heads import ADJECTIVE, GENITIVE, PLURAL, VERBAL, Heads, wordlist
from loaders.lexicon.entries import Hit
from loaders.organisations.letters import FEW_WORDS
from loaders.organisations.merging import Organisation
from loaders.organisations.openings import Openings

QUOTED_ROW = re.compile('((?:"[^"\\n]{2,60}"(?:, | жана | менен ))+"[^"\\n]{2,60}") ((?:[а-яөүң-]+ ){0,2})$')
INSIDE = re.compile('"([^"]+)"(?=, | жана | менен |$)')
ONE_OF = "one of "
GOVERNMENT = re.compile("окмоту(?:$|н)")
LONGEST_OPENING = 2  # words before an unpossessed noun of which only the sentence's first has a capital
OWN = re.compile("...[ыиу]$")  # курсу, борбору
COUNTRY = "кыргызстан"
LATIN = re.compile("[A-Za-z]{3}")
AFFAIRS = "иштери"
IN_A_PLACE = ("дагы", "деги", "тагы", "теги")  # Кыргызстандагы лицей: any


class KyrgyzNames(Openings):
    def __init__(self, document):
        super().__init__(document)
        self._walk = Heads(document)
        offices = document.register.language["ky"]["organisations"]["offices"]
        self._bodies = {office: body for of_kind in offices.values() for office, body in of_kind.items()}
        self._titles = document.register.language["ky"]["office_titles"]
        self._short = document.register.language["ky"]["organisations"]["short"]
        self._offices = wordlist(document, "positions", "heads")
        self._all = list(self._heads())
        self._plurals = {hit.last for hit in self._all if "PL" in hit.tag.split("+")}
        named = document.of("partner", "centre")
        self._names_end = {hit.last for hit in named if not hit.tag.endswith(("GEN", "REL"))}

    def found(self) -> Iterator[Organisation]:
        for hit in self._all:
            if hit.last in self._plurals:
                yield from self._in_row(hit)
                continue
            if hit.entry.phrase in self._bodies and "P3" not in hit.tag:
                continue
            first = self._walk.first_word(hit.first)
            first = self._own(first, hit.first)
            if first == hit.first:
                first = self._proper(hit)
            first -= (first == hit.first and self._branded(hit)) or self._after_letters(first, hit)
            first += self._text.words[first] in self._offices and first + 1 < hit.first  # министр Асанов атындагы …
            if self._around_known(first) or self._in_title(hit) or self._titled(hit):
                continue
            known = self._known.get(first)
            if self.is_unit(first, hit):
                continue
            row = known and known.reason.startswith(ONE_OF) and known.kind == "partner"  # … университеттеринин
            other = known and "GEN" not in known.tag and not self._possessed(hit)  # … министрлиги жергиликтүү мэрия
            if known and (known.first < first or row or other) and known.last < hit.first:
                first = known.last + 1
            if self._group(hit) == "whole":
                place = self._mention.get(first)
                honoured = hit.first and self._text.words[hit.first - 1] == "атындагы"  # А. Осмонов атындагы Улуттук …
                first = first if honoured or (place and place.kind == "region") else hit.first  # Талас областык ИИБ
            elif self._owned(hit) or not self._is_name(first, hit) or self._aside(hit):
                continue
            name = base_form(self._document, first, hit)
            if body := self._bodies.get(hit.entry.phrase):
                title = self._titles.get(f"{hit.entry.phrase}си", "")  # атайын жана ыйгарым укуктуу элчиси
                before = re.sub(f" {title}$", "", name, flags=re.IGNORECASE) if title else name
                name = f"{name.rpartition(' ')[0] if before == name else before} {body}"
            if letters := self._short.get(hit.entry.phrase):
                name = " ".join([*name.split()[: -len(hit.entry.phrase.split())], letters])
            yield Organisation(name[:1].upper() + name[1:], hit.entry.id, first, hit.last)
        yield from self._governments()
        yield from self.lettered({word for hit in self._all for word in range(hit.first, hit.last + 1)})

    def _in_row(self, hit: Hit) -> Iterator[Organisation]:
        """«Айти» жана «Асаба» курулуш ишканалары: the noun in the plural holds for every quoted name before it."""
        text = self._text
        floor = max(0, text.starts[text.sentence(hit.first)[0]] - 1)
        row = QUOTED_ROW.search(text.cased[floor : text.starts[hit.first]])
        if not row:
            return
        kind = (row[2] + singular(base_form(self._document, hit.first, hit))).strip()
        for quoted in INSIDE.finditer(row[1]):
            start = floor + row.start(1) + quoted.start(1)
            first, last = bisect_left(text.starts, start), bisect_left(text.starts, start + len(quoted[1])) - 1
            if first not in self._known:
                yield Organisation(f"«{quoted[1]}» {kind}", hit.entry.id, first, last)

    def _around_known(self, first: int) -> bool:
        """«Маариф» өкмөттүк фонду: the quoted name is a partner's, the words after it say what that is."""
        known = self._known.get(first)
        quoted = first > 0 and self._text.gaps[first - 1].endswith('"')
        return bool(known and quoted and known.kind == "partner" and known.first == first)

    def _in_title(self, hit: Hit) -> bool:
        """«Евразия лицейи» программасы: the quoted name is that of a programme."""
        quoted = self._text.gaps[hit.last].startswith('"')
        return quoted and any(head.first == hit.last + 1 for head in self._document.of("initiative_head"))

    def _titled(self, hit: Hit) -> bool:
        """“Маданият борбору” деп жарыяланды: what something is called."""
        following = self._text.words[hit.last + 1 : hit.last + 2]
        return self._text.gaps[hit.last].startswith('"') and following in (["деп"], ["деген"], ["аттуу"])

    def _governments(self) -> Iterator[Organisation]:
        """Венгриянын өкмөтү, where the register has none of that country."""
        text = self._text
        for hit in self._document.of("foreign"):
            head = hit.last + 1
            owned = hit.tag.endswith("GEN") and text.words[head : head + 1] and text.gaps[hit.last] == " "
            if (
                owned
                and GOVERNMENT.match(text.words[head])
                and head not in self._known
                and hit.first not in self._known
            ):
                yield Organisation(f"{text.written(hit.first, hit.last)} өкмөтү", "state-body", hit.first, head)

    def _owned(self, hit: Hit) -> bool:
        """Beside a name of the register it is that very one (ЭлТР телеканалы); after an owner a head bears a mark."""
        text, before = self._text, hit.first - 1
        if before in self._names_end:
            return True
        if text.gaps[hit.last].strip() == "(" and hit.last + 1 in self._known:
            return True  # … агенттиги (USAID)
        if before < 0 or self._possessed(hit) or not text.gaps[before].isspace():
            return False
        if hit.entry.phrase.endswith("кеңеш") and before in self._mention and self._mention[before].kind == "region":
            return False  # Бишкек шаардык кеңештин жыйыны
        if self._branded(hit):
            return False
        surname = before > 0 and self._capital(before - 1) and text.gaps[before - 1] == " "  # Андрей Белый
        noun = self._capital(before) and (surname or not ADJECTIVE.search(text.words[before]))
        return noun or GENITIVE.match(text.words[before]) is not None

    def _is_name(self, first: int, hit: Hit) -> bool:
        """Do the words before the head make it one organisation's name, and not any?"""
        text, group, span = self._text, self._group(hit), range(first, hit.first)
        if not span:
            return False
        start = text.starts[first]
        written = text.cased[start : text.starts[hit.first]]
        if "№" in text.cased[max(0, start - 2) : start]:
            return True
        owner = text.words[hit.first - 1]
        if not self._possessed(hit) and OWN.search(owner) and not VERBAL.match(owner) and not ADJECTIVE.search(owner):
            return False  # «…» курсу университетте
        if '"' in text.cased[max(0, start - 2) : start] and ('"' in written or text.gaps[hit.last].startswith('"')):
            return True
        if "атындагы" in written or LATIN.search(written):
            return True
        if group == "titled":
            return False
        general, vague = self._list("generic"), self._list("vague") if group == "proper" else frozenset()
        places = {word for word in span if word in self._mention and self._mention[word].kind == "region"}
        places |= {word for word in span if text.words[word].startswith(COUNTRY)}
        midway = self._capital(first) and first != text.sentence(first)[0]
        own = [word for word in span if text.words[word] not in general and text.words[word] not in vague]
        if all(word in places or text.words[word] in ("жана", "боюнча") for word in own):
            local = (
                places
                and hit.entry.phrase not in self._document.register.language["ky"]["organisations"]["not_of_place"]
            )
            anywhere = hit.first - 1 in places and text.words[hit.first - 1].endswith(IN_A_PLACE)
            return (bool(local) and not anywhere) or (midway and first not in places)
        kinds = any(PLURAL.search(text.words[word]) for word in span) and "," in written
        if kinds and not self._possessed(hit) and "боюнча" not in written:
            return False  # мамлекеттик органдар, эл аралык уюмдар жана жарандык коом
        topic = "боюнча" in written and (
            hit.entry.id != "ministry" or AFFAIRS in text.words[first : hit.first]
        )  # … боюнча комитет; but: бул маселе боюнча министрлик
        if group == "named" and not self._possessed(hit) and not topic:
            return midway  # but: тиешелүү министрлик
        if not self._possessed(hit) and (hit.entry.id == "multilateral" or len(span) > LONGEST_OPENING):
            span = span[first == text.sentence(first)[0] :]  # «Оңдоо иштери кореялык уюм …»: any
        return group == "named" or any(self._capital(word) for word in span)

    def _aside(self, hit: Hit) -> bool:
        """A school where somebody learns or something happens; a paper that had the news."""
        text = self._text
        if hit.entry.id == "school" and self._group(hit) == "titled":
            following = text.words[hit.last + 1 : hit.last + 4]
            place = hit.tag.endswith(("+LOC", "+ABL", "+DAT", "+REL"))
            return place or ("GEN" in hit.tag and any(w.startswith(tuple(self._list("belongs"))) for w in following))
        if hit.entry.id == "media":
            until = min(text.sentence(hit.last)[1] + 1, hit.last + FEW_WORDS)
            return any(word.startswith(tuple(self._list("told"))) for word in text.words[hit.last : until])
        return False
