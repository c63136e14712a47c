"""Folded texts of articles come in; out goes, for each, the article its story was first seen in."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from zlib import crc32

from loaders.folding import INVISIBLE

SHINGLE = 5  # words
ALIKE = 0.6  # of the runs of both; two reports of one event by two desks stay below 0.2
WITHIN = 0.8  # of the runs of the shorter: a story cut to its beginning
FEW = 40  # runs; so few prove nothing by standing in a longer text, and all of them are sought
SAMPLE = 4  # of the runs of a longer text every fourth is sought
PLACES = 50  # a run in more articles than this leads to the first of them only
SHORT = 60  # characters of a line that is no sentence: headline, author, date, what pages put around stories
WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """Every run of five words of the story as a number, the same in each process; a shorter text is one run."""
    lines = [line.strip() for line in INVISIBLE.sub("", text).splitlines()]
    prose = [line for line in lines if len(line) > SHORT or line.endswith((".", "!", "?", "…", '"'))]
    words = [crc32(word.encode()) for word in WORD.findall("\n".join(prose or lines))]
    if len(words) < SHINGLE:
        return frozenset([hash(tuple(words))] if words else [])
    return frozenset(map(hash, zip(*(words[at:] for at in range(SHINGLE)), strict=False)))


def alike(one: Set[int], other: Set[int]) -> bool:
    shared, shorter = len(one & other), min(len(one), len(other))
    return shared >= ALIKE * (len(one) + len(other) - shared) or (shorter >= FEW and shared >= WITHIN * shorter)


def stories(texts: Mapping[str, str]) -> dict[str, str]:
    """Article → story; a story bears the id of its first article in the order given. Time grows with their number."""
    runs: dict[str, frozenset[int]] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    leads: dict[str, str] = {}  # article → an earlier one of the same story, or itself
    order = {article: number for number, article in enumerate(texts)}

    def first(article: str) -> str:
        while leads[article] != article:
            leads[article] = article = leads[leads[article]]
        return article

    for article, text in texts.items():
        own = shingles(text)
        sought = [run for run in own if len(own) < FEW or run % SAMPLE == 0]
        shared = Counter(other for run in sought for other in holders.get(run, ()))
        leads[article] = article
        for other, common in shared.items():
            if common < ALIKE / 2 * min(len(sought), len(runs[other]) / SAMPLE):
                continue
            one, two = sorted((first(article), first(other)), key=order.__getitem__)
            if one != two and alike(own, runs[other]):
                leads[two] = one
        runs[article] = own
        for run in sought:
            if len(holders[run]) < PLACES:
                holders[run].append(article)
    return {article: first(article) for article in texts}
