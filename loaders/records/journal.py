"""Takes a saved change, keeps it as one line of data/history.jsonl where git does not; gives all of them back."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from .changed import Author, Beside, FileChange

NAME = Path("data", "history.jsonl")


@dataclass(frozen=True)
class Saved:
    """One save as it was kept, with the whole text of each file before and after."""

    id: str
    at: datetime
    author: Author
    why: str
    files: tuple[FileChange, ...]
    beside: tuple[Beside, ...] = ()
    aside: str = ""  # as in Change; not kept


def to_json(saved: Saved) -> dict[str, Any]:
    files = [{"path": str(one.path), "before": one.before, "after": one.after} for one in saved.files]
    author = {"name": saved.author.name, "email": saved.author.email}
    told = {"id": saved.id, "at": saved.at.isoformat(), "author": author, "why": saved.why, "files": files}
    beside = [{"path": str(one.path), "before": one.before, "after": one.after} for one in saved.beside]
    return told | ({"beside": beside} if beside else {})


def from_json(told: dict[str, Any]) -> Saved:
    files = tuple(FileChange(PurePosixPath(one["path"]), one["before"], one["after"]) for one in told["files"])
    beside = tuple(Beside(PurePosixPath(one["path"]), one["before"], one["after"]) for one in told.get("beside", ()))
    return Saved(told["id"], datetime.fromisoformat(told["at"]), Author(**told["author"]), told["why"], files, beside)


def append(root: Path, saved: Saved) -> None:
    """On the disk when this returns; a line torn by an earlier crash gives way to it."""
    line = json.dumps(to_json(saved), ensure_ascii=False).encode() + b"\n"
    with (root / NAME).open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        file.truncate(_whole(file, size))
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def stamp(root: Path) -> tuple[int, int] | None:
    """Changes whenever the journal does; None where there is none."""
    try:
        seen = (root / NAME).stat()
    except FileNotFoundError:
        return None
    return seen.st_mtime_ns, seen.st_size


def saves(root: Path) -> tuple[Saved, ...]:
    """Oldest first."""
    seen = stamp(root)
    return _read(root / NAME, seen) if seen else ()


@lru_cache(maxsize=8)
def _read(path: Path, _seen: tuple[int, int]) -> tuple[Saved, ...]:
    whole, _newline, _torn = path.read_bytes().rpartition(b"\n")
    return tuple(from_json(json.loads(line)) for line in whole.split(b"\n") if line.strip())


def _whole(file: Any, size: int) -> int:
    """Where the last whole line ends."""
    while size:
        step = min(size, 65536)
        file.seek(size - step)
        end = file.read(step).rfind(b"\n")
        if end >= 0:
            return size - step + end + 1
        size -= step
    return 0
