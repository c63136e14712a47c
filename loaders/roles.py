"""Partner mentions and cue phrases come in; out goes each partner's strongest role, with the words that say so."""

from collections import defaultdict
from collections.abc import Iterator

from loaders.document import Mention
from loaders.entries import Entry, Hit, entry

CASES = {"GEN": "gen", "ABL": "abl", "LOC": "loc", "DAT": "dat", "ACC": "acc", "REL": "loc"}
STRONGEST_FIRST = ("funder", "implementer", "convener", "moderator", "host", "supporter", "participant", "mentioned")
ENUMERATION = 18  # words: how far «Кеңештин, …нын, …нын өкүлдөрү» may reach
JOINING = {"жана", "менен", "и", "and", "да", "дагы"}


def entries(register) -> Iterator[Entry]:
    for language, words in register.language.items():
        for number, rule in enumerate(words["role_cues"]):
            for cue in rule["cues"]:
                yield entry("role_cue", f"{language}:{number}", cue)


def read(document) -> list[dict]:
    """One entry a partner: {id, role, role_cue?, evidence}, in order of first mention."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    told: dict[str, list[tuple[str, Hit | None]]] = defaultdict(list)
    for mention in document.mentions:
        if mention.kind == "partner":
            mentions[mention.id].append(mention)
            told[mention.id] += roles_of(document, mention)
    partners = []
    for id, places in mentions.items():
        role, cue = min(
            told[id] or [(_unsaid(document, places), None)], key=lambda said: STRONGEST_FIRST.index(said[0])
        )
        partner = {"id": id, "role": role}
        if cue:
            partner["role_cue"] = document.quote(cue.first, cue.last)
        partners.append(partner | {"evidence": [document.quote(place.first, place.last) for place in places]})
    return partners


def roles_of(document, mention: Mention) -> Iterator[tuple[str, Hit | None]]:
    """The roles that cue phrases in the mention's sentence give it."""
    first, last = document.text.sentence(mention.first)
    anchor = _last_joined(document, mention)
    slot, edge = _slot(document, anchor)
    for hit in document.of("role_cue"):
        if not first <= hit.first <= last:
            continue
        language, number = hit.entry.id.split(":")
        rule = document.register.language[language]["role_cues"][int(number)]
        if _stands(document, rule, slot, mention, edge, hit):
            in_person = rule["role"] == "mentioned" and slot == "nom" and _is_office(document, mention)
            yield ("participant" if in_person else rule["role"]), hit


def _stands(document, rule: dict, slot: str, mention: Mention, edge: int, hit: Hit) -> bool:
    wanted, near = rule["slot"], rule["near"]
    if wanted == "after":  # Russian, English: the cue stands before the name
        return 0 <= mention.first - hit.last - 1 <= near
    distance = hit.first - edge - 1
    if slot == "gen" and document.text.gap(edge).startswith(","):
        near += ENUMERATION
    if not 0 <= distance <= near:
        return False
    if wanted == "agent":
        words = document.text.words
        return slot == "nom" and edge + 1 < len(words) and words[edge + 1] in ("тарабынан",)
    if slot == "nom" and _other_subject(document, edge, hit):
        return False
    return wanted in ("any", "before", slot)


def _other_subject(document, edge: int, hit: Hit) -> bool:
    """Another partner in the nominative stands nearer to the verb: the verb is its own."""
    between = [m for m in document.mentions if m.kind == "partner" and edge < m.first and m.last < hit.first]
    return any(_slot(document, _last_joined(document, mention))[0] == "nom" for mention in between)


def _last_joined(document, mention: Mention) -> Mention:
    """Of names joined by a comma or `жана`, the last carries the case for all."""
    text, following = document.text, [m for m in document.mentions if m.kind == "partner" and m.first > mention.last]
    for other in following:
        between = range(mention.last + 1, other.first)
        joined = len(between) <= 1 and all(text.words[word] in JOINING for word in between)
        if not joined or (not between and "," not in text.gap(mention.last)) or _case(mention):
            break
        mention = other
    return mention


def _case(mention: Mention) -> str:
    return next((CASES[part] for part in reversed(mention.tag.split("+")) if part in CASES), "")


def _slot(document, mention: Mention) -> tuple[str, int]:
    """How the name stands, and the word after which its cue may come."""
    words, after = document.text.words, mention.last + 1
    case = _case(mention)
    if not case and after < len(words) and words[after] == "менен":
        return "com", after
    return case or "nom", mention.last


def _is_office(document, mention: Mention) -> bool:
    """A minister, mayor or president speaks in person, not as a source."""
    offices = document.register.language["ky"]["offices_in_person"]
    return any(mention.phrase.lower().endswith(office) for office in offices)


def _unsaid(document, places: list[Mention]) -> str:
    """No cue at all: one the headline or first sentence is about takes part; any other is only mentioned."""
    lead = document.text.sentence(0)[1] if document.text.words else 0
    return "participant" if places[0].first <= lead and _case(places[0]) in ("", "gen", "loc") else "mentioned"
