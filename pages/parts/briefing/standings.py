"""A page comes in; out go what its charts and its silences are made of, each number with its list."""

from loaders.filters.choosing import where
from pages.parts.briefing.shape import Bar, Lead, Number
from pages.parts.counting import clause, in_role, league, standing, taking_part
from pages.parts.opening import Page

BARS, EQUALS = 10, 3  # partners in a chart; partners that may lead a role together


def by_status(page: Page) -> tuple[Bar, ...]:
    found = page.tables.initiatives.status
    order = [status for status in page.tables.vocabulary["statuses"] if found.eq(status).any()]
    bars = [Bar(id_, Number(int(found.eq(id_).sum()), "initiatives", where(status=id_))) for id_ in order]
    unsaid_ = Number(int(found.isna().sum()), "initiatives", where(missing="status"))
    return (*bars, *([Bar(None, unsaid_)] if unsaid_.value else []))


def by_goal(page: Page) -> tuple[Bar, ...]:
    counts = {id_: sum(by.values()) for id_, by in standing(page.tables, "goal").items()}
    order = sorted(counts, key=lambda id_: (-counts[id_], id_))
    return tuple(Bar(id_, Number(counts[id_], "initiatives", where(goal=id_))) for id_ in order)


def by_partner(page: Page) -> tuple[Bar, ...]:
    parts = taking_part(page.tables)
    order = sorted(parts, key=lambda id_: (-len(parts[id_]), id_))[:BARS]
    return tuple(Bar(id_, Number(len(parts[id_]), "initiatives", clause(page.tables, "partner", id_))) for id_ in order)


def leads(page: Page) -> tuple[Lead, ...]:
    """Who stands in a role most often; with one initiative, or among more than a few equals, nobody does."""
    by_partner, found = league(page.tables), []
    for role in in_role(page.tables):
        counts = {partner: roles[role] for partner, roles in by_partner.items() if role in roles}
        most = max(counts.values(), default=0)
        first = sorted(partner for partner, n in counts.items() if n == most)
        if most > 1 and len(first) <= EQUALS:
            bars = [Bar(id_, Number(most, "initiatives", where(partner=id_, role=role))) for id_ in first]
            found.append(Lead(role, tuple(bars)))
    return tuple(found)


def silent(page: Page) -> dict[str, tuple[str, ...]]:
    """Goals, levels and regions neither the register nor an article says anything of."""
    found = {}
    for theme in ("goal", "level", "region"):
        entries = page.everything.vocabulary[f"{theme}s"]
        ids = getattr(page.filters, theme) or [id_ for id_ in entries if entries[id_].get("kind") != "country"]
        said = set(getattr(page.tables, f"{theme}s_of")[theme])
        found[theme] = tuple(id_ for id_ in ids if id_ not in said)
    return found
