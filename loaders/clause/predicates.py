"""A partner or a verb in a sentence comes in; out goes what the verbs there say it does, or is done to it."""

import re
from bisect import bisect_left
from itertools import takewhile

from loaders.clause.slots import BY, last_joined, slot_of
from loaders.clause.speakers import tells, tells_at_once
from loaders.document import Mention
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Entry, Hit

LONGEST = 20  # names before it in its sentence
OPENING = 6  # words before a subject that opens its sentence: бүгүн, 5-майда, Ош шаарында
FINITE = re.compile(r"..(?:[дт][ыиу]|[гк][аео]н|[аоею]т|йт|(?:ууд|оод|уд)[аео])$")  # курду, курган, курат, курууда
VERB = 2.0  # the weight of an entry that is a verb's stem: only an active form of it counts
ACTIVE = re.compile(  # after the stem: бекит|ти, кур|уп, өткөр|гөн, түз|үүдө, баш|тамакчы; no verbal noun, no passive
    r"(?:[ыиу]?ш)?(?:[дт][ыиу](?:к|н[ыиу]?з)?|[гк][аео]н\w*|[аоуе]т|йт|[ыиу]?п|(?:уу|оо|у)?д[ао]|м[ао]к\w*|м[ео]к\w*|[аеоу]р\w*)$"
)
PASSIVE_VERB = re.compile(r"..[ыиу][лн](?:[дт][ыиу]|[гк][аео]н|[аоуе]т|[ыиу]п|ууд[ао])$")
DONE = re.compile(r"...(?:[еи]м|нн)(?:ого|ой|ым|ых|ую|ому|ом|ая|ое|ые|ый|ыми)$")  # финансируемого
REFLEXIVE = ("тся", "лся", "лась", "лись", "лось")
VOWELS = "аеёиоуыэюя"  # жумша|лган
PASSIVE = ("ыл", "ил", "ул"), ("ын", "ин", "ун")  # after the stem of a verb; the second where it ends in л


def opens(document, mention: Mention) -> bool:
    """Does it open its sentence, but for when and where? «2024-жылдын 6-майынан 10-майына чейин Ош шаарында …»"""
    first = document.text.sentence(mention.first)[0]
    at = bisect_left(document.mentions, first, key=lambda other: other.first)
    before = takewhile(lambda other: other.first < mention.first, document.mentions[at : at + LONGEST])
    places = (other for other in before if other.kind == "region")
    dates = (date for date in document.dates if first <= date.first < mention.first)
    told = {word for one in (*dates, *places) for word in range(one.first, one.last + 1)}
    return sum(word not in told for word in range(first, mention.first)) <= OPENING


def predicate(document, slot: str, mention: Mention, hit: Hit) -> bool:
    """The verb that ends a sentence is that of whoever opens it, doing or charged, however much stands between."""
    last = document.text.sentence(mention.first)[1]
    last -= document.language == "ky" and document.text.words[last] in wordlist(document, "clauses", "auxiliaries")
    return slot in ("nom", "dat", "com") and hit.last >= last and opens(document, mention)


def active(document, hit: Hit) -> bool:
    stem = hit.entry.phrase.split()[-1]
    return ACTIVE.match(document.text.words[hit.last][len(stem) :]) is not None


def acts(document, mention: Mention, edge: int) -> Hit | None:
    """The verb that ends the sentence it opens, no word of telling and no passive: «… мектеп куруп жатат»."""
    text, words = document.text, document.text.words
    last = text.sentence(mention.first)[1]
    verb = last - (words[last] in wordlist(document, "clauses", "auxiliaries"))
    if verb <= edge + 1 or not FINITE.search(words[last]) or not opens(document, mention):
        return None
    if PASSIVE_VERB.search(words[verb]) or words[edge + 1] == BY:
        return None
    subjects = [m for m in document.partners(edge + 1, last) if slot_of(document, last_joined(document, m))[0] == "nom"]
    if subjects or tells(document, last) or tells_at_once(document, edge):
        return None
    return Hit(Entry("role_cue", "", words[verb]), verb, last)


def undergoes(document, mention: Mention, edge: int) -> bool:
    """«… университеттери бириктирилди»: the place of learning that a sentence in the passive is about."""
    if document.register.partners[mention.id]["kind"] != "university":
        return False
    last = document.text.sentence(mention.first)[1]
    if edge >= last or not opens(document, mention):
        return False
    return document.text.words[edge + 1] != BY and PASSIVE_VERB.search(document.text.words[last]) is not None


def passive(document, hit: Hit) -> bool:
    """уюштурулган, финансируется: somebody else did it."""
    if document.language == "ru" and DONE.search(document.text.words[hit.last]):
        return True
    if document.language == "ru":
        return document.text.words[hit.last].endswith(REFLEXIVE) and not hit.entry.phrase.endswith(REFLEXIVE)
    rest = document.text.words[hit.last][len(hit.entry.phrase.split()[-1]) :]
    stem = hit.entry.phrase[-1]
    return hit.entry.mode == "stem" and rest.startswith("л" if stem in VOWELS else PASSIVE[stem == "л"])
