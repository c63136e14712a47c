"""Phrases found in an article come in; out goes whether it is about education, with the words that speak for and against."""

from collections.abc import Iterator

from loaders import phrases
from loaders.phrases import Found

TOPIC, FOR, AGAINST = "relevance", "for", "against"
LEAD = 2.0  # the headline and the first sentence say what an article is about
ENOUGH = 3.0
A_SENTENCE = 0.12  # a long article has to speak of education more often
AT_MOST = 2.0  # what one sentence may add


def lists(register) -> Iterator[tuple]:
    for language, words in register.language.items():
        for side, items in (words.get("relevance") or {}).items():
            yield from ((TOPIC, side, language, item) for item in items)


def lead(document) -> int:
    """The last word of the headline and the first sentence after it."""
    text, title = document.text, document.layout.title
    sentences = text.sentences()
    body = sum(text.starts[first] < title[1] for first, _ in sentences) if title else 0
    return sentences[min(body, len(sentences) - 1)][1] if sentences else -1


def judge(document, found: list[Found]) -> tuple[bool, list[tuple[dict, float]]]:
    """Each side counts a sentence once more for each of its different words, up to a limit."""
    text, until = document.text, lead(document)
    sums: dict[tuple[int, str], float] = {}
    reasons = []
    for item in found:
        sign = -1.0 if item.phrase.id == AGAINST else 1.0
        weight = item.phrase.weight * (LEAD if item.first <= until else 1.0)
        key = (text.sentence(item.first)[0], item.phrase.id)
        sums[key] = sums.get(key, 0.0) + weight
        reasons.append((document.quote(item.first, item.last), sign * weight))
    total = 0.0
    for (sentence, side), value in sums.items():
        limit = AT_MOST * (LEAD if sentence <= until else 1.0)
        total += (-1 if side == AGAINST else 1) * min(value, limit)
    return total >= ENOUGH + A_SENTENCE * len(text.sentence_starts), reasons
