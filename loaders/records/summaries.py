"""Takes one YAML file, gives what is wrong with it alone and what the check of all files needs to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .consistency import entry_problems
from .entries import Entry, entry_of, parts_of
from .files import kind_of, modeline
from .invisible import invisible_problems
from .quotes import TextOf, quote_problems, reads
from .reading import Document, parse
from .saying import Problem, say
from .schemas import RECORDS, VOCABULARY
from .shape import shape_problems

UNREADABLE = ("not-yaml", "not-utf8", "too-big", "too-deep")


@dataclass(frozen=True)
class Summary:
    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...] = ()
    reads: tuple[str, ...] = ()  # other files it was compared with


def of_people(path: Path, raw: bytes) -> Summary:
    """A record or a vocabulary."""
    document, name = parse(path, raw), kind_of(path)
    problems = list(document.problems)
    if name is None:
        return Summary((*problems, Problem(path, 1, say("misplaced"))))
    group = path.stem if name in VOCABULARY.values() else path.parent.name
    if not readable(document):  # what points to it is not at fault
        broken = Entry(group, name, path.stem, 1, None, {}, (None, None), (), ())
        return Summary(tuple(problems), (broken,) if group in RECORDS else ())
    problems += _first_line(path, raw)
    problems += shape_problems(path, document, name)
    problems += invisible_problems(path, document, name)
    parts = parts_of(path, document, name)
    problems += entry_problems(parts, group)
    return Summary(tuple(problems), tuple(entry_of(part, group) for part in parts))


def of_article(path: Path, raw: bytes, root: Path, text_of: TextOf) -> Summary:
    """What was read in an article, compared with it."""
    document = parse(path, raw)
    problems = list(document.problems)
    if not readable(document):
        return Summary(tuple(problems))
    problems += shape_problems(path, document, "extracted")
    if not isinstance(document.data, dict):
        return Summary(tuple(problems))
    problems += quote_problems(path, document, root, text_of)
    [part] = parts_of(path, document, "extracted")
    return Summary(tuple(problems), (entry_of(part, "extracted"),), tuple(reads(document.data, path)))


def of_plain(path: Path, raw: bytes, name: str) -> Summary:
    """What stands beside an article, or what a table said."""
    document = parse(path, raw)
    problems = list(document.problems)
    if readable(document) and document.data is not None:
        problems += shape_problems(path, document, name)
        problems += invisible_problems(path, document, name)
    return Summary(tuple(problems))


def readable(document: Document) -> bool:
    return not any(problem.message.kind in UNREADABLE for problem in document.problems)


def _first_line(path: Path, raw: bytes) -> Iterator[Problem]:
    first = raw.decode("utf-8-sig").splitlines()[:1]
    if [line.rstrip() for line in first] != [modeline(path)]:
        yield Problem(path, 1, say("no-modeline", line=modeline(path)))
