"""Takes what was read in an article, gives data/extracted/<article>.yaml and reads it back: same facts, same bytes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from .reading import read_yaml
from .register import Stamp, stamp
from .schemas import dates_as_text, ordered, schema
from .spelling import Dumper

MANY = 500  # files; fewer are sooner read again than remembered
_known: dict[Path, tuple[Stamp, dict[str, Any]]] = {}


def load_extracted(data: Path) -> dict[str, dict[str, Any]]:
    """Article id → what was read in it, sorted by id; a file that did not change is not read again."""
    stamps = {path: stamp(path) for path in sorted((data / "extracted").glob("*.yaml"))}
    new = [path for path, now in stamps.items() if path not in _known or _known[path][0] != now]
    if len(new) > MANY:
        recall(data, stamps)
    for path, now in stamps.items():
        if path not in _known or _known[path][0] != now:
            _known[path] = (now, _read(path))
    return {path.stem: _known[path][1] for path in stamps}


def recall(data: Path, stamps: dict[Path, Stamp]) -> None:
    """Reads every file that nothing is remembered of since it last changed; all are remembered for the next start."""
    from .remembering import Memory

    with Memory(data.parent / ".cache" / "extracted.json", "extracted") as memory:
        for path, now in stamps.items():
            known = _known.get(path)
            record = known[1] if known and known[0] == now else memory.recall(path.name, str(now))
            record = _read(path) if record is None else record
            memory.keep(path.name, str(now), record)
            _known[path] = (now, record)


def _read(path: Path) -> dict[str, Any]:
    return dates_as_text(read_yaml(path), schema("extracted"))


def dump_extracted(record: dict[str, Any], path: Path) -> None:
    """Writes the file whole or not at all; an unchanged file is left alone."""
    raw = as_yaml(record).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.read_bytes() == raw:
        return
    write_atomically(path, raw)


def as_yaml(record: dict[str, Any]) -> str:
    head = "# Written by `python -m loaders extract`; corrections belong in data/records.\n"
    head += "# yaml-language-server: $schema=../schema/extracted.yaml\n"
    return head + yaml.dump(
        ordered(record, schema("extracted")), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=2**30
    )


def write_atomically(path: Path, raw: bytes) -> None:
    """Readers see the old file or the new one, never half of it, even if the machine stops."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
