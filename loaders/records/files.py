"""Takes the project's folder, gives its YAML files, what is in them, and the schema each one follows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from .reading import MAX_BYTES
from .schemas import RECORDS, VOCABULARY

SAVING = Path("data", ".saving")
INTENT = SAVING / "intent.json"  # there while a save is under way: what it is to write, decided before it begins
_YAML = re.compile(r"\.y.*ml(\.txt)?$")  # some editors add .txt unseen


def written_by_people(root: Path) -> list[Path]:
    """Records and vocabulary: the files `check` and `tidy` look at, in the order of their names."""
    return _files(root / "data" / "records") + _files(root / "data" / "vocabulary", below=False)


def vocabulary(root: Path) -> dict[str, Path]:
    """The lists every project has, by what they list."""
    return {group: root / "data" / "vocabulary" / f"{group}.yaml" for group in VOCABULARY if group != "settled"}


def written_by_loaders(root: Path) -> list[Path]:
    return _files(root / "data" / "extracted", below=False)


def of_tables(root: Path) -> list[Path]:
    return _files(root / "data" / "imported", below=False)


def beside_articles(root: Path) -> list[Path]:
    return _files(root / "seeds")


def _files(folder: Path, below: bool = True) -> list[Path]:
    found = [
        f"{above}{os.sep}{name}"
        for above, folders, names in os.walk(folder)
        for name in (*filter(_YAML.search, names), *(one for one in folders if Path(above, one).is_symlink()))
        if below or above == str(folder)
    ]
    return [Path(name) for name in sorted(found)]


def name_in(root: Path, path: Path) -> str:
    """`data/records/partners/koica.yaml`, many times faster than pathlib says it."""
    return path.as_posix().removeprefix(f"{root.as_posix()}/")


def links(paths: Iterable[Path], root: Path) -> set[str]:
    """Those that are links, or lie in a folder that is one: what they lead to is not ours to read."""
    found = [(path, str(path).rpartition(os.sep)[0]) for path in paths]
    linked = {folder for folder in {above for _, above in found} if _is_link(Path(folder), root)}
    return {str(path) for path, above in found if above in linked or path.is_symlink()}


def ours(root: Path) -> list[Path]:
    """Those people wrote that are files of the project and no links out of it."""
    paths = written_by_people(root)
    linked = links(paths, root)
    return [path for path in paths if str(path) not in linked]


def _is_link(folder: Path, root: Path) -> bool:
    steps = [folder, *folder.parents]
    return any(step.is_symlink() for step in steps[: len(folder.parts) - len(root.parts)])


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
    return {"extracted": "extracted", "imported": "imported", "seeds": "sidecar"}.get(folder)


def modeline(path: Path) -> str:
    """The first line, by which an editor finds the schema and completes from it."""
    data = next(above for above in path.parents if above.name == "data")
    steps = os.path.relpath(data / "schema" / f"{kind_of(path)}.yaml", path.parent)
    return f"# yaml-language-server: $schema={Path(steps).as_posix()}"
