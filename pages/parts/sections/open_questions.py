"""A page comes in; out go what nothing is reported on, and what contradicts."""

from typing import Any

from loaders.filters.choosing import number_of, where
from pages.parts.counting import CONTRADICTIONS
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.labels import value_word
from pages.parts.opening import Page
from pages.parts.sections import goals
from pages.parts.sections.centres import local
from pages.parts.then import unregistered

SIDE = "overview_side"


def part(heading: str, *body: Html) -> Html:
    return tag("section", tag("h2", heading, class_="bm-section"), *body)


def gaps(page: Page) -> Html:
    """Goals, levels and regions on which neither the register nor an article has anything."""
    _, lines = page._, []
    if unregistered(page):
        return Html("")
    of = {"goal": goals.shown(page, "goal"), "level": goals.shown(page, "level"),
          "region": {id_: page.words.name("regions", id_) for id_ in page.filters.region or local(page)}}  # fmt: skip
    labels = {"goal": _("Goals"), "level": _("Levels"), "region": _("Regions")}
    for theme, ids in of.items():
        said = {*page.tables.index(f"{theme}s_of").found(theme)}
        bare = [name for id_, name in ids.items() if id_ not in said]
        lines.append(
            tag("li", tag("b", f"{labels[theme]}: "), page.words.list(bare) if bare else _("something on each"))
        )
    count = page.words.ngettext
    for opens, text in (
        (where(unsaid="level"), lambda n: count("{n} initiative whose level nobody says",
                                                "{n} initiatives whose level nobody says", n)),
        (where(silent="yes"), lambda n: count("{n} initiative no article speaks of yet",
                                              "{n} initiatives no article speaks of yet", n)),
    ):  # fmt: skip
        if n := number_of(page.tables, "initiatives", opens):
            lines.append(tag("li", link(page, text(n), "initiatives", opens, SIDE)))
    silence = _("Neither the register nor an article read so far has anything on them; that is silence, not proof.")
    narrowed = _("Nothing on them matches the filters chosen; without the filters there may be something.")
    note = tag("p", narrowed if page.filters else silence, class_="bm-meta")
    return part(_("Nothing is reported on"), note, tag("ul", *lines, class_="bm-plain"))


def contradictions(page: Page) -> Html:
    """How many of each kind, and the first of them with both sides, in a line each."""
    _, findings = page._, page.tables.findings
    lines = [
        tag("li", value_word(page, kind), ": ", link(page, page.words.number(n), "findings", where(kind=kind), SIDE))
        for kind in CONTRADICTIONS
        if (n := number_of(page.tables, "findings", where(kind=kind)))
    ]
    lines += [tag("li", _both(page, row)) for row in findings[findings.kind.eq("date-conflict")].head(2).itertuples()]
    body = tag("ul", *lines, class_="bm-plain") if lines else tag("p", _("None is known."), class_="bm-unknown")
    return part(_("Open contradictions"), body, tag("p", tag("a", _("All contradictions"), href=page.href("quality"))))


def _both(page: Page, row: Any) -> Html:
    """Two places of an article that cannot both be true; each leads to its words."""
    article = page.everything.article_of[row.article]
    words = (tag("a", f"“{quote}”", href=page.href("articles", article=where_, at=f"{start}-{end}"),
                 lang=article.language) for where_, start, end, quote in row.evidence)  # fmt: skip
    told = join(article.outlet or page._("outlet not known"), ", ", page.words.published(article.published))
    return join(join(*words, between=" ≠ "), " ", tag("small", told, class_="bm-meta"))
