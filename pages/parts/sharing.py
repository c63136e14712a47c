"""A page comes in; out goes the line by which it is passed on: its link, its briefing in two formats, its feed."""

from dataclasses import replace

from loaders.filters import LISTS
from loaders.filters.choosing import SHARED, clauses
from pages.parts.frame import HOME, PAGES
from pages.parts.html import Html, folded, tag
from pages.parts.opening import Page
from pages.parts.words import LANGUAGES


def share(page: Page) -> None:
    """`page.js` copies the address; where the browser refuses, it shows it selected."""
    _ = page._
    button = tag(
        "button", _("Copy the link"), type="button", class_="bm-copy", data_bm_copy="",
        data_bm_done=_("Link copied."),
        data_bm_by_hand=_("Your browser does not let us copy. Here is the link, selected:"),
    )  # fmt: skip
    told = tag("span", role="status")
    address = tag("input", type="text", readonly="", hidden="", class_="bm-address", aria_label=_("Link to this view"))
    feed = tag("a", _("Feed"), href=feed_href(page), type="application/atom+xml", target="_blank", data_bm_feed="")
    down = tag("a", _("Download"), href="#bm-downloads")
    ways = tag("div", button, *_briefings(page), down, feed, told, address, class_="bm-share")
    page.put(folded(_("Share, download"), ways))


def _briefings(page: Page) -> tuple[Html, Html]:
    """A new tab for the page to print; both are files of the server and no pages of the dashboard."""
    _ = page._
    return (
        tag("a", _("Briefing to print"), href=at(page, "briefing"), target="_blank", rel="noopener"),
        tag(
            "a",
            _("Briefing ({format})", format="Word"),
            href=at(page, "briefing.docx"),
            target="_blank",
            rel="noopener",
            download="",
        ),
    )


def at(page: Page, route: str, lang: str = "") -> str:
    """The same view by another route, which must be told what page it is of."""
    here = page.path or HOME
    return page.href(route, lang=lang, page=here if here != HOME else "", **page.own)


def feed_href(page: Page, lang: str = "") -> str:
    """What is new of all that the filters leave."""
    return page.href("feed.atom", lang=lang)


def list_feed(page: Page, said: str) -> Html | None:
    """What is new of a list that filters alone could make; of another there is no feed."""
    asked = clauses(said)
    names = [name for name, _ in asked]
    chosen = page.filters.address()
    if not asked or len({*names}) < len(names) or not {*names} <= SHARED - {*chosen}:
        return None
    filters = replace(page.filters, **{name: values if name in LISTS else values[0] for name, values in asked})
    href = page.href("feed.atom", filters=filters)
    return tag("p", tag("a", page._("Feed of this list"), href=href, type="application/atom+xml", target="_blank"))


def path_of(query: dict[str, str]) -> str:
    """The page a route is asked about; the overview stands at the empty path."""
    name = query.get("page", "")
    return name if name in PAGES and name != HOME else ""


def ways(page: Page) -> dict[str, tuple[str, str]]:
    """What else there is of a briefing: text → (address, its language)."""
    _ = page._
    others = {own: (at(page, "briefing", code), code) for code, own in LANGUAGES.items() if code != page.words.language}
    return {
        _("Briefing ({format})", format="Word"): (at(page, "briefing.docx"), ""),
        **others,
        _("To the dashboard"): (page.href(**page.own), ""),
    }
