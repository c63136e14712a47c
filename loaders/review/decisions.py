"""A candidate and what a maintainer decides on it come in; out go the drafts that write the decision down."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from loaders.mentions.names import written_names
from loaders.records import Register
from loaders.records.saying import Told
from loaders.records.schemas import RECORDS, entry_schema, properties
from loaders.review.candidate import Candidate
from loaders.review.drafts import Drafts, each_once
from loaders.review.ids import free_id, slug
from loaders.review.open_values import address
from loaders.review.unknown import folded
from loaders.tables import Tables

RECORD_OF = {"organisation": "partners", "initiative": "initiatives"}


def proposal(candidate: Candidate, register: Register, tables: Tables) -> dict[str, Any]:
    """The record an unknown name would get: what articles say of it, and where they say so."""
    of = RECORD_OF[candidate.kind]
    languages = {tables.article_of[article].language for article in candidate.articles if article in tables.article_of}
    known = sorted(languages & {"ky", "ru", "en"}) or ["ky"]
    record: dict[str, Any] = {
        "id": free_id(register, of, slug(candidate.name)),
        "names": dict.fromkeys(("ky", "ru", "en"), candidate.name),
        "also": list(candidate.spellings[1:]),
    }
    fields = properties(entry_schema(RECORDS[of]))
    record |= {name: value for name, value in (candidate.read or {}).items() if name in fields and value}
    if record.get("kind") not in {id_ for id_, kind in register.kinds.items() if kind["of"] == RECORDS[of]}:
        record.pop("kind", None)
    record["sources"] = addresses(candidate, tables)
    record["unverified"] = [f"names.{language}" for language in ("ky", "ru", "en") if language not in known]
    return {key: value for key, value in record.items() if value not in ([], None)}


def accept_new(root: Path, candidate: Candidate, record: Mapping[str, Any]) -> Drafts:
    """An unknown organisation or initiative becomes a record."""
    drafts = Drafts(root)
    drafts.new(RECORD_OF[candidate.kind], dict(record))
    return drafts


def merge(root: Path, candidate: Candidate, id_: str) -> Drafts:
    """An unknown name becomes one more name of a known record."""
    drafts, of = Drafts(root), RECORD_OF[candidate.kind]
    record = drafts.record(of, id_)
    known = {folded(name) for name in written_names(record)}
    new = {folded(name): name for name in reversed(candidate.spellings) if folded(name) not in known}
    if refused := [name for key, name in new.items() if key in map(folded, record.get("not") or ())]:
        raise Told("name-denied", names=refused)
    drafts.add(of, id_, "also", list(reversed(new.values())))
    return drafts


def accept_person(root: Path, candidate: Candidate, partner: str, tables: Tables) -> Drafts:
    """A person is written into the record of the organisation spoken for, with the article that says so."""
    drafts, first = Drafts(root), tables.article_of[candidate.articles[0]]
    said = {"name": candidate.name, "position": candidate.read.get("position"), "as_of": first.published,
            "source": first.url or first.path}  # fmt: skip
    drafts.add("partners", partner, "people", [{key: value for key, value in said.items() if value}])
    return drafts


def accept(root: Path, candidate: Candidate, tables: Tables, value: Any = None) -> Drafts:
    """The articles' or the table's value goes into the record, and the articles among its sources."""
    drafts, of, id_, name = Drafts(root), candidate.of, candidate.record, candidate.field
    record = drafts.record(of, id_)
    if candidate.kind != "source":
        value = candidate.read if value is None else value
        listed = properties(entry_schema(RECORDS[of])).get(name, {}).get("type") == "array"
        if not listed:
            drafts.put(of, id_, tuple(name.split(".")), value)
        elif (place := _standing(record, candidate)) is not None:
            drafts.put(of, id_, (name, place), {**record[name][place], **value})
        else:
            drafts.add(of, id_, name, [value])
        if candidate.articles:
            _confirm(drafts, candidate, value)
    if name == "status" and candidate.articles and (day := tables.article_of[candidate.articles[-1]].published):
        drafts.put(of, id_, ("status_as_of",), day)
    have = {address(one) for one in record.get("sources") or ()}
    drafts.add(of, id_, "sources", [one for one in addresses(candidate, tables) if address(one) not in have])
    return drafts


def refuse(root: Path, candidate: Candidate, why: str) -> Drafts:
    """A value of a record goes under its `rejected`; what belongs to no record is settled apart."""
    if candidate.kind not in ("disagreement", "addition"):
        return _settle(root, candidate, "refused", why)
    drafts = Drafts(root)
    values = candidate.read if isinstance(candidate.read, tuple) else (candidate.read,)
    record = drafts.record(candidate.of, candidate.record)
    refused = [{"field": candidate.field, "value": _short(record, candidate, one), "why": why} for one in values]
    drafts.add(candidate.of, candidate.record, "rejected", refused)
    return drafts


def confirm(root: Path, candidate: Candidate, why: str) -> Drafts:
    """It is as the article says, and no record changes: an article does contradict itself."""
    return _settle(root, candidate, "confirmed", why)


def defer(root: Path, candidate: Candidate, why: str) -> Drafts:
    """Not now: it comes back with the next sentence that speaks of it."""
    return _settle(root, candidate, "deferred", why)


def _settle(root: Path, candidate: Candidate, decision: str, why: str) -> Drafts:
    drafts = Drafts(root)
    seen = sorted({*candidate.marks, *((candidate.earlier or {}).get("seen") or ())})
    drafts.settle({"id": candidate.id, "decision": decision, "why": why, "seen": seen})
    return drafts


def _standing(record: Mapping[str, Any], candidate: Candidate) -> int | None:
    """Where in its list stands what is contradicted: the partner in another role, the count of that day."""
    if candidate.kind not in ("disagreement", "table") or not isinstance(candidate.recorded, Mapping):
        return None
    keys = ("id", "role") if "id" in candidate.recorded else ("value", "unit", "as_of")
    said = [{key: one.get(key) for key in keys} for one in record.get(candidate.field) or ()]
    wanted = {key: candidate.recorded.get(key) for key in keys}
    return said.index(wanted) if wanted in said else None


def _confirm(drafts: Drafts, candidate: Candidate, value: Any) -> None:
    """What an article says is unverified no more."""
    part = value.get("id") if isinstance(value, Mapping) else value
    doubted = drafts.record(candidate.of, candidate.record).get("unverified") or []
    left = [one for one in doubted if one not in (candidate.field, f"{candidate.field}.{part}")]
    if left != doubted:
        drafts.put(candidate.of, candidate.record, ("unverified",), left or None)


def _short(record: Mapping[str, Any], candidate: Candidate, value: Any) -> Any:
    """How `rejected` names a value: an id, a number; a role where the partner is listed in another."""
    if not isinstance(value, Mapping):
        return value
    if "id" not in value:
        return value["value"]
    listed = any(one["id"] == value["id"] for one in record.get(candidate.field) or ())
    return f"{value['id']}.{value['role']}" if listed else value["id"]


def addresses(candidate: Candidate, tables: Tables) -> list[str]:
    rows = [tables.article_of[article] for article in candidate.articles if article in tables.article_of]
    return each_once([row.url or row.path for row in rows])
