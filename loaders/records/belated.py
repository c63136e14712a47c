"""Takes the project's folder, commits to its git repository what the journal had to keep while git would not."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from . import commits, committing, git, journal
from .changed import FileChange, field_changes, fingerprint, told
from .journal import Saved


def catch_up(root: Path, hold: int) -> bool:
    """Whether nothing waits any more. A file that somebody edited besides is theirs to commit, and does not wait."""
    saves = journal.saves(root)
    if not saves or git.head(root) is None:
        return True
    loose = committing.loose(root)
    waiting = {path: own for path in loose if (own := _since(root, path, loose[path], saves))}
    if not waiting or git.busy(root):
        return not waiting
    kept = [one for one in saves if any(one in own for own in waiting.values())]
    author, *others = dict.fromkeys(one.author for one in reversed(kept))
    now = datetime.now(UTC).replace(microsecond=0)
    lines = [
        told([edit for path, own in waiting.items() for edit in _edits(path, own)]),
        "\n".join(f"{one.at:%Y-%m-%d} {one.author.name}: {one.why}".rstrip(": ") for one in kept),
        "\n".join(f"Co-authored-by: {one.name} <{one.email}>" for one in others),
        "\n".join([*(f"{commits.BELATED}{one.id}" for one in kept), commits.MARK]),
    ]
    return committing.commit(root, list(waiting), author, now, "\n\n".join(filter(None, lines)), hold) is not None


def _since(root: Path, path: PurePosixPath, committed: str | None, saves: tuple[Saved, ...]) -> list[Saved]:
    """The saves that lead from the committed file to the one on the disk; none where they do not."""
    own: list[Saved] = []
    at = _hash(root / path)
    for one in reversed(saves):
        for before, after in _steps(one, path):
            if after != at:
                return []
            own.append(one)
            at = before
        if own and at == committed:
            return own[::-1]
    return []


def _steps(saved: Saved, path: PurePosixPath) -> list[tuple[str | None, str | None]]:
    texts = [(one.before, one.after) for one in saved.files if one.path == path]
    prints = [tuple(None if text is None else fingerprint(text) for text in both) for both in texts]
    return [*prints, *((one.before, one.after) for one in saved.beside if one.path == path)]


def _edits(path: PurePosixPath, own: list[Saved]) -> tuple:
    texts = [one for saved in own for one in saved.files if one.path == path]
    return field_changes(FileChange(path, texts[0].before, texts[-1].after)) if texts else ()


def _hash(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None
