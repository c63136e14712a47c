"""Takes the register and what articles were read to say, gives what a page shows: a person first, else the machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import edtf
from .register import Register
from .sayings import Extracted, Reading, Saying, by_record, places
from .schemas import RECORDS, entry_schema, properties
from .shown import Entry, Finding, Overlay, Value
from .weighing import Subject, dates_agree, one_value, several_values

# Not fields to show: they name the record, or say how to treat it.
_HANDLING = {"id", "names", "also", "ambiguous", "not", "conflicts", "rejected", "unverified"}
Fields = dict[str, Value | tuple[Value, ...]]


def overlay(register: Register, extracted: Extracted) -> Overlay:
    readings = by_record(extracted, register.centres)
    findings: list[Finding] = []
    shown: dict[str, dict[str, Entry]] = {of: {} for of in RECORDS}
    for of in RECORDS:
        records = getattr(register, of)
        for id_ in sorted({*records, *readings[of]}):
            record, said = records.get(id_, {}), readings[of].get(id_, [])
            if "all" in record.get("unverified", ()):
                record = {"names": record["names"], "rejected": record["rejected"]}  # it only lends its name
            if said or "id" in record:
                subject = Subject(of, id_, record)
                shown[of][id_] = _entry(subject, said, register)
                findings += subject.findings
    findings += _of_articles(extracted)
    return Overlay(**shown, findings=tuple(findings))


def _entry(subject: Subject, said: list[Reading], register: Register) -> Entry:
    record = subject.record
    fields: Fields = {}
    for name, value in record.items():
        if name not in _HANDLING and value not in (None, [], {}):
            fields[name] = _asserted(subject, name, value)
    weigh = {"initiatives": _initiative, "centres": _centre, "partners": _partner}[subject.of]
    fields |= {name: value for name, value in weigh(subject, said, register).items() if value}
    for conflict in record.get("conflicts", ()):
        subject.find("record-conflict", conflict["field"], recorded=conflict["text"])
    if "id" in record:
        for name, part in properties(entry_schema(RECORDS[subject.of])).items():
            if part.get("x-wanted") and name not in fields:
                subject.find("missing-field", name)
    names = record.get("names") or {said[0].whole["language"] or "ky": said[0].part.get("name") or subject.id}
    evidence = tuple(place for one in said for place in one.evidence)
    return Entry(subject.id, names, "person" if "id" in record else "machine", fields, evidence, record)


def _asserted(subject: Subject, name: str, value: Any) -> Value | tuple[Value, ...]:
    if isinstance(value, list):
        return several_values(subject, name, (), str)
    return Value(value, "person", unverified=subject.unverified(name))


def _initiative(subject: Subject, said: list[Reading], register: Register) -> dict[str, Any]:
    def sayings(name: str) -> list[Saying]:
        return [saying for one in said for saying in one.sayings(name)]

    return {
        "status": _status(subject, sayings("status"), register),
        "start": one_value(subject, "start", sayings("start"), dates_agree),
        "end": one_value(subject, "end", sayings("end"), dates_agree),
        "partners": _involved(subject, sayings("partners")),
        "goals": several_values(subject, "goals", sayings("goals"), str),
        "levels": several_values(subject, "levels", sayings("levels"), str),
        "regions": several_values(subject, "regions", _within(subject, sayings("regions")), str),
        "figures": several_values(subject, "figures", (f for one in said for f in one.figures(subject.id)), _number),
    }


def _within(subject: Subject, sayings: list[Saying]) -> list[Saying]:
    """An oblast adds nothing where a person wrote the whole country."""
    whole = "KG" in subject.record.get("regions", ())
    return [one for one in sayings if one.value == "KG" or not whole]


def _status(subject: Subject, sayings: list[Saying], register: Register) -> Value | None:
    """A status is true of its day: without a person's word the latest article has the last one."""
    sayings = [one for one in sayings if one.value != "unclear"]
    asserted = subject.record.get("status")
    if asserted is None:
        latest = max((one.published for one in sayings if one.published), default=None)
        last = [one for one in sayings if one.published == latest]
        return one_value(subject, "status", last, str.__eq__)
    steps = {id_: status["step"] for id_, status in register.statuses.items()}
    reached = subject.record.get("status_as_of") or subject.record.get("end")

    def before(one: Saying) -> bool:
        """An article from before the status was reached may well tell of an earlier step."""
        known = reached and one.published and steps[one.value] < steps[asserted]
        return bool(known and not edtf.parse(one.published).after(edtf.parse(reached)))

    return one_value(subject, "status", [one for one in sayings if not before(one)], str.__eq__)


def _involved(subject: Subject, sayings: list[Saying]) -> tuple[Value, ...]:
    """One involvement a partner and role; another role than the person gives a partner is a disagreement."""
    roles: dict[str, list[str]] = {}
    for item in subject.record.get("partners", ()):
        roles.setdefault(item["id"], []).append(item["role"])
    fitting = []
    for one in sayings:
        id_, role = one.value["id"], one.value["role"]
        if id_ not in roles or role in roles[id_] or one.value.get("status"):  # proposed: not the part it has now
            fitting.append(one)
        elif role != "mentioned" and not subject.refuses("partners", one.value):
            recorded = {"id": id_, "role": ", ".join(roles[id_])}
            subject.find("disagreement", "partners", recorded=recorded, read=one.value, evidence=one.evidence)
    return several_values(subject, "partners", fitting, lambda item: (item["id"], item["role"]))


def _centre(subject: Subject, said: list[Reading], register: Register) -> dict[str, Any]:
    """Counts are dated readings side by side; only two exact numbers of one unit for one day disagree."""
    fitting = []
    for one in (figure for reading in said for figure in reading.figures(subject.id)):
        against = [count for count in subject.record.get("counts", ()) if _same_reading(count, one.value)]
        if not against or any(_number(count) == _number(one.value) for count in against):
            fitting.append(one)
        elif not subject.refuses("counts", one.value):
            subject.find("disagreement", "counts", recorded=against[0], read=one.value, evidence=one.evidence)
    _counts_differ(subject, fitting)
    return {"counts": several_values(subject, "counts", fitting, _number)}


def _counts_differ(subject: Subject, sayings: list[Saying]) -> None:
    """Two articles of one day with another exact number of the same unit; one that itself gives two counts parts."""
    told: dict[tuple[str, str], dict[str, list[Saying]]] = {}
    for one in sayings:
        if "op" not in one.value and one.value.get("as_of") and one.evidence:
            of = told.setdefault((one.value.get("unit"), one.value["as_of"]), {})
            of.setdefault(one.evidence[0].article, []).append(one)
    for articles in told.values():
        alone = [said[0] for said in articles.values() if len(said) == 1]
        if len({one.value["value"] for one in alone}) > 1:
            evidence = tuple(place for one in alone for place in one.evidence[:1])
            subject.find("articles-differ", "counts", read=tuple(one.value for one in alone), evidence=evidence)


def _same_reading(count: dict[str, Any], read: dict[str, Any]) -> bool:
    exact = "op" not in count and "op" not in read and "what" not in count
    days = count.get("as_of"), read.get("as_of")
    return exact and count["unit"] == read.get("unit") and all(days) and dates_agree(*days)


def _partner(subject: Subject, said: list[Reading], register: Register) -> dict[str, Any]:
    """The roles articles give it; no partner's record asserts them."""
    roles = (Saying(one.part["role"], one.evidence, one.published) for one in said)
    return {"roles": several_values(subject, "roles", roles, str)}


def _number(item: dict[str, Any]) -> tuple[Any, Any]:
    return item["value"], item.get("unit")


def _of_articles(extracted: Extracted) -> Iterator[Finding]:
    for article, whole in sorted(extracted.items()):
        for one in whole.get("findings", ()):
            yield Finding(
                one["kind"], "articles", article, read=one.get("says"), evidence=places(article, one["evidence"])
            )
        for one in whole.get("unlisted", ()):
            evidence = places(article, one["evidence"])
            yield Finding("unknown-name", "articles", article, read=one["name"], evidence=evidence)
