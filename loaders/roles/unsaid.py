"""A mention of a partner that no cue is said of comes in; out goes the role its case and its sentence tell."""

import re

from loaders.clause.predicates import FINITE, PASSIVE_VERB
from loaders.clause.slots import BY, LOCATIVE, is_office, last_joined, slot_of
from loaders.clause.speakers import tells, tells_at_once
from loaders.document import Mention
from loaders.folding import bare, unify
from loaders.grammar.heads import ADJECTIVE, GENITIVE, wordlist
from loaders.lexicon.entries import Entry, Hit
from loaders.roles.standing import IN, next_clause

DONORS = {"multilateral", "bilateral-donor", "foundation"}
NEAR = 7  # words from a body to a part of it, or from an office to the body it is held in
OWN = re.compile("[ыиу]$")  # институту, башкармалыгы
NAME = 4  # words of who holds an office, before its verb
FAR = 9  # … from a Russian subject that opens its sentence
PAST = {
    "ru": re.compile("..[аяиеоуы]л[аои]?$"),
    "en": re.compile(
        bare(unify("..ed$|(?:held|made|gave|took|set|brought|won|sent|led|ran|chose|met|will|has|have)$"))
    ),
}
AGENT = {bare(unify("by"))}
THE = bare(unify("the"))
WITH = {"с", "со", *(bare(unify(word)) for word in ("with", "between"))}

Said = tuple[str, Hit | None]  # role, and the words that tell it


def unsaid_role(document, mention: Mention) -> Said | None:
    """Words for what partners do are without number; a body that a sentence of events names is seldom a bystander."""
    return _kyrgyz(document, mention) if document.language == "ky" else _other(document, mention)


def _kyrgyz(document, mention: Mention) -> Said | None:
    words, last = document.text.words, document.text.sentence(mention.first)[1]
    slot, edge = slot_of(document, last_joined(document, mention))
    if slot == "com":
        return "participant", _words(edge, edge)
    if slot == "nom" and words[edge + 1 : edge + 2] == [BY]:
        return "implementer", _words(edge + 1, edge + 1)
    if slot == "nom" and (_holder(document, edge) or is_office(document, mention)):
        return None if ADJECTIVE.search(words[mention.last]) else ("participant", _holder(document, edge))
    if (
        next_clause(document, edge, last)
        or tells_at_once(document, edge)
        or tells(document, last)
        or not FINITE.search(words[last])
    ):
        return None
    verb = last - (words[last] in wordlist(document, "clauses", "auxiliaries"))
    role = _by_case(document, mention, slot, edge, words[verb])
    return (role, _words(verb, last)) if role else None


def role_of_doer(document, mention: Mention, edge: int, verb: str) -> str:
    """Of the subject of a verb; who becomes or gets something only takes part."""
    becomes = verb in wordlist(document, "clauses", "becoming")
    if becomes or is_office(document, mention) or _holder(document, edge):
        return "participant"
    return "implementer"


def _holder(document, edge: int) -> Hit | None:
    """«АБВ төрайымы Асан кызы Айша»: an office in it right after its name."""
    after = document.beginning(edge + 1, edge + 1, "position:ky")
    own = [hit for hit in after if hit.tag in ("", "+P3", "+PL", "+PL+P3")]  # but: … директорду четтетти
    return own[0] if own and document.text.gaps[edge] == " " else None


def _by_case(document, mention: Mention, slot: str, edge: int, verb: str) -> str | None:
    """In a sentence that ends with a verb of doing or happening."""
    partner = document.register.partners[mention.id]
    kind = partner["kind"]
    if kind in DONORS and slot in ("gen", "abl"):
        return "supporter" if slot == "gen" and not pays(partner) else "funder"
    if slot == "gen":
        slot = _case_of_part(document, edge)
    passive = PASSIVE_VERB.search(verb) is not None
    if slot == "nom" and (passive or document.text.gaps[edge].startswith(",")):
        return "participant"
    if slot == "nom":
        return role_of_doer(document, mention, edge, verb)
    happens = passive or verb.startswith(tuple(wordlist(document, "clauses", "happening")))
    if slot == "loc" and happens and kind != "government":  # a country is a place, too
        return "convener" if kind == "parliament" else "host"
    return None


def pays(partner: dict) -> bool:
    """A bank, another country's government."""
    abroad = partner["kind"] == "government" and partner.get("country") != "KG"
    return abroad or "банк" in (partner["names"].get("ru") or "").lower()


def _case_of_part(document, edge: int) -> str:
    """«университеттин Кыргыз-түрк институтунда», «… бөлүмү»."""
    text, parts = document.text, tuple(wordlist(document, "clauses", "parts"))
    for at in range(edge + 1, min(edge + 1 + NEAR, len(text.words))):
        word = text.words[at]
        if "," in text.gaps[at - 1]:
            break
        if word.startswith(parts) and not GENITIVE.match(word):
            return "loc" if LOCATIVE.search(word) else "nom" if OWN.search(word) else ""
    return ""


def _other(document, mention: Mention) -> Said | None:
    """Russian and English: the word before the name, an office in it, or its verb."""
    text = document.text
    if document.in_sentence(mention.first, "saying"):
        return None
    before = mention.first - 1 - (mention.first > 0 and text.words[mention.first - 1] == THE)
    word = text.words[before] if before >= 0 else ""
    if word in AGENT:
        return "implementer", _words(before, before)
    if word in WITH:
        return "participant", _words(before, before)
    partner = document.register.partners[mention.id]
    if word in IN and partner["kind"] == "parliament":
        return "convener", _words(before, before)
    if office := _office(document, mention):
        return "participant", office
    if partner["kind"] in DONORS:
        return ("funder" if pays(partner) else "supporter"), None
    verb = _verb(document, mention)
    return ("implementer", verb) if verb else None


def _office(document, mention: Mention) -> Hit | None:
    """Rector of the University, заместитель главы Министерства, Министром финансов: named just before, or at once."""
    text, kind = document.text, f"position:{document.language}"
    first = max(text.sentence(mention.first)[0], mention.first - NEAR)
    for hit in document.beginning(first, mention.last - 1, kind):
        if not any("," in gap for gap in text.gaps[hit.last : mention.first]):
            return hit
    return None


def _verb(document, mention: Mention) -> Hit | None:
    """In the past tense, after the name and who bears it: «Министерство (МОН) выпустило»."""
    text, last = document.text, document.text.sentence(mention.first)[1]
    if document.language == "ru" and mention.phrase.casefold() != text.written(mention.first, mention.last).casefold():
        return None
    far = document.language == "ru" and mention.first == text.sentence(mention.first)[0]
    for word in range(mention.last + 1, min(mention.last + (FAR if far else NAME) + 2, last + 1)):
        capital = text.tokens[word][0].isupper()
        if any(stop in text.gaps[word - 1] for stop in ",;:"):
            break
        if not capital and PAST[document.language].search(text.words[word]):
            return _words(word, word)
        if not capital and not far:
            break
    return None


def _words(first: int, last: int) -> Hit:
    return Hit(Entry("role_cue", "", ""), first, last)
