"""A page comes in; out go the numbers of the whole, what is new, who is most involved, and goals by status."""

from loaders.filters.choosing import number_of, where
from pages.parts.charts import STATUSES, Series, bars, known
from pages.parts.counting import CONTRADICTIONS, clause, in_role, league, standing, taking_part
from pages.parts.drawing import Tile, chart, table
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.matrix import legend
from pages.parts.opening import Page
from pages.parts.sections import goals
from pages.parts.sections.open_questions import SIDE, part
from pages.parts.then import unregistered

FIRST = 5  # partners of the short list


def headline(page: Page) -> str:
    """What there is, and on which goals there is nothing."""
    if before := unregistered(page):
        return before
    if page.filters and page.tables.initiatives.empty:
        return page._("No initiative matches these filters.").rstrip(".")
    first = page.words.ngettext(
        "{n} initiative on record", "{n} initiatives on record", page.tables.count("initiatives")
    )
    return page._("{initiatives}; {goals}", initiatives=first, goals=goals.headline(page))


def standfirst(page: Page) -> str:
    count, tables = page.words.ngettext, page.tables
    read = count("{n} article read", "{n} articles read", tables.count("articles"))
    from_ = count("from {n} independent source", "from {n} independent sources", tables.count("articles", "source"))
    if tables.initiatives.empty:
        return page._("{read} {sources}", read=read, sources=from_) + "."
    silent = count(
        "Of {n} initiative nobody says whether it is under way.",
        "Of {n} initiatives nobody says whether they are under way.",
        int(tables.index("initiatives").unsaid("status").sum()),
    )
    return f"{page._('{read} {sources}', read=read, sources=from_)}. {silent}"


def tiles(page: Page) -> list[Tile]:
    """Counted apart: an initiative, an article and a source are three things."""
    _, tables = page._, page.tables
    roles, kinds, open_ = where(role=in_role(tables)), where(kind=CONTRADICTIONS), where(status="under-way")
    return [
        Tile(tables.count("initiatives"), _("initiatives"), "initiatives"),
        Tile(number_of(tables, "initiatives", open_), _("said to be under way"), "initiatives", open_),
        Tile(len(goals.covered(page)), _("goals with an initiative"), "initiatives", href=page.href("goals"),
             note=page.words.ngettext("of {n} goal", "of {n} goals", len(goals.shown(page, "goal")))),
        Tile(number_of(tables, "partners", roles), _("partners with a role"), "partners", roles),
        Tile(tables.count("centres"), _("centres and networks of centres"), "centres"),
        Tile(tables.count("articles"), _("articles read"), "articles"),
        Tile(tables.count("articles", "source"), _("independent sources"), "articles", note=unnamed(page)),
        Tile(number_of(tables, "findings", kinds), _("open contradictions"), "findings", kinds),
    ]  # fmt: skip


def unnamed(page: Page) -> str:
    """Of what is counted as a source of its own nobody may know who published it."""
    n = int(page.tables.index("articles").unsaid("outlet").sum())
    return page.words.ngettext("the outlet of {n} is not known", "the outlets of {n} are not known", n) if n else ""


def involved(page: Page) -> Html:
    """The partners with most initiatives, and in which roles."""
    _, name, tables = page._, page.words.name, page.tables
    parts, found = taking_part(tables), league(tables)
    first = sorted(parts, key=lambda id_: (-len(parts[id_]), id_))[:FIRST]  # the same in every language
    first = sorted(page.words.sorted("partners", first), key=lambda id_: -len(parts[id_]))
    lines = []
    for id_ in first:
        own = {role: n for role, n in found[id_].items() if role in in_role(tables)}
        order = sorted(own.items(), key=lambda one: (-one[1], one[0]))
        roles = [link(page, f"{name('roles', role)} {page.words.number(n)}", "initiatives",
                      where(partner=id_, role=role), SIDE) for role, n in order]  # fmt: skip
        count = page.words.ngettext("{n} initiative", "{n} initiatives", len(parts[id_]))
        total = link(page, count, "initiatives", clause(tables, "partner", id_), SIDE)
        told = tag("div", join(total, *roles, between=" · "), class_="bm-meta")
        lines.append(tag("li", record_link(page, "partners", id_), told))
    none = tag("p", unregistered(page) or _("No initiative matches these filters."), class_="bm-unknown")
    drawn = tag("ol", *lines, class_="bm-plain") if lines else none
    more = tag("p", tag("a", _("All partners"), href=page.href("partners")))
    return part(_("Who is most involved"), drawn, more)


def by_goal(page: Page) -> None:
    """Initiatives by goal, told apart by what is said of their status."""
    _, name = page._, page.words.name
    found = standing(page.tables, "goal")
    order = sorted(page.words.sorted("goals", found), key=lambda id_: -sum(found[id_].values()))
    if not order:
        return
    used = [status for status in STATUSES if any(found[id_][status or None] for id_ in order)]
    labels = {status: name("statuses", status) if status else _("status not known") for status in used}
    series = [
        Series(labels[status], *known(STATUSES, status), [found[id_][status or None] for id_ in order],
               [f"initiatives|{where(where(goal=id_), **({'status': status} if status else {'missing': 'status'}))}"
                for id_ in order])
        for status in used
    ]  # fmt: skip
    columns = [_("Goal"), *labels.values()]
    lines = [
        (name("goals", id_),
         *(link(page, page.words.number(one.values[at]), *one.lists[at].split("|", 1), "overview_goals")
           if one.values[at] else "" for one in series))
        for at, id_ in enumerate(order)
    ]  # fmt: skip
    most = sum(found[order[0]].values())
    first = page.words.list(name("goals", id_) for id_ in order if sum(found[id_].values()) == most)
    top = page.words.ngettext(
        "{goals}: {n} initiative, the most on a goal", "{goals}: {n} initiatives, the most on a goal", most, goals=first
    )
    below = join(_("An initiative with two goals stands in both."), legend(list(labels.items()), STATUSES))
    figure = bars([name("goals", id_) for id_ in order], series, _("Initiatives"), "")

    def behind() -> Html:
        return table(_("Initiatives by goal and status"), columns, lines, range(1, len(columns)))

    chart(page, "overview_goals", figure, top, top, behind, below)


def columns(page: Page, *sides: Html) -> None:
    page.put(tag("div", *(tag("div", one) for one in sides), class_="bm-columns bm-three"))
