"""Takes the project's folder and what to ask its git repository, gives what git says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SETTINGS = ("core.hooksPath=/dev/null", "commit.gpgSign=false", "core.quotePath=false", "core.fsync=committed",
             "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false")  # fmt: skip


def head(root: Path) -> str | None:
    """The commit the project is at; None where its records are in no git repository."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    told = git(root, "rev-parse", "HEAD", "HEAD:./data/records")
    return told.split()[0] if told else None


def busy(root: Path) -> bool:
    """Whether another git works there, or one was cut off and left its lock."""
    lock = git(root, "rev-parse", "--git-path", "index.lock")
    return bool(lock) and (root / lock.strip()).exists()


def identity(root: Path) -> tuple[str, str]:
    """Name and address of whom git knows here; empty where it knows nobody."""
    name, address = ((git(root, "config", key) or "").strip() for key in ("user.name", "user.email"))
    return name, address


def git(
    root: Path, *arguments: str, stdin: str = "", more: dict[str, str] | None = None, hold: int | None = None
) -> str | None:
    """What git says; None where it fails or is not there."""
    done = run(root, arguments, stdin.encode(), more or {}, hold)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def run(
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
