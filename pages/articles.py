"""The articles come in; out goes their list with a search over every word, or one of them with its facts marked."""

from pages.parts.article import whole
from pages.parts.article.found import articles
from pages.parts.article.search import query
from pages.parts.drawing import source, title
from pages.parts.editing import saved
from pages.parts.html import tag
from pages.parts.maintaining import may_write
from pages.parts.opening import opened

page = opened()
_, count = page._, page.words.ngettext

if "add" in page.query and may_write(page):
    from pages.parts.article.adding import adding

    adding(page)
elif "article" in page.query:
    saved(page)
    whole(page, page.query["article"])
else:
    total, sources = page.tables.count("articles"), page.tables.count("articles", "source")
    title(
        page,
        _("{articles} from {sources}", articles=count("{n} article", "{n} articles", total),
          sources=count("{n} independent source", "{n} independent sources", sources)),
        _("Search every word, in any ending; ө and о, ү and у, ң and н count as one. Quotes keep words together."),
    )  # fmt: skip
    if may_write(page):
        page.put(tag("p", tag("a", _("Add an article"), href=page.href(add="article")), class_="bm-edit"))
    asked = query(page)
    hits = page.tables.search(asked) if asked else None
    if hits is not None:
        none = _("No article read so far has all of these words.")
        told = count("{n} article has these words", "{n} articles have these words", len(hits)) if hits else none
        page.put(tag("p", told, role="status"))
    page.put(articles(page, hits))
    source(page)
