"""Takes what was read in an article and the article, gives every quote that does not stand where it should."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .looking import Looks
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
    source, *originals = reads(record, path)
    now = digest(root, source)
    if now is None:
        yield problem("no-article", "source", article=source)
        return
    if now != record.get("sha256"):
        yield problem("article-changed", "sha256", article=source)
        return  # its offsets are those of another text
    for original in originals:
        if digest(root, original) != record["original"].get("sha256"):
            yield problem("article-changed", "original", article=original)
    raw = text_of(root / source)
    if raw is None:
        yield problem("article-unreadable", "source", article=source)
        return
    for place, start, end, quote in _quotes(record, ()):
        if raw[start:end] != quote:
            yield problem("quote-not-there", *place, quote=quote, start=start, end=end, found=raw[start:end][:60])


def reads(record: Any, path: Path) -> list[str]:
    """The files the quotes are compared with."""
    if not isinstance(record, dict):
        return []
    original = record.get("original")
    source = str(record.get("source") or f"seeds/{path.stem}.txt")
    return [source, str(original.get("path"))] if isinstance(original, dict) else [source]


def digest(root: Path, name: str, looks: Looks | None = None) -> str | None:
    """What tells one version of a file from another; None where the project has no such file."""
    path = root / name
    try:
        ours = path.is_file() and path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError):  # a name too long, or with a zero byte
        ours = False
    if not ours:
        return None
    return looks.fingerprint(name, path, -1)[0] if looks else hashlib.sha256(path.read_bytes()).hexdigest()


def _quotes(value: Any, place: Place) -> Iterator[tuple[Place, int, int, str]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _quotes(item, (*place, number))
    elif isinstance(value, dict):
        if type(value.get("start")) is int and type(value.get("end")) is int and isinstance(value.get("quote"), str):
            yield place, value["start"], value["end"], value["quote"]
        for key, item in value.items():
            yield from _quotes(item, (*place, key))
