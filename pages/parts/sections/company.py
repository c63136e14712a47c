"""A page comes in; out go partners by goal, and who works with whom."""

from collections.abc import Callable, Sequence

from loaders.filters.choosing import where
from loaders.tables import Tables
from pages.parts.counting import OFTEN, cells, company, in_role, shared, weights
from pages.parts.drawing import section, source, table
from pages.parts.evidence import link
from pages.parts.html import Html, join
from pages.parts.items import record_link
from pages.parts.listing import limit, more, slot
from pages.parts.matrix import ITSELF, NOTHING, Number, matrix, reading
from pages.parts.opening import Page
from pages.parts.sections.goals import numbers
from pages.parts.sections.partners import ranked

KEY = "partners_pairs"
CLOSE = 12  # partners in the table of who works with whom


def by_goal(page: Page) -> None:
    """Partners down, goals across."""
    _, name = page._, page.words.name
    first = list(ranked(page))[:OFTEN]
    found, ever = cells(page.tables, "partner", "goal"), cells(page.everything, "partner", "goal")
    used = {goal for (partner, goal), cell in found.items() if partner in first and cell.initiatives}
    goals = {id_: name("goals", id_) for id_ in page.words.sorted("goals", used)}
    if not goals:
        return
    heading = _("Partners by goal")
    section(page, heading, _("Initiatives on a goal in which the partner has a role."))
    drawn = matrix(
        page, "partners_goals", heading, {id_: name("partners", id_) for id_ in first}, goals,
        lambda row, column: numbers(page, "partner", "goal", "initiatives", found, ever, row, column),
        corner=_("Partner"), tints={id_: page.everything.vocabulary["goals"][id_]["colour"] for id_ in goals},
    )  # fmt: skip
    page.put(join(drawn, reading(page, zero=bool(page.filters))))
    slot(page, "partners_goals")
    source(page)


def with_whom(page: Page) -> None:
    """Those who most often work with others, each with each."""
    _, name, roles = page._, page.words.name, in_role(page.tables)
    left = company(page.tables, page.everything)
    weight = weights(left)
    order = sorted(weight, key=lambda id_: (-weight[id_], id_))
    first = order[:CLOSE]
    if not first:
        return

    def opens(one: str, other: str, common: set[str]) -> str:
        if page.filters.partner or page.filters.role:  # the filter has left the other one out
            return where(id=tuple(sorted(common)))
        return where(where(partner=one, role=roles), partner=other, role=roles)

    pairs = {one: shared(left, one) for one in first}

    def number(one: str, other: str) -> Number:
        common = pairs[one].get(other, set())
        if one == other:
            return ITSELF
        return Number(len(common), "initiatives", opens(one, other, common)) if common else NOTHING

    heading = _("Who works with whom")
    section(
        page, heading, _("Initiatives in which both have a role; the {n} partners with most company.", n=len(first))
    )
    labels = {id_: name("partners", id_) for id_ in first}
    page.put(join(matrix(page, KEY, heading, labels, labels, number, corner=_("Partner")), reading(page)))
    slot(page, KEY)
    source(page)
    box = page.folded(_("Everyone who works with others"), f"{KEY}_all")
    if box.open:
        with page.within(box):
            page.put(_everyone(page, left, order, opens))


def _everyone(page: Page, left: Tables, order: Sequence[str], opens: Callable[[str, str, set[str]], str]) -> Html:
    """Each with all others, those first with whom it shares most."""

    def others(one: str) -> Html:
        found = shared(left, one)
        ranked = sorted(page.words.sorted("partners", found), key=lambda other: -len(found[other]))
        numbers = (link(page, page.words.number(len(found[other])), "initiatives", opens(one, other, found[other]), KEY)
                   for other in ranked)  # fmt: skip
        named = (page.words.name("partners", other) for other in ranked)
        return join(*(join(name, " ", number) for name, number in zip(named, numbers, strict=True)), between=" · ")

    rows = [(record_link(page, "partners", one), others(one)) for one in order[: limit(page, len(order))]]
    columns = [page._("Partner"), page._("Works with")]
    return join(table(page._("Who works with whom"), columns, rows), more(page, len(order)))
