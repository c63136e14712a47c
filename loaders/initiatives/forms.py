"""The head of a Kyrgyz name comes in; out go the form it has at the end of the name, and the «боюнча» ahead of it."""

from loaders.grammar.heads import ADJECTIVE
from loaders.lexicon.entries import Hit

LIKE = {"кошумча", "жаны"}
LONGEST_BEFORE = 3  # words between «боюнча» and the head


def topic_before(text, head: int) -> int | None:
    """The «боюнча» before a head and what the head is like: … боюнча улуттук программа."""
    at = head - 1
    while at > max(0, head - LONGEST_BEFORE) and text.gaps[at] == " ":
        if not ADJECTIVE.search(text.words[at]) and text.words[at] not in LIKE:
            break
        at -= 1
    return at if at > 0 and text.words[at] == "боюнча" and text.gaps[at] == " " else None


def alone(document, head: Hit) -> str:
    """Of one thing: долбоору."""
    return document.register.language[document.language]["initiative_heads"][head.entry.phrase]


def base(document, head: Hit) -> str:
    """The head in its base form: долбоор, or долбоору where it belongs to the words before it."""
    possessed = document.register.language[document.language]["initiative_heads"]
    return possessed[head.entry.phrase] if "P3" in head.tag else head.entry.phrase
