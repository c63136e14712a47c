"""Hits of names come in; out go mentions: each names one record of the register, or nothing where two would fit."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from loaders.document import FITS, Mention, NearMiss
from loaders.folding import BREAK
from loaders.lexicon.entries import Entry, Hit, entry
from loaders.mentions.contexts import is_of_its_time, why_not
from loaders.mentions.names import name_entries
from loaders.mentions.place_lists import entries as list_entries
from loaders.mentions.place_lists import listed
from loaders.mentions.typos import misspelt, typo_entries

TOWN = 2  # words from an office to its town: мэр города Ош, Mayor of Osh
POST = 5  # words between a country and the post held in it
RELATIVE = ("дагы", "деги")
KINDS = {
    "place": "region",
    "rayon": "region",
    "generic": "partner",
    "whole_country": "region",
    "town_offices": None,
}  # entry → mention


def entries(register) -> Iterator[Entry]:
    """Every name and alias of the register, and the words that stand for an office or for the whole country."""
    yield from name_entries(register)
    yield from typo_entries(register)
    yield from list_entries(register)
    for words in register.language.values():
        for id, phrases in words["generic_names"].items():
            yield from (entry("generic", id, phrase) for phrase in phrases)
        yield from (entry("not", "not", phrase) for phrase in words["no_names"])
        for kind in ("town_offices", "foreign", "state_acts", "saying", "whole_country", "whole_country_not", "posts"):
            yield from (entry(kind, kind, phrase) for phrase in words[kind])


def link(document) -> tuple[list[Mention], list[NearMiss]]:
    """One record a span, the longest name first; a name two records share is settled by the context or left out."""
    misses: list[NearMiss] = []
    spans: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in document.of(
        "partner", "initiative", "centre", "region", "place", "rayon", "generic", "town_offices", "not"
    ):
        spans[hit.first, hit.last].append(hit)
    for hit in _whole_country(document):
        spans[hit.first, hit.last].append(hit)
    taken = [False] * len(document.text.words)
    mentions = list(listed(document))
    for mention in mentions:
        taken[mention.first : mention.last + 1] = [True] * (mention.last - mention.first + 1)
    for (first, last), hits in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        if any(taken[first : last + 1]):
            continue
        refused = any(hit.entry.kind == "not" for hit in hits)
        settled = [] if refused else _settle(document, hits, misses)
        mentions += settled
        if settled or refused:
            taken[first : last + 1] = [True] * (last - first + 1)
    mentions += _town_offices(document, mentions, taken, misses)
    mentions += misspelt(document, taken)
    mentions += list(_seats(document, mentions))
    mentions.sort(key=lambda mention: mention.first)
    return mentions, misses


def regions(document) -> list[dict]:
    """Regions of the country that the article names, each with every place it does."""
    found: dict[str, list[dict]] = defaultdict(list)
    dated = {date.first for date in document.dates}
    for mention in document.mentions:
        if mention.kind == "region" and not _dateline(document, mention, dated):
            found[mention.id].append(document.quote(mention.first, mention.last))
    return [{"id": id, "evidence": evidence} for id, evidence in sorted(found.items())]


def _dateline(document, mention: Mention, dated: set[int]) -> bool:
    """«Бишкек, 23.07.19. /Кабар/» at the beginning of a line: where it was written."""
    text, first = document.text, mention.first
    opens = first == 0 or "\n" in text.gaps[first - 1] or text.words[first - 1] == BREAK
    return opens and mention.last + 1 in dated and text.gaps[mention.last].strip() == ","


def _seats(document, mentions: list[Mention]) -> Iterator[Mention]:
    """A town's office stands for its town."""
    regions = {id: region for region, id in document.register.language["ky"]["towns"].items()}
    for mention in mentions:
        if mention.kind == "partner" and mention.id in regions:
            yield replace(mention, kind="region", id=regions[mention.id], reason=f"seat of {mention.id}")


def _settle(document, hits: list[Hit], misses: list[NearMiss]) -> list[Mention]:
    """At most one record of a kind; a network of centres and the initiative that runs it may share a name."""
    owners: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        kind = KINDS.get(hit.entry.kind, hit.entry.kind)
        if kind is None:
            continue
        if why := why_not(document, hit):
            misses.append(NearMiss(hit.first, hit.last, f"{hit.entry.id}: {why}"))
        else:
            owners[kind, "KG" if hit.entry.kind == "whole_country" else hit.entry.id] = hit
    if any(kind == "partner" for kind, _ in owners):
        owners = {key: hit for key, hit in owners.items() if key[0] == "partner"}
    mentions = []
    for kind in sorted({kind for kind, _ in owners}):
        fitting = {id: hit for (of, id), hit in owners.items() if of == kind}
        if len(fitting) > 1:
            fitting = _narrowed(document, kind, fitting)
        if len(fitting) > 1:
            which = ", ".join(sorted(fitting))
            misses.append(NearMiss(hits[0].first, hits[0].last, f"{FITS}{which}: the text does not say which"))
            continue
        ((id, hit),) = fitting.items()
        how = f"{hit.tier} “{hit.entry.phrase}”" + (f" {hit.tag}" if hit.tag else "")
        mentions.append(Mention(kind, id, hit.first, hit.last, hit.tag, how, hit.entry.phrase, hit.tier))
    return mentions


def _narrowed(document, kind: str, fitting: dict[str, Hit]) -> dict[str, Hit]:
    """Those of the article's time, with the letters as written, and the town rather than its province: Ошто."""
    towns = {id for id in fitting if kind == "region" and document.register.regions[id]["kind"] == "city"}
    for narrower in (
        lambda hit: is_of_its_time(document, hit),
        lambda hit: hit.tier != "folded",
        lambda hit: hit.entry.id in towns and _there(document, hit),
    ):
        if len(fitting) > 1:
            fitting = {id: hit for id, hit in fitting.items() if narrower(hit)} or fitting
    return fitting


def _there(document, hit: Hit) -> bool:
    """In it, to it, from it: what is said of a town rather than of the province that bears its name."""
    before = document.text.words[hit.first - 1] if hit.first else ""
    cased = hit.tag.endswith(("LOC", "DAT", "ABL", "REL"))
    return cased or before in document.register.language[document.language].get("at_a_place", ())


def _whole_country(document) -> list[Hit]:
    countries = document.of("whole_country")
    if not countries:
        return []
    blocked, posts = document.of("whole_country_not"), document.of("posts")
    return [
        hit
        for hit in countries
        if not any(
            other.first <= hit.first and hit.last <= max(other.last, hit.last) and hit.first <= other.last
            for other in blocked
        )
        and not any(_posted(document, hit, post) for post in posts)
    ]


def _posted(document, country: Hit, post: Hit) -> bool:
    """Кыргызстандагы элчи, посол в Кыргызстане: where somebody holds a post, not what the article is about."""
    if document.language != "ky":
        return 0 <= country.first - post.last - 1 <= POST
    return document.text.words[country.last].endswith(RELATIVE) and 0 <= post.first - country.last - 1 <= POST


def _town_offices(document, mentions: list[Mention], taken: list[bool], misses: list[NearMiss]) -> Iterator[Mention]:
    """мэрия, мэр: of the town named in the same sentence or nearest before; else nobody's."""
    offices = document.of("town_offices")
    if not offices:
        return
    towns = document.register.language["ky"]["towns"]
    places = [mention for mention in mentions if mention.kind == "region" and mention.id in towns]
    seats = {id: tuple(names) for id, names in document.register.language["ky"]["seats"].items()}
    for hit in offices:
        if any(taken[hit.first : hit.last + 1]):
            continue
        before = [place for place in places if place.first <= hit.first]
        of_town = [place for place in places if 0 < place.first - hit.last <= TOWN and document.language != "ky"]
        nearest = (
            of_town[0]
            if of_town
            else before[-1]
            if before
            else (places[0] if len({place.id for place in places}) == 1 else None)
        )
        if nearest and nearest.id in seats and not nearest.phrase.startswith(seats[nearest.id]):
            nearest = None  # the office of another town of the province: Кара-Көл шаарынын мэриясы
        if nearest is None:
            misses.append(NearMiss(hit.first, hit.last, "a town's office, but the text does not say of which town"))
            continue
        taken[hit.first : hit.last + 1] = [True] * (hit.last - hit.first + 1)
        reason = f"“{hit.entry.phrase}” of {document.text.written(nearest.first, nearest.last)}"
        yield Mention("partner", towns[nearest.id], hit.first, hit.last, hit.tag, reason, hit.entry.phrase, "context")
