"""One article comes in; out goes its page: where it is from, its text with every fact marked, the facts beside."""

import re

import streamlit as st

from pages.parts.drawing import section, title
from pages.parts.evidence import badge, sources
from pages.parts.facts import beside
from pages.parts.html import Html, join, tag
from pages.parts.items import item
from pages.parts.opening import Page
from pages.parts.reader import legend, marked, spans


def whole(page: Page, article: str) -> None:
    _, tables = page._, page.everything
    back = tag("a", _("All articles"), href=page.href("articles"))
    row = tables.article_of.get(article)
    if row is None:
        title(page, _("There is no article “{id}” here", id=article), narrowed=False)
        st.html(tag("p", _("It may have been renamed or withdrawn."), " ", back))
        return
    evidence = list(tables.evidence[tables.evidence.article.eq(article)].itertuples())
    title(page, row.title or article, narrowed=False)
    st.html(tag("p", _origin(page, row), " · ", back, class_="bm-meta"))
    if row.text is None:
        st.html(tag("p", _("The file {path} can no longer be read, so its text cannot be shown.", path=row.path)))
        return
    text, facts = st.columns([0.62, 0.38], gap="large")
    with text:
        st.html(tag("div", legend(page), class_="bm-meta"))
        at = re.fullmatch(r"(\d{1,9})-(\d{1,9})", page.query.get("at", ""))
        here = (int(at[1]), int(at[2])) if at else None
        st.html(tag("article", marked(row.text, spans(page, evidence), here), class_="bm-reader", lang=row.language))
    with facts:
        section(_("What was read here"), _("Each ¶ leads to the words in the text."))
        st.html(join(tag("p", badge(page, "machine")), beside(page, evidence)))
        findings = tables.findings[tables.findings.article.eq(article)]
        findings = findings[~findings.kind.eq("unknown-name")]
        if len(findings):
            section(_("What does not fit"))
            st.html(tag("ol", *(item(page, "findings", one) for one in findings.itertuples()), class_="bm-list"))
        _reprints(page, row)


def _origin(page: Page, row: object) -> Html:
    _ = page._
    published = page.words.date(row.published) if row.published else _("date of publication not known")
    parts = [row.outlet or _("outlet not known"), published, row.byline]
    if row.published_from == "sidecar":
        parts[1] = _("{date} (entered by a person)", date=published)
    shown = [tag("span", part) for part in parts if part]
    return join(*shown, *([sources(page, [row.url])] if row.url else []), between=" · ")


def _reprints(page: Page, row: object) -> None:
    same = page.everything.articles
    same = same[same.story.eq(row.story) & ~same.article.eq(row.article)]
    if len(same):
        section(page._("The same story elsewhere"), page._("Counted once among independent sources."))
        st.html(tag("ol", *(item(page, "articles", one) for one in same.itertuples()), class_="bm-list"))
