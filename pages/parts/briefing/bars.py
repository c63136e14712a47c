"""A briefing comes in; out go its charts: initiatives by status and goal, and the partners with most of them."""

from collections.abc import Iterable, Iterator

from pages.parts.briefing.blocks import Bars, Block, Line, Run
from pages.parts.briefing.saying import Sayer
from pages.parts.briefing.shape import Bar, Briefing
from pages.parts.charts import ACCENT, SOFT, STATUSES


def charts(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    _, goals = briefing.page._, briefing.page.everything.vocabulary["goals"]

    def bars(caption: str, shown: Iterable[tuple[Bar, Line, str]]) -> Iterator[Block]:
        rows = [(label, bar.number.value, (say.link(bar.number, say.page.words.number(bar.number.value)),), colour)
                for bar, label, colour in shown]  # fmt: skip
        if len(rows) > 1:
            yield Bars(caption, _("initiatives"), rows)

    yield from bars(
        _("Initiatives by status"),
        ((bar, status(bar, say), STATUSES.get(bar.id or "", (SOFT, ""))[0]) for bar in briefing.by_status),
    )
    yield from bars(
        _("Initiatives by goal; one with two goals stands in both"),
        ((bar, say.name("goals", bar.id or ""), goals[bar.id]["colour"]) for bar in briefing.by_goal),
    )
    yield from bars(_("Partners with most initiatives"), (
        (bar, say.name("partners", bar.id or ""), ACCENT) for bar in briefing.by_partner))  # fmt: skip


def status(bar: Bar, say: Sayer) -> Line:
    return say.name("statuses", bar.id) if bar.id else (Run(say.page._("status not known")),)
