"""A hit of a country's name, or of a ministry's, comes in; out goes whether it is a government that acts, and whose."""

import re

from loaders.clause.predicates import FINITE, PASSIVE_VERB
from loaders.clause.speakers import tells
from loaders.folding import bare, unify
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Hit

LONGEST_OWNER = 5  # words
BETWEEN = ("федерац", bare(unify("s")))  # Орусия Федерациясынын, Germany's
GIVEN = re.compile("..[гк][аео]н$")  # what follows is what it gave, built, sent
ACTS = {
    "ru": re.compile("...[аяиеоуы]л[аои]?$|...[иеуюая]т$"),
    "en": re.compile(bare(unify("..ed$|^(?:will|has|to|gave|sent|built)$"))),
}


def foreign_government(document, hit: Hit) -> bool:
    partner = document.register.partners[hit.entry.id]
    return partner["kind"] == "government" and partner.get("country") != "KG"


def ministry_abroad(document, hit: Hit) -> bool:
    """Орусия Федерациясынын Билим берүү министрлиги is not the ministry of this country that has such a name."""
    partner = document.register.partners[hit.entry.id]
    if partner["kind"] != "ministry" or partner.get("country") != "KG":
        return False
    words = document.text.words
    owner = hit.first - 1 - (hit.first > 1 and words[hit.first - 1].startswith(BETWEEN))
    owned = any(
        (other.last == owner and "GEN" in other.tag) or other.last == owner < hit.first - 1
        for other in document.of("foreign")
    )
    near = range(hit.last + 1, hit.last + 1 + LONGEST_OWNER)  # министр науки и высшего образования РФ
    after = document.language != "ky" and any(
        other.first in near and not "".join(document.text.gaps[hit.last : other.first]).strip()
        for other in document.of("foreign")
    )
    return owned or after


def only_country(document, hit: Hit) -> str | None:
    """A country's name is its government only where it acts: «Россия тарап», «Япониянын гранты», «Россия курат»."""
    near = range(hit.first, hit.last + 4)  # also in the name itself: правительство РФ
    place = hit.tag.endswith(("LOC", "REL"))  # Россиядагы элчилик
    if not place and (_country_acts(document, hit) or any(other.first in near for other in document.of("state_acts"))):
        return None
    return "the country as a place, not its government"


def _country_acts(document, hit: Hit) -> bool:
    """Россия выделит, Россия берген ун; in Kyrgyz also the subject that opens a sentence, whose verb ends it."""
    text, following = document.text, hit.last + 1
    first, last = text.sentence(hit.first)
    written = text.written(hit.first, hit.last).casefold() == hit.entry.phrase.casefold()
    if not written or following > last or text.gaps[hit.last] != " ":
        return False
    if document.language != "ky":
        return text.tokens[following].islower() and ACTS[document.language].search(text.words[following]) is not None
    if text.words[following].startswith("менен"):
        return False
    verb = last - (text.words[last] in wordlist(document, "clauses", "auxiliaries"))
    opens = hit.first == first and verb > following and not tells(document, last)
    active = FINITE.search(text.words[last]) and not PASSIVE_VERB.search(text.words[verb])
    return bool(GIVEN.search(text.words[following]) or (opens and active))
