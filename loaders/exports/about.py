"""Tables and one record, article or search come in; out go the tables of that alone, as its own page shows it."""

import pandas as pd

from loaders.tables import Tables

THEMES = ("goals_of", "levels_of", "regions_of")
OF_ARTICLES = ("articles", "counts", "involvement", *THEMES, "events", "figures", "people", "findings", "evidence",
               "mentions_only")  # fmt: skip


def only(tables: Tables, name: str, value: str) -> Tables:
    if name == "q":
        return _told_in(tables, set(tables.search(value)))
    if name == "article":
        return _told_in(tables, {value})
    plans = tables.initiatives
    kept = {value} if name == "initiative" else set(plans[plans.centre.eq(value)].initiative)
    return _of_records(tables, kept, {value} if name == "centre" else set(plans[plans.initiative.eq(value)].centre))


def _told_in(tables: Tables, articles: set[str]) -> Tables:
    """What these articles say, and the records they say it of."""
    said = {name: _among(getattr(tables, name), "article", articles) for name in OF_ARTICLES}
    told = said["evidence"]
    by_kind = {kind: set(told[told.kind.eq(kind)].id) for kind in ("initiative", "partner")}
    return tables.with_frames(
        **said,
        initiatives=_among(tables.initiatives, "initiative", by_kind["initiative"]),
        partners=_among(tables.partners, "partner", by_kind["partner"]),
        centres=_among(tables.centres, "centre", {*said["figures"].of, *said["counts"].centre}),
    )


def _of_records(tables: Tables, plans: set[str], centres: set[str]) -> Tables:
    """Everything known of these initiatives and centres."""
    records = (plans | centres) - {None}
    evidence = tables.evidence[tables.evidence.id.isin(records) | tables.evidence.initiative.isin(records)]
    involvement = _among(tables.involvement, "initiative", plans)
    places = _among(tables.centres, "centre", centres)
    partners = {*involvement.partner, *(id_ for ids in (*places.run_by, *places.partners) for id_ in ids)}
    happened = [bool(plans & set(ids)) for ids in tables.events.initiatives]
    findings = _among(tables.findings, "record", records)
    figures, counts = _among(tables.figures, "of", records), _among(tables.counts, "centre", centres)
    articles = {*evidence.article, *involvement.article, *findings.article, *figures.article, *counts.article}
    return tables.with_frames(
        initiatives=_among(tables.initiatives, "initiative", plans),
        partners=_among(tables.partners, "partner", partners),
        centres=places,
        involvement=involvement,
        **{name: _among(getattr(tables, name), "initiative", plans) for name in THEMES},
        counts=counts,
        figures=figures,
        events=tables.events[pd.Series(happened, index=tables.events.index, dtype=bool)],
        findings=findings,
        evidence=evidence,
        articles=_among(tables.articles, "article", articles),
        people=_among(tables.people, "article", articles),
        mentions_only=_among(tables.mentions_only, "article", articles),
    )


def _among(frame: pd.DataFrame, column: str, wanted: set[str]) -> pd.DataFrame:
    return frame[frame[column].isin(wanted - {None})]
