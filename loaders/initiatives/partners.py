"""An initiative's places and the roles around them come in; out go its partners, and who only proposes to join."""

from collections.abc import Iterator

from loaders.document import Mention
from loaders.folding import words_of
from loaders.roles import STRONGEST_FIRST, roles_of

FOLLOWING = ("funder", "supporter")  # roles a partner named after the initiative may still have in it


def partners_of(document, facts: dict, one, others: list) -> list[dict]:
    """Who acts before the name in its sentence, who funds or supports after it, and who only proposes."""
    involved: dict[tuple[str, str | None], dict] = {}
    for first, last in one.places:
        start, end = document.text.sentence(first)
        proposals = [
            hit for hit in document.in_sentence(first, "status_cue") if hit.entry.id == "proposed" and hit.first > last
        ]
        for id, place, mention in _in_sentence(document, facts, start, end):
            if any(place[1] < other[0] < first for each in others if each is not one for other in each.places):
                continue  # the name that follows first is the one the partner belongs to
            said = [(role, cue) for role, cue in roles_of(document, mention) if role != "mentioned"]
            role, cue = min(said, key=lambda pair: STRONGEST_FIRST.index(pair[0]), default=("participant", None))
            status = None
            if place[0] > last:
                proposal = next((hit for hit in proposals if hit.first > place[0]), None)
                if proposal and role not in FOLLOWING:
                    role, cue, status = "participant", proposal, "proposed"
                elif role not in FOLLOWING:
                    continue
            elif proposals and one.id and _only_talks(document, one, place, first):
                role, cue, status = "participant", proposals[0], "proposed"
            if role == "participant" and status is None:
                continue  # present in the sentence, not in the initiative
            partner = involved.setdefault((id, status), {"id": id, "role": role})
            if status:
                partner["status"] = status
            if STRONGEST_FIRST.index(role) < STRONGEST_FIRST.index(partner["role"]):
                partner["role"] = role
            if cue and "role_cue" not in partner:
                partner["role_cue"] = document.quote(cue.first, cue.last)
            partner.setdefault("evidence", []).append(document.quote(*place))
    return list(involved.values())


def _only_talks(document, one, place: tuple[int, int], first: int) -> bool:
    """The partner's sentence is about working together some day: no word that it is done stands between."""
    doing = [hit for hit in document.in_sentence(first, "status_cue") if hit.entry.id in ("under-way", "completed")]
    return not any(place[0] <= hit.first for hit in doing)


def _in_sentence(document, facts: dict, start: int, end: int) -> Iterator[tuple[str, tuple[int, int], Mention]]:
    """Partners named there, and those whose people are."""
    for mention in document.partners(start, end):
        yield mention.id, (mention.first, mention.last), mention
    text = document.text
    for person in facts["people"]:
        if not person.get("partner"):
            continue
        at = text.starts[start]
        while (at := text.cased.find(person["name"], at, text.ends[end])) >= 0:
            first = next((word for word in range(start, end + 1) if text.starts[word] >= at), None)
            if first is not None:
                last = min(first + len(words_of(person["name"])) - 1, end)
                acting = Mention("partner", person["partner"], first, last, "", f"through {person['name']}")
                yield person["partner"], (first, last), acting
            at += len(person["name"])
