"""Takes the register and edited texts, gives the register as it would be, without writing anything."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .files import kind_of
from .reading import YamlError, parse
from .register import Records, Register, add
from .schemas import RECORDS, VOCABULARY


def tried(register: Register, texts: Mapping[Path, str | None]) -> Register:
    """`texts`: path from the project's folder → its text, None where the file would go. Raises YamlError."""
    parts: dict[str, Records] = {}
    for path, text in texts.items():
        kind = kind_of(path)
        group = path.parent.name if path.parent.name in RECORDS else path.stem
        if kind is None or group not in {*RECORDS, *VOCABULARY}:
            raise YamlError(path, 1, "no record belongs here")
        records = parts.setdefault(group, dict(getattr(register, group)))
        if group in RECORDS:
            records.pop(path.stem, None)
        else:
            records.clear()
        for entry in _entries(path, text):
            add(records, entry, kind, path)
    said = repr([(path.as_posix(), text) for path, text in sorted(texts.items())])
    version = hashlib.sha256(f"{register.version} {said}".encode()).hexdigest()[:16]
    changed = {group: dict(sorted(records.items())) for group, records in parts.items()}
    return replace(register, **changed, version=version)


def _entries(path: Path, text: str | None) -> list[Any]:
    if text is None:
        return []
    document = parse(path, text.encode())
    for problem in document.problems:
        if problem.message.kind != "misread":
            raise YamlError(problem.path, problem.line, str(problem.message))
    return document.data if isinstance(document.data, list) else [document.data]
