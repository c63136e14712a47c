"""A document comes in; out go whether it is about education, on which reform goals, and at which levels, each with the words that say so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log2

from loaders import phrases, relevance
from loaders.phrases import Found
from loaders.relevance import LEAD, lead

REPEATED = 0.5  # what doubling the mentions of one phrase adds
ENOUGH = {"goals": 1.0, "levels": 1.0}
SHARE = {"goals": 0.4, "levels": 0.15}  # of the best one's score
LAST_RESORT = 0.3  # the best goal of an article about education, where none reaches enough


def entries(register) -> Iterator:
    """The phrases of the goals, the levels and of relevance."""
    yield from phrases.anchors(_lists(register), register.language["ky"]["lookalikes"].items())


def _lists(register) -> Iterator[tuple]:
    yield from relevance.lists(register)
    for topic in ("goals", "levels"):
        for id, record in getattr(register, topic).items():
            for language, items in record["phrases"].items():
                yield from ((topic, id, language, item) for item in items)


def read(document) -> dict:
    """Empty lists where the article is not about education; why is left in `document.reasons`."""
    found: dict[str, list[Found]] = defaultdict(list)
    for item in phrases.find(document):
        found[item.phrase.topic].append(item)
    relevant, document.reasons["relevant"] = relevance.judge(document, found[relevance.TOPIC])
    if not relevant:
        return {"relevant": False, "goals": [], "levels": []}
    by_goal: dict[str, list[Found]] = defaultdict(list)
    for item in found["goals"]:
        by_goal[item.phrase.id].append(item)
    goals = [item for items in by_goal.values() for item in _strongest(items)]
    levels = _strongest(found["levels"])
    return {"relevant": True, "goals": _chosen(document, "goals", goals), "levels": _chosen(document, "levels", levels)}


def _strongest(found: Iterable[Found]) -> list[Found]:
    """Of phrases that share a word the longest (мектепке чейинки, not мектеп), then the one that weighs most."""
    taken: set[int] = set()
    kept = []
    for item in sorted(found, key=lambda f: (f.first - f.last, -abs(f.phrase.weight))):
        span = range(item.first, item.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            if item.phrase.weight:
                kept.append(item)
    return kept


def _chosen(document, topic: str, found: list[Found]) -> list[dict]:
    until = lead(document)
    same: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for item in found:
        same[item.phrase.id, item.phrase.written].append(item)
    scores: dict[str, float] = defaultdict(float)
    evidence: dict[str, list] = defaultdict(list)
    for (id, _), items in same.items():
        weight = items[0].phrase.weight * (1 + REPEATED * log2(len(items)))
        weight *= LEAD if min(item.first for item in items) <= until else 1.0
        scores[id] += weight
        evidence[id] += [(item.first, item.last, weight / len(items)) for item in items]
    best = max(scores.values(), default=0.0)
    least = max(ENOUGH[topic], SHARE[topic] * best) if best >= ENOUGH[topic] else max(best, LAST_RESORT)
    chosen = []
    for id in sorted(scores):
        spans = sorted(evidence[id])
        document.reasons[id] = [(document.quote(first, last), weight) for first, last, weight in spans]
        if scores[id] >= least:
            quotes = [quote for quote, weight in document.reasons[id] if weight > 0]
            chosen.append({"id": id, "evidence": quotes})
    return chosen
