"""The findings come in; out goes what contradicts, what is not known, what is missing and what nobody reports on."""

import streamlit as st

from pages.parts import gaps
from pages.parts.conflicts import conflicts, disagreements, told
from pages.parts.drawing import section, source, tiles, title
from pages.parts.opening import opened

page = opened()
_, findings = page._, page.tables.findings
of_articles = findings[findings.of.eq("articles") & ~findings.kind.eq("unknown-name")]
differing = findings[findings.kind.isin(["disagreement", "articles-differ"])]
written = findings[findings.kind.eq("record-conflict")]

title(
    page,
    gaps.headline(page, of_articles, differing),
    _("Nothing is settled silently: where sources differ, both stand."),
)
tiles(page, gaps.tiles(page), "quality_tiles")

section(_("Articles that contradict themselves"))
st.html(
    conflicts(page, of_articles.itertuples())
    if len(of_articles)
    else gaps.none(page, _("No article read so far does."))
)
section(_("Records and articles that differ"), _("What a person entered stays; the article's word stands beside it."))
st.html(disagreements(page, differing.itertuples()) if len(differing) else gaps.none(page, _("None so far.")))
section(_("What articles add"), _("Said in an article, not in the record; a maintainer accepts or refuses it."))
st.html(gaps.additions(page))
section(_("Sources that contradict each other"), _("Written down by the people who keep the register."))
st.html(told(page, written.itertuples()) if len(written) else gaps.none(page, _("None so far.")))
section(_("Names the register does not know"))
st.html(gaps.unknown(page))
section(_("What the register does not say"), _("Each number opens the records concerned."))
st.html(gaps.missing(page))
section(
    _("Registered, but no article speaks of it"),
    _("Silence is counted over the articles read so far; it is not a zero."),
)
st.html(gaps.silent(page))
section(_("Who has published, and when last"))
st.html(gaps.outlets(page))
source(page)
