"""A briefing comes in; out go its findings in sentences: what there is, what happened, what is silent or doubtful."""

from collections.abc import Iterator

from pages.parts.briefing.bars import status
from pages.parts.briefing.blocks import Block, Heading, Line, Paragraph, Run
from pages.parts.briefing.saying import Sayer, joined
from pages.parts.briefing.shape import Bar, Briefing
from pages.parts.labels import value_word
from pages.parts.then import unregistered


def findings(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    page, _, count, n = briefing.page, briefing.page._, briefing.page.words.ngettext, briefing.numbers
    yield Heading(_("In short"))
    plans, partners = n["initiatives"], n["partners"]
    articles, sources = n["articles"], n["sources"]
    phrases = {
        "initiatives": say.number(plans, count("{n} initiative", "{n} initiatives", plans.value)),
        "partners": say.number(partners, count("{n} partner", "{n} partners", partners.value)),
        "articles": say.number(articles, count("{n} article", "{n} articles", articles.value)),
        "sources": say.number(sources, count("{n} independent source", "{n} independent sources", sources.value)),
    }
    text = _("On record: {initiatives}; {partners} with a role; {articles} read, {sources} among them.", **phrases)
    before = unregistered(page)
    yield Paragraph(say.line(f"{before}." if before else text), "lead")
    if page.tables.read_on and articles.value:
        latest = _("The latest article read is of {date}.", date=page.words.date(str(page.tables.read_on)))
        yield Paragraph((say.link(articles, latest),), "item")
    if before:
        return
    if not plans.value:
        yield Paragraph(say.line(_("Nothing in the register or the articles read so far matches.")), "item")
        return
    if briefing.by_status:
        told = [(*status(bar, say), Run(" – "), say.link(bar.number, page.words.number(bar.number.value)))
                for bar in briefing.by_status]  # fmt: skip
        text = _("By what is said of their status: {statuses}.", statuses=say.hold(joined(told, "; ")))
        yield Paragraph(say.line(text), "item")
    if briefing.by_goal:
        most = briefing.by_goal[0]
        text = _("Most initiatives are on the goal {goal}: {n}.", goal=say.hold(say.name("goals", most.id or "")),
                 n=say.number(most.number))  # fmt: skip
        more = [say.line(" " + _("No goal is recorded for {n} of them.", n=say.number(n["goal-unsaid"])))] * bool(
            n["goal-unsaid"].value)  # fmt: skip
        yield Paragraph((*say.line(text), *(run for line in more for run in line)), "item")
    if briefing.leads:
        told = [
            (*say.name("roles", lead.role), Run(": "), *joined([_counted(bar, say) for bar in lead.partners], ", "))
            for lead in briefing.leads
        ]
        text = _("Most often in a role, by initiatives: {roles}.", roles=say.hold(joined(told, "; ")))
        yield Paragraph(say.line(text), "item")


def _counted(bar: Bar, say: Sayer) -> Line:
    number = say.link(bar.number, say.page.words.number(bar.number.value))
    return (*say.name("partners", bar.id or ""), Run(" – "), number)


def events(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    page, _ = briefing.page, briefing.page._
    if not briefing.events:
        return
    yield Heading(_("The newest events"))
    for event in briefing.events:
        row = event.row
        what = say.said(row.text) if row.text else (Run(value_word(page, row.kind)),)
        who = joined([say.name("initiatives", id_) for id_ in row.initiatives]
                     + [say.name("partners", id_) for id_ in row.partners], "; ")  # fmt: skip
        day, taking_part = Run(page.words.date(row.date), bold=True), [Run(" – "), *who] if who else []
        yield Paragraph((day, Run(": "), *what, *taking_part, Run("", notes=event.notes)), "item")
    total = briefing.numbers["events"]
    text = page.words.ngettext("All {n} event", "All {n} events", total.value)
    yield Paragraph((say.link(total, text),), "soft")


def silences(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    """What nothing is reported on: silence, not proof."""
    page, _ = briefing.page, briefing.page._
    labels = {"goal": _("Goals"), "level": _("Levels"), "region": _("Regions")}
    bare = [(theme, ids) for theme, ids in briefing.silent.items() if ids]
    silent = briefing.numbers["silent"]
    if unregistered(briefing.page) or (not bare and not silent.value):
        return
    yield Heading(_("Where nothing is reported"))
    note = (
        _("Nothing on them matches the filters chosen; without the filters there may be something.")
        if page.filters
        else _("Neither the register nor an article read so far has anything on them; that is silence, not proof.")
    )
    if bare:
        yield Paragraph(say.line(note), "soft")
    for theme, ids in bare:
        yield Paragraph((Run(f"{labels[theme]}: ", bold=True), *say.names(f"{theme}s", ids)), "item")
    if silent.value:
        text = page.words.ngettext(
            "{n} initiative no article speaks of yet", "{n} initiatives no article speaks of yet", silent.value
        )
        yield Paragraph((say.link(silent, text),), "item")


def doubts(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    """What a reader should not lean on yet."""
    _, n = briefing.page._, briefing.numbers
    lines = [
        (n["machine"], _("Initiatives only read by the machine, which nobody has checked: {n}.",
                         n=say.number(n["machine"]))),
        (n["unverified"], _("Initiatives of which something is entered that no source confirms: {n}.",
                            n=say.number(n["unverified"]))),
        (n["additions"], _("Facts that articles add to the register and nobody has checked: {n}.",
                           n=say.number(n["additions"]))),
        (n["status-unsaid"], _("Initiatives of whose status nobody says anything: {n}.",
                               n=say.number(n["status-unsaid"]))),
    ]  # fmt: skip
    if any(number.value for number, _text in lines):
        yield Heading(_("What is not confirmed"))
        yield from (Paragraph(say.line(text), "item") for number, text in lines if number.value)
