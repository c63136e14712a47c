"""A download and its sayings come in; out go the rows of involvement, evidence, counts, events, figures, findings."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from loaders.exports.asking import Download
from loaders.exports.rows import Row, article_of, cited, many, named, number, plain, where

OF_EVIDENCE = {"partner": "partners", "role": "partners", "person": "partners", "initiative": "initiatives",
               "status": "initiatives", "goal": "goals", "level": "levels", "region": "regions"}  # fmt: skip


def involvement(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    kinds = {"partner": "partners", "initiative": "initiatives", "role": "roles", "status": "statuses"}
    for row in rows:
        yield named(one, row, **kinds) | plain(row, "origin", "doubted") | where(one, row)


def evidence(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        figure = next((kind for kind in ("initiatives", "centres") if row.id in one.everything.names[kind]), "")
        kind = OF_EVIDENCE.get(row.kind, figure)
        yield (
            {"evidence_of": row.kind, "id": row.id, "id_name": one.words.name(kind, row.id), "value_text": row.value}
            | named(one, row, initiative="initiatives")
            | plain(row, "more", "fact")
            | where(one, row)
        )


def counts(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        yield (
            named(one, row, centre="centres", unit="kinds")
            | number(row.value)
            | plain(row, "op", "as_of", "earliest", "latest", "origin")
            | {"what": one.words.said(row.what), "note": one.words.said(row.note)}
            | cited(one, row)
        )


def events(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        yield (
            named(one, row, kind="kinds")
            | {"text": one.words.said(row.text)}
            | plain(row, "date", "earliest", "latest", "origin")
            | many(one, "partners", row.partners, "partners", "partner_names")
            | many(one, "initiatives", row.initiatives, "initiatives", "initiative_names")
            | where(one, row)
        )


def figures(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        yield (
            {"of": row.of, "of_name": one.words.name(row.of_kind or "", row.of), "what": one.words.said(row.what)}
            | named(one, row, unit="kinds", region="regions")
            | number(row.value)
            | plain(row, "of_kind", "op", "as_of", "target", "origin")
            | cited(one, row)
        )


def findings(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        recorded, read = row.values or (None, None)
        yield (
            {"finding": row.finding, "finding_kind": row.kind, "record_kind": row.of, "field": row.field}
            | {"id": row.record, "id_name": one.words.name(row.of, row.record), "says": one.words.said(row.says)}
            | {"recorded": told(recorded), "read": told(read), "quotes": tuple(place[3] for place in row.evidence)}
            | article_of(one, row.article)
        )


def told(value: Any) -> str | None:
    """One side of a finding: `koica (funder)`, `2024`, `70 centres 2022-09`."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple | list):
        return "; ".join(filter(None, map(told, value)))
    if not isinstance(value, Mapping):
        return str(value)
    if "id" in value:
        more = ", ".join(str(value[key]) for key in ("role", "status") if value.get(key))
        return f"{value['id']} ({more})" if more else str(value["id"])
    if "value" in value:
        return " ".join(str(value[key]) for key in ("op", "value", "unit", "as_of") if value.get(key) is not None)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
