"""A download and its records come in; out go the rows of initiatives, partners, centres and sources."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from loaders.exports.asking import Download
from loaders.exports.rows import Row, many, named, plain


def initiatives(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    themes = {theme: _themes(one, theme) for theme in ("goal", "level", "region")}
    for row in rows:
        id_, money = row.initiative, row.budget or {}
        yield (
            {"initiative": id_, "name": one.words.name("initiatives", id_), "place": one.words.said(row.place)}
            | named(one, row, kind="kinds", status="statuses", lead="partners", centre="centres")
            | plain(row, "status_origin", "sources", "unverified", "reviewed", "start_origin", "end_origin")
            | plain(row, "start", "start_earliest", "start_latest", "end", "end_earliest", "end_latest")
            | many(one, "goals", themes["goal"].get(id_, ()), "goals", "goal_names")
            | many(one, "levels", themes["level"].get(id_, ()), "levels", "level_names")
            | many(one, "regions", themes["region"].get(id_, ()), "regions", "region_names")
            | {f"budget_{key}": money.get(key) for key in ("amount", "op", "currency")}
            | {"budget_kind": one.words.name("kinds", money.get("kind")), "budget_parts": tuple(_parts(one, money))}
            | {"note": one.words.said(row.note)}
        )


def _themes(one: Download, theme: str) -> Mapping[str, dict[str, None]]:
    """Initiative → all its goals (levels, regions), also those the filters leave out."""
    found: dict[str, dict[str, None]] = {}
    for row in getattr(one.everything, f"{theme}s_of").itertuples():
        if row.initiative:
            found.setdefault(row.initiative, {})[getattr(row, theme)] = None
    return found


def _parts(one: Download, money: Mapping[str, Any]) -> Iterator[str]:
    yield from filter(None, [money.get("per") and f"per {money['per']}", one.words.said(money.get("note"))])
    local = [money["local"]] if money.get("local") else []
    for part in (*local, *(part for key in ("parts", "tranches", "readings") for part in money.get(key) or ())):
        kind, day = one.words.name("kinds", part.get("kind")), part.get("as_of") or part.get("date")
        told = (part.get("amount"), part.get("currency") or money.get("currency"), kind, part.get("partner"), day)
        yield " ".join(str(piece) for piece in told if piece)


def partners(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        record = one.everything.records["partners"].get(row.partner, {})
        yield (
            {"partner": row.partner, "name": one.words.name("partners", row.partner), "note": one.words.said(row.note)}
            | named(one, row, kind="kinds", parent="partners", region="regions")
            | plain(row, "country", "valid_from", "valid_to", "website", "sources", "unverified", "reviewed")
            | many(one, "partners", row.succeeded_by, "succeeded_by", "succeeded_by_names")
            | {key: record.get(key) for key in ("iati_org_id", "wikidata")}
        )


def sources(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    same = ("article", "title", "language", "outlet", "url", "byline", "published", "earliest", "latest")
    for row in rows:
        yield plain(row, *same, "published_from", "relevant", "story", "path") | {"independent_source": row.source}


def centres(one: Download, rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        yield (
            {"centre": row.centre, "name": one.words.name("centres", row.centre), "note": one.words.said(row.note)}
            | named(one, row, kind="kinds")
            | plain(row, "network", "latitude", "longitude", "sources", "unverified", "reviewed")
            | plain(row, "launched", "launched_earliest", "launched_latest")
            | many(one, "partners", row.run_by, "run_by", "run_by_names")
            | many(one, "partners", row.partners, "partners", "partner_names")
            | many(one, "regions", row.regions, "regions", "region_names")
            | {"place": one.words.said(row.place)}
        )
