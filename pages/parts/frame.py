"""A page comes in; out goes what stands around it: pages, languages, last reading; and the apology when one breaks."""

import streamlit as st

from pages.parts.chrome import chrome
from pages.parts.html import Html, folded, join, tag
from pages.parts.maintaining import may_write
from pages.parts.opening import KEY, Page
from pages.parts.then import unregistered
from pages.parts.words import DEFAULT, LANGUAGES, Words

PAGES = ("overview", "timeline", "partners", "goals", "centres", "initiatives", "articles", "review", "quality",
         "method")  # fmt: skip
HOME = "overview"


def titles(words: Words) -> dict[str, str]:
    _ = words._
    return {
        "overview": _("Overview"),
        "timeline": _("Timeline"),
        "partners": _("Partners"),
        "goals": _("Goals"),
        "centres": _("Centres"),
        "initiatives": _("Initiatives"),
        "articles": _("Articles"),
        "review": _("Review"),
        "quality": _("Quality"),
        "method": _("Method"),
    }


def header(page: Page) -> None:
    _ = page._
    named = titles(page.words)
    here = page.path or HOME
    entries = [
        tag("li", tag("a", named[name], href=page.href("" if name == HOME else name),
                      aria_current="page" if name == here else None))
        for name in PAGES if name != "review" or name == here or may_write(page)
    ]  # fmt: skip
    brand = tag("a", "Bilim Monitor", href=page.href("", filters=None), class_="bm-brand")
    page.put(
        tag(
            "header",
            tag("a", _("Skip to the content"), href="#bm-main", class_="bm-skip"),
            tag("div", brand, tag("span", _("Education policy in Kyrgyzstan, read from the press"), class_="bm-motto"),
                _languages(page), class_="bm-masthead"),
            tag("nav", folded(join(_("Pages"), ": ", tag("b", named[here])), tag("ul", *entries)),
                aria_label=_("Pages"), class_="bm-pages"),
            class_="bm-header",
            lang=page.words.language,
            data_bm_lang=page.words.language,
            data_bm_chrome=chrome(page),
            data_bm_more=_("The table goes on to the right"),
        )
    )  # fmt: skip


def _languages(page: Page) -> Html:
    rest = {name: value for name, value in page.query.items() if name not in {*page.filters.address(), "lang"}}
    entries = [
        tag("a", own, href=page.href(lang=code, **rest), lang=code, hreflang=code,
            aria_current="true" if code == page.words.language else None)
        for code, own in LANGUAGES.items()
    ]  # fmt: skip
    return tag("nav", join(*entries), aria_label=page._("Language"), class_="bm-languages")


def footer(page: Page) -> None:
    _ = page._
    count, tables = page.words.ngettext, page.everything
    told = [
        _(
            "{read} {sources}",
            read=count("{n} article read", "{n} articles read", tables.count("articles")),
            sources=count(
                "from {n} independent source", "from {n} independent sources", tables.count("articles", "source")
            ),
        ),
        _("latest of {date}", date=page.words.date(str(tables.read_on))) if tables.read_on else None,
        not unregistered(page) and count(
            "{n} initiative in the register", "{n} initiatives in the register",
            int(tables.index("initiatives").isin("reviewed", (True,)).sum()),
        ),
    ]  # fmt: skip
    method = tag("a", _("How the numbers are made"), href=page.href("method"))
    licence = _("Code: MIT. Records: CC BY 4.0.")
    page.put(tag("footer", tag("p", join(*told, between=" · ")), tag("p", method, " · ", licence), class_="bm-footer"))


def apology() -> None:
    """What the reader sees when a page breaks: that it is our fault, and a way on."""
    language = st.query_params.get("lang", DEFAULT)
    words = Words(language if language in LANGUAGES else DEFAULT, {})
    page = st.session_state.get(KEY)
    home = page.href("") if page else "/"
    st.error(words._("This page could not be drawn. The fault is ours and has been written down."))
    st.html(tag("p", tag("a", words._("To the overview"), href=home)))
