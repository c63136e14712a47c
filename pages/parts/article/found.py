"""Articles and a query come in; out goes the list of articles, each with the words that were found."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.tables.surroundings import called
from pages.parts.html import Html, join, tag
from pages.parts.listing import limit, more
from pages.parts.opening import Page

AROUND = 90  # characters each side of a hit
SNIPPETS = 3
MOST = 50  # articles before "all"


def articles(page: Page, hits: Mapping[str, Sequence[tuple[int, int]]] | None) -> Html:
    """Newest first; with a query, those with most hits first and their words shown."""
    order = list(hits) if hits is not None else _newest(page)
    row_of, places = page.everything.article_of, hits or {}
    lines = [
        _line(page, row_of[article], places.get(article, ())) for article in order[: limit(page, len(order), MOST)]
    ]
    return join(tag("ol", *lines, class_="bm-list"), more(page, len(order), MOST))


def _newest(page: Page) -> list[str]:
    own = page.tables.index("articles").frame
    days = own.published.fillna("").to_numpy(dtype=object)
    order = sorted(range(len(own)), key=days.__getitem__, reverse=True)
    return own.article.to_numpy(dtype=object)[order].tolist()


def _line(page: Page, row: Any, places: Sequence[tuple[int, int]]) -> Html:
    _, count = page._, page.words.ngettext
    title = tag("a", called(row), href=page.href("articles", article=row.article), lang=row.language)
    told = page.everything.index("evidence").of(row.article, "article")
    partners, plans = (len(told.found("id", told.isin("kind", (kind,)))) for kind in ("partner", "initiative"))
    meta = [
        row.outlet or _("outlet not known"),
        page.words.published(row.published),
        count("{n} partner", "{n} partners", partners),
        count("{n} initiative", "{n} initiatives", plans),
        row.story != row.article and _("a reprint"),
        not row.relevant and _("not about education policy"),
    ]
    snippets = [tag("li", _snippet(page, row, place)) for place in places[:SNIPPETS]]
    below = tag("div", join(*filter(None, meta), between=" · "), class_="bm-meta")
    return tag(
        "li", tag("div", title, class_="bm-head"), below, tag("ul", *snippets, class_="bm-quotes") if snippets else None
    )


def _snippet(page: Page, row: Any, place: tuple[int, int]) -> Html:
    """Whole words around the hit, which is marked and leads to its place."""
    start, end = place
    first, last = max(0, start - AROUND), end + AROUND
    before, after = row.text[first:start], row.text[end:last]
    before = f"… {before.partition(' ')[2]}" if first else before
    after = f"{after.rpartition(' ')[0]} …" if last < len(row.text) else after
    href = page.href("articles", article=row.article, at=f"{start}-{end}")
    hit = tag("mark", tag("a", row.text[start:end], href=href), class_="bm-hit")
    return tag("span", before, hit, after, lang=row.language)
