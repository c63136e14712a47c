"""A page and its entries come in; out goes an Atom feed in the page's language, every text escaped."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from loaders.exports.feed import AUTHORITY, Entry
from loaders.tables.surroundings import called
from pages.parts.html import Html, join, tag
from pages.parts.labels import chosen, field_labels, finding_value, value_word
from pages.parts.opening import Page
from pages.parts.sharing import feed_href
from pages.parts.words import LANGUAGES

ATOM = "http://www.w3.org/2005/Atom"
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def atom(page: Page, entries: Sequence[Entry], base: str) -> bytes:
    """`updated` of the feed is that of its newest entry; of an empty one, the last day anything was published."""
    _ = page._
    told = "; ".join(f"{label}: {text}" for _name, _id, label, text in chosen(page))
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": page.words.language})
    said = {name: value for name, value in page.filters.address().items()}
    own = "/".join([page.words.language, *(f"{name}={value}" for name, value in said.items())])
    _text(feed, "id", f"{AUTHORITY}feed/{own}")
    _text(feed, "title", f"Bilim Monitor – {told}" if told else "Bilim Monitor")
    _text(feed, "subtitle", _("Education policy in Kyrgyzstan, read from the press"))
    read_on = page.everything.read_on
    empty = (
        datetime(read_on.year, read_on.month, read_on.day, tzinfo=UTC) if read_on else datetime.fromtimestamp(0, UTC)
    )
    _text(feed, "updated", max((one.at for one in entries), default=empty).isoformat())
    SubElement(SubElement(feed, "author"), "name").text = "Bilim Monitor"
    _link(feed, "self", base + feed_href(page), "application/atom+xml", page.words.language)
    _link(feed, "alternate", base + page.href(), "text/html", page.words.language)
    for code in LANGUAGES:
        if code != page.words.language:
            _link(feed, "alternate", base + feed_href(page, code), "application/atom+xml", code)
    for one in entries:
        _entry(feed, page, one, base)
    indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode").encode()


def _entry(feed: Element, page: Page, one: Entry, base: str) -> None:
    title, language, path, body = SHOWN[one.kind](page, one.rows)
    entry = SubElement(feed, "entry")
    _text(entry, "id", one.id)
    _text(entry, "title", title, **({"xml:lang": language} if language != page.words.language else {}))
    _text(entry, "updated", one.at.isoformat())
    _link(entry, "alternate", base + path, "text/html", page.words.language)
    SubElement(entry, "category", {"term": one.kind, "label": kind_word(page, one.kind)})
    _text(entry, "content", body, type="html")


def _text(parent: Element, name: str, text: str, **said: str) -> None:
    SubElement(parent, name, said).text = NO_XML.sub("", text)


def _link(parent: Element, rel: str, href: str, type_: str, language: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href, "type": type_, "hreflang": language})


def kind_word(page: Page, kind: str) -> str:
    _ = page._
    return {
        "article": _("New article"),
        "event": _("Event"),
        "contradiction": _("Contradiction"),
        "change": _("Change of a record"),
    }[kind]


Shown = tuple[str, str, str, Html]  # title, its language, address, body


def _article(page: Page, rows: Sequence[Any]) -> Shown:
    row = rows[0]
    said = [page.words.name(kind, id_) for kind, id_ in _about(page, row.article)]
    body = join(
        row.outlet or page._("outlet not known"), ", ", page.words.published(row.published), ". ", ", ".join(said)
    )
    return called(row), row.language, page.href("articles", article=row.article), tag("p", body)


def _about(page: Page, article: str) -> list[tuple[str, str]]:
    kinds = {"partner": "partners", "initiative": "initiatives", "goal": "goals"}
    rows = page.everything.index("evidence").rows(article, "article").itertuples()
    return sorted({(kinds[row.kind], row.id) for row in rows if row.kind in kinds and row.id})


def _quote(page: Page, article: str, quote: str) -> Html:
    return tag("blockquote", quote, lang=page.everything.article_of[article].language)


def _event(page: Page, rows: Sequence[Any]) -> Shown:
    row, name = rows[0], page.words.name
    who = [name("initiatives", id_) for id_ in row.initiatives] + [name("partners", id_) for id_ in row.partners]
    what = page.words.said(row.text) or value_word(page, row.kind)
    title = f"{page.words.date(row.date)}: {what}" + (f" – {', '.join(who)}" if who else "")
    if row.article:
        path = page.href("articles", article=row.article, at=f"{row.start}-{row.end}")
    else:
        path = page.href("initiatives", filters=type(page.filters)(), initiative=row.initiatives[0])
    quotes = [_quote(page, one.article, one.quote) for one in rows if one.quote]
    texts = [tag("p", page.words.said(one.text)) for one in rows if one.text]
    return title, page.words.language, path, join(*quotes, *texts) or tag("p", title)


def _contradiction(page: Page, rows: Sequence[Any]) -> Shown:
    row, own = rows[0], page.everything.article_of.get(rows[0].article)
    field = field_labels(page).get((row.field or "").partition(".")[0], "")
    about = page.words.name(row.of, row.record) if row.record else called(own) if own else ""
    title = f"{value_word(page, row.kind)}{f' ({field})' if field else ''}: {about}"
    body = []
    for one in rows:
        values = [finding_value(page, one.field, value) for value in one.values] if one.record else []
        body += [tag("p", " ≠ ".join(filter(None, values)))] * any(values)
        body += [_quote(page, place[0], place[3]) for place in one.evidence]
    path = page.href("quality", list="findings", where=f"kind:{row.kind}")
    return title, page.words.language, path, join(*body) or tag("p", title)


def _change(page: Page, rows: Sequence[Any]) -> Shown:
    row, labels = rows[0], field_labels(page)
    names = list(dict.fromkeys(one.field.partition(".")[0] for one in rows))
    changed = page.words.list(labels.get(name, name) for name in names)
    title = page._("{record}: changed: {fields}", record=page.words.name(row.of, row.record), fields=changed)
    own = {"initiatives": {"initiative": row.record}, "centres": {"centre": row.record}}.get(row.of)
    filters = type(page.filters)() if own else type(page.filters)(partner=(row.record,))
    lines = [tag("li", f"{labels.get(one.field.partition('.')[0], one.field)}: {_side(page, one, one.before)} → "
                       f"{_side(page, one, one.after)}") for one in rows]  # fmt: skip
    path = page.href(row.of, filters=filters, **(own or {}))
    return title, page.words.language, path, tag("ul", *lines)


def _side(page: Page, one: Any, value: Any) -> str:
    return "–" if value in (None, "") else finding_value(page, one.field, value) or str(value)


SHOWN = {"article": _article, "event": _event, "contradiction": _contradiction, "change": _change}
