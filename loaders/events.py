"""Happening words (a meeting, an opening, a signing) come in; out go dated events with who took part."""

from collections.abc import Iterator

from loaders.lexicon.entries import Entry, entry


def entries(register) -> Iterator[Entry]:
    for words in register.language.values():
        for kind, cues in words["event_cues"].items():
            yield from (entry("event_cue", kind, cue) for cue in cues)


def read(document, facts: dict) -> list[dict]:
    """One event a kind: {kind, date, partners, evidence}; the date is the sentence's own, else that of publication."""
    events: dict[str, dict] = {}
    seen: set[tuple[str, int, int]] = set()
    for hit in document.of("event_cue"):
        first, last = document.text.sentence(hit.first)
        partners = {mention.id for mention in document.partners(first, last)}
        event = events.setdefault(hit.entry.id, {"kind": hit.entry.id, "date": None, "partners": set(), "evidence": []})
        event["partners"] |= partners
        if (place := (hit.entry.id, hit.first, hit.last)) not in seen:
            seen.add(place)
            event["evidence"].append(document.quote(hit.first, hit.last))
        said = _date(document, facts, first, last)
        if said and event["date"] is None:
            event["date"], event["date_evidence"] = said["edtf"], said["evidence"]
    published = (document.published or {}).get("edtf")
    acting = {partner["id"] for partner in facts["partners"] if partner["role"] != "mentioned"}
    found = []
    for event in events.values():
        event["partners"] = sorted(event["partners"] & acting)
        if not event["partners"]:
            continue
        if event["date"] is None and published:
            event["date"], event["date_from"] = published, "published"
        found.append(event)
    return found


def _date(document, facts: dict, first: int, last: int) -> dict | None:
    start, end = document.text.raw_span(document.text.starts[first], document.text.ends[last])
    for date in facts["dates"]:
        inside = [quote for quote in date["evidence"] if start <= quote["start"] and quote["end"] <= end]
        if inside and date.get("of") not in ("start", "end", "published"):
            return {"edtf": date["edtf"], "evidence": inside}
    return None
