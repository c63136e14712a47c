"""Takes texts not yet written, gives the problems `check` would have with the records then and does not have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from .entries import Entry
from .files import SAVING, name_in, ours
from .references import reference_problems
from .remembering import Memory, from_json, to_json
from .saying import Problem
from .summaries import Summary, of_people, of_plain

Texts = Mapping[Path, bytes | None]  # path from the project's folder → what it is to hold; None: no such file


def new_problems(root: Path, before: Texts, after: Texts) -> list[Problem]:
    """Sorted, with paths from the project's folder; of the records only: what is read in articles follows them."""
    others: dict[Path, tuple[Entry, ...]] = {}
    with Memory(root / SAVING / "checked.json", "save") as memory:
        for path in ours(root):
            if path.relative_to(root) not in after:
                others[path] = _remembered(memory, root, path).entries
    old = Counter(map(_key, _problems(root, others, before)))
    new = _problems(root, others, after)
    found = []
    for one in sorted({str(one): one for one in new}.values(), key=lambda one: (one.path, one.line)):
        if old[_key(one)]:
            old[_key(one)] -= 1
        else:
            found.append(Problem(one.path.relative_to(root), one.line, one.message))
    return found


def _problems(root: Path, others: Mapping[Path, tuple[Entry, ...]], texts: Texts) -> list[Problem]:
    problems: list[Problem] = []
    entries = dict(others)
    for path, raw in texts.items():
        if raw is not None:
            beside = path.parts[0] == "seeds"
            summary = of_plain(root / path, raw, "sidecar") if beside else of_people(root / path, raw)
            problems += summary.problems
            entries[root / path] = summary.entries
    return [*problems, *reference_problems(sorted(entries.items()))]


def _remembered(memory: Memory, root: Path, path: Path) -> Summary:
    name = name_in(root, path)
    now, raw = memory.looks.fingerprint(name, path)
    if known := memory.recall(name, now):
        return from_json(path, known)
    if raw is None:
        now, raw = memory.looks.read(name, path)
    summary = of_people(path, raw)
    memory.keep(name, now, to_json(summary))
    return summary


def _key(problem: Problem) -> tuple[Path, str]:
    return problem.path, str(problem.message)
