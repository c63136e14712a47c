"""A row of a frame comes in; out go the columns that several tables of a download share."""

from collections.abc import Iterable
from typing import Any

from loaders.exports.asking import Download

Row = dict[str, Any]


def plain(row: Any, *columns: str) -> Row:
    return {column: getattr(row, column) for column in columns}


def named(one: Download, row: Any, **kinds: str) -> Row:
    """partner="partners" → partner and partner_name."""
    found = {}
    for column, kind in kinds.items():
        id_ = getattr(row, column)
        found |= {column: id_, f"{column}_name": one.words.name(kind, id_)}
    return found


def many(one: Download, kind: str, ids: Iterable[str], column: str, label: str) -> Row:
    return {column: tuple(ids), label: one.words.names(kind, ids)}


def article_of(one: Download, id_: str | None) -> Row:
    article = one.everything.article_of.get(id_)
    told = plain(article, "outlet", "published", "url") if article else dict.fromkeys(("outlet", "published", "url"))
    return {"article": id_, "article_title": article.title if article else None} | told


def where(one: Download, row: Any) -> Row:
    place = {"quote_start": row.start, "quote_end": row.end, "quote": row.quote}
    return article_of(one, row.article) | (place if row.quote is not None else dict.fromkeys(place))


def number(value: Any) -> Row:
    """A number stays one; a number in words stays as it was said."""
    return {"value": None, "value_text": value} if isinstance(value, str) else {"value": value, "value_text": None}


def cited(one: Download, row: Any) -> Row:
    """A person's own link where there is one, else the article's."""
    found = where(one, row)
    return found | {"url": row.url or found["url"]}
