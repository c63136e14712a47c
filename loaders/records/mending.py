"""Takes the files people write, mends what can be mended without changing what they say, gives what was wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from .editing import with_value
from .extracted import write_atomically
from .files import content, kind_of, ours
from .reading import YamlError, parse
from .saying import Problem, say
from .schemas import Schema, of_items, properties, schema
from .summaries import of_people
from .tidying import quoted, tidied_text


def mend(root: Path) -> list[Problem]:
    """Every file whole or not at all; what needs a person's judgement stays as it is."""
    mended: list[Problem] = []
    for path in ours(root):
        if kind_of(path) is None:
            continue
        raw = content(path)
        after = mended_text(path, raw)
        if after is not None and after.encode() != raw:
            left = Counter(_key(one) for one in of_people(path, after.encode()).problems)
            gone = [one for one in of_people(path, raw).problems if not left[_key(one)] or left.subtract([_key(one)])]
            write_atomically(path, after.encode())
            told = [(one.line, say("mended", what=one.message)) for one in gone] or [(1, say("tidied"))]
            mended += [Problem(path.relative_to(root), line, message) for line, message in sorted(told, key=str)]
    return mended


def mended_text(path: Path, raw: bytes) -> str | None:
    """The text with quotes, spaces for tabs, one of two equal fields or items, in canonical form where it can be."""
    document = parse(path, raw)
    if any(one.message.kind in ("not-yaml", "not-utf8", "too-big", "too-deep") for one in document.problems):
        return None
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    text = text if text.endswith("\n") or not text else f"{text}\n"
    text = _without_equal_fields(path, _without_tabs(text))
    text = quoted(text, parse(path, text.encode()))
    text = _without_equal_items(path, text)
    text = tidied_text(path, text.encode()) or text
    return (
        text if _said(parse(path, text.encode()).data) == _said(_once(document.data, schema(kind_of(path)))) else None
    )


def _key(problem: Problem) -> tuple[str, str]:
    return problem.message.kind, re.sub(r"\d+\)", ")", str(problem.message))  # a line it names may have moved


def _without_tabs(text: str) -> str:
    """A space for each tab between values; within a value it is part of what is said."""
    if "\t" not in text:
        return text
    marks = [event for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, yaml.ScalarEvent)]
    inside = [(event.start_mark.index, event.end_mark.index) for event in marks]
    tabs = [place for place, one in enumerate(text) if one == "\t"]
    free = {place for place in tabs if not any(start <= place < end for start, end in inside)}
    return "".join(" " if place in free else one for place, one in enumerate(text))


def _without_equal_fields(path: Path, text: str) -> str:
    """A field written again, word for word, over lines of its own."""
    while twice := next((one for one in parse(path, text.encode()).problems if _is_twice(one)), None):
        lines = text.split("\n")
        first, second = twice.message.words["first"] - 1, twice.line - 1
        block, again = _block(lines, first), _block(lines, second)
        if first == second or not again or block != again:
            return text
        text = "\n".join([*lines[:second], *lines[second + len(again) :]])
    return text


def _is_twice(problem: Problem) -> bool:
    return problem.message.kind == "duplicate-key"


def _block(lines: list[str], start: int) -> list[str]:
    """The field that begins on a line, with the lines further in below it."""
    margin = len(lines[start]) - len(lines[start].lstrip())
    if not re.match(r"""\s*[\w'"-]+:(\s|$)""", lines[start]):
        return []
    end = start + 1
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > margin:
        end += 1
    return lines[start:end]


def _without_equal_items(path: Path, text: str) -> str:
    kind = kind_of(path)
    for place in reversed(list(_equal_items(parse(path, text.encode()).data, schema(kind), ()))):
        try:
            text = with_value(text, kind, place, None)
        except (YamlError, ValueError, LookupError):
            return text  # other things are to be put right first
    return text


def _equal_items(value: Any, part: Schema, place: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            if part.get("uniqueItems") and _repeats(value, number):
                yield (*place, number)
            else:
                yield from _equal_items(item, of_items(part), (*place, number))
    elif isinstance(value, dict):
        fields = properties(part)
        for key, item in value.items():
            yield from _equal_items(item, fields.get(key, {}), (*place, key))


def _repeats(items: list[Any], number: int) -> bool:
    """Whether an item is written before: 1, 1.0 and true are not the same."""
    return repr(items[number]) in map(repr, items[:number])


def _once(value: Any, part: Schema) -> Any:
    """What a list that must not repeat itself says."""
    if isinstance(value, list):
        once = [one for n, one in enumerate(value) if not (part.get("uniqueItems") and _repeats(value, n))]
        return [_once(one, of_items(part)) for one in once]
    if isinstance(value, dict):
        fields = properties(part)
        return {key: _once(item, fields.get(key, {})) for key, item in value.items()}
    return value


def _said(data: Any) -> Any:
    """Entries of a vocabulary in any order say the same."""
    return sorted(data, key=repr) if isinstance(data, list) else data
