"""Takes the project's folder and a day, gives the register as it stood when that day ended."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path, PurePosixPath
from typing import Any

from . import commits, git, journal
from .files import ours
from .reading import YamlError, parse
from .register import Records, Register, build, load_register
from .schemas import RECORDS, VOCABULARY, filled

BISHKEK = timezone(timedelta(hours=6))  # whose days these are
Texts = dict[PurePosixPath, str]


def today() -> date:
    return datetime.now(BISHKEK).date()


def first_day(root: Path) -> date:
    """Since when the register is known: by git, else by the journal or the oldest file."""
    told = [one.at for one in commits.log(root) if any(path.parts[1] == "records" for path in one.blobs)]
    if not told:
        written = [path.stat().st_mtime for path in ours(root)]
        told = [datetime.fromtimestamp(min(written, default=0), BISHKEK), *(one.at for one in journal.saves(root)[:1])]
    return min(told).astimezone(BISHKEK).date()


def register_as_of(root: Path, day: date, named: Collection[str] = ()) -> Register:
    """Before the register's first day its records lend only their names, as `unverified: [all]` says of one today.

    `named` are the ids that articles speak of: where the register did not know one yet, that one lends its name too."""
    now = load_register(root / "data")
    if day >= today():
        return now
    first = first_day(root)
    texts = _texts(root, datetime.combine(max(day, first), time.max, BISHKEK))
    values = {Path(path): _value(path, text, day) for path, text in sorted(texts.items())}
    version = hashlib.sha256(repr([day < first, sorted(texts.items())]).encode()).hexdigest()[:16]
    then = build(values, version)
    parts: dict[str, Records] = {}
    for of in (*RECORDS, *VOCABULARY):
        own, present = getattr(then, of), getattr(now, of)
        late = {id_: present[id_] for id_ in present if id_ not in own and id_ in named}
        if of in RECORDS:
            own = {id_: _name_only(record, of) for id_, record in own.items()} if day < first else own
            late = {id_: _name_only(record, of) for id_, record in late.items()}
        parts[of] = dict(sorted({**own, **late}.items()))
    return Register(**parts, language=now.language, version=version)


def _name_only(record: dict[str, Any], of: str) -> dict[str, Any]:
    return filled({"id": record["id"], "names": record["names"], "unverified": ["all"]}, RECORDS[of])


def _texts(root: Path, moment: datetime) -> Texts:
    """What each file said at that moment: as committed, or as saved since to the journal."""
    blobs = commits.tree(root, moment)
    by_blob = commits.texts(root, blobs.values())
    found = {path: by_blob[blob] for path, blob in blobs.items() if path.parts[0] == "data"}
    in_git = git.head(root) is not None
    if not in_git:
        here = {PurePosixPath(path.relative_to(root).as_posix()): path for path in ours(root)}
        found = {path: file.read_bytes().decode("utf-8-sig") for path, file in here.items()}
    committed = _committed(root, moment)
    saves = journal.saves(root)
    for one in reversed(saves):  # back from today, where git does not know better
        for file in one.files:
            if one.at > moment and not in_git and file.path.parts[0] == "data":
                _set(found, file.path, file.before)
    for one in saves:
        for file in one.files:
            late = file.path not in committed or committed[file.path] < one.at
            if one.at <= moment and in_git and late and file.path.parts[0] == "data":
                _set(found, file.path, file.after)
    return found


def _committed(root: Path, moment: datetime) -> dict[PurePosixPath, datetime]:
    """When each file was last committed by then."""
    found: dict[PurePosixPath, datetime] = {}
    for one in reversed(commits.log(root)):
        if one.at <= moment:
            found |= dict.fromkeys(one.blobs, one.at)
    return found


def _set(texts: Texts, path: PurePosixPath, text: str | None) -> None:
    if text is None:
        texts.pop(path, None)
    else:
        texts[path] = text


def _value(path: PurePosixPath, text: str, day: date) -> Any:
    document = parse(Path(path), text.removeprefix("\ufeff").encode())
    for problem in document.problems:
        if problem.message.kind != "misread":
            raise YamlError(f"{path} as of {day}", problem.line, str(problem.message))
    return document.data
