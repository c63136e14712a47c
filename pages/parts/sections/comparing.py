"""Two partners or more come in; out goes what each has and what they share."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.filters.choosing import choose, where
from pages.parts.counting import OFTEN, in_role, league, members, taking_part
from pages.parts.drawing import section, table
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.listing import slot
from pages.parts.opening import Page
from pages.parts.sections.goals import shown
from pages.parts.sections.profile import company_of


def compared(page: Page, ids: Sequence[str]) -> None:
    """Two or more partners side by side, and what they share."""
    _, tables, name, roles = page._, page.tables, page.words.name, in_role(page.tables)
    parts, found = taking_part(tables), league(tables)
    key = "partners_compared"

    def number(of: str, *clauses: str) -> Html | str:
        opens = where(*clauses)
        rows = choose(tables, of, opens)
        n = rows.source.nunique() if of == "articles" else len(rows)
        return link(page, page.words.number(n), of, opens, key) if n else _silence(page)

    used = [role for role in page.everything.names["roles"] if any(role in found.get(id_, {}) for id_ in ids)]
    lines = [(_("Initiatives with a role"), *(number("initiatives", where(partner=id_, role=roles)) for id_ in ids))]
    lines += [
        (name("roles", role), *(number("initiatives", where(partner=id_, role=role)) for id_ in ids)) for role in used
    ]
    lines.append((_("Independent sources"), *(number("articles", where(partner=id_)) for id_ in ids)))
    section(page, _("Side by side"))
    columns = ["", *(name("partners", id_) for id_ in ids)]
    shared = set.intersection(*(parts.get(id_, set()) for id_ in ids))
    both = where(id=tuple(sorted(shared)))
    text = page.words.ngettext(
        "{n} initiative in which all of them have a role",
        "{n} initiatives in which all of them have a role",
        len(shared),
    )
    silence = _("No initiative is known in which all of them have a role.")
    together_ = link(page, text, "initiatives", both, key) if shared else silence
    lines += _dates(page, ids, key)
    page.put(join(table(_("What each has"), columns, lines, range(1, len(columns))), tag("p", together_)))
    for theme, heading in (("goal", _("Goals")), ("region", _("Regions"))):
        if rows := _by(page, theme, ids, key):
            page.put(table(f"{heading}: {_('Initiatives')}", [heading, *columns[1:]], rows, range(1, len(columns))))
    _company(page, ids, columns[1:], key)
    slot(page, key)


def _dates(page: Page, ids: Sequence[str], key: str) -> list[tuple[Html | str, ...]]:
    """From the first start to the last end that are told, and of how many initiatives a start is."""
    parts, plans = taking_part(page.tables), page.tables.initiatives
    spans, known = [], []
    for id_ in ids:
        own = plans[plans.initiative.isin(parts.get(id_, set()))]
        started, ended = own[own.start_earliest.notna()], own[own.end_latest.notna()]
        first = started.loc[started.start_earliest.map(str).idxmin()].start if len(started) else None
        last = ended.loc[ended.end_latest.map(str).idxmax()].end if len(ended) else None
        spans.append(page.words.period(first, last))
        opens = where(partner=id_, role=in_role(page.tables), with_="start")
        known.append(_number(page, len(started), opens, key))
    return [(page._("From the first start to the last end told"), *spans), (page._("with a known start"), *known)]


def _by(page: Page, theme: str, ids: Sequence[str], key: str) -> list[tuple[Html | str, ...]]:
    """What every one of them has first, and marked."""
    parts, of, roles = taking_part(page.tables), members(page.tables, theme), in_role(page.tables)
    lines = []
    for id_, name in shown(page, theme).items():
        counts = [len(parts.get(one, set()) & of.get(id_, set())) for one in ids]
        numbers = [_number(page, n, where(partner=one, role=roles, **{theme: id_}), key)
                   for one, n in zip(ids, counts, strict=True)]  # fmt: skip
        if any(counts):
            lines.append((not all(counts), (_marked(page, name, all(counts)), *numbers)))
    return [line for _alone, line in sorted(lines, key=lambda one: one[0])]


def _company(page: Page, ids: Sequence[str], columns: Sequence[str], key: str) -> None:
    """Those each works with: with all of them first, then by initiatives shared."""
    _, own = page._, [company_of(page, id_) for id_ in ids]
    found = {other: [len(one.get(other, ())) for one in own] for other in set().union(*own) - set(ids)}
    order = sorted(page.words.sorted("partners", found), key=lambda one: (not all(found[one]), -sum(found[one])))
    lines = []
    for other in order[:OFTEN]:
        numbers = [_number(page, n, where(id=tuple(sorted(one.get(other, ())))), key)
                   for n, one in zip(found[other], own, strict=True)]  # fmt: skip
        lines.append((_marked(page, record_link(page, "partners", other), all(found[other])), *numbers))
    left = len(order) - len(lines)
    more = page.words.ngettext("and {n} more partner", "and {n} more partners", left) if left > 0 else None
    if lines:
        heading = _("Partners they work with, and in how many initiatives")
        page.put(join(table(heading, [_("Partner"), *columns], lines, range(1, len(columns) + 1)),
                     more and tag("p", more, class_="bm-meta")))  # fmt: skip


def _number(page: Page, n: int, opens: str, key: str) -> Html:
    if n:
        return link(page, page.words.number(n), "initiatives", opens, key)
    return _silence(page)


def _silence(page: Page) -> Html:
    """Not zero: the other filters may have left it out, or nobody tells it."""
    other = replace(page.filters, partner=(), as_of="")
    return tag("span", page._("none with these filters") if other else page._("nothing reported"), class_="bm-unknown")


def _marked(page: Page, name: Html | str, shared: bool) -> Html:
    return join(name, shared and join(" ", tag("span", "● ", page._("shared"), class_="bm-badge")))
