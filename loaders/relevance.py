"""Phrases found in an article come in; out goes whether it is about education, with the words for and against."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from loaders.folding import BREAK
from loaders.lexicon.phrases import Found, strongest

TOPIC, AGAINST = "relevance", "against"
LEAD = 2.0  # the headline and the first sentence say what an article is about
ENOUGH = 2.0
A_SENTENCE = 0.12  # a long article has to speak of education more often
AT_MOST = 2.0  # what one sentence may add


def lists(register) -> Iterator[tuple]:
    for language, words in register.language.items():
        for side, groups in words["relevance"].items():
            for group in groups:
                for phrase in group["phrases"]:
                    yield TOPIC, side, language, {"phrase": phrase, "weight": group["weight"]}


def lead(document) -> int:
    """The last word of the headline and the first sentence after it."""
    text, title = document.text, document.layout.title
    if not text.words:
        return -1
    after = bisect_left(text.starts, title[1]) if title else 0
    while after < len(text.words) - 1 and text.words[after] == BREAK:  # the headline once more
        after += 1
    return text.sentence(min(after, len(text.words) - 1))[1]


def judge(document, found: list[Found], until: int) -> tuple[bool, list[tuple[int, int, float]]]:
    """Words up to `until` weigh more; no sentence adds more than its share, on either side."""
    text = document.text
    sums: dict[tuple[int, str], float] = defaultdict(float)
    weighed = []
    for item in strongest(found):
        weight = item.phrase.weight * (LEAD if item.first <= until else 1.0)
        sums[text.sentence(item.first)[0], item.phrase.id] += weight
        sign = -1 if item.phrase.id == AGAINST else 1
        weighed.append((item.first, item.last, sign * weight))
    total = 0.0
    for (sentence, side), value in sums.items():
        most = AT_MOST * (LEAD if sentence <= until else 1.0)
        total += (-1 if side == AGAINST else 1) * min(value, most)
    return total >= ENOUGH + A_SENTENCE * len(text.sentence_starts), weighed
