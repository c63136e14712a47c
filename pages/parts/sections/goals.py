"""A page comes in; out go the coverage of goals by level and region, and what nothing is reported on."""

from collections.abc import Mapping

from loaders.filters.choosing import chosen, number_of, where
from pages.parts.counting import OF, Cell, cells, clause, in_role, lacking, said, unsaid
from pages.parts.drawing import Tile, section, source
from pages.parts.html import Html, join
from pages.parts.listing import slot
from pages.parts.matrix import NOTHING, Number, choice, matrix, reading, switch
from pages.parts.opening import Page

Cells = Mapping[tuple[str, str], Cell]


def counted(page: Page) -> dict[str, str]:
    _ = page._
    return {"initiatives": _("Initiatives"), "sources": _("Independent sources"), "partners": _("Partners")}


def shown(page: Page, theme: str) -> dict[str, str]:
    """Ids of a theme in the alphabet's order, only the chosen ones where a filter chooses."""
    kind = f"{theme}s"
    ids = getattr(page.filters, theme) or page.everything.names[kind]
    order = page.words.sorted(kind, ids)
    if theme == "region":  # the whole country stands apart, before its parts
        order.sort(key=lambda id_: page.everything.vocabulary[kind][id_]["kind"] != "country")
    return {id_: page.words.name(kind, id_) for id_ in order}


def covered(page: Page) -> set[str]:
    """Goals at least one initiative is about."""
    return said(page.tables, "initiative", "goal").ids()


def headline(page: Page) -> str:
    """What is covered, and by name what is not."""
    goals, have = shown(page, "goal"), covered(page)
    bare = [name for id_, name in goals.items() if id_ not in have]
    first = page.words.ngettext(
        "{n} of {total} goals has an initiative", "{n} of {total} goals have an initiative",
        len(goals) - len(bare), total=page.words.number(len(goals)),
    )  # fmt: skip
    if not bare:
        return first
    if len(bare) > 3:
        return page._("{covered}; {n} have none", covered=first, n=page.words.number(len(bare)))
    return page._("{covered}; none is recorded on: {goals}", covered=first, goals=page.words.list(bare))


def tiles(page: Page) -> list[Tile]:
    _, tables = page._, page.tables
    goals, about = tuple(page.everything.names["goals"]), where(goal=tuple(page.everything.names["goals"]))
    read = chosen(tables, "articles", about)
    partners = where(about, role=in_role(tables))
    return [
        Tile(number_of(tables, "initiatives", about), _("initiatives with a goal"), "initiatives", about),
        Tile(unsaid(tables, "goal"), _("initiatives whose goal is not known"), "initiatives", where(unsaid="goal")),
        Tile(number_of(tables, "partners", partners), _("partners with a role in them"), "partners", partners),
        Tile(read.count("source"), _("independent sources"), "articles", about,
             page.words.ngettext("in {n} article", "in {n} articles", len(read))),
    ] if goals else []  # fmt: skip


def numbers(page: Page, down: str, across: str, count: str, found: Cells, ever: Cells, row: str, column: str) -> Number:
    """The number of a cell; without one: nothing at all, nothing with these filters, or nowhere looked."""
    value = getattr(found.get((row, column), Cell()), count)
    if not value and count == "sources" and page.everything.articles.empty:
        return Number(state="unsearched")
    if not value:
        return Number(state="zero") if getattr(ever.get((row, column), Cell()), count) else NOTHING
    roles = where(role=in_role(page.tables)) if count == "partners" and "partner" not in (down, across) else None
    other = clause(page.tables, across, column) if across else None
    return Number(value, OF[count], where(clause(page.tables, down, row), other, roles))


def coverage(page: Page, across: str, key: str, caption: str) -> Html:
    """Goals down, levels or regions across."""
    count = choice(page, "count", counted(page))
    found, alone = cells(page.tables, "goal", across), cells(page.tables, "goal")
    ever, ever_alone = found, alone
    if page.filters:
        ever, ever_alone = cells(page.everything, "goal", across), cells(page.everything, "goal")
    silent = lacking(page.tables, "goal", across)
    goals, columns = shown(page, "goal"), shown(page, across)
    entries = page.everything.vocabulary["goals"]

    def beside(goal: str) -> list[tuple[str, Number]]:
        given = [
            (name, numbers(page, "goal", "", one, alone, ever_alone, goal, "")) for one, name in counted(page).items()
        ]
        n = silent.get(goal, 0)
        unknown = Number(n, "initiatives", where(goal=goal, unsaid=across)) if n else NOTHING
        name = page._("level not known") if across == "level" else page._("region not known")
        return [*given, (name, unknown)]

    drawn = matrix(
        page, key, caption, goals, columns,
        lambda row, column: numbers(page, "goal", across, count, found, ever, row, column),
        colours={id_: entries[id_]["colour"] for id_ in goals},
        beside={goal: beside(goal) for goal in goals},
        corner=page._("Goal"),
        codes={id_: codes(entries[id_]) for id_ in goals},
    )  # fmt: skip
    return join(drawn, reading(page, zero=bool(page.filters), unsearched=page.everything.articles.empty))


def codes(entry: Mapping) -> str:
    """The codes others report by, as secondary labels."""
    sdg, crs = (", ".join(entry.get(name) or ()) for name in ("sdg_targets", "crs_purpose"))
    return " · ".join(filter(None, (sdg and f"SDG {sdg}", crs and f"CRS {crs}")))


def draw(page: Page) -> None:
    """Both tables of coverage, each with the list behind its numbers."""
    _ = page._
    chosen = choice(page, "count", counted(page))
    parts = (
        ("level", "goals_levels", _("Goals by level of education"), _("An initiative with two levels stands in both.")),
        ("region", "goals_regions", _("Goals by region"),
         _("“Kyrgyzstan” means the whole country; it is not added to its regions.")),
    )  # fmt: skip
    for across, key, heading, note in parts:
        section(page, heading, note)
        counting = switch(page, _("The cells count:"), "count", counted(page), chosen, heading)
        page.put(join(counting, coverage(page, across, key, f"{heading}: {counted(page)[chosen]}")))
        slot(page, key)
        source(page)
