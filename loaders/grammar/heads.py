"""The head of a Kyrgyz phrase comes in (a министрлиги, a төрагасы); out goes the first word that belongs to it."""

import re

from loaders.folding import bare
from loaders.grammar.surnames import SURNAME

LONGEST = 22  # words before a head: names of parliament's committees have as many
ADJECTIVE = re.compile(r"..(?:[лдт][ыиу]к|[иоы]й|[лдт]уу|[кг][ыиу])$")  # улуттук, башкы
GENITIVE = re.compile(r"...*[ндт][ыиу]н$")
OBLIQUE = re.compile(  # dative, locative, ablative, accusative; a converb, a participle
    r"..+(?:[гк][аео]|[ыу]на|[иу]не|[уо]но|[дт][аео]|[ндт][аео]н|[нд][ыиу]|(?<=[пктсшчщцхф])т[ыиу]|[ыиу]н|п|[гк][аео]н)$"
)
OWNED = re.compile(r"..+[ыиу]н[ыиу]н$")  # төрагасынын
PLACE = re.compile(r"..+[дт][аео][гк][ыиу]$")  # Пекиндеги
ACCUSATIVE = re.compile(r"..+(?:[ндт][ыиу]|[ыиу]н)$")
LOCATIVE = re.compile(r"..+[дт][аео]$")
NOT_OBLIQUE = {"", "P3", "GEN", "REL", "PL"}
VERBAL = re.compile(r"..*(?:оо|уу)(?:н[ыиу]н|н[ыиу])?$")  # өткөрүү takes objects: референдумду өткөрүү
NOT_VERBAL = {"окуу", "суу", "туу"}
PLURAL = re.compile(r"..[лдт][аео]р$")
TRAILING = {"жана", "боюнча", "караштуу"}
AFTER_OBJECT = {"тышкаркы", "тышкары", "чейинки", "караштуу", "каршы"}


def wordlist(document, *path: str) -> frozenset[str]:
    """A list of the language's words, in the letters the text is compared in."""
    if path not in document.lists:
        words = document.register.language["ky"]
        for step in path:
            words = words[step]
        document.lists[path] = frozenset(map(bare, words))
    return document.lists[path]


class Heads:
    """Walks left from heads of one document."""

    def __init__(self, document):
        self._text = document.text
        self.named = document.named()
        self._stops = wordlist(document, "phrases", "stops")
        self._opening = wordlist(document, "phrases", "opening")
        self._whole = wordlist(document, "phrases", "not_inflected")
        self._ended = {hit.last for hit in document.of("named:ky", "proper:ky") if hit.tag.lstrip("+") == "P3"}

    def first_word(self, head: int) -> int:
        """Over genitives, adjectives, «… жана …», «… боюнча», to a quoted name, a number or «… атындагы»."""
        text, words = self._text, self._text.words
        floor = max(text.sentence(head)[0], head - LONGEST)
        at, coordinated, capital = head, False, head if _capital(text, head) else None
        while at > floor:
            before, gap = at - 1, text.gaps[at - 1]
            joint = gap.strip().strip("+")  # Erasmus+ кеңсеси
            if '"' in gap:
                opening = _opening(text, before, floor) if gap.startswith('"') else None
                return at if opening is None else opening
            if joint == "№":
                return at
            if joint not in ("", ",", "-") or (joint == "-" and gap != "-") or "\n" in gap:
                break
            if joint == "," and (not coordinated or _capital(text, at)):
                break
            if words[before] == "атындагы":
                return _namesake(text, before, floor)
            if words[before].isdigit() and "№" in text.cased[max(0, text.starts[before] - 2) : text.starts[before]]:
                return before
            if words[before] in ("жана", "боюнча"):
                if _capital(text, at) or before == floor or (joint and words[before] == "боюнча"):
                    break
                owned = GENITIVE.match(words[before - 1]) and not any(map(GENITIVE.match, words[at:head]))
                ended = before - 1 in self._ended  # консулдугу жана мэрия: the name of one body ends there
                if ended or owned or self._person(before - 1):
                    break
                coordinated = coordinated or words[before] == "жана"
            elif joint != "-" and not self._belongs(before, at, head):
                break
            at = before
            capital = at if _capital(text, at) else capital
        while at < head and (words[at] in TRAILING or (PLACE.match(words[at]) and not _capital(text, at))):
            at += 1
        # a name begins with its first capital, unless a lower-case owner stands before: мэриянын Билим башкармалыгы
        return capital if capital is not None and at < capital and not GENITIVE.match(words[at]) else at

    def _belongs(self, word: int, right: int, head: int) -> bool:
        """Is this word part of the name that goes on with the word to its right?"""
        text, low = self._text, self._text.words[word]
        if right != head and text.gaps[word].isspace() and _acronym(text, word) and not OWNED.match(text.words[right]):
            return False  # УКМК суу ресурстары министрин …: whoever acts; but БШК төрагасынын …
        if text.words[word + 1] in AFTER_OBJECT and text.gaps[word].isspace():
            return low not in self._stops  # Президентке караштуу, мектептен тышкаркы
        if word in self.named:
            mention = self.named[word]
            if mention.id == "KG" and not mention.tag and LOCATIVE.match(low):
                return False  # Кыргызстандын аймагында
            actor = mention.kind != "region" and _capital(text, right) and not mention.tag.endswith(("GEN", "REL"))
            whole = mention.tag.rpartition("+")[2] in NOT_OBLIQUE and not actor
            return right in self.named or whole or self._object(word, min(word + 2, head))  # облусун өнүктүрүү
        if not self._modifies(word) and not self._object(word, min(word + 2, head)):
            return False
        if _capital(text, word) and word == text.sentence(word)[0] and _capital(text, right):
            return low in self._opening or ADJECTIVE.search(low) is not None or GENITIVE.match(low) is not None
        if _capital(text, word):
            return not SURNAME.match(low) or low.endswith("ин")
        owner = GENITIVE.match(low) or PLACE.match(low) or low == "караштуу"
        return right == head or not _capital(text, right) or bool(owner)

    def _person(self, last: int) -> bool:
        """Асанова Жамал жана …: another one is named after it."""
        text, first = self._text, last - 1
        surname = first > 0 and (SURNAME.match(text.words[first]) or SURNAME.match(text.words[last]))
        return bool(surname) and _capital(text, first) and _capital(text, last) and text.gaps[first] == " "

    def _modifies(self, word: int) -> bool:
        text, low = self._text, self._text.words[word]
        proper = text.gaps[word - 1] == " " and word > text.sentence(word)[0] and text.tokens[word].istitle()  # Ага Хан
        if (low in self._stops and not proper) or low.isdigit() or not low[0].isalpha():
            return False
        if low in self._whole or low.endswith(("ика", "ина", "ата")) or not OBLIQUE.match(low):
            return True
        return GENITIVE.match(low) is not None or PLACE.match(low) is not None

    def _object(self, word: int, until: int) -> bool:
        """тилди өнүктүрүү, программасын ишке ашыруу: what a verbal noun governs."""
        low, following = self._text.words[word], self._text.words[word + 1 : until + 1]
        if low in self._stops or low.isdigit() or not following:
            return False
        if _capital(self._text, word) or LOCATIVE.match(low):
            return False
        reach = following if ACCUSATIVE.match(low) else following[:1]
        return any(VERBAL.match(other) and other not in NOT_VERBAL for other in reach)


def _opening(text, word: int, floor: int) -> int | None:
    """The first word of the quoted name that ends with this one."""
    for first in range(word, floor - 1, -1):
        start = text.starts[first]
        if '"' in text.cased[max(0, start - 2) : start].rstrip(" ")[-1:]:  # also “ Темир Таш”
            return first
        if first > floor and '"' in text.gaps[first - 1]:
            return None
    return None


def _namesake(text, word: int, floor: int) -> int:
    """К. Скрябин атындагы, Бүбүсара Бейшеналиева атындагы, Токтогул атындагы: the name before it, two words at most."""
    at = word - 1
    if at < floor or not _capital(text, at):
        return word
    initials = 0
    while at > floor and _capital(text, at - 1) and text.gaps[at - 1].strip() == "." and initials < 3:
        at, initials = at - 1, initials + 1
    given = not initials and at > floor and text.gaps[at - 1] in (" ", "-") and _capital(text, at - 1)
    opens = at - 1 == text.sentence(word)[0] and not SURNAME.match(text.words[at])  # Концерт Токтогул атындагы
    return at - 1 if given and not opens and not OBLIQUE.match(text.words[at - 1]) else at


def _acronym(text, word: int) -> bool:
    written = text.written(word, word)
    return len(written) > 2 and written.isupper()


def _capital(text, word: int) -> bool:
    return text.cased[text.starts[word]].isupper()
