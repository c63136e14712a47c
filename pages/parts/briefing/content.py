"""A page comes in; out goes what a briefing of it says, free of any language: numbers with lists, ids, evidence."""

from dataclasses import replace
from datetime import date

from loaders.filters import Filters
from loaders.filters.choosing import KEYS, choose, where
from pages.parts.briefing.cited import conflicts, events, rows
from pages.parts.briefing.notes import Notes
from pages.parts.briefing.shape import Briefing, Number
from pages.parts.briefing.standings import by_goal, by_partner, by_status, leads, silent
from pages.parts.counting import CONTRADICTIONS, in_role, unsaid
from pages.parts.opening import Page


def subject_of(page: Page) -> tuple[str, str] | None:
    """The one record the view is about."""
    for name in ("initiative", "centre"):
        id_ = page.own.get(name, "")
        if id_ in set(getattr(page.everything, f"{name}s")[name]):
            return f"{name}s", id_
    only = page.filters.partner
    return ("partners", only[0]) if page.path == "partners" and len(only) == 1 else None


def scope(subject: tuple[str, str] | None) -> dict[str, str]:
    """Of what can be listed, the clause that keeps what belongs to the subject; a partner is a filter already."""
    kind, id_ = subject or ("", "")
    if kind == "initiatives":
        own = dict.fromkeys(KEYS, where(initiative=id_)) | {"initiatives": where(id=id_), "figures": where(of=id_)}
        return own | {"events": where(initiatives=id_), "findings": where(record=id_), "centres": where(id="")} | {
            of: where(about=id_) for of in ("articles", "partners")
        }  # fmt: skip
    if kind == "centres":
        own = {of: where(about=id_) for of in ("articles", "initiatives")} | {"centres": where(id=id_)}
        return own | {"findings": where(record=id_), "partners": where(id=""), "events": where(initiatives="")}
    return {}


def content(page: Page, today: date) -> Briefing:
    """Every number is the length of the list a page of the dashboard shows under the same address."""
    subject = subject_of(page)
    if subject and subject[0] != "partners":  # such a page shows everything of its record, whatever is filtered
        page = replace(page, filters=Filters(as_of=page.filters.as_of), tables=page.everything)
    own, notes, tables = scope(subject), Notes(page.everything), page.tables

    def number(of: str, *more: str) -> Number:
        said = ";".join(filter(None, (own.get(of, ""), *more)))
        found = choose(tables, of, said)
        return Number(int(found[KEYS[of]].nunique() if KEYS[of] else len(found)), of, said)

    narrow = bool(subject) and subject[0] != "partners"
    # in the order they are read, which is the order of the notes
    happened, against = (
        events(page, own.get("events", ""), today, notes),
        conflicts(page, own.get("findings", ""), notes),
    )
    sources = choose(tables, "articles", own.get("articles", "")).source.nunique()
    roles = where(role=in_role(tables))
    numbers = {
        "initiatives": number("initiatives"),
        "under-way": number("initiatives", where(status="under-way")),
        "status-unsaid": number("initiatives", where(missing="status")),
        "goal-unsaid": Number(unsaid(tables, "goal"), "initiatives", where(unsaid="goal")),
        "partners": number("partners") if narrow else number("partners", roles),
        "articles": number("articles"),
        "sources": Number(int(sources), "articles", own.get("articles", "")),
        "events": number("events"),
        "conflicts": number("findings", where(kind=CONTRADICTIONS)),
        "silent": number("initiatives", where(silent="yes")),
        "machine": number("initiatives", where(reviewed="no")),
        "unverified": number("initiatives", where(with_="unverified")),
        "additions": number("findings", where(kind="addition")),
    }
    return Briefing(
        today, subject, numbers,
        by_status=() if narrow else by_status(page),
        by_goal=() if narrow else by_goal(page),
        by_partner=() if narrow else by_partner(page),
        leads=() if narrow else leads(page),
        events=happened,
        conflicts=against,
        silent={} if subject else silent(page),
        rows=rows(page, own.get("initiatives", ""), notes),
        notes=notes.all(),
        page=page,
    )  # fmt: skip
