"""Takes what was read in an article and the article, gives every quote that does not stand where it should."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .reading import Document, Place
from .saying import Problem, say

TextOf = Callable[[Path], str | None]  # an article's file → its text as stored, None where it can't be read


def utf8_text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def quote_problems(path: Path, document: Document, root: Path, text_of: TextOf) -> Iterator[Problem]:
    record = document.data

    def problem(kind: str, *place: str | int, **words: Any) -> Problem:
        return Problem(path, document.line(place), say(kind, **words))

    if record.get("article") != path.stem:
        yield problem("id-not-file-name", "article", id=record.get("article"), file=path.name)
    article = root / str(record.get("source") or f"seeds/{path.stem}.txt")
    if not article.is_file():
        yield problem("no-article", "source", article=record.get("source"))
        return
    if not _same(article, record.get("sha256")):
        yield problem("article-changed", "sha256", article=record.get("source"))
        return  # its offsets are those of another text
    original = record.get("original") or {}
    if original and not _same(root / str(original.get("path")), original.get("sha256")):
        yield problem("article-changed", "original", article=original.get("path"))
    raw = text_of(article)
    if raw is None:
        yield problem("article-unreadable", "source", article=record.get("source"))
        return
    for place, start, end, quote in _quotes(record, ()):
        if raw[start:end] != quote:
            yield problem("quote-not-there", *place, quote=quote, start=start, end=end, found=raw[start:end][:60])


def _same(path: Path, sha256: Any) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _quotes(value: Any, place: Place) -> Iterator[tuple[Place, int, int, str]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _quotes(item, (*place, number))
    elif isinstance(value, dict):
        if type(value.get("start")) is int and type(value.get("end")) is int and isinstance(value.get("quote"), str):
            yield place, value["start"], value["end"], value["quote"]
        for key, item in value.items():
            yield from _quotes(item, (*place, key))
