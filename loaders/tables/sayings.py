"""One extracted article comes in; out go its facts as rows of origin `machine`, with a row for every sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from loaders.tables.rows import RECORDS, Rows, dated, matching_only


def _where(article: str, evidence: Iterable[Mapping[str, Any]] | Mapping[str, Any] | None) -> dict[str, Any]:
    first = evidence if isinstance(evidence, Mapping) else next(iter(evidence or ()), None)
    return {"article": article} | ({key: first[key] for key in ("start", "end", "quote")} if first else {})


def of_article(found: Rows, register: Any, article: str, record: Mapping[str, Any], text: str | None) -> None:
    """Adds the rows of one article to `found`; `text` is the article as stored."""
    saying = _Saying(found, register, article)
    published = record.get("published") or {}
    byline = record.get("byline")
    found["articles"].append(
        {"article": article, "title": (record.get("title") or {}).get("quote"), "language": record.get("language")}
        | {key: record.get(key) for key in ("outlet", "url")}
        | {"byline": byline["quote"] if byline else None, "relevant": bool(record.get("relevant"))}
        | {"published_from": published.get("from") or ("text" if published else None)}
        | {"path": record.get("source"), "text": text}
        | dated("published", published.get("edtf"), bare=True)
    )
    for kind, place in (("title", record.get("title")), ("byline", byline), ("published", published)):
        if place and place.get("start") is not None:
            saying.evidence(kind, None, place.get("edtf"), [place])
    for part in record.get("partners") or ():
        saying.partner(part, None)
    for field in ("goals", "levels", "regions"):
        for one in record.get(field) or ():
            saying.theme(field, one)
    for number, initiative in enumerate(record.get("initiatives") or (), 1):
        saying.initiative(initiative, number)
    for kind in ("dates", "people", "figures", "events", "unlisted", "findings"):
        for one in record.get(kind) or ():
            getattr(saying, kind)(one)


class _Saying:
    """The facts of one article, each put down with its sentences."""

    def __init__(self, found: Rows, register: Any, article: str) -> None:
        self.found, self.register, self.article, self.fact = found, register, article, 0

    def evidence(
        self,
        kind: str,
        id_: str | None,
        value: Any,
        places: Iterable[Any],
        initiative: str | None = None,
        more: str | None = None,
    ) -> None:
        self.fact += 1
        for place in places or ():
            row = {"kind": kind, "id": id_, "value": value, "more": more, "initiative": initiative, "fact": self.fact}
            self.found["evidence"].append(row | _where(self.article, place))

    def partner(self, part: Mapping[str, Any], initiative: str | None) -> None:
        where = _where(self.article, part.get("evidence"))
        if matching_only(self.register.partners.get(part["id"])):
            self.found["mentions_only"].append({"kind": "partners", "id": part["id"]} | where)
            return
        if initiative is None:  # those of an initiative are the overlay's to settle
            row = {"partner": part["id"], "role": part.get("role") or "mentioned", "status": part.get("status")}
            self.found["involvement"].append(row | {"origin": "machine"} | where)
        self.evidence("partner", part["id"], part.get("role"), part.get("evidence"), initiative, part.get("status"))
        if part.get("role_cue"):
            self.evidence("role", part["id"], part.get("role"), [part["role_cue"]], initiative)

    def theme(self, field: str, one: Mapping[str, Any]) -> None:
        self.found[f"{field}_of"].append({field[:-1]: one["id"], "article": self.article, "origin": "machine"})
        self.evidence(field[:-1], one["id"], None, one.get("evidence"))

    def initiative(self, one: Mapping[str, Any], number: int) -> None:
        own = one.get("id") or f"{self.article}~{number}"
        if matching_only(self.register.initiatives.get(own)):
            row = {"kind": "initiatives", "id": own} | _where(self.article, one.get("evidence"))
            self.found["mentions_only"].append(row)
            return
        self.evidence("initiative", own, one.get("status"), one.get("evidence"))
        if one.get("status_cue"):
            self.evidence("status", own, one.get("status"), [one["status_cue"]], own)
        for field in ("start", "end"):
            self.evidence("date", field, one.get(field), one.get(f"{field}_evidence") or (), own)
        for part in one.get("partners") or ():
            self.partner(part, own)

    def dates(self, one: Mapping[str, Any]) -> None:
        self.evidence("date", one.get("of"), one.get("edtf"), one.get("evidence"), one.get("initiative"))

    def people(self, one: Mapping[str, Any]) -> None:
        row = {key: one.get(key) for key in ("name", "position", "partner")}
        self.found["people"].append(row | _where(self.article, one.get("evidence")))
        self.evidence("person", one.get("partner"), one.get("name"), one.get("evidence"))

    def figures(self, one: Mapping[str, Any]) -> None:
        of = one.get("of")
        of_kind = next((kind for kind in RECORDS if of in getattr(self.register, kind)), None)
        row = {key: one.get(key) for key in ("value", "op", "unit", "of")} | {"of_kind": of_kind, "origin": "machine"}
        self.found["figures"].append(row | _where(self.article, one.get("evidence")))
        self.evidence("figure", of, one.get("value"), one.get("evidence"), more=one.get("unit"))

    def events(self, one: Mapping[str, Any]) -> None:
        row = {"kind": one.get("kind"), "origin": "machine"} | dated("date", one.get("date"), bare=True)
        row |= {key: tuple(one.get(key) or ()) for key in ("partners", "initiatives")}
        self.found["events"].append(row | _where(self.article, one.get("evidence")))
        self.evidence("event", None, one.get("kind"), one.get("evidence"))

    def unlisted(self, one: Mapping[str, Any]) -> None:
        self.evidence("unlisted", None, one.get("name"), one.get("evidence"))

    def findings(self, one: Mapping[str, Any]) -> None:
        self.evidence("finding", None, one["kind"], one.get("evidence"))
