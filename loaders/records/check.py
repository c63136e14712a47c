"""Takes the project's folder, gives every problem of every YAML file in it, sorted, as file:line: message."""

from __future__ import annotations

from pathlib import Path

from .files import kind_of, modeline, written_by_people
from .quotes import TextOf, quote_problems, utf8_text
from .reading import Document, parse
from .references import Entry, Known, entries_of, reference_problems, unknown_ids
from .saying import Problem, say
from .schemas import VOCABULARY, schema
from .shape import shape_problems


def check(root: Path, text_of: TextOf = utf8_text) -> list[Problem]:
    problems: list[Problem] = []
    entries: list[Entry] = []
    for path in written_by_people(root):
        document, name = parse(path, path.read_bytes()), kind_of(path)
        problems += document.problems
        if name is None:
            problems.append(Problem(path, 1, say("misplaced")))
        elif _readable(document):
            problems += _first_line(path)
            problems += shape_problems(path, document, name)
            group = path.stem if name in VOCABULARY.values() and path.parent.name == "vocabulary" else path.parent.name
            entries += entries_of(path, document, group, name)
        elif name not in VOCABULARY.values():  # what points to it is not at fault
            entries.append(Entry(path, document, path.parent.name, {}, (), {"id": path.stem}))
    if not entries:
        problems.append(Problem(root / "data", 1, say("nothing-checked")))
    problems += reference_problems(entries)
    problems += _machine(root, entries, text_of)
    problems += _sidecars(root)
    shown = {(_relative(one.path, root), one.line, str(one.message)): one for one in problems}
    return [Problem(path, line, shown[path, line, said].message) for path, line, said in sorted(shown)]


def _machine(root: Path, entries: list[Entry], text_of: TextOf) -> list[Problem]:
    known: Known = {group: {} for group in ("partners", "initiatives", "centres", *VOCABULARY)}
    for entry in entries:
        known[entry.group][entry.id] = entry
    problems: list[Problem] = []
    for path in sorted((root / "data" / "extracted").glob("*.y*ml")):
        document = parse(path, path.read_bytes())
        problems += document.problems
        if not _readable(document):
            continue
        shape = list(shape_problems(path, document, "extracted"))
        problems += shape
        if isinstance(document.data, dict):
            [entry] = entries_of(path, document, "extracted", "extracted")
            problems += unknown_ids(entry.data, schema("extracted"), known, entry, ())
            problems += quote_problems(path, document, root, text_of)
    return problems


def _sidecars(root: Path) -> list[Problem]:
    problems: list[Problem] = []
    for path in sorted((root / "seeds").rglob("*.y*ml")):
        document = parse(path, path.read_bytes())
        problems += document.problems
        if _readable(document) and document.data is not None:
            problems += shape_problems(path, document, "sidecar")
    return problems


def _readable(document: Document) -> bool:
    return not any(
        problem.message.kind in ("not-yaml", "not-utf8", "too-big", "too-deep") for problem in document.problems
    )


def _first_line(path: Path) -> list[Problem]:
    with path.open(encoding="utf-8-sig") as file:
        first = file.readline().rstrip()
    return [] if first == modeline(path) else [Problem(path, 1, say("no-modeline", line=modeline(path)))]


def _relative(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
