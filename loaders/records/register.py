"""Takes the folder data/, gives the register: every record and vocabulary entry by id, dates as text, gaps filled."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from .reading import YamlError, read_yaml
from .schemas import RECORDS, VOCABULARY, dates_as_text, entry_schema, filled

Records = dict[str, dict[str, Any]]  # id → record, sorted by id


@dataclass(frozen=True)
class Register:
    """What people assert. Shared by all readers: nobody writes into it."""

    partners: Records
    initiatives: Records
    centres: Records
    goals: Records
    levels: Records
    regions: Records
    roles: Records
    statuses: Records
    kinds: Records
    language: Records  # ky ru en → the words of data/language
    version: str  # changes whenever a file does: a key for caches
    settled: Records = field(default_factory=dict)  # what was decided where no record is the place for it


Stamp = tuple[int, int]
_lock = Lock()
_files: dict[Path, tuple[Stamp, Any]] = {}  # what each file held when it was last read
_registers: dict[Path, Register] = {}


def load_register(data: Path) -> Register:
    """The register; a file that did not change since the last call is not read again."""
    paths = [path for folder in ("vocabulary", "language") for path in sorted((data / folder).glob("*.yaml"))]
    paths += [path for folder in RECORDS for path in sorted((data / "records" / folder).glob("*.yaml"))]
    stamps = {path: stamp(path) for path in paths}
    version = hashlib.sha256(repr([(str(p.relative_to(data)), s) for p, s in stamps.items()]).encode()).hexdigest()[:16]
    with _lock:
        known = _registers.get(data)
        if known is None or known.version != version:
            known = _registers[data] = build({path: _read(path, now) for path, now in stamps.items()}, version)
    return known


def build(values: dict[Path, Any], version: str) -> Register:
    """What each file says → the register."""
    parts: dict[str, Records] = {name: {} for name in (*RECORDS, *VOCABULARY, "language")}
    for path, value in values.items():
        if path.parent.name == "language":
            parts["language"][path.stem] = value
        elif path.parent.name in RECORDS:
            add(parts[path.parent.name], value, RECORDS[path.parent.name], path)
        elif path.stem in VOCABULARY:
            for entry in value if isinstance(value, list) else [value]:
                add(parts[path.stem], entry, VOCABULARY[path.stem], path)
    return Register(**{name: dict(sorted(entries.items())) for name, entries in parts.items()}, version=version)


def add(records: Records, record: Any, kind: str, path: Path) -> None:
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise YamlError(path, 1, f"a {kind} needs an id")
    record = filled(dates_as_text(record, entry_schema(kind)), kind)
    if kind == "centre" and not record["regions"]:
        record["regions"] = [record["region"]] if record["region"] else []
    records[record["id"]] = record


def _read(path: Path, now: Stamp) -> Any:
    known = _files.get(path)
    if known is None or known[0] != now:
        known = _files[path] = (now, read_yaml(path))
    return known[1]


def stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
