"""A page comes in; out go the addresses this server has for feed readers and programs, each with what it gives."""

from loaders.exports.api import RESOURCES
from loaders.filters import Filters
from pages.parts.html import Html, join, tag
from pages.parts.opening import Page


def offered(page: Page) -> Html:
    """A test holds this against the routes there are."""
    _ = page._
    told = {
        "/briefing": _("This view as a page to print, with numbered sources."),
        "/briefing.docx": _("The same as a {format} document.", format="Word"),
        "/feed.atom": _("What is new, as a feed: articles, events, contradictions, changes of records. Entries keep "
                        "their ids for ever and bear the date of what they tell; what has no date is not in it."),
        "/api/v1/{of}.json": _("Rows with ids, names in three languages and evidence; {where} takes the clauses of any "
                               "list, {page} and {rows} turn pages. A name or id nobody knows is an error.",
                               where="where", page="page", rows="per_page"),
        "/healthz": _("Whether the server is well, and the version of its data."),
    }  # fmt: skip
    resources = [tag("a", of, href=page.href(f"api/v1/{of}.json", lang="ky"), target="_blank") for of in RESOURCES]
    lines = {path: join(tag("code", path), " · ", text) for path, text in told.items()}
    lines["/api/v1/{of}.json"] = join(lines["/api/v1/{of}.json"], " ", join(*resources, between=" · "))
    filters = ", ".join(Filters.__dataclass_fields__)
    shared = tag("p", _("All but the last take the filters of the address: {filters}.", filters=filters))
    return join(tag("ul", *(tag("li", line) for line in lines.values()), class_="bm-plain"), shared)
