"""Takes the project's folder, gives what its git repository knows of the records, and commits saves to it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from .changed import Author

KEPT = ("data/records", "data/vocabulary", "seeds")
MARK = "Saved-with: Bilim Monitor"
BELATED = "Saved-as: "  # a save that the journal kept first, by its id
_SETTINGS = ("core.hooksPath=/dev/null", "commit.gpgSign=false", "core.quotePath=false", "core.fsync=committed",
             "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false")  # fmt: skip
PATIENCE = 2  # seconds that another git may hold the index


@dataclass(frozen=True)
class Commit:
    """One commit with the files of KEPT it changed: path → (blob before, blob after), None where there was none.
    `beside` are those that are no YAML: the articles; `belated` the saves it brought over from the journal."""

    id: str
    at: datetime
    author: Author
    why: str
    blobs: dict[PurePosixPath, tuple[str | None, str | None]]
    beside: dict[PurePosixPath, tuple[str | None, str | None]]
    belated: tuple[str, ...] = ()


def head(root: Path) -> str | None:
    """The commit the project is at; None where its records are in no git repository."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    told = _git(root, "rev-parse", "HEAD", "HEAD:./data/records")
    return told.split()[0] if told else None


def clean(root: Path, paths: Sequence[PurePosixPath]) -> bool:
    """Whether git knows these files as they are: nothing staged, nothing edited, nothing untracked or ignored."""
    if head(root) is None:
        return False
    return _git(root, "status", "--porcelain", "--untracked-files=all", "--ignored", "--", *map(str, paths)) == ""


def loose(root: Path) -> dict[PurePosixPath, str | None]:
    """Files of KEPT that differ from the last commit with nothing staged, and their fingerprint there."""
    staged = _git(root, "diff-index", "--cached", "--relative", "--name-only", "-z", "HEAD", "--", *KEPT) or ""
    changed = _git(root, "diff-files", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z", "--", *KEPT) or ""
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *KEPT) or ""
    fields = changed.split("\x00")
    blobs = {path: _blob(entry.split(" ")[2]) for entry, path in zip(fields[::2], fields[1::2], strict=False)}
    blobs |= dict.fromkeys(filter(None, new.split("\x00")))
    known = fingerprints(root, filter(None, blobs.values()))
    return {PurePosixPath(path): blob and known.get(blob) for path, blob in blobs.items()
            if path not in staged.split("\x00")}  # fmt: skip


def commit(
    root: Path, paths: Sequence[PurePosixPath], author: Author, at: datetime, message: str, hold: int
) -> str | None:
    """The new commit of just these files; None where git would not. Git keeps `hold` open until it is done."""
    names, who = (
        [str(path) for path in paths],
        {"NAME": author.name, "EMAIL": author.email, "DATE": f"{int(at.timestamp())} +0600"},
    )
    identity = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in who.items()}
    new = [name for name in names if (root / name).exists() and _git(root, "ls-files", "--", name) == ""]
    until = time.monotonic() + PATIENCE
    while True:
        added = not new or _git(root, "add", "--intent-to-add", "--", *new, hold=hold) is not None
        options = ("commit", "--quiet", "--only", "--no-verify", "--no-gpg-sign", "--cleanup=whitespace", "--file=-")
        if added and _git(root, *options, "--", *names, stdin=message, more=identity, hold=hold) is not None:
            return head(root)
        if time.monotonic() > until or not busy(root):
            break
        time.sleep(0.1)
    if new:
        _git(root, "reset", "--quiet", "--", *new)
    return None


def log(root: Path) -> tuple[Commit, ...]:
    """The commits that touched the records, newest first; read once for each HEAD."""
    at = head(root)
    return _log(root, at) if at else ()


@lru_cache(maxsize=4)
def _log(root: Path, at: str) -> tuple[Commit, ...]:
    form = "%x01%H%x00%ct%x00%an%x00%ae%x00%B%x00"
    options = ("--raw", "--no-abbrev", "--no-renames", "--relative", "-z", f"--format={form}")
    told = _git(root, "log", *options, at, "--", *KEPT) or ""
    return tuple(_commit(one) for one in told.split("\x01")[1:])


def _commit(told: str) -> Commit:
    id_, seconds, name, email, message, *raw = told.split("\x00")
    fields = [one.strip("\n") for one in raw if one.strip("\n")]
    blobs, beside = {}, {}
    for entry, path in zip(fields[::2], fields[1::2], strict=True):
        _, _, before, after, _ = entry.split(" ")
        (blobs if path.endswith(".yaml") else beside)[PurePosixPath(path)] = (_blob(before), _blob(after))
    why, belated = message.strip(), ()
    if why.endswith(MARK):
        lines = why.removesuffix(MARK).strip().split("\n")
        belated = tuple(line.removeprefix(BELATED) for line in lines if line.startswith(BELATED))
        why = "\n".join(line for line in lines[1:] if not line.startswith(BELATED)).strip()
    return Commit(id_, datetime.fromtimestamp(int(seconds), UTC), Author(name, email), why, blobs, beside, belated)


def _blob(id_: str) -> str | None:
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
        yield from _batch(_run(root, ["cat-file", "--batch"], "\n".join(wanted).encode() + b"\n", {}).stdout)


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
    at = _git(root, "rev-list", "-1", f"--before={int(day_end.timestamp())}", "HEAD")
    return _tree(root, at.strip()) if at and at.strip() else {}


@lru_cache(maxsize=32)
def _tree(root: Path, at: str) -> dict[PurePosixPath, str]:
    told = _git(root, "ls-tree", "-r", "-z", at, "--", *KEPT) or ""
    entries = [entry.split("\t") for entry in told.split("\x00") if entry]
    return {PurePosixPath(path): meta.split(" ")[2] for meta, path in entries if path.endswith(".yaml")}


def busy(root: Path) -> bool:
    """Whether another git works there, or one was cut off and left its lock."""
    lock = _git(root, "rev-parse", "--git-path", "index.lock")
    return bool(lock) and (root / lock.strip()).exists()


def _git(
    root: Path, *arguments: str, stdin: str = "", more: dict[str, str] | None = None, hold: int | None = None
) -> str | None:
    """What git says; None where it fails or is not there."""
    done = _run(root, arguments, stdin.encode(), more or {}, hold)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _run(
    root: Path, arguments: Sequence[str], stdin: bytes, more: dict[str, str], hold: int | None = None
) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", *(part for one in _SETTINGS for part in ("-c", one)), *arguments]
    kept = () if hold is None or os.name == "nt" else (hold,)
    try:
        return subprocess.run(
            command, cwd=root, input=stdin, env=environment | more, capture_output=True, check=False, pass_fds=kept
        )
    except OSError:  # no git on this machine
        return subprocess.CompletedProcess(command, 127, b"", b"")
