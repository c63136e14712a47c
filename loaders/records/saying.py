"""Takes the kind of a problem and its words, gives the line a maintainer reads: file, line, what is wrong and to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# One entry a kind of problem; a translation of `check` is a second table of the same keys.
ENGLISH: dict[str, str] = {
    # YAML
    "too-big": "the file is larger than {limit} MB; split it",
    "not-utf8": "not UTF-8 text; save the file as UTF-8",
    "not-yaml": "not YAML: {why}",
    "too-deep": "nested more than {limit} levels deep",
    "two-documents": "a second document begins here (---); keep one record a file",
    "anchor": "anchors and aliases (&{name}, *{name}) are not used here; write the value out",
    "tag": "tags ({tag}) are not used here; leave it out",
    "merge": "merge keys (<<) are not used here; write the fields out",
    "key-not-text": "the field name {key} is not text; put it in quotes",
    "duplicate-key": "field {key} is written twice (first on line {first}); keep one",
    "misread": "{text} is read as something else by other YAML tools; put it in quotes: '{text}'",
}


@dataclass(frozen=True)
class Message:
    kind: str
    words: dict[str, Any] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return ENGLISH[self.kind].format(**self.words)


@dataclass(frozen=True)
class Problem:
    path: Path
    line: int
    message: Message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def say(kind: str, **words: Any) -> Message:
    return Message(kind, words)
