"""Takes files of the project, gives whether git has them as they are, and commits those it has not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath

from .changed import Author
from .commits import KEPT, blob_of, fingerprints
from .git import busy, git, head

PATIENCE = 2  # seconds that another git may hold the index


def clean(root: Path, paths: Sequence[PurePosixPath]) -> bool:
    """Whether git knows these files as they are: nothing staged, nothing edited, nothing untracked or ignored."""
    if head(root) is None:
        return False
    return git(root, "status", "--porcelain", "--untracked-files=all", "--ignored", "--", *map(str, paths)) == ""


def loose(root: Path) -> dict[PurePosixPath, str | None]:
    """Files of KEPT that differ from the last commit with nothing staged, and their fingerprint there."""
    staged = git(root, "diff-index", "--cached", "--relative", "--name-only", "-z", "HEAD", "--", *KEPT) or ""
    changed = git(root, "diff-files", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z", "--", *KEPT) or ""
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *KEPT) or ""
    fields = changed.split("\x00")
    blobs = {path: blob_of(entry.split(" ")[2]) for entry, path in zip(fields[::2], fields[1::2], strict=False)}
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
    new = [name for name in names if (root / name).exists() and git(root, "ls-files", "--", name) == ""]
    until = time.monotonic() + PATIENCE
    while True:
        added = not new or git(root, "add", "--intent-to-add", "--", *new, hold=hold) is not None
        options = ("commit", "--quiet", "--only", "--no-verify", "--no-gpg-sign", "--cleanup=whitespace", "--file=-")
        if added and git(root, *options, "--", *names, stdin=message, more=identity, hold=hold) is not None:
            return head(root)
        if time.monotonic() > until or not busy(root):
            break
        time.sleep(0.1)
    if new:
        git(root, "reset", "--quiet", "--", *new)
    return None
