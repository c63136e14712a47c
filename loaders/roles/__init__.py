"""Partner mentions and cue phrases come in; out goes each partner's strongest role, with the words that say so."""

from collections import defaultdict
from collections.abc import Iterator

from loaders.clause.predicates import VERB, active, acts, undergoes
from loaders.clause.slots import BY, case_of, is_office, last_joined, slot_of
from loaders.clause.speakers import holder_of, tells
from loaders.document import Mention
from loaders.grammar.heads import wordlist
from loaders.lexicon.entries import Entry, Hit, entry
from loaders.roles.around import (
    done_by_its_people,
    had_the_news,
    helped,
    housed_in,
    labelled,
    left_behind,
    past_studies,
    received,
)
from loaders.roles.standing import next_clause, stands
from loaders.roles.unsaid import Said, pays, role_of_doer, unsaid_role

STRONGEST_FIRST = ("funder", "implementer", "convener", "moderator", "host", "supporter", "participant", "mentioned")
NEGATED = ["жок"], ["эмес"]


def entries(register) -> Iterator[Entry]:
    for language, words in register.language.items():
        for number, rule in enumerate(words["role_cues"]):
            for cue in rule["cues"]:
                yield entry("role_cue", f"{language}:{number}", cue)
            for stem in rule.get("verbs", ()):
                yield entry("role_cue", f"{language}:{number}", stem + "*", weight=VERB)
        yield from (entry("former", "", word) for word in words["former"])
        for role, labels in words["role_labels"].items():
            yield from (Entry("role_label", role, label, language=language) for label in labels)
        yield from (Entry("stands_for", "ministry", noun, language=language) for noun in words["stands_for_ministry"])


def read(document) -> list[dict]:
    """One entry a partner: {id, role, role_cue?, evidence}, in order of first mention."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    told: dict[str, list[Said]] = defaultdict(list)
    silent: dict[str, list[Mention]] = defaultdict(list)  # of which no cue is said
    for mention in document.mentions:
        if mention.kind == "partner":
            mentions[mention.id].append(mention)
            said = [*roles_of(document, mention)]
            told[mention.id] += said
            silent[mention.id] += [] if said else [mention]
    ministries = [id for id in mentions if document.register.partners[id]["kind"] == "ministry"]
    if len(ministries) == 1:
        for mention in _again(document, ministries[0], mentions[ministries[0]]):
            told[mention.id] += roles_of(document, mention)
    partners = []
    for id, places in mentions.items():
        if all(role == "mentioned" for role, _ in told[id]):
            told[id] += filter(None, (unsaid_role(document, place) for place in silent[id]))
        role, cue = min(told[id] or _in_lead(document, places[0]), key=lambda said: STRONGEST_FIRST.index(said[0]))
        if role == "implementer" and pays(document.register.partners[id]):
            role = "funder"  # «банк мектеп курду», «Россия өкмөтү менен биргеликте»
        partner = {"id": id, "role": role}
        if cue:
            partner["role_cue"] = document.quote(cue.first, cue.last)
        partners.append(partner | {"evidence": [document.quote(place.first, place.last) for place in places]})
    return partners


def _again(document, id: str, places: list[Mention]) -> Iterator[Mention]:
    """The only ministry that an article names is «министрлик» from then on."""
    named = {word for place in places for word in range(place.first, place.last + 1)}
    for hit in document.of("stands_for"):
        if hit.first > places[0].last and hit.first not in named and "P3" not in hit.tag:
            yield Mention("partner", id, hit.first, hit.last, hit.tag, "said again", hit.entry.phrase, "context")


def roles_of(document, mention: Mention) -> Iterator[Said]:
    """The roles that cue phrases in the mention's sentence give it."""
    text = document.text
    if former := left_behind(document, mention):
        yield "mentioned", former
        return
    first, last = text.sentence(mention.first)
    anchor = last_joined(document, mention)
    slot, edge = slot_of(document, anchor)
    if document.language == "ky" and text.gaps[edge].startswith(":"):  # Улутстатком: өлкөдө …
        yield "mentioned", Hit(Entry("role_cue", "", ""), edge, edge)
        return
    if slot == "nom" and had_the_news(document, mention, edge):
        yield "mentioned", None
        return
    told, telling = False, document.language == "ky" and tells(document, last)
    holder = holder_of(document, edge) if document.language == "ky" and slot == "gen" else None
    acting = holder and not telling
    for label in document.beginning(first, mention.first - 1, "role_label"):
        if label.last < mention.first and labelled(document, mention, label):
            told = True
            yield label.entry.id, label
    people = done_by_its_people(document, slot, edge)
    rules = _rules(document)
    said: list[tuple[str, Hit]] = []
    arranged = False  # «… тарабынан уюштурулган»
    housed = document.language == "ru" and housed_in(document, mention, rules)
    for hit in document.beginning(first, last, "role_cue"):
        rule = rules[hit.entry.id]
        if housed and rule["slot"] == "before" and rule["role"] in ("implementer", "convener"):
            continue  # на базе университета планируется создать …
        if hit.entry.weight == VERB and not active(document, hit):
            continue
        if rule["role"] == "funder" and past_studies(document, hit):
            told = True
            said.append(("mentioned", hit))
            continue
        if hit.last == edge + 1 and rule["role"] == "implementer" and helped(document, hit):
            continue  # «… тарабынан көрсөтүлгөн колдоо»
        if holder and hit.first < holder.first and rule["role"] != "mentioned":
            continue  # «… долбоорлорунун куратору билдирди»
        done = people if rule["role"] == "implementer" else 0
        if stands(document, rule, slot, mention, edge, hit) or (
            done and stands(document, rule, "nom", mention, done, hit)
        ):
            in_person = rule["role"] == "mentioned" and slot == "nom" and is_office(document, mention)
            in_person = in_person or (rule["role"] == "mentioned" and slot == "gen" and acting)
            refused = text.words[hit.last + 1 : hit.last + 2] in NEGATED  # уруксат берген жок
            in_person = in_person or (refused and rule["role"] != "mentioned")
            in_person = in_person or received(document, rule, hit)
            told = True
            arranged = arranged or (rule["slot"] == "agent" and rule["role"] == "convener")
            said.append((("participant" if in_person else rule["role"]), hit))
    hosting = [hit.last for role, hit in said if role == "host"]
    for role, hit in said:  # принял участие is no принял, сынак жарыялады no жарыялады
        length = hit.last - hit.first
        if role == "convener" and any(last < hit.first for last in hosting):
            continue  # университетинин залында … форуму өттү
        if arranged and role == "implementer" and text.words[hit.last] == BY:
            continue
        if not any(o.first <= hit.first <= hit.last <= o.last and o.last - o.first > length for _, o in said):
            yield role, hit
    if people and not telling and (verb := acts(document, mention, people - 1)):
        took_part = text.words[verb.first].startswith(tuple(wordlist(document, "clauses", "took_part")))
        if not took_part and all(hit.last < verb.first for _, hit in said):
            yield role_of_doer(document, mention, people, text.words[verb.first]), verb
    if told or document.language != "ky":
        return
    if slot == "nom" and (verb := acts(document, mention, edge)) and not next_clause(document, edge, last):
        yield role_of_doer(document, mention, edge, text.words[verb.first]), verb
    if holder:
        yield ("participant" if acting else "mentioned"), holder
    if slot == "nom" and not telling and undergoes(document, mention, edge):
        yield "participant", Hit(Entry("role_cue", "", ""), last, last)


def _rules(document) -> dict[str, dict]:
    """The rule of each cue, by the id of its entries."""
    if "role_cues" not in document.lists:
        document.lists["role_cues"] = {
            f"{language}:{number}": rule
            for language, words in document.register.language.items()
            for number, rule in enumerate(words["role_cues"])
        }
    return document.lists["role_cues"]


def _in_lead(document, first: Mention) -> list[Said]:
    """Nothing tells: one the headline or first sentence is about takes part; any other is only mentioned."""
    lead = document.text.sentence(0)[1] if document.text.words else 0
    takes_part = first.first <= lead and case_of(first) in ("", "gen", "loc")
    return [("participant" if takes_part else "mentioned", None)]
