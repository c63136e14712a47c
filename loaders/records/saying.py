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
    "not-yaml": "not YAML ({why}); look at this line and the one above",
    "tab": "a tab stands here; use spaces",
    "too-deep": "nested more than {limit} levels deep",
    "two-documents": "a second document begins here (---); keep one record a file",
    "anchor": "anchors and aliases (&{name}, *{name}) are not used here; write the value out",
    "tag": "tags ({tag}) are not used here; leave it out",
    "merge": "merge keys (<<) are not used here; write the fields out",
    "key-not-text": "the field name {key} is not text; put it in quotes",
    "duplicate-key": "field {key} is written twice (first on line {first}); keep one",
    "misread": "{text} is read as something else by other YAML tools; put it in quotes: '{text}'",
    # the file
    "misplaced": "no such file belongs here; see data/README.md for the folders, and end the name in .yaml",
    "no-modeline": "the first line should be {line} (`python -m loaders tidy` writes it)",
    "nothing-checked": "no record was found, so nothing was checked; is this the project's folder?",
    # shape
    "unknown-field": "unknown field {field}{hint}",
    "missing-field": "field {field} is missing{of}",
    "no-translation": "{field}: the {language} translation is missing",
    "wrong-type": "{field} must be {wanted}, not {found}",
    "not-a-choice": "{field}: {value} is not one of {options}{hint}",
    "not-a-date": "{field}: {why}",
    "wrong-form": "{field}: {value} is not {form}",
    "empty": "{field} is empty; write it or leave the field out",
    "too-long": "{field} is longer than {limit} characters",
    "listed-twice": "{field} lists {value} twice; keep one",
    "out-of-range": "{field}: {value} is beyond the {edge} of {limit}",
    "wrong-shape": "{field} breaks the rule {rule} of its schema",
    # between records
    "id-twice": "id {id} is taken by another entry ({other})",
    "id-not-file-name": "id {id} and file name {file} differ; rename one of them",
    "unknown-id": "{field}: there is no {id} among the {group}{hint}",
    "kind-of-other": "{field}: {id} is not a kind of {of}{hint}",
    "ends-before-start": "ends ({end}) before it begins ({begin})",
    "region-and-regions": "write region or regions, not both",
    "no-such-field": "{list} names {name}, but there is no such field{hint}",
    "no-such-part": "{list} names {name}, but {field} has no {part}",
    "ambiguous-not-a-name": "{name} is marked ambiguous but is not one of the names of this record",
    "not-sorted": "{id} stands after {before}; entries are sorted by id (`python -m loaders tidy` sorts them)",
    "name-shared": "{name} is also a name of {others} at the same time; mark it ambiguous in each, or drop it here",
    # what was read in articles
    "no-article": "its article {article} is not there; delete this file or run `python -m loaders extract`",
    "article-changed": "{article} has changed since it was read; run `python -m loaders extract`",
    "article-unreadable": "{article} can't be read as text, so its quotes were not checked",
    "quote-not-there": "“{quote}” is not at {start}–{end} of the article, where “{found}” stands",
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
