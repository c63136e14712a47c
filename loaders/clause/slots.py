"""A mention of a partner comes in; out goes how it stands in its sentence: the case, and of which word."""

import re

from loaders.document import Mention
from loaders.folding import bare, unify
from loaders.grammar.heads import ADJECTIVE, GENITIVE, OBLIQUE, PLACE, VERBAL, wordlist

CASES = {"GEN": "gen", "ABL": "abl", "LOC": "loc", "DAT": "dat", "ACC": "acc", "REL": "loc"}
JOINING = {"жана", "менен", "и", "с", bare(unify("and")), "да", "дагы"}
BY = "тарабынан"
THE = bare(unify("the"))
ABLATIVE = re.compile("[дт][аео]н$")
INSTRUMENTAL = re.compile("..(?:[оеы]м|им|[оеь]ю|ой|ами|ями|ьством|ством)$")
LOCATIVE = re.compile("[ндт][дт][аео]$")
LONGEST_LIST = 30  # words
SHORT_LIST = 10
LOCAL = {"облустук", "раиондук", "шаардык", "аиылдык", "республикалык"}
LONGEST_NAME = 3  # words
LONGEST_UNIT = 3  # words between a body and the head of its unit
HELD = re.compile("[ое]ва?|ина?|кызы|уулу")  # what the last word of a person's name has in it
HOLDERS = {  # the case on a surname: Жапаровдун
    "gen": re.compile("[ндт][ыиу]н$"),
    "dat": re.compile("[кг][ае]$|ова[гк]а$"),
    "abl": re.compile("[дт][ао]н$"),
    "acc": re.compile("[ндт][ыу]$"),
}


def slot_of(document, mention: Mention) -> tuple[str, int]:
    """How the name stands, and the word after which its cue may come."""
    words, case = document.text.words, case_of(mention)
    last = mention.last if case else _holder(document, mention)
    if last > mention.last:
        case = next((of for of, ending in HOLDERS.items() if ending.search(words[last])), "")
    if case == "gen" and (branch := _branch(document, last)):
        last = branch  # ЮНИСЕФтин Кыргызстандагы өкүлчүлүгү каржылады
        case = next((of for of, ending in HOLDERS.items() if ending.search(words[last])), "")
    if not case and (head := _apposition(document, last)) > last:
        last = head  # JICA уюмунун, «Маариф» өкмөттүк фонду: the case is on the noun that says what it is
        case = next((of for of, ending in HOLDERS.items() if ending.search(words[last])), "")
        case = case or ("loc" if LOCATIVE.search(words[last]) else "")
    after = last + 1
    if case or after == len(words):
        return case or "nom", last
    if words[after] == "менен":
        return (_with_another(document, after) if document.language == "ky" else None) or ("com", after)
    if words[after].startswith(tuple(wordlist(document, "clauses", "stands_for_state"))) and words[after] != BY:
        ending = words[after]  # РФ өкмөтүнүн: the case is on the word after the country
        if words[after + 1 : after + 2] == ["менен"]:
            return "com", after + 1
        return ("gen" if GENITIVE.match(ending) else "abl" if ABLATIVE.search(ending) else "nom"), after
    return _listed(document, last) or ("nom", last)


def _with_another(document, joint: int) -> tuple[str, int] | None:
    """«ТИКА менен Түркиянын элчилиги … берген», «ТИКА менен АРИСтин каржысы»: a body that the register lacks."""
    text, together = document.text, tuple(wordlist(document, "clauses", "together"))
    _, end = text.sentence(joint)
    if joint == end or not _opens_name(text, joint + 1):
        return None
    if any(word.startswith(together) for word in text.words[joint + 1 : end + 1]):
        return None
    if GENITIVE.match(text.words[joint + 1]) and text.written(joint + 1, joint + 1)[:2].isupper():
        return "gen", joint + 1
    until = min(end, joint + 1 + LONGEST_NAME + 2)
    for head in document.of("named:ky", "proper:ky", "titled:ky"):
        apart = any(text.gaps[word].strip(' "') for word in range(joint, head.last))
        if joint < head.last < until and head.tag in ("+P3", "P3") and not apart:
            return "nom", head.last
    return None


def _opens_name(text, word: int) -> bool:
    """A name of its own begins here: with a capital, a quotation mark or «облустук»."""
    opens = text.cased[text.starts[word]].isupper() or text.gaps[word - 1].endswith('"')
    return opens or text.words[word] in LOCAL


def _holder(document, mention: Mention) -> int:
    """The last word of who holds the office: in «президент Асан Үсөновдун тапшырмасы» the name bears the case."""
    text, last = document.text, mention.last
    if not is_office(document, mention):
        return last
    for _ in range(LONGEST_NAME):
        following = last + 1
        if text.gaps[last] != " " or following == len(text.words) or not text.cased[text.starts[following]].isupper():
            break
        last = following
    return last if last == mention.last or HELD.search(text.words[last]) else mention.last


def _apposition(document, last: int) -> int:
    """The noun after a name that says what kind of body it is, perhaps after an adjective."""
    text, nouns = document.text, tuple(wordlist(document, "clauses", "appositions"))
    for word in range(last + 1, min(last + 4, len(text.words))):
        if text.gaps[word - 1].strip(' "!'):
            break
        if text.words[word].startswith(nouns):
            return word
        if not ADJECTIVE.search(text.words[word]) and text.words[word] not in ("эл", "аралык", "коомдук"):
            break
    return last


def _branch(document, last: int) -> int:
    """The body's office in this country, or the unit of it that acts: мэриянын билим берүү башкармалыгы; 0: none."""
    text, at = document.text, last + 1
    at += at < len(text.words) and PLACE.match(text.words[at]) is not None
    branches = tuple(wordlist(document, "clauses", "branches"))
    if at < len(text.words) and text.words[at].startswith(branches):
        return 0 if any(text.gaps[word].strip() for word in range(last, at)) else at
    units = wordlist(document, "clauses", "units")
    for at in range(last + 1, min(last + 2 + LONGEST_UNIT, len(text.words))):
        if text.gaps[at - 1].strip():
            break
        if text.words[at] in units:
            return at
        if OBLIQUE.match(text.words[at]) and not VERBAL.match(text.words[at]):
            break
    return 0


def _listed(document, last: int) -> tuple[str, int] | None:
    """«А, Б фонду жана В менен биргеликте»: the word after the list holds for all of it."""
    text, words = document.text, document.text.words
    _, end = text.sentence(last)
    and_another = words[last + 1] == "жана"
    row = text.gaps[last].strip(' ")') == "," or words[last + 1] in wordlist(document, "clauses", "such_as")
    if not row and not and_another:
        return None
    together = tuple(wordlist(document, "clauses", "together"))
    for at in range(last + 1, min(end, last + 1 + LONGEST_LIST)):
        if and_another and not row and document.partners(at, at):
            return None
        if words[at] == "менен" and words[at + 1].startswith(together):
            return "com", at
        if words[at] == BY and at - last <= SHORT_LIST:  # А, Б жана В тарабынан
            return "nom", at - 1
    return None


def last_joined(document, mention: Mention) -> Mention:
    """Of names joined by a comma or `жана`, the last carries the case for all."""
    text, (_, end) = document.text, document.text.sentence(mention.last)
    for other in document.partners(mention.last + 1, end):
        between = range(mention.last + 1, other.first)
        joined = len(between) <= 1 and all(text.words[word] in JOINING for word in between)
        if not joined or (not between and "," not in text.gaps[mention.last]) or case_of(mention):
            break
        mention = other
    return mention


def first_joined(document, mention: Mention) -> Mention:
    """Of names joined by a comma or `и`, what stands before the first is said of all."""
    start, _ = document.text.sentence(mention.first)
    for other in reversed([m for m in document.partners(start, mention.first - 1) if m.last < mention.first]):
        between = [word for word in document.text.words[other.last + 1 : mention.first] if word != THE]
        joined = len(between) <= 1 and JOINING.issuperset(between)
        if not joined or (not between and "," not in document.text.gaps[other.last]):
            break
        mention = other
    return mention


def instrumental(document, mention: Mention) -> bool:
    """Саудовским фондом развития, Министерством образования; an acronym that has no cases may be."""
    text = document.text
    words = [word for word in text.words[mention.first : mention.last + 1] if not word.endswith(("ого", "их"))]
    return text.written(mention.first, mention.first).isupper() or any(INSTRUMENTAL.search(word) for word in words[:3])


def case_of(mention: Mention) -> str:
    return next((CASES[part] for part in reversed(mention.tag.split("+")) if part in CASES), "")


def is_office(document, mention: Mention) -> bool:
    """A minister, mayor or president speaks in person, not as a source."""
    if "offices" not in document.lists:
        offices = document.register.language["ky"]["offices_in_person"]
        document.lists["offices"] = tuple(offices), tuple(f"{office} " for office in offices)
    ends, begins = document.lists["offices"]
    phrase = mention.phrase.lower()
    return phrase.endswith(ends) or phrase.startswith(begins)
