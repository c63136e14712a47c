"""A text and a place in it come in; out go the edges of the sentence around it, and a short mark of what it says."""

import hashlib
import re

from loaders.folding import SENTENCE_END, bare, unify

FAR = 400  # characters to either side in which an edge is looked for


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of the one that holds `end`."""
    first, last = max(0, start - FAR), min(len(text), end + FAR)
    for edge in SENTENCE_END.finditer(text, first, start):
        first = edge.end()
    after = SENTENCE_END.search(text, max(start, end - 1), last)
    last = after.end() if after else last
    while last > end and text[last - 1].isspace():
        last -= 1
    while first < start and text[first].isspace():
        first += 1
    return first, last


def mark(sentence: str) -> str:
    """The same for the same words, however a copy of them is spaced, quoted or moved about."""
    words = re.findall(r"\w+", bare(unify(sentence)))
    return "s" + hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]
