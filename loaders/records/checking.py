"""Takes the project's folder, gives every problem of every YAML file in it, sorted, as file:line: message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .entries import Entry
from .files import beside_articles, links, name_in, of_tables, vocabulary, written_by_loaders, written_by_people
from .quotes import TextOf, digest
from .references import reference_problems
from .remembering import Memory, from_json, to_json
from .saying import Problem, say
from .summaries import Summary, of_article, of_people, of_plain


def check(root: Path, text_of: TextOf, cache: Path | None = None) -> list[Problem]:
    """With a file to remember in, what was found in a file before is not sought again until it changes."""
    problems: list[Problem] = []
    entries: list[tuple[Path, tuple[Entry, ...]]] = []
    for path, summary in _summaries(root, text_of, cache):
        problems += summary.problems
        entries.append((path, summary.entries))
    if not any(one.group != "extracted" for _, found in entries for one in found):
        problems.append(Problem(root / "data", 1, say("nothing-checked")))
    said, listed = {one.path for one in problems}, {one.group for _, found in entries for one in found}
    for group, path in vocabulary(root).items():
        if group not in listed and path not in said:
            problems.append(Problem(path, 1, say("list-missing")))
    problems += reference_problems(entries)
    shown = {(_relative(one.path, root), one.line, str(one.message)): one for one in problems}
    return [Problem(path, line, shown[path, line, said].message) for path, line, said in sorted(shown)]


def _summaries(root: Path, text_of: TextOf, cache: Path | None) -> Iterator[tuple[Path, Summary]]:
    works: list[tuple[list[Path], Callable[[Path, bytes], Summary]]] = [
        (written_by_people(root), of_people),
        (written_by_loaders(root), lambda path, raw: of_article(path, raw, root, text_of)),
        (of_tables(root), lambda path, raw: of_plain(path, raw, "imported")),
        (beside_articles(root), lambda path, raw: of_plain(path, raw, "sidecar")),
    ]
    with Memory(cache, f"{text_of.__module__}.{text_of.__qualname__}") as memory:
        for paths, work in works:
            linked = links(paths, root)
            for path in paths:
                if str(path) in linked:
                    yield path, Summary((Problem(path, 1, say("a-link")),))
                else:
                    yield path, _summary(memory, root, path, work)


def _summary(memory: Memory, root: Path, path: Path, work: Callable[[Path, bytes], Summary]) -> Summary:
    name = name_in(root, path)
    now, raw = memory.looks.fingerprint(name, path)
    known = memory.recall(name, now)
    if known and all(digest(root, one, memory.looks) == before for one, before in known["reads"].items()):
        return from_json(path, known)
    if raw is None:
        now, raw = memory.looks.read(name, path)
    summary = work(path, raw)
    reads = {one: digest(root, one, memory.looks) for one in summary.reads}
    memory.keep(name, now, to_json(summary) | {"reads": reads})
    return summary


def _relative(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
