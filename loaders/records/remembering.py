"""Takes what was worked out of a file, gives it again as long as the file's bytes and the code are the same."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import yaml

from .entries import Entry, Name, Reference
from .extracted import write_atomically
from .looking import Looks
from .saying import Message, Named, Problem
from .schemas import SCHEMAS
from .summaries import Summary

LOADERS = Path(__file__).parent.parent


class Memory:
    """One file below .cache/; without a file, or with one that is damaged or of other code, nothing is remembered."""

    def __init__(self, file: Path | None, of: str):
        self.file, self.version = file, f"{of} {_version()}" if file else ""
        self.known, looks = self._read() if file else ({}, {})
        self.kept: dict[str, Any] = {}
        self.looks = Looks(looks)

    def recall(self, name: str, fingerprint: str) -> Any:
        """What was kept of the file with these bytes, which is kept on; None if nothing was."""
        known = self.known.get(name)
        if known is None or known[0] != fingerprint:
            return None
        self.kept[name] = known
        return known[1]

    def keep(self, name: str, fingerprint: str, value: Any) -> None:
        self.kept[name] = [fingerprint, value]

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: object) -> None:
        if self.file and (self.kept, self.looks.seen) != (self.known, self.looks.known):
            try:
                whole = {"version": self.version, "known": self.kept, "looks": self.looks.seen}
                body = orjson.dumps(whole, default=tuple)
                self.file.parent.mkdir(exist_ok=True)
                (self.file.parent / ".gitignore").write_text("*\n", encoding="utf-8")
                write_atomically(self.file, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            except (OSError, orjson.JSONEncodeError):
                return  # nothing to write to, or what JSON can't hold: the next time takes as long as this one

    def _read(self) -> tuple[dict[str, Any], dict[str, list]]:
        try:
            seal, _, body = self.file.read_bytes().partition(b"\n")
        except OSError:
            return {}, {}
        if hashlib.sha256(body).hexdigest().encode() != seal:
            return {}, {}
        whole = orjson.loads(body)
        return (whole["known"], whole["looks"]) if whole["version"] == self.version else ({}, {})


@cache
def _version() -> str:
    """Changes whenever the code, a schema, Python or an installed package does."""
    packages = sorted(path.name for path in Path(yaml.__file__).parents[1].glob("*.dist-info"))
    told = hashlib.sha256(repr([sys.version, packages]).encode())
    for path in sorted([*LOADERS.rglob("*.py"), *SCHEMAS.glob("*.yaml")]):
        told.update(f"\0{path.relative_to(LOADERS.parent)}\0".encode() + path.read_bytes())
    return told.hexdigest()


def to_json(summary: Summary) -> dict[str, Any]:
    problems = [[one.line, _plain(one.message)] for one in summary.problems]
    return {"problems": problems, "entries": summary.entries}


def from_json(path: Path, known: dict[str, Any]) -> Summary:
    problems = tuple(Problem(path, line, _rich(message)) for line, message in known["problems"])
    return Summary(problems, tuple(_entry(*one) for one in known["entries"]))


def _entry(*parts: Any) -> Entry:
    *rest, references, names = parts
    return Entry(*rest, tuple(map(Reference._make, references)), tuple(map(Name._make, names)))


def _plain(word: Any) -> Any:
    if isinstance(word, Message):
        return {"say": word.kind, "words": {key: _plain(one) for key, one in word.words.items()}}
    return {"id": word.id, "names": word.names} if isinstance(word, Named) else word


def _rich(word: Any) -> Any:
    if isinstance(word, dict):
        if "say" in word:
            return Message(word["say"], {key: _rich(one) for key, one in word["words"].items()})
        return Named(**word)
    return word
