"""Texts of articles come in; out goes, for each, the article its story was first seen in: reprints count once."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

SHINGLE = 5  # words
ALIKE = 0.6  # Jaccard; two reports of one event by two desks stay below 0.2
COMMON = 40  # a shingle in more articles than this is page furniture, not a story


def shingles(text: str) -> frozenset[int]:
    """Every run of five words as a number; a shorter text is one shingle."""
    words = re.findall(r"\w+", text.casefold())
    last = max(1, len(words) - SHINGLE + 1)
    return frozenset(hash(tuple(words[at : at + SHINGLE])) for at in range(last)) if words else frozenset()


def stories(texts: Mapping[str, str]) -> dict[str, str]:
    """Article → story; a story bears the id of its first article in the order given."""
    seen: dict[str, frozenset[int]] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    story: dict[str, str] = {}
    for article, text in texts.items():
        own = shingles(text)
        shared = Counter(other for shingle in own if len(holders[shingle]) <= COMMON for other in holders[shingle])
        like = {other: common / len(own | seen[other]) for other, common in shared.items()}
        best = max(like, key=lambda other: (like[other], other), default=None)
        story[article] = story[best] if best is not None and like[best] >= ALIKE else article
        seen[article] = own
        for shingle in own:
            holders[shingle].append(article)
    return story
