"""A briefing's content and a language come in; out goes the document in its words, which any format can be made of."""

from collections.abc import Iterator

from pages.parts.briefing.bars import charts
from pages.parts.briefing.blocks import Block, Document, Endnotes, Grid, Heading, Paragraph, Run
from pages.parts.briefing.differences import conflicts
from pages.parts.briefing.endnotes import endnotes
from pages.parts.briefing.saying import Sayer, joined
from pages.parts.briefing.sentences import doubts, events, findings, silences
from pages.parts.briefing.shape import Briefing
from pages.parts.labels import chosen, field_labels


def document(briefing: Briefing, base: str) -> Document:
    page, say = briefing.page, Sayer(briefing.page, base)
    blocks = [
        *_opening(briefing, say),
        *findings(briefing, say),
        *charts(briefing, say),
        *events(briefing, say),
        *conflicts(briefing, say),
        *silences(briefing, say),
        *doubts(briefing, say),
        *_table(briefing, say),
        Heading(page._("Sources and quotes")),
        Endnotes(tuple(endnotes(briefing, say))),
    ]
    return Document(_title(briefing), page.words.language, tuple(blocks))


def _title(briefing: Briefing) -> str:
    _, words = briefing.page._, briefing.page.words
    if briefing.subject:
        return _("Briefing: {subject}", subject=words.name(*briefing.subject))
    goals = briefing.page.filters.goal
    if len(goals) == 1:
        return _("Briefing: {subject}", subject=words.name("goals", goals[0]))
    return _("Briefing: education policy in Kyrgyzstan")


def _opening(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    """What it is, of when, of what part, and where the same stands alive."""
    page, _ = briefing.page, briefing.page._
    labels = field_labels(page)
    for name, value in page.unknown:
        text = _("The address asks for {field} “{value}”, which is not known here; it was left out.",
                 field=labels.get(name, name), value=value)  # fmt: skip
        yield Paragraph(say.line(text), "warning")
    made = _("Made on {date} by {us} from the register and the articles read.", us="Bilim Monitor",
             date=page.words.date(briefing.made.isoformat()))  # fmt: skip
    yield Paragraph(say.line(made), "soft")
    told = [f"{label}: {text}" for _name, _id, label, text in chosen(page)]
    filters = _("Only what matches: {filters}.", filters=" · ".join(told)) if told else _("No filter is set.")
    if not briefing.subject or told:
        yield Paragraph(say.line(filters), "soft")
    rest = {name: value for name, value in page.query.items() if name not in {*page.filters.address(), "lang"}}
    rest = {name: value for name, value in rest.items() if name in page.own or name in ("list", "where", "below")}
    href = say.address(**rest)
    yield Paragraph(say.line(_("The same in the dashboard: {link}", link=say.hold(Run(href, href)))), "soft")


def _table(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    page, _ = briefing.page, briefing.page._
    if not briefing.rows:
        return
    lines, machine, unverified = [], _("machine-read"), _("unverified")
    for one in briefing.rows:
        row = one.row
        href = say.base + page.href("initiatives", filters=type(page.filters)(), initiative=row.initiative)
        mark = [] if row.reviewed else [Run(f" ({machine})", soft=True)]
        doubted = [Run(f" ({unverified})", soft=True)] if _unverified(row, "status", "start", "end") else []
        status = say.name("statuses", row.status) if row.status else (Run(_("status not known"), soft=True),)
        partners = joined([(*say.name("roles", role), Run(": "), *say.names("partners", ids))
                           for role, ids in one.partners.items()], "; ")  # fmt: skip
        lines.append((
            (*say.name("initiatives", row.initiative, href, bold=True), *mark),
            (*status, Run(", "), Run(page.words.period(row.start, row.end)), *doubted),
            partners or (Run("–"),),
            say.names("goals", one.goals) or (Run("–"),),
            (Run("", notes=one.notes),) if one.notes else (Run("–"),),
        ))  # fmt: skip
    yield Heading(_("Initiatives"))
    columns = [_("Initiative"), _("Status and dates"), _("Partners by role"), _("Goals"), _("Sources")]
    total = briefing.numbers["initiatives"]
    yield Grid(_("Initiatives with partners, goals and sources"), columns, lines, (25, 17, 28, 17, 13))
    if len(lines) < total.value:
        text = _("Shown are {shown}; the whole list has {n}.", shown=page.words.number(len(lines)), n=say.number(total))
        yield Paragraph(say.line(text), "soft")


def _unverified(row: object, *fields: str) -> bool:
    doubted = {said.replace(":", " ").replace(".", " ").split()[0] for said in getattr(row, "unverified", ()) or ()}
    return bool(doubted & {*fields})
