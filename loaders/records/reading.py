"""Takes a YAML file, gives its data and the line of every value, refusing whatever YAML tools read differently."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .messages import ENGLISH
from .saying import Message, Problem, say
from .words import misread, plain, read_as

MAX_BYTES = 5_000_000
MAX_DEPTH = 40

Place = tuple[str | int, ...]  # where a value stands: ("partners", 0, "role")


class YamlError(ValueError):
    """A file that isn't the YAML this project accepts."""

    def __init__(self, file: Path | str, line: int, message: str):
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message = file, line, message


@dataclass
class Document:
    """What one file holds: its data, the line each value starts on, and what is wrong with it as YAML."""

    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    misread: list[tuple[int, int, str]] = field(default_factory=list)  # line, column and word

    def line(self, place: Place) -> int:
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(path: Path, raw: bytes) -> Document:
    """The whole file read; every problem is noted and reading goes on as far as it can."""
    document = Document()

    def problem(line: int, message: str, **words: Any) -> None:
        document.problems.append(Problem(path, line, say(message, **words)))

    if len(raw) > MAX_BYTES:
        problem(1, "too-big", limit=MAX_BYTES // 1_000_000)
        return document
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        problem(raw[: error.start].count(b"\n") + 1, "not-utf8")
        return document
    try:
        if "\t" in text:
            problem(text[: text.index("\t")].count("\n") + 1, "tab")
        _Builder(document, problem).build(text)
    except _TooDeep as error:
        problem(error.args[0], "too-deep", limit=MAX_DEPTH)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
        problem(mark.line + 1 if mark else 1, "not-yaml", why=_why(what))
        document.data = None
    return document


def read_yaml(path: Path) -> Any:
    """The data of one file; the first problem is raised."""
    document = parse(path, path.read_bytes())
    for problem in document.problems:
        if problem.message.kind != "misread":  # stays the text that was written
            raise YamlError(problem.path, problem.line, str(problem.message))
    return document.data


def _why(said: str) -> Message:
    """What the parser complains of, in a maintainer's words where there are any."""
    return say(f"yaml {said}") if f"yaml {said}" in ENGLISH else say("yaml", said=said)


class _TooDeep(Exception):
    pass


class _Builder:
    """Builds the data from the parser's events, so that nothing is resolved, aliased or tagged behind our back."""

    def __init__(self, document: Document, problem: Any):
        self.document, self.problem, self.lines = document, problem, document.lines

    def build(self, text: str) -> None:
        parser = yaml.CSafeLoader(text)
        self.following = parser.get_event
        documents = 0
        try:
            while not isinstance(event := self.following(), yaml.StreamEndEvent):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.problem(event.start_mark.line + 1, "two-documents")
                        return
                    self.document.data = self.value(self.following(), (), 1)
        finally:
            parser.dispose()

    def value(self, event: Any, place: Place, depth: int) -> Any:
        line = self.lines[place] = event.start_mark.line + 1
        if depth > MAX_DEPTH:
            raise _TooDeep(line)
        if event.anchor:
            self.problem(line, "anchor", name=event.anchor)
            if isinstance(event, yaml.AliasEvent):
                return None
        if event.tag:
            self.problem(line, "tag", tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else self.scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(child := self.following(), yaml.SequenceEndEvent):
                items.append(self.value(child, (*place, len(items)), depth + 1))
            return items
        return self.mapping(place, depth)

    def scalar(self, event: Any, line: int) -> Any:
        value = plain(event.value)
        if isinstance(value, str) and misread(value):
            self.problem(line, "misread", text=value, meaning=read_as(value))
            self.document.misread.append((line, event.start_mark.column, value))
        return value

    def mapping(self, place: Place, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := self.following(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self.value(event, (*place, "?"), depth + 1)
            if not isinstance(key, str):
                self.problem(line, "key-not-text", key="null" if key is None else str(key))
                key = str(key)
            if key == "<<" and not event.style:
                self.problem(line, "merge")
            at = (*place, key)
            if key in found:
                self.problem(line, "duplicate-key", key=key, first=self.lines[at])
            found[key] = self.value(self.following(), at, depth + 1)
            self.lines[at] = line
        return found
