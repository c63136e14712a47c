"""One article comes in; out goes its page: where it is from, its text with every fact marked, the facts beside."""

import re
from urllib.parse import urlparse

import streamlit as st

from loaders.tables.surroundings import called
from pages.parts.article.facts import anchors, beside, meant
from pages.parts.article.reader import legend, marked, spans
from pages.parts.drawing import section, title
from pages.parts.evidence import badge
from pages.parts.html import Html, join, tag
from pages.parts.items import item
from pages.parts.opening import Page


def whole(page: Page, article: str) -> None:
    _, tables = page._, page.everything
    back = tag("a", _("All articles"), href=page.href("articles"))
    row = tables.article_of.get(article)
    if row is None:
        title(page, _("There is no article “{id}” here", id=article), narrowed=False)
        page.put(tag("p", _("It may have been renamed or withdrawn."), " ", back))
        return
    evidence = list(tables.evidence[tables.evidence.article.eq(article)].itertuples())
    title(page, called(row), narrowed=False, lang=row.language)
    onward = row.text is not None and tag("a", _("What was read here"), href="#facts")
    ways = join(*filter(None, (_origin(page, row), onward, back)), between=" · ")
    page.put(join(tag("p", ways, class_="bm-meta"), _repeats(page, row)))
    if row.text is None:
        page.put(tag("p", _("The file {path} can no longer be read, so its text cannot be shown.", path=row.path)))
        return
    page.flush()
    text, facts = st.columns([0.62, 0.38], gap="large")
    with page.within(text):
        page.put(tag("div", legend(page), class_="bm-meta"))
        at = re.fullmatch(r"(\d{1,9})-(\d{1,9})", page.query.get("at", ""))
        here = (int(at[1]), int(at[2])) if at else None
        found = anchors(evidence)
        shown = spans(page, evidence, lambda row: found.get(meant(row), ""))
        page.put(tag("article", marked(row.text, shown, here), class_="bm-reader", lang=row.language))
    with page.within(facts):
        section(
            page,
            _("What was read here"),
            _("A number leads to the words in the text; a marked word leads back here."),
            "facts",
        )
        page.put(join(tag("p", badge(page, "machine")), beside(page, evidence)))
        findings = tables.findings[tables.findings.article.eq(article)]
        findings = findings[~findings.kind.eq("unknown-name")]
        if len(findings):
            section(page, _("What does not fit"))
            page.put(tag("ol", *(item(page, "findings", one) for one in findings.itertuples()), class_="bm-list"))
        _reprints(page, row)


def _origin(page: Page, row: object) -> Html:
    _ = page._
    published = page.words.published(row.published)
    if row.published_from == "sidecar":
        published = _("{date} (entered by a person)", date=published)
    elif row.published_from == "page":
        published = _("{date} (the web page says so, not the text)", date=published)
    web = row.url if (row.url or "").startswith(("https://", "http://")) else None
    outlet = row.outlet or (web and urlparse(web).netloc.removeprefix("www.")) or _("outlet not known")
    link = {"href": web, "target": "_blank", "rel": "noopener noreferrer"}
    return join(tag("a", outlet, **link) if web else outlet, published, row.byline, between=" · ")


def _repeats(page: Page, row: object) -> Html | None:
    """A reprint is said to be one, before anything else, with the way to the first."""
    if row.story == row.article:
        return None
    first = page.everything.article_of[row.story]
    link = tag("a", called(first), href=page.href("articles", article=first.article), lang=first.language)
    told = join(" (", first.outlet or page._("outlet not known"), ", ", page.words.published(first.published), ")")
    once = page._("Its facts and contradictions are counted and shown once, with the first:")
    return tag("p", tag("b", page._("A reprint.")), " ", once, " ", link, told, class_="bm-warning")


def _reprints(page: Page, row: object) -> None:
    same = page.everything.articles
    same = same[same.story.eq(row.story) & ~same.article.eq(row.article)]
    if len(same):
        section(page, page._("The same story elsewhere"), page._("Counted once among independent sources."))
        page.put(tag("ol", *(item(page, "articles", one) for one in same.itertuples()), class_="bm-list"))
