"""A document comes in; out go whether it is about education, and its goals and levels with the words that say so."""

from collections import defaultdict
from collections.abc import Iterator
from math import log2

from loaders import relevance
from loaders.lexicon import phrases
from loaders.lexicon.phrases import Anchor, Found
from loaders.relevance import LEAD

REPEATED = 0.5  # what doubling the mentions of one phrase adds
HINTS = 1.5  # what phrases of less than full weight add up to at most: many hints don't make a statement
ENOUGH = 1.0  # one plain phrase
LAST_RESORT = 0.2  # where none has enough, the best one with this much: an article on education is about some goal
SHARE = {"goals": 0.7, "levels": 0.25}  # of the best one's score, which counts up to
NAMED = 0.3  # what a word for a level weighs in the name of a body: a university may teach teachers of schools
CEILING = 5.0
DECISIVE, LISTED = 1.5, 3  # so many goals told in one sentence by phrases of such weight are a list of aims: all count

Place = tuple[int, int, float, bool]  # first and last word, what they weigh, and whether they are only a hint


def entries(register) -> Iterator[Anchor]:
    """The phrases of the goals, of the levels and of relevance."""
    yield from phrases.anchors(lists(register), register.language["ky"]["lookalikes"].items())


def lists(register) -> Iterator[tuple]:
    """All phrases, as topic, id, language and entry."""
    yield from relevance.lists(register)
    for topic, records in (("goals", register.goals), ("levels", register.levels)):
        for id, record in records.items():
            for language, items in record["phrases"].items():
                yield from ((topic, id, language, item) for item in items)


def read(document) -> dict:
    """No goals and levels where the article is not about education; why is left in `document.weighed`."""
    found: dict[str, list[Found]] = defaultdict(list)
    names = _named(document)
    for item in phrases.find(document):
        if item.phrase.topic != "goals" or not (item.first in names or item.last in names):
            found[item.phrase.topic].append(item)
    until = relevance.lead(document)
    relevant, document.weighed["relevant"] = relevance.judge(document, found[relevance.TOPIC], until)
    if not relevant:
        return {"relevant": False, "goals": [], "levels": []}
    by_goal: dict[str, list[Found]] = defaultdict(list)
    for item in found["goals"]:
        by_goal[item.phrase.id].append(item)
    goals = [item for items in by_goal.values() for item in phrases.strongest(items)]
    levels = phrases.strongest(found["levels"])
    stated = {item.phrase.id for item in levels if item.phrase.weight >= ENOUGH}
    levels = [item for item in levels if item.phrase.unless not in stated]
    return {
        "relevant": True,
        "goals": _chosen(document, _weighed(goals, until), SHARE["goals"], _listed(document, goals)),
        "levels": _chosen(document, _less(_weighed(levels, until), names), SHARE["levels"], set()),
    }


def _less(weighed: dict[str, list[Place]], names: set[int]) -> dict[str, list[Place]]:
    return {
        id: [
            (first, last, weight * (NAMED if first in names and last in names else 1), hint)
            for first, last, weight, hint in places
        ]
        for id, places in weighed.items()
    }


def _named(document) -> set[int]:
    """Words of the names of organisations and places: a technological university is about no technology."""
    named = (m for m in document.mentions if m.kind == "partner" or (m.kind == "region" and m.id != "KG"))
    return {word for mention in named for word in range(mention.first, mention.last + 1)}


def _listed(document, found: list[Found]) -> set[str]:
    """The goals of sentences that list aims one after another."""
    sentences: dict[int, set[str]] = defaultdict(set)
    for item in found:
        if item.phrase.weight >= DECISIVE:
            sentences[document.text.sentence(item.first)[0]].add(item.phrase.id)
    return {id for ids in sentences.values() if len(ids) >= LISTED for id in ids}


def _weighed(found: list[Found], until: int) -> dict[str, list[Place]]:
    """For each id its phrases: up to word `until` they weigh more, repeated ones less each time."""
    same: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for item in found:
        same[item.phrase.id, item.phrase.written].append(item)
    hinted: dict[str, float] = defaultdict(float)
    weighed: dict[str, list[Place]] = defaultdict(list)
    for (id, _), items in same.items():
        plain = items[0].phrase.weight
        weight = plain * (1 + REPEATED * log2(len(items)))
        weight *= LEAD if min(item.first for item in items) <= until else 1.0
        hint = 0 < plain < 1
        if hint:
            weight = min(weight, HINTS - hinted[id])
            hinted[id] += weight
        weighed[id] += [(item.first, item.last, weight / len(items), hint) for item in items]
    return weighed


def _chosen(document, weighed: dict[str, list[Place]], share: float, listed: set[str]) -> list[dict]:
    """Those with enough, and enough beside the best one."""
    scores = {id: sum(weight for _, _, weight, _ in places) for id, places in weighed.items()}
    best = max(scores.values(), default=0.0)
    least = max(ENOUGH, share * min(best, CEILING)) if best >= ENOUGH else max(best, LAST_RESORT)
    document.weighed |= weighed
    chosen = []
    for id in sorted(scores):
        if scores[id] >= least or id in listed:
            told = [place for place in sorted(weighed[id]) if place[2] > 0]
            stated = [place for place in told if not place[3]] or told  # hints are evidence only where all are hints
            chosen.append({"id": id, "evidence": [document.quote(first, last) for first, last, *_ in stated]})
    return chosen
