"""A hit of a name comes in; out goes why the words around it do not allow that reading, or nothing."""

import re

from loaders.folding import bare, unify
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Hit
from loaders.mentions.abroad import foreign_government, ministry_abroad, only_country
from loaders.mentions.doubtful import unconfirmed

SURNAME = ("ов", "ев", "ова", "ева", "бек", "кызы", "уулу")
TELLS = "only tells or is told the news"
NAMED_AFTER = ("имени", "им", bare(unify("after")))
NEAR = 2  # words
OF = {bare(unify("of")), bare(unify("the"))}
LATIN = re.compile("[a-z]+")
DOMAINS = {"org", "com", "kg", "ru", "net", "int", "gov", "edu"}
STATE = {"government", "parliament", "ministry"}
KYRGYZ = re.compile("[өүңӨҮҢ]")
DESCRIBES = re.compile(r"^жаны$|нч[ыиу]$|[кг][ыиу]$")  # жаңы, үчүнчү, азыркы
GENITIVE = re.compile(r"[ндт][ыиу]н$")


def why_not(document, hit: Hit) -> str | None:
    """Why the context does not allow this reading; None where it does."""
    if hit.entry.kind in ("place", "rayon") and (_person_follows(document, hit.last) or _in_memory(document, hit)):
        return "reads as a person's name"
    if hit.entry.phrase.endswith("!") and not document.text.gaps[hit.last].startswith("!"):
        return "without the sign that is part of the name"  # О! is no О
    if hit.entry.kind == "partner" and _in_address(document, hit):
        return "stands in an address"
    if hit.entry.kind == "rayon" and not hit.tag.endswith(("+LOC", "+REL", "LOC+REL")):
        return "as often a village or a person, and nothing is told to be there"
    if hit.entry.kind == "partner" and foreign_government(document, hit):
        return only_country(document, hit)
    if hit.entry.kind == "initiative" and not is_of_its_time(document, hit):
        return "of another time than the article"
    if (
        hit.entry.acronym
        and hit.tier == "folded"
        and (KYRGYZ.search(document.text.cased) or _is_counted(document, hit))
    ):
        return "an acronym without its dots, in a text that writes them"  # СОМ is money, СӨМ a ministry
    if hit.entry.acronym and document.language == "en" and _in_other_letters(document, hit):
        return "letters of another alphabet"  # .com is no СӨМ
    if hit.entry.doubtful and (why := unconfirmed(document, hit)):
        return why
    if hit.entry.kind == "partner" and _cut_short(document, hit):
        return "the end of a longer name"
    if hit.entry.kind == "partner" and ministry_abroad(document, hit):
        return "of another country"
    office = hit.entry.phrase[0].islower() or " " not in hit.entry.phrase  # President
    if hit.entry.kind == "generic" or (hit.entry.kind == "partner" and office and _is_office(document, hit)):
        return _owned_by_other(document, hit)
    if hit.entry.kind == "partner" and document.register.partners[hit.entry.id]["kind"] == "media":
        return _only_outlet(document, hit)
    return None


def _is_office(document, hit: Hit) -> bool:
    return hit.entry.phrase[0].islower() or hit.entry.id in document.register.language["ky"]["generic_names"]


def is_of_its_time(document, hit: Hit) -> bool:
    """Is the record of the article's time? Where the article has no date, every record is."""
    day = (document.published or {}).get("edtf") or ""
    if not day[:4].isdigit():
        return True
    if hit.entry.kind == "partner":
        record = document.register.partners[hit.entry.id]
        until = record.get("valid_to") if record["kind"] == "ministry" else None  # others go on by their old name
        return (record.get("valid_from") or "") <= day < (until or "9999")
    if hit.entry.kind == "initiative":
        record = document.register.initiatives[hit.entry.id]
        year = int(day[:4])
        return int((record.get("start") or "0")[:4]) - 1 <= year <= int((record.get("end") or "9999")[:4]) + 1
    return True


def _person_follows(document, last: int) -> bool:
    """Талас Бегалиев: a place's name before a surname is a first name."""
    text, following = document.text, last + 1
    if following >= len(text.words) or text.gaps[last] != " " or not text.cased[text.starts[following]].isupper():
        return False
    word = text.words[following]
    return any(ending in word[3:] for ending in SURNAME)


def _in_memory(document, hit: Hit) -> bool:
    """Раззаков атындагы, имени Раззакова: named after a person."""
    words, at = document.text.words, hit.first - 1
    while at > 0 and len(words[at]) == 1 and document.text.gaps[at].startswith("."):  # named after I. Razzakov
        at -= 1
    before = words[at] if at >= 0 else ""
    return before in NAMED_AFTER or words[hit.last + 1 : hit.last + 2] == ["атындагы"]


def _is_counted(document, hit: Hit) -> bool:
    before = document.text.words[hit.first - 1] if hit.first else ""
    return before.isdecimal() or before in wordlist(document, "magnitudes")


def _cut_short(document, hit: Hit) -> bool:
    """билим жана илим министри is no илим министри."""
    joined = hit.first > 0 and document.text.words[hit.first - 1] == "жана"
    ministry = document.register.partners[hit.entry.id]["kind"] == "ministry"
    return joined and ministry and document.text.tokens[hit.first][0].islower()


def _owned_by_other(document, hit: Hit) -> str | None:
    """Another country's government, or a president of something else."""
    opens, words = document.text.sentence(hit.first)[0], document.text.words
    follows = hit.last + 1  # President of Kazakhstan, президент России
    while document.language != "ky" and follows < len(words) and words[follows] in OF:
        follows += 1
    for other in document.of("foreign"):
        if opens <= other.first and 0 < hit.first - other.last <= 2 and other.last < hit.first:
            return "of another country"
        if document.language != "ky" and other.first == follows:
            return "of another country"
    owner = _before_adjectives(document, hit)
    if any(_bears(document, other, hit, owner) for other in document.of("partner") if other.entry.id != hit.entry.id):
        return "an office of another body"
    before = document.text.words[owner] if owner >= 0 else ""
    owned = hit.tag.startswith("+P3") and " " not in hit.entry.phrase and GENITIVE.search(before)
    if owned and before not in wordlist(document, "own_country"):
        return f"belongs to “{document.text.written(owner, owner)}”"
    if before in wordlist(document, "former_holder") or (hit.first and document.text.gaps[hit.first - 1] == "-"):
        return "a former holder of the office"
    return None


def _in_other_letters(document, hit: Hit) -> bool:
    return document.text.tokens[hit.first].isascii() and not hit.entry.phrase.isascii()


def _in_address(document, hit: Hit) -> bool:
    """https://24.kg/english, www.unicef.org, info@unicef.org"""
    text, following = document.text, hit.last + 1
    before = text.gaps[hit.first - 1] if hit.first else ""
    domain = text.gaps[hit.last] == "." and following < len(text.tokens) and text.tokens[following] in DOMAINS
    latin = before == "." and LATIN.fullmatch(text.tokens[hit.first - 1]) and text.tokens[hit.first].isascii()
    return bool(domain or latin) or before.endswith(("://", "@"))


def _before_adjectives(document, office: Hit) -> int:
    """The word whose office it is: университетинин жаңы, үчүнчү президенти."""
    text, at = document.text, office.first - 1
    floor = max(text.sentence(office.first)[0], at - NEAR) if document.language == "ky" else at
    while at > floor and DESCRIBES.search(text.words[at]) and text.gaps[at] in (" ", ", "):
        at -= 1
    return at


def _bears(document, holder: Hit, office: Hit, owner: int) -> bool:
    """AUCA President, УИА президенти, президент Академии образования."""
    if document.language == "en" or office.tag.startswith("+P3"):
        return holder.last == owner
    own = document.register.partners[holder.entry.id]["kind"] not in STATE
    return document.language == "ru" and own and holder.first == office.last + 1


def _only_outlet(document, hit: Hit) -> str | None:
    """A paper or agency is the outlet, not a partner, in its byline and where it was told the news."""
    start, end = document.text.raw_span(document.text.starts[hit.first], document.text.ends[hit.last])
    if document.layout.byline and document.layout.byline[0] <= start and end <= document.layout.byline[1]:
        return "stands in the byline"
    if document.in_sentence(hit.first, "saying"):
        return TELLS
    return None
