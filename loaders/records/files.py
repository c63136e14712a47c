"""Takes the project's folder, gives its YAML files and the schema each one follows."""

from __future__ import annotations

import os
from pathlib import Path

from .schemas import RECORDS, VOCABULARY


def written_by_people(root: Path) -> list[Path]:
    """Records and vocabulary: the files `check` and `tidy` look at, in the order of their names."""
    data = root / "data"
    return sorted([*(data / "records").rglob("*.y*ml"), *(data / "vocabulary").glob("*.y*ml")])


def kind_of(path: Path) -> str | None:
    """The name of the schema for a file, told by the folder it lies in; None where no such file belongs."""
    folder, above = path.parent.name, path.parent.parent.name
    if above == "records" and path.suffix == ".yaml":
        return RECORDS.get(folder)
    if folder == "vocabulary" and path.suffix == ".yaml":
        return VOCABULARY.get(path.stem)
    return {"extracted": "extracted", "seeds": "sidecar"}.get(folder)


def modeline(path: Path) -> str:
    """The first line, by which an editor finds the schema and completes from it."""
    data = next(above for above in path.parents if above.name == "data")
    steps = os.path.relpath(data / "schema" / f"{kind_of(path)}.yaml", path.parent)
    return f"# yaml-language-server: $schema={Path(steps).as_posix()}"
