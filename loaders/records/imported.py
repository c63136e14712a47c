"""Takes where a table says otherwise than a record, gives data/imported/<table>.yaml and reads it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .extracted import write_atomically
from .files import modeline, of_tables
from .reading import read_yaml
from .schemas import entry_schema
from .spelling import item

HEAD = "# Written by `python -m loaders import`; the review page asks about each."


def load_imported(data: Path) -> dict[str, list[dict[str, Any]]]:
    """Name of the table → its entries, as the schema `imported` has them."""
    return {path.stem: read_yaml(path) or [] for path in of_tables(data.parent)}


def dump_imported(data: Path, table: str, entries: Iterable[dict[str, Any]]) -> None:
    """In place of what that table said before; a table that agrees with the records has no file."""
    path = data / "imported" / f"{table}.yaml"
    lines = [line for one in entries for line in item(one, entry_schema("imported"))]
    if lines:
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, "\n".join([HEAD, modeline(path), *lines, ""]).encode())
    else:
        path.unlink(missing_ok=True)
