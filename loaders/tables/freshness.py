"""A project folder comes in; out goes a word that changes whenever a file behind the tables does: the key of caches."""

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

FOLDERS = ("data", "seeds")
SHARE = 0.05  # of the time may go into looking
LONG = 0.2  # seconds a reader is not made to wait for a look; it goes on beside the page, and the next page has it
Stamps = dict[Path, int | None]  # folder → when a name in it last came, went or changed; None: it is not there


@dataclass
class _Look:
    """What the last look found, and when it is time for the next."""

    signature: str
    folders: Stamps
    took: float
    due: float


_looks: dict[Path, _Look] = {}
_lock = Lock()
_beside: set[Path] = set()  # projects being looked through beside the pages


def signature(root: Path) -> str:
    """A file renamed into place, as this project writes them, is seen at once, however many there are; one changed in
    place, when twenty times as long has passed as looking takes: at once, too, but for some ten seconds with 100,000
    articles, and then by the page after the one that looks."""
    with _lock:
        known = _looks.get(root)
        due = known is not None and time.monotonic() >= known.due
        if known is None or (due and known.took < LONG) or known.folders != {f: _stamp(f) for f in known.folders}:
            known = _looks[root] = _look(root)
        elif due and root not in _beside:
            _beside.add(root)
            Thread(target=_look_beside, args=(root,), name="freshness", daemon=True).start()
        return known.signature


def _look_beside(root: Path) -> None:
    try:
        found = _look(root)
        with _lock:
            _looks[root] = found
    finally:
        _beside.discard(root)


def _stamp(folder: Path) -> int | None:
    try:
        return folder.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _look(root: Path) -> _Look:
    began = time.monotonic()
    digest, folders = hashlib.blake2b(digest_size=16), Stamps()
    left = [root / name for name in reversed(FOLDERS)]
    while left:
        folder = left.pop()
        folders[folder] = _stamp(folder)
        if folders[folder] is None:
            continue
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if entry.name.startswith("."):  # half-written
                continue
            if entry.is_dir():
                left.append(Path(entry.path))
                continue
            try:
                seen = entry.stat()
            except FileNotFoundError:  # gone since; its folder says so
                continue
            digest.update(f"{entry.path}\0{seen.st_mtime_ns}\0{seen.st_size}\n".encode())
    now = time.monotonic()
    return _Look(digest.hexdigest(), folders, now - began, now + (now - began) / SHARE)
