"""Takes the files of one save, gives them on the disk whole and together, even if the machine stops in the middle."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from filelock import FileLock

from . import commits, committing, git, journal
from .belated import catch_up
from .changed import Beside, FileChange, field_changes, told
from .extracted import write_atomically
from .files import INTENT, SAVING
from .journal import Saved

WAIT = 30  # seconds that another save may take


@contextmanager
def locked(root: Path) -> Iterator[int]:
    """One writer at a time, in any process; a save that was cut off is carried to its end first.

    Gives the lock's descriptor: a git that outlives its killed parent holds it until it has finished."""
    (root / SAVING).mkdir(parents=True, exist_ok=True)
    held: list[int] = []
    with FileLock(root / SAVING / "lock", timeout=WAIT, on_acquired=held.append):
        (root / SAVING / ".gitignore").write_text("*\n")
        for torn in (root / SAVING).glob(".*.tmp"):
            torn.unlink()
        if (root / INTENT).exists():
            _finish(root, held[0])
        yield held[0]


def recover(root: Path) -> None:
    """Before reading: whoever reads finds a save of several files done, not half done."""
    if (root / INTENT).exists():
        with locked(root):
            pass


def write(root: Path, saved: Saved, hold: int) -> Saved:
    """Under the lock: all files, then the history. The save as it was kept, with its id."""
    caught_up = catch_up(root, hold)
    in_git = committing.clean(root, [one.path for one in saved.files])
    durably(root / INTENT, json.dumps(journal.to_json(saved) | {"git": in_git}, ensure_ascii=False).encode())
    try:
        for one in saved.files:
            _apply(root, one)
        _put_away(root, saved)
        kept = _keep(root, saved, in_git, hold)
        if git.head(root) and kept.id == saved.id:  # the journal has it
            why = "locked" if git.busy(root) else "refused" if in_git or not caught_up else "uncommitted"
            kept = replace(kept, aside=why)
    except OSError:
        for one in saved.files:
            _apply(root, FileChange(one.path, one.after, one.before))
        for away, path in _gone(root, saved):
            if away.exists() and not path.exists():
                away.replace(path)
        _end(root)
        raise
    _end(root)
    return kept


def content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def durably(path: Path, raw: bytes) -> None:
    """Atomic, and on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, raw)
    _sync(path.parent)


def _finish(root: Path, hold: int) -> None:
    told = json.loads((root / INTENT).read_bytes())
    saved = journal.from_json(told)
    for one in saved.files:
        for torn in (root / one.path).parent.glob(f".{one.path.name}.*.tmp"):
            torn.unlink()
        _apply(root, one)
    _put_away(root, saved)
    if not _is_kept(root, saved, told["git"]):
        _keep(root, saved, told["git"], hold)
    _end(root)


def _apply(root: Path, one: FileChange) -> None:
    """A file that somebody has written since stays theirs."""
    path, before = root / one.path, None if one.before is None else one.before.encode()
    if content(path) != before:
        return
    if one.after is None:
        path.unlink(missing_ok=True)
        _sync(path.parent)
    else:
        durably(path, one.after.encode())


def _put_away(root: Path, saved: Saved) -> None:
    """Articles that go: kept at hand until the change is; one that somebody has written since stays theirs."""
    for one, (away, path) in zip(_going(saved), _gone(root, saved), strict=True):
        raw = content(path)
        if raw is not None and hashlib.sha256(raw).hexdigest() == one.before:
            path.replace(away)


def _going(saved: Saved) -> list[Beside]:
    return [one for one in saved.beside if one.after is None]


def _gone(root: Path, saved: Saved) -> list[tuple[Path, Path]]:
    return [(root / SAVING / f"{number}.away", root / one.path) for number, one in enumerate(_going(saved))]


def _keep(root: Path, saved: Saved, in_git: bool, hold: int) -> Saved:
    if in_git:
        line = told([edit for one in saved.files for edit in field_changes(one)])
        message = "\n\n".join(part for part in (line, saved.why, commits.MARK) if part)
        if id_ := committing.commit(root, _paths(saved), saved.author, saved.at, message, hold):
            return replace(saved, id=id_)
    journal.append(root, saved)
    return saved


def _paths(saved: Saved) -> list[PurePosixPath]:
    return [one.path for one in (*saved.files, *saved.beside)]


def _is_kept(root: Path, saved: Saved, in_git: bool) -> bool:
    if any(one.id == saved.id for one in journal.saves(root)):
        return True
    return in_git and committing.clean(root, _paths(saved))


def _end(root: Path) -> None:
    for away in (root / SAVING).glob("*.away"):
        away.unlink()
    (root / INTENT).unlink(missing_ok=True)
    _sync(root / SAVING)


def _sync(folder: Path) -> None:
    """The folder's own entries, which a rename changes; Windows has no such call and needs none."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
