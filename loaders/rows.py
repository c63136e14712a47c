"""The register comes in; out go plain rows, one saying each, under the column names of `loaders.tables`."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from loaders.records.edtf import parse

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


def _common(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        kind: record["id"],
        "kind": record.get("kind"),
        "note": record.get("note"),
        "sources": tuple(record.get("sources") or ()),
        "unverified": tuple(record.get("unverified") or ()),
        "reviewed": True,
    }


def of_register(register: Any) -> Rows:
    """What people assert → rows of origin `person`."""
    found: Rows = defaultdict(list)
    found["names"] = {
        kind: {id_: dict(own.get("names") or {}) for id_, own in getattr(register, kind).items()}
        for kind in RECORDS + VOCABULARY
    }
    for record in register.partners.values():
        if not matching_only(record):
            plain = ("country", "parent", "region", "valid_from", "valid_to", "website")
            found["partners"].append(
                _common("partner", record)
                | {key: record.get(key) for key in plain}
                | {"succeeded_by": tuple(record.get("succeeded_by") or ())}
            )
    for record in register.centres.values():
        if not matching_only(record):
            _centre(found, record)
    for record in register.initiatives.values():
        if not matching_only(record):
            _initiative(found, record, register)
    for record in (one for kind in RECORDS for one in getattr(register, kind).values() if not matching_only(one)):
        for conflict in record.get("conflicts") or ():
            found["findings"].append(
                {"kind": "register-conflict", "says": conflict["text"], "record": record["id"]}
                | {"field": conflict.get("field"), "values": (), "evidence": ()}
            )
    return found


def _centre(found: Rows, record: Mapping[str, Any]) -> None:
    place = record.get("coordinates") or {}
    found["centres"].append(
        _common("centre", record)
        | {"network": bool(record.get("network")), "place": record.get("place")}
        | {"regions": tuple(record.get("regions") or filter(None, [record.get("region")]))}
        | {key: tuple(record.get(key) or ()) for key in ("run_by", "partners")}
        | {"latitude": place.get("lat"), "longitude": place.get("lon")}
        | dated("launched", record.get("launched"))
    )
    for count in record.get("counts") or ():
        found["counts"].append(
            {"centre": record["id"], "url": count.get("source"), "origin": "person"}
            | {key: count.get(key) for key in ("value", "op", "unit", "what", "note")}
            | dated("as_of", count.get("as_of"), bare=True)
        )


def _initiative(found: Rows, record: Mapping[str, Any], register: Any) -> None:
    own, person = record["id"], {"origin": "person"}
    asserted = {f"{field}_origin": "person" if record.get(field) else None for field in ("status", "start")}
    found["initiatives"].append(
        _common("initiative", record)
        | {key: record.get(key) for key in ("status", "lead", "place", "budget", "centre")}
        | dated("start", record.get("start"))
        | dated("end", record.get("end"))
        | asserted
    )
    for part in record.get("partners") or ():
        if not matching_only(register.partners.get(part["id"])):
            found["involvement"].append(
                {"partner": part["id"], "initiative": own, "role": part.get("role"), "status": part.get("status")}
                | person
            )
    for field in ("goals", "levels", "regions"):
        found[f"{field}_of"] += [{field[:-1]: id_, "initiative": own} | person for id_ in record.get(field) or ()]
    for happening in record.get("milestones") or ():
        found["events"].append(
            {"kind": happening.get("kind") or "milestone", "text": happening.get("what")}
            | {"partners": (), "initiatives": (own,)}
            | dated("date", happening.get("date"), bare=True)
            | person
        )
    for field in ("figures", "targets"):
        for figure in record.get(field) or ():
            found["figures"].append(
                {key: figure.get(key) for key in ("value", "op", "unit", "what", "as_of", "region")}
                | {"of": own, "of_kind": "initiatives", "url": figure.get("source"), "target": field == "targets"}
                | person
            )
