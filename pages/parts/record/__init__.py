"""One initiative comes in; out goes everything known of it, each value with badge, words and contradictions."""

from difflib import get_close_matches
from typing import Any

from pages.parts.conflicts import disagreements, told
from pages.parts.drawing import section, title
from pages.parts.evidence import badge, sources, state_of
from pages.parts.html import join, tag
from pages.parts.items import item
from pages.parts.opening import Page
from pages.parts.record import pieces as parts
from pages.parts.record.changes import of_record


def whole(page: Page, id_: str) -> None:
    _, tables = page._, page.everything
    back = tag("a", _("All initiatives"), href=page.href("initiatives"))
    rows = tables.initiatives[tables.initiatives.initiative.eq(id_)]
    if not len(rows):
        return _missing(page, id_, back)
    row = next(rows.itertuples())
    kind = page.words.name("kinds", row.kind) if row.kind else _("kind not known")
    title(
        page, page.words.name("initiatives", id_), f"{kind} · {page.words.period(row.start, row.end)}", narrowed=False
    )
    page.put(tag("p", badge(page, state_of(row)), " ", parts.who(page, row), " · ", back, class_="bm-meta"))
    page.put(parts.facts(page, row))
    section(page, _("Partners by role"))
    page.put(parts.partners(page, id_))
    _happenings(page, id_)
    _differences(page, id_)
    section(page, _("What the articles say"))
    page.put(parts.articles(page, id_))
    _about(page, row)
    of_record(page, "initiatives", id_)
    return None


def _happenings(page: Page, id_: str) -> None:
    _, tables = page._, page.everything
    events = tables.events.loc[[id_ in row.initiatives for row in tables.events.itertuples()]]
    figures = tables.figures[tables.figures.of.eq(id_)]
    for heading, of, rows in (
        (_("Milestones and events"), "events", events.sort_values("date", na_position="last")),
        (_("Figures"), "figures", figures[~figures.target]),
        (_("Targets"), "figures", figures[figures.target]),
    ):
        if len(rows):
            section(page, heading)
            page.put(tag("ol", *(item(page, of, row) for row in rows.itertuples()), class_="bm-list"))


def _differences(page: Page, id_: str) -> None:
    _, findings = page._, page.everything.findings
    own = findings[findings.record.eq(id_)]
    for heading, kinds, draw in (
        (_("Record and articles differ"), ("disagreement", "articles-differ"), disagreements),
        (_("What articles add"), ("addition",), disagreements),
        (_("Sources that contradict each other"), ("record-conflict",), told),
    ):
        rows = own[own.kind.isin(kinds)]
        if len(rows):
            section(page, heading)
            page.put(draw(page, rows.itertuples()))


def _about(page: Page, row: Any) -> None:
    _, record = page._, page.everything.records["initiatives"].get(row.initiative, {})
    section(page, _("About this record"))
    known, doubted = record.get("also") or [], parts.unverified(page, row)
    refused = [
        f"{one['field']}: {one['value']} ({page.words.said(one.get('why'))})" for one in record.get("rejected") or ()
    ]
    lines = {
        _("Sources"): sources(page, row.sources) or tag("span", _("No source is recorded."), class_="bm-unknown"),
        _("Other names"): " · ".join(known),
        _("Unverified"): doubted and _("No source confirms: {fields}", fields=doubted),
        _("Refused"): " · ".join(refused),
        _("File"): tag("code", f"data/records/initiatives/{row.initiative}.yaml") if row.reviewed else "",
    }  # fmt: skip
    page.put(parts.definition(lines))
    if not row.reviewed:
        page.put(tag("p", _("Nobody has entered this initiative yet: all of it was read in articles by the machine.")))


def _missing(page: Page, id_: str, back: Any) -> None:
    _ = page._
    title(page, _("There is no initiative “{id}” here", id=id_), narrowed=False)
    near = get_close_matches(id_, page.everything.initiatives.initiative.tolist(), 3)
    links = [
        tag("a", page.words.name("initiatives", one), href=page.href("initiatives", initiative=one)) for one in near
    ]
    hint = join(_("Did you mean:"), " ", join(*links, between=" · "), " ") if links else None
    page.put(tag("p", hint, back))
