"""A Russian or English document and its heads of names come in; out go names of initiatives that have no quotes."""

import re
from collections.abc import Iterator

from loaders.folding import bare, unify
from loaders.grammar.following import ADJECTIVE, Following
from loaders.lexicon.entries import Hit

YEARS = re.compile(r" (?:на|for|до|until) \d{4}(?:[-–—]\d{2,4})?(?: годы| гг\.?| года)?")
PURPOSE = re.compile("....+(?:ения|ания|ации|яции)$")  # проект укрепления основ обучения
DONE = re.compile("...*(?:нят|жден|брен|ршен|щен|ован|здан|писан|крыт|лен|еден)[аоы]?$")  # программа … принята
FEWEST = 2  # words beside the head
COUNTRY = {bare(unify(word)) for word in ("kyrgyz", "republic", "kyrgyzstan")}
SHORTEST = 3  # letters of a name
LONGEST = 14  # words

Name = tuple[str, int, int]


def unquoted(document, heads: dict[int, Hit], claimed: set[int]) -> Iterator[Name]:
    """Закон об образовании, программа развития школ на 2021-2025 годы; Rural Education Project, Law on Preschools."""
    walk = Following(document)
    spans = _english if document.language == "en" else _russian
    for head in sorted(heads.values(), key=lambda hit: hit.first):
        if head.first in claimed:
            continue
        first, last = spans(document, walk, head)
        words = set(range(first, last + 1))
        fewest = 1 if _proper(document, walk, head.last + 1) else FEWEST
        if len(words) - (head.last - head.first + 1) >= fewest and not claimed & words:
            yield _written(document, walk, head, first, last), first, last


def _proper(document, walk: Following, word: int) -> bool:
    """программа Макговерна: a name right after a Russian head, of nobody and nothing that the register knows."""
    text = document.text
    there = document.language == "ru" and word + 1 < len(text.words) and text.gaps[word - 1] == " "
    if not there or not walk.capital(word) or word in walk.named or len(text.words[word]) < SHORTEST:
        return False
    return text.gaps[word] != " " or not walk.capital(word + 1)  # but: куратор проекта Асан Усенов


def _written(document, walk: Following, head: Hit, first: int, last: int) -> str:
    text = document.text
    name = walk.nominative(head.entry.phrase, first, head.first, last)
    years = YEARS.match(text.cased, text.ends[last])
    name += years.group() if years and years.group().strip() not in name else ""
    return name[:1].upper() + name[1:]


def _russian(document, walk: Following, head: Hit) -> tuple[int, int]:
    """The head and what it is of; a project or a programme only where the word after it says for what."""
    text, after = document.text, head.last + 1
    leads = document.register.language["ru"]["initiative_leads"].get(head.entry.phrase, ())
    plan = head.entry.phrase in document.register.language["ru"]["initiative_plans"]
    told = after < len(text.words) and (text.words[after] in leads or (plan and PURPOSE.match(text.words[after])))
    midway = head.first != text.sentence(head.first)[0] and walk.capital(head.first)  # в рамках Проекта сельских …
    proper = plan and _proper(document, walk, after)
    anyone = head.first and text.words[head.first - 1] in document.register.language["ru"]["initiative_any"]
    told = (told and not anyone) or proper or (plan and midway and after < len(text.words))
    if not told or text.gaps[head.last] != " ":
        return head.first, head.last
    end = min(text.sentence(after)[1], after + LONGEST)
    while after < end and text.gaps[after] in (" ", "-", ""):
        numbered = text.gaps[after] == "-" and text.words[after + 1].isdecimal()  # инвестиций-3
        numbered = numbered or (text.gaps[after] != " " and walk.capital(after + 1))  # МакГоверна-Доула
        if not numbered and (proper or (not walk.belongs(after + 1) and not ADJECTIVE.match(text.words[after + 1]))):
            break
        after += 1
        if text.words[after].isdecimal():
            break
    while after > head.last and DONE.match(text.words[after]):
        after -= 1
    return head.first, walk.trimmed(head.last, after)


def _english(document, walk: Following, head: Hit) -> tuple[int, int]:
    """Words with a capital before it, and small ones between them; else what follows «Law on», «Strategy for»."""
    text, first, last = document.text, head.first, head.last
    floor = max(text.sentence(head.first)[0], head.first - LONGEST)
    at = head.first
    while at > floor and text.gaps[at - 1] in (" ", "-") and (walk.capital(at - 1) or text.words[at - 1] in walk.glue):
        at -= 1
        if walk.capital(at) and text.words[at] not in walk.glue:
            first = at
    if first == text.sentence(first)[0] and text.words[first] in document.register.language["en"]["function_words"]:
        first += 1
    if not walk.capital(head.first):
        capitals = [word for word in range(first, head.first) if walk.capital(word) and word not in walk.named]
        capitals = [word for word in capitals if text.words[word] not in COUNTRY]
        named = len(capitals) >= FEWEST and text.words[head.first - 1] not in walk.glue
        return (first, head.last) if named else (head.first, head.last)  # the ministry's project
    if head.first - first < FEWEST and text.words[last + 1 : last + 2] and text.words[last + 1] in walk.glue | {"то"}:
        end = min(text.sentence(last)[1], last + LONGEST)
        while (
            last < end
            and text.gaps[last] == " "
            and (walk.capital(last + 1) or text.words[last + 1] in walk.glue | {"то"})
        ):
            last += 1
        last = walk.trimmed(head.last, last)
    return first, last
