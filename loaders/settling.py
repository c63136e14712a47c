"""Rows of people and of the machine come in; out they go settled, people first, and every difference is a finding."""

from collections.abc import Mapping
from typing import Any

from loaders.records.edtf import parse
from loaders.rows import Rows, dated

Evidence = tuple[tuple[Any, ...], ...]


def settle(found: Rows) -> None:
    """Adds what only articles know to initiatives and counts, and a finding wherever the two disagree."""
    days = {row["article"]: row["published"] or "" for row in found["articles"]}
    known = {row["initiative"]: row for row in found["initiatives"]}
    for own, article, read in sorted(found.pop("read", []), key=lambda one: days[one[1]]):
        if own not in known:
            known[own] = _unregistered(own, read)
            found["initiatives"].append(known[own])
        row, places = known[own], _places(article, read)
        for field in ("status", "start", "end"):
            if not read.get(field):
                continue
            if row.get(f"{field}_origin") == "person" or (field == "end" and row["reviewed"] and row.get("end")):
                if differs(field, row[field], read[field]):
                    values = (row[field], read[field])
                    found["findings"].append(_disagreement(own, field, values, article, places))
            else:  # sorted by day: the latest article has the last word
                row |= (
                    {field: read[field], f"{field}_origin": "machine"}
                    if field == "status"
                    else dated(field, read[field])
                )
                row["start_origin"] = "machine" if field == "start" else row.get("start_origin")
    _roles(found)
    _counts(found, days)


def differs(field: str, person: str, machine: str) -> bool:
    """Two dates differ when no day can be both; `2024` and `2024-03` agree."""
    if field == "status":
        return person != machine
    try:
        return not parse(person).consistent(parse(machine))
    except ValueError:
        return True


def _unregistered(own: str, read: Mapping[str, Any]) -> dict[str, Any]:
    empty = {"initiative": own, "kind": read.get("kind"), "sources": (), "unverified": (), "reviewed": False}
    return empty | dated("start", None) | dated("end", None)


def _places(article: str, read: Mapping[str, Any]) -> Evidence:
    return tuple((article, *(place[key] for key in ("start", "end", "quote"))) for place in read.get("evidence") or ())


def _disagreement(record: str, field: str, values: tuple[str, str], article: str, places: Evidence) -> dict[str, Any]:
    return {"kind": "disagreement", "record": record, "field": field, "values": values, "article": article} | {
        "evidence": places
    }


def _roles(found: Rows) -> None:
    """A partner whose role in an initiative the register and an article tell differently."""
    said = {}
    for row in found["involvement"]:
        if row["origin"] == "person":
            said.setdefault((row["partner"], row["initiative"]), set()).add(row["role"])
    for row in found["involvement"]:
        roles = said.get((row["partner"], row["initiative"]))
        if row["origin"] == "machine" and roles and row["role"] not in roles and row["role"] != "mentioned":
            place = ((row["article"], row["start"], row["end"], row["quote"]),) if row.get("quote") else ()
            values = (", ".join(sorted(roles)), row["role"])
            found["findings"].append(_disagreement(row["initiative"], "partners", values, row["article"], place))
            found["findings"][-1]["says"] = row["partner"]


def _counts(found: Rows, days: Mapping[str, str]) -> None:
    """A number of centres read in an article is a dated reading; one a person entered gains its sentence."""
    entered = {(row["centre"], str(row["value"]), row["as_of"]): row for row in found["counts"]}
    for figure in found["figures"]:
        if figure["of_kind"] != "centres" or figure["origin"] != "machine":
            continue
        day = days[figure["article"]] or None
        where = {key: figure[key] for key in ("article", "start", "end", "quote")}
        row = entered.get((figure["of"], str(figure["value"]), day))
        if row is not None:
            row |= where
        else:
            reading = {"centre": figure["of"], "origin": "machine"} | {
                key: figure.get(key) for key in ("value", "op", "unit")
            }
            found["counts"].append(reading | dated("as_of", day, bare=True) | where)
