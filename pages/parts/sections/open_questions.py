"""A page comes in; out go what nothing is reported on, and what contradicts."""

from loaders.choosing import choose, where
from pages.parts.conflicts import conflicts, told
from pages.parts.evidence import link
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.sections import goals
from pages.parts.sections.centres import local

SIDE = "overview_side"


def part(heading: str, *body: Html) -> Html:
    return tag("section", tag("h2", heading, class_="bm-section"), *body)


def gaps(page: Page) -> Html:
    """Goals, levels and regions on which neither the register nor an article has anything."""
    _, lines = page._, []
    of = {"goal": goals.shown(page, "goal"), "level": goals.shown(page, "level"),
          "region": {id_: page.words.name("regions", id_) for id_ in page.filters.region or local(page)}}  # fmt: skip
    labels = {"goal": _("Goals"), "level": _("Levels"), "region": _("Regions")}
    for theme, ids in of.items():
        said = set(getattr(page.tables, f"{theme}s_of")[theme])
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
        if n := len(choose(page.tables, "initiatives", opens)):
            lines.append(tag("li", link(page, text(n), "initiatives", opens, SIDE)))
    silence = _("Neither the register nor an article read so far has anything on them; that is silence, not proof.")
    narrowed = _("Nothing on them matches the filters chosen; without the filters there may be something.")
    note = tag("p", narrowed if page.filters else silence, class_="bm-meta")
    return part(_("Nothing is reported on"), note, tag("ul", *lines, class_="bm-plain"))


def contradictions(page: Page) -> Html:
    """The newest of each kind, with both sides."""
    _, findings = page._, page.tables.findings
    dated = findings[findings.kind.eq("date-conflict")]
    written = findings[findings.kind.eq("record-conflict")]
    body = [conflicts(page, dated.head(2).itertuples())] if len(dated) else []
    body += [told(page, written.head(3).itertuples())] if len(written) else []
    body = body or [tag("p", _("None is known."), class_="bm-unknown")]
    return part(_("Open contradictions"), *body, tag("p", tag("a", _("All contradictions"), href=page.href("quality"))))
