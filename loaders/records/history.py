"""Takes the project's folder, gives who changed which record when: what git and the journal know, as one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from . import commits, git, journal
from .changed import Beside, Change, FileChange, field_changes, fingerprint
from .journal import Saved
from .past import register_as_of
from .schemas import RECORDS

__all__ = ["changes", "register_as_of", "saved", "text_of"]


def changes(root: Path, of: str | None = None, record: str | None = None, limit: int = 50) -> list[Change]:
    """The latest first: all, those of a kind of record (partners, goals …), or those of one record."""
    return list(_changes(root, git.head(root), journal.stamp(root), of, record, limit))


@lru_cache(maxsize=256)
def _changes(root: Path, _head: object, _stamp: object, of: str | None, record: str | None, limit: int) -> list[Change]:
    found: list[Change] = []
    for one in _saves(root, lambda path: _may_hold(path, of, record)):
        edits = tuple(
            edit
            for file in one.files
            for edit in field_changes(file)
            if of in (None, edit.of) and record in (None, edit.record)
        )
        if edits:
            found.append(Change(one.id, one.at, one.author, one.why, edits))
        if len(found) == limit:
            break
    return found


def saved(root: Path, change_id: str) -> Saved:
    """One change with the whole texts it changed; LookupError where there is none."""
    told = [*journal.saves(root), *commits.log(root)]
    for one in told:
        if one.id == change_id:
            [found] = _with_texts(root, [one])
            return found if isinstance(one, Saved) else replace(found, beside=_beside(root, one))
    raise LookupError(f"there is no change {change_id}")


def text_of(root: Path, path: Path, of: str | None) -> str | None:
    """A file's earlier text by its fingerprint; None where nobody kept it."""
    own = PurePosixPath(path.as_posix())
    for one in _saves(root, own.__eq__):
        for text in (one.files[0].after, one.files[0].before):
            if text is not None and fingerprint(text) == of:
                return text
    return None


def _beside(root: Path, one: commits.Commit) -> tuple[Beside, ...]:
    known = commits.fingerprints(root, [blob for both in one.beside.values() for blob in both if blob])
    return tuple(Beside(path, known.get(old), known.get(new)) for path, (old, new) in one.beside.items())


def _saves(root: Path, wanted: Callable[[PurePosixPath], bool]) -> Iterator[Saved]:
    """The latest first, each with only the files that are wanted."""
    in_journal = journal.saves(root)
    known = {one.id for one in in_journal}
    committed = [one for one in commits.log(root) if not one.belated or not known.issuperset(one.belated)]
    told: list[Saved | commits.Commit] = [*reversed(in_journal), *committed]
    kept = []
    for one in sorted(told, key=lambda one: one.at, reverse=True):
        if isinstance(one, Saved):
            one = replace(one, files=tuple(file for file in one.files if wanted(file.path)))
            kept += [one] if one.files else []
        else:
            one = replace(one, blobs={path: both for path, both in one.blobs.items() if wanted(path)})
            kept += [one] if one.blobs else []
    for start in range(0, len(kept), 50):
        yield from _with_texts(root, kept[start : start + 50])


def _may_hold(path: PurePosixPath, of: str | None, record: str | None) -> bool:
    if of is None:
        return True
    if of in RECORDS:
        return path.parts[:3] == ("data", "records", of) and record in (None, path.stem)
    return path == PurePosixPath("data", "vocabulary", f"{of}.yaml")


def _with_texts(root: Path, told: list[Saved | commits.Commit]) -> list[Saved]:
    """Commits with the texts of their blobs, fetched in one go."""
    blobs = [
        blob
        for one in told
        if isinstance(one, commits.Commit)
        for both in one.blobs.values()
        for blob in both
        if blob is not None
    ]
    texts: dict[str | None, str] = commits.texts(root, blobs) if blobs else {}
    return [
        one
        if isinstance(one, Saved)
        else Saved(one.id, one.at, one.author, one.why,
                   tuple(FileChange(path, texts.get(old), texts.get(new)) for path, (old, new) in one.blobs.items()))
        for one in told
    ]  # fmt: skip
