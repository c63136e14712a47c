"""A Kyrgyz document and its heads of names come in; out go names of initiatives that have no quotes, in base form."""

import re
from collections.abc import Iterator

from loaders.grammar.heads import ACCUSATIVE, ADJECTIVE, GENITIVE, LOCATIVE, VERBAL, Heads, wordlist
from loaders.initiatives.contests import contest
from loaders.initiatives.forms import base, topic_before
from loaders.lexicon.entries import Hit

SHORTEST_NAME = 2  # words before a head where nothing is quoted: мамлекеттик тилди өнүктүрүү программасы
SHORTEST_PROPER = 4  # letters
SERVICES = {"тиркеме", "платформа", "портал", "система", "фестиваль", "хакатон"}
LATIN = re.compile("[A-Za-z0-9]+$")
LAWS = ("мыйзам", "токтом", "буйрук", "жарлык")
LONGEST_LAW = 9  # words
JOINING = {"бул", "деп", "жана", "менен", "бугун", "боюнча", "депутат", "депутаттар"}
PARTICIPLES = ("ган", "ген", "гон", "кан", "кен", "кон")
DRAFT = re.compile("(?:стратегия|концепция|программа|мыйзам|кодекс|токтом|жобо|стандарт)[а-я]*н[а-я]н$")
TOLD_ABOUT = re.compile("(?:тууралуу|жөнүндөгү)$")
ABOUT = {"жонундо", "жонундогу", "тууралуу"}  # … жөнүндө мыйзам
ENDED = {"бери", "кийин", "чейин", "максаты", "милдети", "мааниси"}  # what follows is another phrase

Name = tuple[str, int, int]  # the name, its first and last word


def led(document, heads: dict[int, Hit], claimed: set[int]) -> Iterator[Name]:
    """Unquoted, back to where the phrase begins: … улуттук программасы, … жөнүндө мыйзам."""
    text, walk = document.text, Heads(document)
    alone = document.register.language["ky"]["initiative_heads_unquoted"]
    contests = document.register.language["ky"]["initiative_contests"]
    vague = wordlist(document, "organisations", "vague")
    plans = wordlist(document, "initiative_plans")
    subjects = {hit.first for hit in document.of("stands_for") if not hit.tag}
    for head in sorted(heads.values(), key=lambda hit: hit.first):
        if head.first in claimed:
            continue
        if head.entry.phrase.startswith(LAWS) and head.first and text.words[head.first - 1] in ABOUT:
            first = _clause(text, head.first - 1)
            while first in walk.named and not walk.named[first].tag:
                first += 1  # Президент … жөнүндө жарлыкка кол койду
            if text.words[head.first - 2] in wordlist(document, "initiative_personnel"):
                continue
        elif head.entry.phrase in alone and "P3" in head.tag and "PL" not in head.tag:
            first = _with_object(text, walk.first_word(head.first))
        elif head.entry.phrase in alone and (topic := topic_before(text, head.first)) and "PL" not in head.tag:
            first = _with_object(text, walk.first_word(topic))  # окутуунун сапатын жогорулатуу боюнча пилоттук долбоор
            first = max((word + 1 for word in range(first, topic) if text.words[word] in ENDED), default=first)
            if topic - first < SHORTEST_NAME or vague.issuperset(text.words[first:topic]):
                continue
            if head.entry.phrase == "долбоор" and text.words[topic - 1] in plans:
                continue  # бала бакчаны куруу боюнча долбоор: a building
        elif head.entry.phrase in SERVICES and (first := _service(text, head.first)) is not None:
            name = text.written(first, head.first - 1)
            if not claimed.intersection(range(first, head.first)):
                yield f"{name} {base(document, head)}", first, head.last
            continue
        elif head.entry.phrase in contests and "PL" not in head.tag:
            first, whole = contest(document, walk, head)
            if first is None:
                continue
            if whole:
                yield whole, first, head.last
                continue
        else:
            continue
        first = _with_name(text, first)
        first += first in subjects  # Министрлик …ны киргизүү боюнча жол картасын
        inside = range(first, head.first)
        if head.entry.phrase == "долбоор" and DRAFT.match(text.words[head.first - 1]):
            continue  # стратегиясынын долбоору: not in force yet
        if vague.issuperset(text.words[first : head.first]):
            continue  # билим берүү программасы: any
        named = len(inside) == 1 and head.entry.phrase == "программа"
        latin = (
            LATIN.match(text.written(first, first))
            and head.first - first == 1
            and len(text.words[first]) > SHORTEST_PROPER
        )
        named = (
            named and first not in walk.named and (latin or _proper(text, first))
        )  # but Бишкек программасы: a town's
        if (
            (len(inside) < SHORTEST_NAME and not named)
            or claimed.intersection(inside)
            or text.words[head.first - 1] in plans
        ):
            continue
        end = text.ends[head.first - 1] + text.gaps[head.first - 1].startswith("+")  # Erasmus+
        name = text.raw[slice(*text.raw_span(text.starts[first], end))]
        if head.entry.phrase.startswith(LAWS):
            name = TOLD_ABOUT.sub("жөнүндө", name)  # as laws are named
        yield f"{name[:1].upper()}{name[1:]} {base(document, head)}", first, head.last


def _with_object(text, first: int) -> int:
    """Мектептерди салуу программасы: what opens the sentence has a capital and is no name for that."""
    opens = first - 1 == text.sentence(first)[0] and text.gaps[first - 1] == " "
    verbal = opens and VERBAL.match(text.words[first]) and ACCUSATIVE.match(text.words[first - 1])
    return first - 1 if verbal else first


def _with_name(text, first: int) -> int:
    """Орхун алмашуу программасы: a name may end like a word in a case."""
    before = first - 1
    led = before > 0 and text.gaps[before] == " " and VERBAL.match(text.words[first]) and _proper(text, before)
    return before if led and not LOCATIVE.match(text.words[before]) else first


def _proper(text, word: int) -> bool:
    """Темпус, Фулбрайт: a capital in the midst of a sentence, and no acronym."""
    written = text.written(word, word)
    opens = word == text.sentence(word)[0] or text.gaps[word - 1].strip()
    return not opens and written.istitle() and len(written) >= SHORTEST_PROPER and not GENITIVE.match(text.words[word])


def _service(text, head: int) -> int | None:
    """E-Kundoluk мобилдик тиркемеси: the name in Latin letters before it."""
    floor, at = text.sentence(head)[0], head - 1
    if at >= floor and ADJECTIVE.search(text.words[at]) and text.gaps[at] == " ":
        at -= 1
    last = at
    while at >= floor and LATIN.match(text.written(at, at)) and text.gaps[at] in (" ", "-"):
        at -= 1
    return at + 1 if at < last and text.written(at + 1, at + 1)[:1].isupper() else None


def _clause(text, about: int) -> int:
    """What a law is about: back to a comma, a participle or a word that joins clauses."""
    floor, first = max(text.sentence(about)[0], about - LONGEST_LAW), about
    while first > floor and not text.gaps[first - 1].strip(" -"):
        before = text.words[first - 1]
        if before in JOINING or before.endswith(PARTICIPLES):
            break
        first -= 1
    return first
