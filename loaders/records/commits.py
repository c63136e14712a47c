"""Takes the project's folder, gives what its git repository knows of the records: every commit, every text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from .changed import Author
from .git import git, head, run

KEPT = ("data/records", "data/vocabulary", "seeds")
OURS = ("data/", "seeds/", "CHANGELOG.md")  # a commit of more than these tells of the program, not of the records
MARK = "Saved-with: Bilim Monitor"
BELATED = "Saved-as: "  # a save that the journal kept first, by its id


@dataclass(frozen=True)
class Commit:
    """One commit with the files of KEPT it changed: path → (blob before, blob after), None where there was none.
    `beside` are those that are no YAML: the articles; `belated` the saves it brought over from the journal. `why` is
    empty where the commit changed the program too: its message speaks of that."""

    id: str
    at: datetime
    author: Author
    why: str
    blobs: dict[PurePosixPath, tuple[str | None, str | None]]
    beside: dict[PurePosixPath, tuple[str | None, str | None]]
    belated: tuple[str, ...] = ()


def log(root: Path) -> tuple[Commit, ...]:
    """The commits that touched the records, newest first; read once for each HEAD."""
    at = head(root)
    return _log(root, at) if at else ()


@lru_cache(maxsize=4)
def _log(root: Path, at: str) -> tuple[Commit, ...]:
    form = "%x01%H%x00%ct%x00%an%x00%ae%x00%B%x00"
    options = ("--raw", "--full-diff", "--no-abbrev", "--no-renames", "--relative", "-z", f"--format={form}")
    told = git(root, "log", *options, at, "--", *KEPT) or ""
    return tuple(_commit(one) for one in told.split("\x01")[1:])


def _commit(told: str) -> Commit:
    id_, seconds, name, email, message, *raw = told.split("\x00")
    fields = [one.strip("\n") for one in raw if one.strip("\n")]
    blobs, beside = {}, {}
    for entry, path in zip(fields[::2], fields[1::2], strict=True):
        if not path.startswith(tuple(f"{folder}/" for folder in KEPT)):
            continue
        _, _, before, after, _ = entry.split(" ")
        (blobs if path.endswith(".yaml") else beside)[PurePosixPath(path)] = (blob_of(before), blob_of(after))
    why, belated = message.strip() if all(path.startswith(OURS) for path in fields[1::2]) else "", ()
    if why.endswith(MARK):
        lines = why.removesuffix(MARK).strip().split("\n")
        belated = tuple(line.removeprefix(BELATED) for line in lines if line.startswith(BELATED))
        why = "\n".join(line for line in lines[1:] if not line.startswith(BELATED)).strip()
    return Commit(id_, datetime.fromtimestamp(int(seconds), UTC), Author(name, email), why, blobs, beside, belated)


def blob_of(id_: str) -> str | None:
    return id_ if id_.strip("0") else None


def texts(root: Path, blobs: Iterable[str]) -> dict[str, str]:
    """Blob → its text, all of them in one go."""
    return {blob: raw.decode("utf-8", "replace") for blob, raw in _contents(root, blobs)}


def fingerprints(root: Path, blobs: Iterable[str]) -> dict[str, str]:
    """Blob → the fingerprint of its bytes."""
    return {blob: hashlib.sha256(raw).hexdigest() for blob, raw in _contents(root, blobs)}


def _contents(root: Path, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    wanted = list(dict.fromkeys(blobs))
    if wanted:
        yield from _batch(run(root, ["cat-file", "--batch"], "\n".join(wanted).encode() + b"\n", {}).stdout)


def _batch(raw: bytes) -> Iterator[tuple[str, bytes]]:
    place = 0
    while place < len(raw):
        end = raw.index(b"\n", place)
        told = raw[place:end].decode().split(" ")
        if told[-1] == "missing":
            place = end + 1
            continue
        size = int(told[2])
        yield told[0], raw[end + 1 : end + 1 + size]
        place = end + 1 + size + 1


def tree(root: Path, day_end: datetime) -> dict[PurePosixPath, str]:
    """Path → blob of the records, as committed by then."""
    at = git(root, "rev-list", "-1", f"--before={int(day_end.timestamp())}", "HEAD")
    return _tree(root, at.strip()) if at and at.strip() else {}


@lru_cache(maxsize=32)
def _tree(root: Path, at: str) -> dict[PurePosixPath, str]:
    told = git(root, "ls-tree", "-r", "-z", at, "--", *KEPT) or ""
    entries = [entry.split("\t") for entry in told.split("\x00") if entry]
    return {PurePosixPath(path): meta.split(" ")[2] for meta, path in entries if path.endswith(".yaml")}
