"""A Kyrgyz document comes in; out go works at one place, named by what is done: … мектептин курулушу."""

import re
from collections.abc import Iterator

from loaders.figures.counting import counted
from loaders.figures.lending import MONEY
from loaders.grammar.heads import ADJECTIVE, LOCATIVE, PLACE, VERBAL, Heads
from loaders.lexicon.entries import Entry, entry

PAID = re.compile("...*(?:оо|уу)(?=[гк][ао]$)")  # оңдоого, курууга
OF_SIZE = re.compile("...*[лдт]уу$")  # 225 орундуу, 3 кабаттуу
RELATIVE = {"а": "гы", "е": "ги", "о": "гу", "ө": "гү"}  # айылында: айылындагы
LONGEST = 6  # words between a place and what is built there
NEAR = 4  # words between what is paid for and the money
FEWEST = 3  # words that say what is paid for
LIKE = {"жаны", "орто", "жалпы", "билим", "беруучу", "айыл", "шаардык", "кошумча", "спорт", "окуу"}  # мектеп
QUOTED = re.compile('[«“„"]([^«»“”„"]+)[»”“"]')

Name = tuple[str, int, int]  # the name, its first and last word


def entries(register) -> Iterator[Entry]:
    words = register.language["ky"]["initiative_works"]
    for kind in ("sites", "works", "structures"):
        yield from (entry(kind, form, word) for word, form in words[kind].items())
    yield from (entry("building", "", cue) for cue in words["building"])


def works(document, claimed: set[int]) -> Iterator[Name]:
    """Each once."""
    for find in (_named, _told, _structures, _paid):
        for name, first, last in find(document):
            span = range(first, last + 1)
            if not claimed.intersection(span):
                claimed.update(span)
                yield f"{name[:1].upper()}{name[1:]}", first, last


def _named(document) -> Iterator[Name]:
    """Ынтымак айылындагы мектептин курулушу, «Таң» бала бакчасынын реконструкциясы."""
    sites = {hit.last: hit for hit in reversed(document.of("sites")) if hit.tag.endswith("GEN")}
    for work in document.of("works"):
        site = sites.get(work.first - 1)
        if site and "P3" in work.tag and (found := _one_of_a_kind(document, site.first)):
            what, first = found
            yield f"{what}{_said(document, site.first, site.last)} {work.entry.id}", first, work.last


def _told(document) -> Iterator[Name]:
    """Ынтымак айылында 225 орундуу мектеп курулат: Ынтымак айылындагы 225 орундуу мектептин курулушу."""
    sites = {hit.last: hit for hit in reversed(document.of("sites")) if not hit.tag}  # the longest stays
    for verb in document.of("building"):
        site = sites.get(verb.first - 1)
        if site and (found := _one_of_a_kind(document, site.first)):
            what, first = found
            yield f"{what}{site.entry.id} курулушу", first, site.last


def _structures(document) -> Iterator[Name]:
    """Камбарата-1 ГЭСи, Кытай-Кыргызстан темир жолу where something is built."""
    text = document.text
    for head in document.of("structures"):
        after = [text.words[at] for at in _rest(document, head.last)]
        owned = "P3" in head.tag or "PL" in head.tag
        if not owned or not any(VERBAL.match(word) or word.startswith("курул") for word in after):
            continue
        floor, last, end = text.sentence(head.first)[0], head.first - 1, head.last
        while (first := _capitals(text, floor, last)) is not None:
            yield f"{_said(document, first, last)} {head.entry.id}", first, end
            if "PL" not in head.tag or first == floor or text.gaps[first - 1] != ", ":
                break
            last = end = first - 1


def _capitals(text, floor: int, last: int) -> int | None:
    """Камбарата-1, Жогорку Нарын: the first word of the name that ends with `last`."""
    first = last + 1
    while first > floor:
        gap, word = text.gaps[first - 1] if first <= last else " ", first - 1
        opens = word == floor and gap == " " and first <= last  # Быйыл Камбарата-1
        if gap not in (" ", "-") or opens or not (_capital(text, word) or text.words[word].isdecimal()):
            break
        first -= 1
    return first if first <= last and _capital(text, first) else None


def _paid(document) -> Iterator[Name]:
    """мектептин спорт залын оңдоого 83 миң доллар бөлөт."""
    text, walk = document.text, Heads(document)
    for figure in counted(document):
        if figure.unit not in MONEY:
            continue
        floor = max(text.sentence(figure.first)[0], figure.first - NEAR)
        for at in range(figure.first - 1, floor, -1):
            if text.gaps[at].strip():
                break
            if (done := PAID.match(text.words[at])) and text.gaps[at - 1] == " ":
                first = walk.first_word(at - 1)
                if at - first + 1 >= FEWEST:
                    yield text.written(first, at)[: done.end() - len(text.words[at])], first, at
                break


def _one_of_a_kind(document, site: int) -> tuple[str, int] | None:
    """What makes the site one of a kind, the place it is in, its name or its number; and the first word of that."""
    text = document.text
    at = site
    while at > text.sentence(site)[0] and site - at < LONGEST and text.gaps[at - 1].strip(" №") in ("", "-"):
        at -= 1
        word = text.words[at]
        if word not in LIKE and (PLACE.match(word) or LOCATIVE.match(word)):
            first = _name_of(document, at)
            if first is None or word.startswith("облус"):
                break  # any one of many
            where = _said(document, first, at)
            where += "" if PLACE.match(word) else RELATIVE.get(where[-1], "")
            return where + text.cased[text.ends[at] : text.starts[site]], first
        numbered = word.isdecimal() and (OF_SIZE.match(text.words[at + 1]) or "№" in text.gaps[at - 1])
        if not (numbered or ADJECTIVE.match(word) or OF_SIZE.match(word) or word in LIKE):
            break
    first = Heads(document).first_word(site)
    own = any('"' in gap or "№" in gap for gap in text.gaps[max(0, first - 1) : site])
    if own or "атындагы" in text.words[first:site]:
        return _said(document, first, site)[: -len(text.tokens[site])], first
    return None


def _name_of(document, place: int) -> int | None:
    """Ынтымак айылында, Ат-Башыда: the first word of a place's name; None: it has none."""
    text, first = document.text, place
    floor = text.sentence(place)[0]
    while first > floor and text.gaps[first - 1] in (" ", "-") and _capital(text, first - 1):
        if _capital(text, place) and text.gaps[first - 1] == " ":
            break
        first -= 1
    mention = document.named().get(first)
    region = mention is not None and mention.kind == "region" and mention.id != "KG"
    named = region or first > floor or first < place  # and not the capital of a sentence
    return first if named and _capital(text, first) and (mention is None or region) else None


def _rest(document, word: int) -> range:
    return range(word + 1, document.text.sentence(word)[1] + 1)


def _capital(text, word: int) -> bool:
    return text.cased[text.starts[word]].isupper()


def _said(document, first: int, last: int) -> str:
    return QUOTED.sub(r"«\1»", document.text.words_quote(first, last)["quote"])
