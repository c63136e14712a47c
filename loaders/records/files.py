"""Takes the project's folder, gives its YAML files, what is in them, and the schema each one follows."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from .reading import MAX_BYTES
from .schemas import RECORDS, VOCABULARY


def written_by_people(root: Path) -> list[Path]:
    """Records and vocabulary: the files `check` and `tidy` look at, in the order of their names."""
    data = root / "data"
    return _files([*(data / "records").rglob("*.y*ml"), *(data / "vocabulary").glob("*.y*ml")])


def written_by_loaders(root: Path) -> list[Path]:
    return _files((root / "data" / "extracted").glob("*.y*ml"))


def beside_articles(root: Path) -> list[Path]:
    return _files((root / "seeds").rglob("*.y*ml"))


def _files(found: Iterable[Path]) -> list[Path]:
    return sorted(path for path in found if not path.is_dir())


def is_link(path: Path, root: Path) -> bool:
    """Whether the file, or a folder on the way to it, is a link: what it leads to is not ours to read."""
    steps = [path, *path.parents]
    return any(step.is_symlink() for step in steps[: len(path.parts) - len(root.parts)])


def content(path: Path) -> bytes:
    """The file's bytes, of one that is too big no more than it takes to see that."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def kind_of(path: Path) -> str | None:
    """The name of the schema for a file, told by the folder it lies in; None where no such file belongs."""
    folder, above = path.parent.name, path.parent.parent.name
    if above == "records":
        return RECORDS.get(folder) if path.suffix == ".yaml" else None
    if folder == "vocabulary" and path.suffix == ".yaml":
        return VOCABULARY.get(path.stem)
    return {"extracted": "extracted", "seeds": "sidecar"}.get(folder)


def modeline(path: Path) -> str:
    """The first line, by which an editor finds the schema and completes from it."""
    data = next(above for above in path.parents if above.name == "data")
    steps = os.path.relpath(data / "schema" / f"{kind_of(path)}.yaml", path.parent)
    return f"# yaml-language-server: $schema={Path(steps).as_posix()}"
