"""Takes edited texts and who saves them, gives the files written and the change kept: the only way pages write."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from . import history, saving
from .changed import Author, Beside, Change, FileChange, field_changes, fingerprint
from .journal import Saved
from .saying import Problem, say
from .schemas import RECORDS, VOCABULARY, schema
from .trying import new_problems

__all__ = ["Author", "Change", "Edit", "Refused", "Stale", "current", "fingerprint", "save", "undo"]

ARTICLES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


@dataclass(frozen=True)
class Edit:
    """One file as it should be. `base` is the fingerprint of the text the editor started from, None: no file yet;
    `text` None takes the file away."""

    path: Path  # from the project's folder
    text: str | None
    base: str | None


class Refused(ValueError):
    """What the save would have broken; nothing was written."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Stale(ValueError):
    """Somebody else saved the file meanwhile; nothing was written. Texts are None where there is no such file."""

    def __init__(self, path: Path, base_text: str | None, yours: str | None, theirs: str | None):
        super().__init__(f"{path}: somebody else has changed this file meanwhile; compare both versions and choose")
        self.path, self.base_text, self.yours, self.theirs = path, base_text, yours, theirs


def current(root: Path, path: Path) -> str | None:
    """The text to start an edit from, byte for byte; None where there is no file."""
    raw = saving.content(root / path)
    return None if raw is None else raw.decode()


def save(root: Path, edits: Sequence[Edit], author: Author, why: str, beside: Sequence[Path] = ()) -> Change:
    """All of the edits or none. Raises Refused or Stale. `beside`: new articles, in seeds/ already, kept with them."""
    raws = [(path, saving.content(root / path)) for path in beside]
    came = tuple(Beside(PurePosixPath(path.as_posix()), None, _hash(raw)) for path, raw in raws if raw is not None)
    return _save(root, edits, author, why, came)


def _save(root: Path, edits: Sequence[Edit], author: Author, why: str, beside: tuple[Beside, ...]) -> Change:
    author, why = _named(author), why.strip()
    misplaced = [Problem(one.path, 1, say("misplaced")) for one in edits if not _is_ours(root, one.path)]
    if misplaced:
        raise Refused(misplaced)
    if len({one.path for one in edits}) < len(edits):
        raise ValueError("one edit a file")
    with saving.locked(root) as hold:
        found = [(one, saving.content(root / one.path)) for one in edits]
        found = [(one, raw) for one, raw in found if raw != _raw(one.text)]
        for one, raw in found:
            if (None if raw is None else _hash(raw)) != one.base:
                theirs = None if raw is None else raw.decode("utf-8", "replace")
                raise Stale(one.path, history.text_of(root, one.path, one.base), one.text, theirs)
        files = tuple(
            FileChange(PurePosixPath(one.path.as_posix()), None if raw is None else raw.decode(), one.text)
            for one, raw in found
        )
        now = datetime.now(UTC).replace(microsecond=0)
        saved = Saved(f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}", now, author, why, files, beside)
        if not files:
            return Change("", now, author, why, ())
        before = {Path(one.path): _raw(one.before) for one in files}
        after = {Path(one.path): _raw(one.after) for one in files}
        if problems := new_problems(root, before, after):
            raise Refused(problems)
        kept = saving.write(root, saved, hold)
    edited = tuple(edit for one in files for edit in field_changes(one))
    return Change(kept.id, now, author, why, edited, kept.aside)


def undo(root: Path, change_id: str, author: Author) -> Change:
    """The files of a change as they were before it; an article that came with it goes. Stale where one was changed
    again since, Refused where others have come to depend on it, LookupError where there is no such change."""
    saved = history.saved(root, change_id)
    going = []
    for one in saved.beside:
        if one.before is not None or one.path.parts[0] != "seeds" or ".." in one.path.parts:
            raise LookupError(f"{change_id} changed {one.path}: only git gives that back")
        raw = saving.content(root / one.path)
        if raw is not None and _hash(raw) != one.after:
            raise Stale(Path(one.path), None, None, raw.decode("utf-8", "replace"))
        going += [Beside(one.path, one.after, None)] if raw is not None else []
    edits = [
        Edit(Path(one.path), one.before, None if one.after is None else fingerprint(one.after)) for one in saved.files
    ]
    return _save(root, edits, author, f"undo {change_id}" + (f": {saved.why}" if saved.why else ""), tuple(going))


def _named(author: Author) -> Author:
    """A name on one line, without what would end it in a commit."""
    name, email = (
        " ".join(part.translate({60: None, 62: None, 0: None}).split()) for part in (author.name, author.email)
    )
    if not name:
        raise ValueError("every save names its author")
    return Author(name, email)


def _is_ours(root: Path, path: Path) -> bool:
    """Whether people's text may stand there: a record, a vocabulary, or what is known of an article beside it."""
    if path.is_absolute() or ".." in path.parts or path.suffix != ".yaml":
        return False
    match path.parts:
        case ("data", "records", folder, _):
            known = folder in RECORDS and _is_id(path.stem)
        case ("data", "vocabulary", _):
            known = path.stem in VOCABULARY
        case ("seeds", *_, _):
            known = any((root / path).with_suffix(one).is_file() for one in ARTICLES)
        case _:
            known = False
    steps = [root / path, *(root / path).parents]
    return known and not any(step.is_symlink() for step in steps[: len(path.parts)])


def _is_id(name: str) -> bool:
    return bool(re.fullmatch(schema("common")["$defs"]["id"]["pattern"], name))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _raw(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
