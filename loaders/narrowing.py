"""Tables and filters come in; out go the tables narrowed: a filter keeps the sayings that match."""

from dataclasses import replace
from datetime import date

import pandas as pd

from loaders.filters import Filters
from loaders.records.edtf import parse
from loaders.tables import Tables


def apply(tables: Tables, filters: Filters) -> Tables:
    """The same frames with the rows that match; names, vocabulary and records stay whole."""
    if not filters:
        return tables
    said = tables.involvement[_in(tables.involvement, "partner", filters) & _in(tables.involvement, "role", filters)]
    themes = {
        f"{theme}s_of": (of := getattr(tables, f"{theme}s_of"))[_in(of, theme, filters)]
        for theme in ("goal", "level", "region")
    }
    asked = [said] * bool(filters.partner or filters.role)
    asked += [themes[f"{theme}s_of"] for theme in ("goal", "level", "region") if getattr(filters, theme)]
    plans = _initiatives(tables, filters, asked)
    kept = set(plans.initiative)
    read = _articles(tables, filters, asked, kept)
    articles = set(read.article)

    def of_kept(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame[_origin(frame, filters)]
        return frame[frame.initiative.isin(kept) | (frame.initiative.isna() & frame.article.isin(articles))]

    involvement = of_kept(said)
    partners, centres = set(involvement.partner), _centres(tables, filters, plans)
    places = set(centres.centre)
    events = tables.events[_origin(tables.events, filters) & _overlaps(tables.events, "", "", filters)]
    happened = [
        bool(kept & set(row.initiatives)) or (not row.initiatives and row.article in articles)
        for row in events.itertuples()
    ]
    figures, findings = tables.figures[_origin(tables.figures, filters)], tables.findings
    return replace(
        tables,
        articles=read,
        initiatives=plans,
        partners=tables.partners[tables.partners.partner.isin(partners)],
        centres=centres,
        counts=tables.counts[tables.counts.centre.isin(places)],
        involvement=involvement,
        **{name: of_kept(frame) for name, frame in themes.items()},
        events=events[pd.Series(happened, index=events.index, dtype=bool)],
        figures=figures[figures.of.isin(kept | places) | figures.article.isin(articles)],
        people=tables.people[tables.people.article.isin(articles)],
        findings=findings[findings.record.isin(kept) | findings.article.isin(articles)],
        evidence=tables.evidence[tables.evidence.article.isin(articles)],
        mentions_only=tables.mentions_only[tables.mentions_only.article.isin(articles)],
    )


def _in(frame: pd.DataFrame, name: str, filters: Filters) -> pd.Series:
    wanted = getattr(filters, name)
    return frame[name].isin(wanted) if wanted else pd.Series(True, index=frame.index)


def _origin(frame: pd.DataFrame, filters: Filters) -> pd.Series:
    wanted = {"yes": "person", "no": "machine"}.get(filters.reviewed)
    return frame.origin.eq(wanted) if wanted else pd.Series(True, index=frame.index)


def _overlaps(frame: pd.DataFrame, start: str, end: str, filters: Filters) -> pd.Series:
    """Rows that can fall in the period; one whose start is not known can't be placed in any."""
    if not filters.period:
        return pd.Series(True, index=frame.index)
    period = parse(filters.period)
    first, last = period.earliest or date.min, period.latest or date.max
    begins = (day is not None and day <= last for day in frame[f"{start}earliest"])
    ends = (day is None or day >= first for day in frame[f"{end}latest"])
    fits = [begun and running for begun, running in zip(begins, ends, strict=True)]
    return pd.Series(fits, index=frame.index, dtype=bool)


def _initiatives(tables: Tables, filters: Filters, asked: list[pd.DataFrame]) -> pd.DataFrame:
    plans = tables.initiatives
    keep = _in(plans, "status", filters) & _overlaps(plans, "start_", "end_", filters)
    if filters.reviewed:
        keep &= plans.reviewed.eq(filters.reviewed == "yes")
    for sayings in asked:
        keep &= plans.initiative.isin(set(sayings.initiative))
    return plans[keep]


def _articles(tables: Tables, filters: Filters, asked: list[pd.DataFrame], kept: set[str]) -> pd.DataFrame:
    keep = _overlaps(tables.articles, "", "", filters)
    for sayings in asked:
        keep &= tables.articles.article.isin(set(sayings.article))
    if filters.status or filters.reviewed:
        told = tables.evidence[tables.evidence.kind.eq("initiative") & tables.evidence.id.isin(kept)]
        keep &= tables.articles.article.isin(set(told.article))
    return tables.articles[keep]


def _centres(tables: Tables, filters: Filters, plans: pd.DataFrame) -> pd.DataFrame:
    """By its own region and partners; by goal, level, role and status through the initiatives it belongs to."""
    centres = tables.centres
    keep = pd.Series(True, index=centres.index)
    own = centres.centre.isin(set(plans.centre))
    if filters.goal or filters.level or filters.role or filters.status or filters.reviewed == "no":
        keep &= own
    if filters.region:
        keep &= own | _meets(centres.regions, filters.region)
    if filters.partner:
        keep &= own | _meets(centres.run_by + centres.partners, filters.partner)
    return centres[keep & _overlaps(centres.assign(latest=None), "launched_", "", filters)]


def _meets(cells: pd.Series, wanted: tuple[str, ...]) -> pd.Series:
    return pd.Series([bool({*cell} & {*wanted}) for cell in cells], index=cells.index, dtype=bool)
