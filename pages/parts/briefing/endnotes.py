"""A briefing comes in; out go its notes in words: outlet, date, quote, its place in the dashboard, the original."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pages.parts.briefing.blocks import Line, Run
from pages.parts.briefing.notes import Note
from pages.parts.briefing.saying import Sayer
from pages.parts.briefing.shape import Briefing


def endnotes(briefing: Briefing, say: Sayer) -> Iterator[Line]:
    for note in briefing.notes:
        yield _sentence(note, say) if note.article else _source(note, say)


def _sentence(note: Note, say: Sayer) -> Line:
    page, _ = say.page, say.page._
    own = page.everything.article_of[note.article]
    outlet = own.outlet or _("outlet not known")
    place = say.base + page.href("articles", filters=type(page.filters)(), article=note.article,
                                 at=f"{note.start}-{note.end}")  # fmt: skip
    quote = say.in_(own.language, f"“{' '.join((note.quote or '').split())}”", place)
    original = (Run(" · "), Run(unquote(own.url), _safe(own.url))) if own.url else ()
    return (Run(f"{outlet}, {page.words.published(own.published)}: "), *quote, *original)


def _source(note: Note, say: Sayer) -> Line:
    """An address, or our own article, or a description as the person wrote it; and the record entered from it."""
    page, source, unknown = say.page, note.source or "", say.page._("outlet not known")
    kind = next(kind for kind, own in page.everything.records.items() if note.record in own)
    name = {"initiatives": "initiative", "centres": "centre", "partners": "partner"}[kind]
    bare = type(page.filters)(partner=(note.record or "",)) if kind == "partners" else type(page.filters)()
    own = {} if kind == "partners" else {name: note.record}
    record = say.name(kind, note.record or "", say.base + page.href(kind, filters=bare, **own))
    article = page.everything.article_of.get(source.rpartition("/")[2].rpartition(".")[0])
    if article is not None:
        href = say.base + page.href("articles", filters=type(page.filters)(), article=article.article)
        told: Line = (Run(f"{article.outlet or unknown}, {page.words.published(article.published)}", href),)
    else:
        host = urlsplit(source).netloc.removeprefix("www.") if _safe(source) else ""
        told = (Run(f"{host}: "), Run(unquote(source), source)) if host else (Run(source),)
    entered = page._("entered by a person in the record: {record}", record=say.hold(record))
    return (*told, Run(" – "), *say.line(entered))


def _safe(url: str | None) -> str:
    """Only addresses of the web become links."""
    return url if url and url.startswith(("https://", "http://")) else ""
