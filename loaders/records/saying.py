"""Takes the kind of a problem and its words, gives the line a maintainer reads: file, line, what is wrong and to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .catalogues import catalogue
from .messages import ENGLISH, Counted

LOCALE = Path(__file__).parent / "locale"
SHOWN = 200  # characters of a value that a message repeats


@dataclass(frozen=True)
class Message:
    """Something to say in any of the three languages; its words may be messages and named things themselves."""

    kind: str
    words: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def in_(self, language: str) -> str:
        text, known = ENGLISH[self.kind], catalogue(LOCALE, language)
        if isinstance(text, Counted):
            text = known.ngettext(text.one, text.many, self.words[text.by])
        elif text:
            text = known.gettext(text)
        return text.format(**{key: _worded(word, language) for key, word in self.words.items()})

    def __str__(self) -> str:
        return self.in_("en")


@dataclass(frozen=True)
class Named:
    """A field or an id: as it stands in the file, and what a reader of Kyrgyz or Russian calls it."""

    id: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    def in_(self, language: str) -> str:
        name = self.names.get(language)
        return self.id if language == "en" or not name or name == self.id else f"{self.id} ({name})"


@dataclass(frozen=True)
class Problem:
    path: Path
    line: int
    message: Message

    def in_(self, language: str) -> str:
        return f"{_inert(str(self.path))}:{self.line}: {self.message.in_(language)}"

    def __str__(self) -> str:
        return self.in_("en")


def say(kind: str, **words: Any) -> Message:
    return Message(kind, words)


class Told(ValueError):
    """An error whose `message` a maintainer reads, in any of the three languages."""

    def __init__(self, kind: str, **words: Any):
        self.message = say(kind, **words)
        super().__init__(str(self.message))


def _worded(word: Any, language: str) -> str:
    if isinstance(word, (Message, Named)):
        return _inert(word.in_(language))
    if isinstance(word, (list, tuple)):
        return ", ".join(_worded(one, language) for one in word)
    text = str(word)
    return _inert(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")


def _inert(text: str) -> str:
    """What a terminal would obey or nobody could see is written out: `\\x1b`, `\\u202e`."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
