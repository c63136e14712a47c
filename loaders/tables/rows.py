"""The overlay comes in; out go plain rows, one saying each, under the column names of `loaders.tables`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.records import Register
from loaders.records.edtf import parse
from loaders.records.shown import Entry, Evidence, Finding, Overlay, Value

RECORDS = ("initiatives", "partners", "centres")
VOCABULARY = ("goals", "levels", "regions", "roles", "statuses", "kinds")
Rows = defaultdict[str, Any]


def matching_only(record: Mapping[str, Any] | None) -> bool:
    """An entry no source confirms at all: it finds names in articles and is never shown as a fact."""
    return bool(record) and "all" in (record.get("unverified") or [])


def dated(prefix: str, edtf: str | None, bare: bool = False) -> dict[str, Any]:
    """`start`, 2024 → start, start_earliest, start_latest (bare: earliest, latest)."""
    lead = "" if bare else f"{prefix}_"
    try:
        span = parse(edtf) if edtf else None
    except ValueError:
        span = None  # for `check` to report; a page shows the words as they stand
    days = (span.earliest, span.latest) if span else (None, None)
    return {prefix: edtf} | dict(zip((f"{lead}earliest", f"{lead}latest"), days, strict=True))


def where(place: Evidence | None) -> dict[str, Any]:
    return {"article": place.article, "start": place.start, "end": place.end, "quote": place.quote} if place else {}


def of_overlay(register: Register, overlay: Overlay) -> Rows:
    """What is shown of every record; origin says whether a person asserts it or articles alone do."""
    found: Rows = defaultdict(list)
    found["names"] = {
        kind: {id_: dict(own.get("names") or {}) for id_, own in getattr(register, kind).items()}
        for kind in RECORDS + VOCABULARY
    }
    for row_of, kind in ((_partner, "partners"), (_centre, "centres"), (_initiative, "initiatives")):
        for id_, entry in getattr(overlay, kind).items():
            if not matching_only(getattr(register, kind).get(id_)):
                found["names"][kind].setdefault(id_, entry.names)
                row_of(found, entry, register)
    found["findings"] = [_finding(number, one) for number, one in enumerate(overlay.findings)]
    return found


def _common(kind: str, entry: Entry) -> dict[str, Any]:
    record = entry.record
    return {
        kind: entry.id,
        "kind": record.get("kind"),
        "note": record.get("note"),
        "sources": tuple(record.get("sources") or ()),
        "unverified": tuple(record.get("unverified") or ()),
        "reviewed": entry.origin == "person",
    }


def _partner(found: Rows, entry: Entry, register: Register) -> None:
    plain = ("country", "parent", "region", "valid_from", "valid_to", "website")
    found["partners"].append(
        _common("partner", entry)
        | {key: entry.record.get(key) for key in plain}
        | {"succeeded_by": tuple(entry.record.get("succeeded_by") or ())}
    )


def _centre(found: Rows, entry: Entry, register: Register) -> None:
    record = entry.record
    place = record.get("coordinates") or {}
    found["centres"].append(
        _common("centre", entry)
        | {"network": bool(record.get("network")), "place": record.get("place")}
        | {key: tuple(record.get(key) or ()) for key in ("run_by", "partners", "regions")}
        | {"latitude": place.get("lat"), "longitude": place.get("lon")}
        | dated("launched", record.get("launched"))
    )
    for value in entry.fields.get("counts", ()):
        found["counts"].append(
            {key: value.value.get(key) for key in ("value", "op", "unit", "what", "note")}
            | {"centre": entry.id, "url": value.value.get("source"), "origin": value.origin}
            | dated("as_of", value.value.get("as_of"), bare=True)
            | where(next(iter(value.evidence), None))
        )


def _initiative(found: Rows, entry: Entry, register: Register) -> None:
    own, record = entry.id, entry.record
    shown: dict[str, Any] = _common("initiative", entry)
    for field in ("status", "start", "end"):
        value = entry.fields.get(field)
        said = value.value if value else None
        shown |= {field: said, f"{field}_origin": value.origin if value else None}
        shown |= dated(field, said) if field != "status" else {}
    found["initiatives"].append(shown | {key: record.get(key) for key in ("lead", "place", "budget", "centre")})
    for value in entry.fields.get("partners", ()):
        part = value.value
        if not matching_only(register.partners.get(part["id"])):
            row = {"partner": part["id"], "role": part.get("role") or "mentioned", "status": part.get("status")}
            found["involvement"] += [row | {"initiative": own} | saying for saying in _sayings(value)]
    for field in ("goals", "levels", "regions"):
        for value in entry.fields.get(field, ()):
            row = {field[:-1]: value.value, "initiative": own}
            found[f"{field}_of"] += [row | saying for saying in _sayings(value, places=False)]
    for happening in record.get("milestones") or ():
        found["events"].append(
            {"kind": happening.get("kind") or "milestone", "text": happening.get("what"), "origin": "person"}
            | {"partners": (), "initiatives": (own,)}
            | dated("date", happening.get("date"), bare=True)
        )
    for field in ("figures", "targets"):
        for figure in record.get(field) or ():
            found["figures"].append(
                {key: figure.get(key) for key in ("value", "op", "unit", "what", "as_of", "region")}
                | {"of": own, "of_kind": "initiatives", "url": figure.get("source"), "target": field == "targets"}
                | {"origin": "person"}
            )


def _sayings(value: Value, places: bool = True) -> Iterator[dict[str, Any]]:
    """One row for the person who asserts it, one for each article that says it."""
    if value.origin == "person":
        yield {"origin": "person", "doubted": value.unverified}
    for place in {place.article: place for place in reversed(value.evidence)}.values():
        yield {"origin": "machine"} | (where(place) if places else {"article": place.article})


def _finding(number: int, one: Finding) -> dict[str, Any]:
    """`says` is a person's own words; what stands against what is in `values`, recorded first."""
    places = tuple((place.article, place.start, place.end, place.quote) for place in one.evidence)
    of_article = one.of == "articles"
    own = {"says": one.recorded} if one.kind == "record-conflict" else {"values": (one.recorded, one.read)}
    return (
        {"values": ()}
        | own
        | {
            "finding": f"{one.kind}.{one.id}.{number}",
            "kind": one.kind,
            "of": one.of,
            "record": None if of_article else one.id,
            "field": one.field,
            "article": one.id if of_article else next((place[0] for place in places), None),
            "evidence": places,
        }
    )
