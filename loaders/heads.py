"""The head of a Kyrgyz phrase comes in (a министрлиги, a төрагасы); out go the first word that belongs to it and its base form."""

import re
from functools import cache

from loaders.folding import bare

LONGEST = 22  # words before a head: names of parliament's committees have as many
CASES = {  # endings of a case, undotted, bare and after a possessive
    "GEN": r"[ндт][ыиу]н",
    "DAT": r"(?:[гк]|(?<=[ыиу])н)[аео]",
    "ACC": r"(?:[ндт][ыиу]|(?<=[ыиу])н)",
    "LOC": r"н?[дт][аео]",
    "ABL": r"(?:н?[дт]|(?<=[ыиу])н)[аео]н",
    "REL": r"[гк][ыиу]",
    "EQU": r"ча|че|чо",
    "COP": r"м[ыиу]н",
}
GENITIVE = re.compile(r"...*[ндт][ыиу]н$")
OBLIQUE = re.compile(  # dative, locative, ablative, accusative; a converb, a participle
    r"..+(?:[гк][аео]|[ыу]на|[иу]не|[уо]но|[дт][аео]|[ндт][аео]н|[нд][ыиу]|(?<=[пктсшчщцхф])т[ыиу]|[ыиу]н|[ыиу]?п|[гк][аео]н)$"
)
PLACE = re.compile(r"..+[дт][аео][гк][ыиу]$")  # Пекиндеги
ACCUSATIVE = re.compile(r"..+(?:[ндт][ыиу]|[ыиу]н)$")
LOCATIVE = re.compile(r"..+[дт][аео]$")
NOT_OBLIQUE = {"", "P3", "GEN", "REL", "PL"}
VERBAL = re.compile(r"..*(?:оо|уу)(?:н[ыиу]н|н[ыиу])?$")  # өткөрүү takes objects: референдумду өткөрүү
NOT_VERBAL = {"окуу", "суу", "туу"}
AFTER_OBJECT = {"тышкаркы", "тышкары", "чейинки", "караштуу", "каршы"}
PLURAL = re.compile("[лдт][аеоө]р(?=[ыиуү]?$)")
SURNAME = re.compile(r"..+(?:[оеё]ва?|ина?|ск(?:ий|ая)|цк(?:ий|ая)|ович|евич|овна|евна|енко|чук|дзе|швили)$")


@cache
def folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bare(word) for word in words)


def wordlist(document, section: str, name: str) -> frozenset[str]:
    """A list of the language's words, in the letters the text is compared in."""
    return folded(tuple(document.register.language["ky"][section][name]))


def first_word(document, head: int) -> int:
    """Walks left from the head over what may stand before it: genitives, adjectives, «… жана …», «… боюнча», a quoted name."""
    text, words = document.text, document.text.words
    named = {word: m for m in document.mentions if m.first <= head for word in range(m.first, m.last + 1)}
    stops, whole = wordlist(document, "phrases", "stops"), wordlist(document, "phrases", "not_inflected")
    floor = max(text.sentence(head)[0], head - LONGEST)
    at, coordinated, capital = head, False, None
    if _capital(text, head):
        capital = head
    while at > floor:
        before, gap = at - 1, text.gap(at - 1)
        word = words[before]
        if '"' in gap:
            opening = _opening(text, before, floor) if gap.startswith('"') else None
            return at if opening is None else opening
        joint = gap.strip()
        if joint == "," and not (coordinated and not _capital(text, at)):
            break
        if joint == "-" and gap != "-":
            break
        if joint not in ("", ",", "-", "№") or "\n" in gap:
            break
        if joint == "№":
            return at
        if word == "атындагы":
            return _namesake(text, before, floor)
        if joint == "-":
            pass
        elif word == "жана":
            if _capital(text, at) or before == floor:
                break
            coordinated = True
        elif word == "боюнча":
            if _capital(text, at) or joint:
                break
        elif word.isdigit() and text.cased[: text.starts[before]].rstrip().endswith("№"):
            return before
        elif at != head and not joint and _acronym(text, before):
            break  # УКМК суу ресурстары министрин … : whoever acts, not part of the name
        elif before in named and at not in named:
            if named[before].tag.rpartition("+")[2] not in NOT_OBLIQUE:
                break
        elif before not in named and not (
            _modifies(word, stops, whole) or _object(text, before, min(before + 2, head), stops)
        ):
            break
        elif (
            at != head
            and _capital(text, at)
            and not _capital(text, before)
            and not (GENITIVE.match(word) or PLACE.match(word))
        ):
            break
        elif _capital(text, before) and SURNAME.match(word) and not word.endswith("ин"):
            break
        at = before
        if _capital(text, at):
            capital = at
    while at < head and (words[at] in ("жана", "боюнча") or (PLACE.match(words[at]) and not _capital(text, at))):
        at += 1
    return at if capital is None or not _extends(text, at, capital) else capital


def _extends(text, at: int, capital: int) -> bool:
    """The name begins with its first capital letter, unless a lower-case owner stands before: мэриянын Билим берүү башкармалыгы."""
    return at < capital and not GENITIVE.match(text.words[at])


def _modifies(word: str, stops: frozenset[str], whole: frozenset[str]) -> bool:
    if word in stops or word.isdigit() or not word[0].isalpha():
        return False
    bare_noun = word in whole or word.endswith(("ика", "ина", "ата")) or not OBLIQUE.match(word)
    return bare_noun or GENITIVE.match(word) is not None or PLACE.match(word) is not None


def _object(text, word: int, until: int, stops: frozenset[str]) -> bool:
    """тилди өнүктүрүү, программасын ишке ашыруу, мектептен тышкаркы: what a verbal noun or such an adjective governs."""
    low = text.words[word]
    following = text.words[word + 1 : until + 1]
    if low in stops or low.isdigit() or not following:
        return False
    if following[0] in AFTER_OBJECT:
        return True
    reach = following if ACCUSATIVE.match(low) else following[:1]
    return (
        not _capital(text, word)
        and not LOCATIVE.match(low)
        and any(VERBAL.match(next) and next not in NOT_VERBAL for next in reach)
    )


def _opening(text, word: int, floor: int) -> int | None:
    """The first word of the quoted name that ends with this one."""
    for first in range(word, floor - 1, -1):
        start = text.starts[first]
        if start and text.cased[start - 1] == '"':
            return first
        if first > floor and '"' in text.gap(first - 1):
            return None
    return None


def _namesake(text, word: int, floor: int) -> int:
    """К. Скрябин атындагы, Бүбүсара Бейшеналиева атындагы, Токтогул атындагы: the name before it, two words at most."""
    at = word - 1
    if at < floor or not _capital(text, at):
        return word
    initials = 0
    while at > floor and _capital(text, at - 1) and text.gap(at - 1).strip() == "." and initials < 3:
        at, initials = at - 1, initials + 1
    if (
        not initials
        and at > floor
        and text.gap(at - 1) in (" ", "-")
        and _capital(text, at - 1)
        and not OBLIQUE.match(text.words[at - 1])
    ):
        at -= 1
    return at


def _acronym(text, word: int) -> bool:
    written = text.written(word, word)
    return len(written) > 2 and written.isupper()


def _capital(text, word: int) -> bool:
    return text.cased[text.starts[word]].isupper()


def nominative(word: str, tag: str) -> str:
    """Cuts what the tag says stands at the end: башкармалыгынын +P3+GEN → башкармалыгы."""
    low = bare(word)
    for case in reversed(tag.split("+")):
        ending = CASES.get(case)
        match = re.search(rf"(?:{ending})$", low) if ending else None
        if match is None:
            break
        word, low = word[: match.start()], low[: match.start()]
    return PLURAL.sub("", word) if "+PL" in tag else word


def spelt(text, start: int, end: int) -> str:
    """cased[start:end] with the ё of the stored text, which is read as е."""
    at = text.offsets or range(len(text.raw))
    return "".join(text.raw[at[i]] if text.raw[at[i]] in "ёЁ" else text.cased[i] for i in range(start, end))


def base_form(document, first: int, hit) -> str:
    """The phrase as a letterhead has it: quotes paired, single spaces, its last word in the nominative."""
    text = document.text
    last = hit.last
    if (
        last > hit.first
        and text.gap(last - 1) not in ("", " ")
        and hit.tag
        and text.gap(last - 1).strip(" ") in ("-", "'", '"', '"-')
    ):
        tail = ""  # the ending stood apart: ЖЧК-нын
        last -= 1
        end = text.ends[last]
    else:
        tail = nominative(text.written(last, last), hit.tag)
        end = text.starts[last]
    start = text.starts[first]
    if start and text.cased[start - 1] == '"' and '"' in text.cased[start:end]:
        start -= 1
    elif text.cased[:start].endswith(("№", "№ ")):
        start = text.cased.rindex("№", 0, start)
    name = " ".join((spelt(text, start, end) + tail).split())
    name = re.sub(r'"([^"]*)"', r"«\1»", name)
    return name[:1].upper() + name[1:]
