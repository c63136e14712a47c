"""A Kyrgyz contest, olympiad or test without quotes comes in; out goes where its name begins, or its whole name."""

import re

from loaders.grammar.heads import ADJECTIVE, GENITIVE, Heads
from loaders.initiatives.forms import base, topic_before
from loaders.lexicon.entries import Hit

NATIONAL = {"республикалык", "улуттук"}
OLYMPIAD, TEST = "олимпиада", "тест"
GAMES = (OLYMPIAD, "спартакиада", "универсиада")
ROMAN = re.compile("[IVX]+$")
MANY = re.compile("..+[лдт][аео]рд[ыиу]н$")  # окуучулардын
OWNED = re.compile("[ыиу]$")  # кыргыз тили


def contest(document, walk: Heads, head: Hit) -> tuple[int | None, str]:
    """The first word and, where it is not as the text has it, the name; None: a contest like any other."""
    text = document.text
    topic = topic_before(text, head.first) if head.entry.phrase in (OLYMPIAD, TEST) else None
    if topic and (head.entry.phrase == OLYMPIAD or topic + 1 < head.first):  # математика боюнча олимпиада
        return _subject(text, walk.first_word(topic), topic), ""
    if (first := _of_many(text, head)) is not None:
        form = base(document, head) if MANY.match(text.words[first]) else head.entry.phrase
        name = f"{text.written(first, head.first - 1)} {form}"
        return first, f"{name[:1].upper()}{name[1:]}"
    first = walk.first_word(head.first)
    return (first, "") if "атындагы" in text.words[first : head.first] else (None, "")  # Токтогул атындагы сынак


def _of_many(text, head: Hit) -> int | None:
    """республикалык олимпиада, окуучулардын республикалык сынагы, студенттердин XII универсиадасы: the first word."""
    at = head.first
    while at > text.sentence(head.first)[0] and text.gaps[at - 1] == " ":
        if text.words[at - 1] not in NATIONAL and not ROMAN.match(text.written(at - 1, at - 1)):
            break
        at -= 1
    whose = at > text.sentence(head.first)[0] and text.gaps[at - 1] == " " and MANY.match(text.words[at - 1])
    if at < head.first and whose and "P3" in head.tag:
        return at - 1
    return at if head.entry.phrase in GAMES and text.words[head.first - 1] in NATIONAL else None


def _subject(text, first: int, topic: int) -> int:
    """Окуучу физика боюнча олимпиада: who opens the sentence is no part of the subject, but кыргыз тили боюнча."""
    opens = first == text.sentence(first)[0] and first + 1 < topic and text.gaps[first] == " "
    low, last = text.words[first], text.words[topic - 1]
    owned = ADJECTIVE.search(low) or GENITIVE.match(low) or OWNED.search(last)
    return first + 1 if opens and not owned else first
