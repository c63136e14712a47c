"""A partner's mention and a cue phrase of its sentence come in; out goes whether the cue is said of that partner."""

import re

from loaders.clause.predicates import OPENING, passive, predicate
from loaders.clause.slots import BY, JOINING, first_joined, instrumental, last_joined, slot_of
from loaders.clause.speakers import tells
from loaders.document import Mention
from loaders.folding import bare, unify, words_of
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Hit

FAR = 12  # words between a Russian subject that opens its sentence and its verb, beside what the cue allows
LONGEST_OFFICE = 8  # words from a body to the comma after its holder
ENDED = re.compile("л[аои]?$|(?<=[еёиюяа])т$")
SHORT_ROW = 4  # words
IN = ("в", "во")
PREPOSITIONS = {*IN, "на", "при", "о", "об"}
LONGEST_ROW = 80  # words from one of many to the verb that ends the sentence
ENUMERATION = 18  # words: how far «Кеңештин, …нын, …нын өкүлдөрү» may reach
OBJECTS = {"его", "ее", "их", "это"}  # реализует его министерство
PEOPLE = ("эксперт", "специалист", "сотрудник", "преподавател", "тренер", "учены")  # разработали эксперты GIZ
LAST = re.compile("прошл(?:о[мйе]|ого|ую|ы[мйех]|ая)$")  # в прошлом году: nothing took place
WHICH = "котор"
PASSIVE_BY = bare(unify("by"))
THAT = bare(unify("that"))
SAME = {bare(unify(word)) for word in ("it", "they", "he", "she")}
PARTICIPLE = re.compile("...+[гк][аео]н(?:[дт]|[ыиу]|$)")


def stands(document, rule: dict, slot: str, mention: Mention, edge: int, hit: Hit) -> bool:
    wanted, near = rule["slot"], rule["near"]
    if LAST.match(document.text.words[hit.last]):
        return False
    if document.language == "ru" and any(word.startswith(WHICH) for word in document.text.words[edge + 1 : hit.first]):
        return False  # по проекту ЮНИСЕФ, который оплачивает …
    if wanted in ("after", "by"):  # Russian, English: the cue stands before the name, or before the list it stands in
        opens = first_joined(document, mention)
        agent = wanted == "after" or instrumental(document, mention)
        if wanted == "by" and 0 <= hit.first - edge - 1 <= near:
            return agent and not _capitals_or_place(document, mention)  # Министерством образования утвержден …
        others = document.partners(hit.last + 1, opens.first - 1)  # при поддержке А, партнеры Б
        return agent and 0 <= opens.first - hit.last - 1 <= near and not others
    if not _of_kind(document, rule, mention):
        return False
    if wanted == "before" and document.language == "ru" and hit.last < mention.first:
        return _subject_after(document, mention, hit)
    if wanted == "in":  # в университете открыт центр
        return document.text.words[max(0, mention.first - 1)] in IN and 0 <= hit.first - edge - 1 <= near
    distance = hit.first - edge - 1
    row = slot == "nom" and rule["role"] == "participant" and _enumerated(document, edge)
    if row and hit.last >= document.text.sentence(mention.first)[1] - 1:
        near += LONGEST_ROW
    if row or (slot in ("gen", "abl") and _goes_on(document, edge)):
        near += ENUMERATION
    if document.language != "ky" and rule["role"] == "participant" and _enumerated(document, edge):
        near += ENUMERATION
    if slot == "gen" and rule["role"] in ("funder", "supporter") and _comma(document, edge, hit):
        return False  # ЮНИСЕФтин колдоосу, Швейцариянын каржылоосу менен
    near += document.language == "ru" and mention.first - document.text.sentence(mention.first)[0] <= OPENING and FAR
    if not 0 <= distance <= near and not (distance > 0 and predicate(document, slot, mention, hit)):
        return False
    met = document.language == "ru" and rule["role"] == "participant"  # встретилась is no passive
    if slot == "nom" and not met and passive(document, hit):
        return False
    if document.language == "en" and (
        document.text.words[hit.last + 1 : hit.last + 2] == [PASSIVE_BY]
        or (rule["role"] != "mentioned" and _said_of_other(document.text.words[edge + 1 : hit.first]))
    ):
        return False  # opened by
    if slot == "gen" and rule.get("persons") and _source(document, hit):
        return False
    if wanted == "agent":
        words = document.text.words
        return slot == "nom" and words[edge + 1 : edge + 2] == [BY]
    if slot == "nom" and _other_subject(document, edge, hit):
        return False
    return wanted in ("any", "before", slot)


def _said_of_other(between: list[str]) -> bool:
    """He said that Kyrgyzstan built …: another subject comes after «that»."""
    return THAT in between and not {*between[between.index(THAT) + 1 :][:1]} <= SAME


def _subject_after(document, mention: Mention, hit: Hit) -> bool:
    """Конкурс организовало Министерство, учебники передали посольство и фонд: the verb's ending tells its subject."""
    text, verb = document.text, ENDED.search(document.text.words[hit.last])
    of_people = [hit.last + 2] == [mention.first] and text.words[hit.last + 1].startswith(PEOPLE)
    if verb and verb[0] == "ли" and of_people:
        return True
    if not verb or words_of(mention.phrase) != text.words[mention.first : mention.last + 1]:
        return False  # no nominative
    start = text.sentence(hit.first)[0]
    before = next((word + 1 for word in range(hit.first - 1, start - 1, -1) if "," in text.gaps[word]), start)
    if document.partners(before, hit.first - 1):
        return False
    between = [word for word in text.words[hit.last + 1 : mention.first] if word not in OBJECTS]
    if verb[0] == "ли":
        following = text.words[mention.last + 1 : mention.last + 2]
        joined = JOINING.intersection(between) or (not between and JOINING.intersection(following))
        return bool(joined) and len(between) <= SHORT_ROW
    gender = "ла" if text.words[mention.first][-1] in "ая" else "ло" if text.words[mention.first][-1] == "о" else "л"
    return not between and verb[0] in (gender, "т")


def _capitals_or_place(document, mention: Mention) -> bool:
    """ЮНИСЕФ, в Ошском университете: no instrumental, though it may look so."""
    text, before = document.text, mention.first - 1
    return text.written(mention.first, mention.first).isupper() or (before >= 0 and text.words[before] in PREPOSITIONS)


def _enumerated(document, edge: int) -> bool:
    """Mayor of Osh Asan Usenov, …, … took part: others follow after a comma."""
    until = min(document.text.sentence(edge)[1], edge + LONGEST_OFFICE)
    return any(document.text.gaps[word].startswith(",") for word in range(edge, until))


def _goes_on(document, edge: int) -> bool:
    """Others are named after it: «… банкынан, … фондунан жана … алынган насыя»."""
    return document.text.gaps[edge].startswith(",") or document.text.words[edge + 1 : edge + 2] == ["жана"]


def _of_kind(document, rule: dict, mention: Mention) -> bool:
    return "kinds" not in rule or document.register.partners[mention.id]["kind"] in rule["kinds"]


def _source(document, hit: Hit) -> bool:
    """«… өкүлү билдирди»: whoever speaks for it only tells the news."""
    word = document.text.words[hit.last]
    took_part = tuple(wordlist(document, "clauses", "took_part"))
    _, last = document.text.sentence(hit.first)
    if any(following.startswith(took_part) for following in document.text.words[hit.last + 1 : last]):
        return False  # … өкүлдөрү катышып, пикирлерин билдирди
    services = tuple(wordlist(document, "clauses", "services"))
    if any(following.startswith(services) for following in document.text.words[hit.last + 1 : hit.last + 2]):
        return True  # … өкүлчүлүгүнүн басма сөз кызматы
    return (word[-1] in "ыиу" or word.endswith(("нен", "нан", "нон"))) and tells(document, last)


def _other_subject(document, edge: int, hit: Hit) -> bool:
    """Another partner in the nominative stands nearer to the verb: the verb is its own, unless both share it."""
    if document.text.gaps[edge].startswith(",") or (document.language != "ky" and _enumerated(document, edge)):
        return False
    if PARTICIPLE.match(document.text.words[hit.last]) and _own_subject(document, edge, hit.first):
        return True
    if document.language == "ky" and next_clause(document, edge, hit.first):
        return True
    between = [m for m in document.partners(edge + 1, hit.first - 1) if m.last < hit.first]
    between = [  # мэрия сунуштаган имаратты түздү: that body has a verb of its own
        m for m in between if m.last + 1 == hit.first or not PARTICIPLE.match(document.text.words[m.last + 1])
    ]
    if document.language != "ky":  # ректор университета и представители фонда обсудили …
        between = [m for m in between if not JOINING.intersection(document.text.words[edge + 1 : m.first])]
    return any(slot_of(document, last_joined(document, mention))[0] == "nom" for mention in between)


def _comma(document, edge: int, hit: Hit) -> bool:
    """One between what is said of this body and the cue; none right after it, where others join it."""
    gaps = document.text.gaps
    return not gaps[edge].startswith(",") and any("," in gap for gap in gaps[edge + 1 : hit.first])


def next_clause(document, edge: int, verb: int) -> bool:
    """«ЮНИСЕФ сатып берип, аларды «Тоо» ЖЧКсы орнотот»: after the comma a body acts that the register lacks."""
    commas = [word for word in range(edge + 1, verb) if document.text.gaps[word].startswith(",")]
    heads = document.of("named:ky", "proper:ky", "titled:ky") if commas else []
    if commas and any(not hit.tag for hit in document.beginning(commas[-1], verb, "stands_for")):
        return True  # … жолугушат, министрлик болсо …
    return any(commas[-1] < head.last < verb and head.tag in ("+P3", "P3") for head in heads)


def _own_subject(document, edge: int, verb: int) -> bool:
    """«Луч Айыл чарба департаменти (АЧД) каржылаган программа …»: of a body that the register lacks."""
    heads = document.of("named:ky", "proper:ky")
    return any(edge + 1 < head.last and verb - 2 <= head.last < verb and head.tag in ("+P3", "P3") for head in heads)
