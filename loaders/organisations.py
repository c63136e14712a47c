"""A document comes in; out go the organisations of the story that the register lacks, in base form, with their kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.folding import bare
from loaders.heads import GENITIVE, base_form, first_word, wordlist
from loaders.lexicon import Entry, Hit

GROUPS = ("named", "proper", "titled")
ENTERPRISE = re.compile('(?:Бишкек|Кыргыз|Ош|Чүй)(?!стан)[а-яөүң]{4,}(?=")')  # «Кыргызтелеком», «Бишкекжылуулук»
ADJECTIVAL = (
    "лык",
    "лик",
    "лук",
    "дык",
    "дик",
    "дук",
    "тык",
    "тик",
    "тук",
    "ий",
    "ой",
    "ый",
    "луу",
    "дуу",
    "туу",
    "ку",
    "кы",
    "ки",
    "гу",
    "гы",
    "ги",
)
FEW_SCHOOLS = 2  # a longer row of schools tells where something is, not who takes part
LATIN = re.compile("[A-Za-z]{3}")


@dataclass(slots=True)
class Organisation:
    name: str
    kind: str
    first: int
    last: int
    evidence: list[dict] = field(default_factory=list)


def entries(register) -> Iterator[Entry]:
    for words in register.language.values():
        section = words.get("organisations", {})
        for group in GROUPS:
            for kind, heads in section.get(group, {}).items():
                yield from (Entry(f"head:{group}", kind, head) for head in heads)
        yield from (Entry("head:named", "none", phrase) for phrase in section.get("none", []))
        for kind, names in section.get("acronyms", {}).items():
            yield from (Entry("organisation", kind, name, acronym=name.isupper(), capital=True) for name in names)
        for kind, names in section.get("names", {}).items():
            yield from (Entry("organisation", kind, name, capital=True) for name in names)


def read(document, facts=None) -> list[dict]:
    if document.language != "ky":
        return []
    found: list[Organisation] = []
    for organisation in sorted(_found(document), key=lambda o: (o.first, -o.last)):
        _merge(document, found, organisation)
    if sum(o.kind == "school" for o in found) > FEW_SCHOOLS:
        found = [o for o in found if o.kind != "school"]
    return [{"name": o.name, "kind": o.kind, "evidence": o.evidence} for o in found]


def _found(document) -> Iterator[Organisation]:
    known = {word: m.first for m in document.mentions if m.kind != "region" for word in range(m.first, m.last + 1)}
    for hit in _longest(document.of(*(f"head:{group}" for group in GROUPS), "organisation")):
        if known.get(hit.last, hit.last + 1) <= hit.first:
            continue
        if hit.entry.id == "none" or "PL" in hit.tag.split("+") or _owned(document, hit):
            continue
        first = first_word(document, hit.first)
        first = next(
            (m.last + 1 for m in document.mentions if m.kind != "region" and m.first < first <= m.last < hit.first),
            first,
        )
        if hit.entry.kind == "organisation":
            first = first if _place_before(document, first, hit) else hit.first
        elif not _is_name(document, first, hit) or _aside(document, hit):
            continue
        yield Organisation(base_form(document, first, hit), hit.entry.id, first, hit.last)
    yield from _enterprises(document, known)


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first > kept[-1].last:
            kept.append(hit)
    return kept


def _owned(document, hit: Hit) -> bool:
    """Right after a name of the register it is that very organisation (ЭлТР телеканалы); after a genitive a head bears its mark."""
    text, before = document.text, hit.first - 1
    if before < 0 or hit.entry.kind == "organisation":
        return False
    if any(other.last == before and "GEN" not in other.tag for other in document.of("partner", "centre")):
        return True
    if text.gap(hit.last).strip() == "(" and any(m.first == hit.last + 1 for m in document.mentions):
        return True  # … агенттиги (USAID)
    if _possessed(document, hit) or "." in text.gap(before) or '"' in text.gap(before):
        return False
    noun = text.cased[text.starts[before]].isupper() and not text.words[before].endswith(ADJECTIVAL)
    return noun or GENITIVE.match(text.words[before]) is not None


def _possessed(document, hit: Hit) -> bool:
    return "P3" in hit.tag or document.text.words[hit.last][-1] in "ыиу"


def _place_before(document, first: int, hit: Hit) -> bool:
    """Талас областык ИИБ: only a place belongs to a name that is whole in itself."""
    return first < hit.first and any(m.kind == "region" and m.first == first for m in document.mentions)


def _is_name(document, first: int, hit: Hit) -> bool:
    """Do the words before the head make it one organisation's, and not any?"""
    text, group = document.text, hit.entry.kind
    if first == hit.first:
        return False
    start, end = text.starts[first], text.starts[hit.first]
    written = text.cased[start:end]
    titled = (start and text.cased[start - 1] == '"') or "атындагы" in written or LATIN.search(written) is not None
    if titled or text.cased[max(0, start - 3) : start].rstrip().endswith("№"):
        return True
    if group == "head:titled":
        return False
    generic = wordlist(document, "organisations", "generic")
    if group == "head:proper":
        generic |= wordlist(document, "organisations", "vague")
    places = {word for m in document.mentions if m.kind == "region" for word in range(m.first, m.last + 1)}
    own = [word for word in range(first, hit.first) if text.words[word] not in generic]
    if not [word for word in own if word not in places and text.words[word] not in ("жана", "боюнча")]:
        local = any(word in places for word in own) and hit.entry.phrase not in _not_of_place(document)
        midway = text.cased[start].isupper() and first != text.sentence(first)[0] and first not in places
        return local or midway
    if group == "head:named" and not _possessed(document, hit) and "боюнча" not in written:
        return text.cased[start].isupper() and first != text.sentence(first)[0]  # but: тиешелүү министрлик
    return group == "head:named" or any(text.cased[text.starts[word]].isupper() for word in range(first, hit.first))


def _not_of_place(document) -> list[str]:
    return document.register.language["ky"]["organisations"]["not_of_place"]


def _aside(document, hit: Hit) -> bool:
    """A school where somebody learns or something happens; a paper that had the news."""
    text, following = document.text, document.text.words[hit.last + 1 : hit.last + 4]
    if hit.entry.id == "school" and hit.entry.kind == "head:titled":
        belongs = wordlist(document, "organisations", "belongs")
        place = hit.tag.endswith(("+LOC", "+ABL", "+DAT", "+REL"))
        return place or ("GEN" in hit.tag and any(word.startswith(tuple(belongs)) for word in following))
    if hit.entry.id == "media":
        told = tuple(wordlist(document, "organisations", "told"))
        first, last = text.sentence(hit.last)
        return any(word.startswith(told) for word in text.words[hit.last : min(last + 1, hit.last + 8)])
    return False


def _enterprises(document, known: dict[int, int]) -> Iterator[Organisation]:
    text = document.text
    for word in range(len(text.words)) if '"' in text.cased else ():
        if word in known or text.starts[word] == 0 or text.cased[text.starts[word] - 1] != '"':
            continue
        if ENTERPRISE.match(text.cased, text.starts[word]):
            yield Organisation(f"«{text.written(word, word)}»", "company", word, word)


def _merge(document, found: list[Organisation], new: Organisation) -> None:
    """The same one under a shorter name, or under the first letters of its name, is one."""
    new.evidence = [document.quote(new.first, new.last)]
    for old in found:
        if old.first <= new.first and new.last <= old.last:
            return
        if _same(old.name, new.name):
            old.evidence += new.evidence
            if len(new.name) > len(old.name):
                old.name, old.kind = new.name, new.kind
            return
    found.append(new)


def _same(one: str, other: str) -> bool:
    short, long = sorted((bare(one), bare(other)), key=len)
    return (
        long == short
        or long.endswith(" " + short)
        or (" " not in short and _initials(long).endswith(short) and len(short) > 2)
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word not in ("жана", "боюнча"))
