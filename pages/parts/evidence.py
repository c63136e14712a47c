"""A number, a sentence or a record comes in; out goes the piece of a page that shows where it comes from."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlparse

from loaders.tables.surroundings import called, sentence_of, surroundings
from pages.parts.html import Html, join, tag
from pages.parts.opening import Page


def link(page: Page, text: Any, of: str, where: str = "", below: str = "", label: str = "") -> Html:
    """A number (or any text) that opens the list behind it; `below`: the slot where the list is to stand."""
    href = page.href(list=of, where=where, below=below, **page.own)
    return tag("a", text, href=href, class_="bm-number", aria_label=label)


def sentence(page: Page, article: str, start: int, end: int, quote: str) -> Html:
    """A quote within its sentence, leading to its place in the article; it is in the article's language."""
    href = page.href("articles", article=article, at=f"{start}-{end}")
    source = page.everything.article_of[article]
    before, after = surroundings(source.text, source.title or "", start, end) if source.text else ("", "")
    words = tag("a", _short(quote), href=href, class_="bm-quote")
    outlet = (
        source.outlet
        or (source.title and tag("span", source.title, lang=source.language))
        or page._("outlet not known")
    )
    return tag("span", tag("span", "“", before, words, after, "”", lang=source.language, class_="bm-said"), " ",
               tag("small", outlet, ", ", page.words.published(source.published)))  # fmt: skip


def one_a_sentence(page: Page, places: Iterable[tuple[str, int, int, str]]) -> list[tuple[str, int, int, str]]:
    """Of the places in one sentence the first: nobody reads it twice."""
    found: dict[tuple[str, int], tuple[str, int, int, str]] = {}
    for place in places:
        source = page.everything.article_of[place[0]]
        at = sentence_of(source.text, source.title or "", place[1]) if source.text else place[1]
        found.setdefault((place[0], at), place)
    return list(found.values())


def sources(page: Page, urls: Iterable[str]) -> Html:
    """Where a person read it: outside addresses by host, our own articles by their page, anything else as written."""
    found: dict[str, list[dict[str, str]]] = {}
    for url in urls:
        if (article := url.rpartition("/")[2].rpartition(".")[0]) in page.everything.article_of:
            own = page.everything.article_of[article]
            found.setdefault(own.outlet or called(own), []).append({"href": page.href("articles", article=article)})
            continue
        host = urlparse(url).netloc.removeprefix("www.") if url.startswith(("https://", "http://")) else ""
        link_ = {"href": url, "target": "_blank", "rel": "noopener noreferrer"} if host else {}
        found.setdefault(host or url, []).append(link_)
    return join(*(_of_one(name, links) for name, links in found.items()), between=" · ")


def _of_one(name: str, links: list[dict[str, str]]) -> Html | str:
    """`24.kg`; where it said several things, `24.kg 1 2 3`."""
    if not links[0]:
        return name
    if len(links) == 1:
        return tag("a", name, **links[0])
    each = (tag("a", n, aria_label=f"{name}, {n}", class_="bm-nth", **one) for n, one in enumerate(links, 1))
    return join(name, " ", join(*each, between=" "))


def badge(page: Page, state: str) -> Html:
    """reviewed: a person's record · machine: only read in articles · unverified: no source confirms it."""
    _ = page._
    text, more = {
        "reviewed": (_("reviewed"), _("A person entered this from the sources named.")),
        "machine": (_("machine-read"), _("Read in an article by the machine; nobody has checked it yet.")),
        "unverified": (_("unverified"), _("A person entered this, but no source confirms it.")),
    }[state]
    return tag("span", text, class_=f"bm-badge bm-{state}", title=more)


def doubt(page: Page, state: str) -> Html | None:
    """In a list or table, where a person's word is the rule: the badge of what is not."""
    return join(" ", badge(page, state)) if state != "reviewed" else None


def state_of(row: Any, field: str = "") -> str:
    """Of a record, or of one of its fields."""
    doubted = [said.replace(":", " ").replace(".", " ").split()[0] for said in getattr(row, "unverified", None) or ()]
    return "unverified" if field and field in doubted else "reviewed" if row.reviewed else "machine"


def _short(quote: str, most: int = 160) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= most else f"{quote[:most].rsplit(' ', 1)[0]} …"
