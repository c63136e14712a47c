"""A hit of a name comes in; out goes why the words around it do not allow that reading, or nothing."""

import re

from loaders.entries import Hit
from loaders.folding import bare, unify
from loaders.heads import wordlist

SURNAME = ("ов", "ев", "ова", "ева", "бек", "кызы", "уулу")
TELLS = "only tells or is told the news"
NAMED_AFTER = ("имени", "им", bare(unify("after")))
LONGEST_OWNER = 5  # words
OF = {bare(unify("of")), bare(unify("the"))}
KYRGYZ = re.compile("[өүңӨҮҢ]")
GENITIVE = re.compile(r"[ндт][ыиу]н$")


def why_not(document, hit: Hit) -> str | None:
    """Why the context does not allow this reading; None where it does."""
    if hit.entry.kind in ("place", "rayon") and (_person_follows(document, hit.last) or _in_memory(document, hit)):
        return "reads as a person's name"
    if hit.entry.phrase.endswith("!") and not document.text.gaps[hit.last].startswith("!"):
        return "without the sign that is part of the name"  # О! is no О
    if hit.entry.kind == "rayon" and not hit.tag.endswith(("+LOC", "+REL", "LOC+REL")):
        return "as often a village or a person, and nothing is told to be there"
    if hit.entry.kind == "partner" and _foreign_government(document, hit):
        return _only_country(document, hit)
    if hit.entry.kind == "initiative" and not is_of_its_time(document, hit):
        return "of another time than the article"
    if (
        hit.entry.acronym
        and hit.tier == "folded"
        and (KYRGYZ.search(document.text.cased) or _is_counted(document, hit))
    ):
        return "an acronym without its dots, in a text that writes them"  # СОМ is money, СӨМ a ministry
    if hit.entry.doubtful and (why := _unconfirmed(document, hit)):
        return why
    if hit.entry.kind == "partner" and _ministry_abroad(document, hit):
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
        return (record.get("valid_from") or "") <= day < (record.get("valid_to") or "9999")
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


def _ministry_abroad(document, hit: Hit) -> bool:
    """Орусия Федерациясынын Билим берүү министрлиги is not the ministry of this country that has such a name."""
    partner = document.register.partners[hit.entry.id]
    if partner["kind"] != "ministry" or partner.get("country") != "KG":
        return False
    words = document.text.words
    owner = hit.first - 1 - (hit.first > 1 and words[hit.first - 1].startswith("федерац"))
    owned = any(
        (other.last == owner and "GEN" in other.tag) or other.last == owner < hit.first - 1
        for other in document.of("foreign")
    )
    near = range(hit.last + 1, hit.last + 1 + LONGEST_OWNER)  # министр науки и высшего образования РФ
    after = document.language != "ky" and any(
        other.first in near and not "".join(document.text.gaps[hit.last : other.first]).strip()
        for other in document.of("foreign")
    )
    return owned or after or (document.language != "ky" and words[hit.last + 1 : hit.last + 2] == ["российскои"])


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
    holders = document.of("partner") if document.language == "en" else ()  # AUCA President
    if any(other.last == hit.first - 1 and other.entry.id != hit.entry.id for other in holders):
        return "an office of another body"
    before = document.text.words[hit.first - 1] if hit.first else ""
    owned = hit.tag.startswith("+P3") and " " not in hit.entry.phrase and GENITIVE.search(before)
    if owned and before not in wordlist(document, "own_country"):
        return f"belongs to “{document.text.written(hit.first - 1, hit.first - 1)}”"
    if before in wordlist(document, "former_holder") or (hit.first and document.text.gaps[hit.first - 1] == "-"):
        return "a former holder of the office"
    return None


def _unconfirmed(document, hit: Hit) -> str | None:
    """A name that is as often something else counts in quotation marks, or where the article has the full name too."""
    text, confirming = document.text, document.register.language[document.language].get("confirming", {})
    quoted = hit.first and text.gaps[hit.first - 1].endswith('"') and text.gaps[hit.last].startswith('"')
    clear = any(other.entry.id == hit.entry.id and not other.entry.doubtful for other in document.of(hit.entry.kind))
    beside = confirming.get(hit.entry.id, ())
    near = [word for at in (hit.first - 1, hit.last + 1) if 0 <= at < len(text.words) for word in (text.words[at],)]
    confirmed = any(word.startswith(tuple(beside)) for word in near)
    return None if quoted or clear or confirmed else "as often something else, and nothing near confirms it"


def _foreign_government(document, hit: Hit) -> bool:
    partner = document.register.partners[hit.entry.id]
    return partner["kind"] == "government" and partner.get("country") != "KG"


def _only_country(document, hit: Hit) -> str | None:
    """A country's name is its government only where it acts: «Россия тарап», «Япониянын гранты»."""
    near = range(hit.first, hit.last + 4)  # also in the name itself: правительство РФ
    if any(other.first in near for other in document.of("state_acts")):
        return None
    return "the country as a place, not its government"


def _only_outlet(document, hit: Hit) -> str | None:
    """A paper or agency is the outlet, not a partner, in its byline and where it was told the news."""
    start, end = document.text.raw_span(document.text.starts[hit.first], document.text.ends[hit.last])
    if document.layout.byline and document.layout.byline[0] <= start and end <= document.layout.byline[1]:
        return "stands in the byline"
    if document.in_sentence(hit.first, "saying"):
        return TELLS
    return None
