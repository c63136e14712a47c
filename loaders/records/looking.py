"""Takes a file, gives the fingerprint of its bytes, without reading it where nobody can have written it since."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from .reading import MAX_BYTES

SETTLED = 2_000_000_000  # nanoseconds: no file system's clock ticks more slowly (FAT's)


class Looks:
    """What files bore when they were last read: name → stamp and fingerprint.

    A stamp counts as long as it can't lie. Every write, whatever it makes of size and time of change (`touch -r`,
    `cp -p`, tar), moves the time of the last change of status, which no program can set, or brings another inode;
    and one so young that a second write could have left it the same is not believed, as git does not.
    """

    def __init__(self, known: dict[str, list] | None = None):
        self.known = known or {}
        self.seen: dict[str, list] = {}

    def fingerprint(self, name: str, path: Path, most: int = MAX_BYTES + 1) -> tuple[str, bytes | None]:
        """And the bytes, where they had to be read."""
        stamp = _stamp(path)
        old = self.known.get(name)
        if old and stamp and old[:-1] == stamp:
            self.seen[name] = old
            return old[-1], None
        return self.read(name, path, most)

    def read(self, name: str, path: Path, most: int = MAX_BYTES + 1) -> tuple[str, bytes]:
        stamp = _stamp(path)  # before the bytes: what is written while they are read is another stamp
        with path.open("rb") as file:
            raw = file.read(most)
        found = hashlib.sha256(raw).hexdigest()
        if stamp and max(stamp[:2]) < time.time_ns() - SETTLED:
            self.seen[name] = [*stamp, found]
        return found, raw


def _stamp(path: Path) -> list[int] | None:
    """None where the system keeps no time of the last change of status (Windows)."""
    if os.name == "nt":
        return None
    now = path.stat()
    return [now.st_mtime_ns, now.st_ctime_ns, now.st_size, now.st_ino]
