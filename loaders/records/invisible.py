"""Takes a file people wrote, gives every value with a character nobody can see: zero width, right to left, control."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .reading import Document, Place
from .saying import Problem, say
from .schemas import field_at

_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def invisible_problems(path: Path, document: Document, name: str) -> Iterator[Problem]:
    for place, text in _texts(document.data, ()):
        for one in sorted(set(text)) if not text.isprintable() else ():
            if one != "\n" and unicodedata.category(one) in _UNSEEN:
                field = field_at(name, place)
                words = {"field": field if field.id else say("the-file"), "code": f"U+{ord(one):04X}"}
                yield Problem(path, document.line(place), say("invisible", **words))


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*place, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*place, key), key
            yield from _texts(item, (*place, key))
