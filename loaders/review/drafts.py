"""A project's folder and changes of values come in; out go edits, one a file, each with the text it began from."""

from pathlib import Path
from typing import Any

from loaders.records.editing import new_record, with_value
from loaders.records.files import modeline
from loaders.records.reading import parse
from loaders.records.saying import Told
from loaders.records.schemas import RECORDS, dates_as_text, entry_schema
from loaders.records.spelling import item
from loaders.records.writing import Edit, current, fingerprint

SETTLED = Path("data", "vocabulary", "settled.yaml")


def path_of(of: str, id_: str) -> Path:
    """Of a record, relative to the project; an id is letters, digits and hyphens, so it can't lead elsewhere."""
    if of not in RECORDS or not id_.replace("-", "").isalnum() or not id_.isascii():
        raise Told("no-record-id", id=id_)
    return Path("data", "records", of, f"{id_}.yaml")


class Drafts:
    """Files as they were found and as they are to be."""

    def __init__(self, root: Path):
        self.root = root
        self._found: dict[Path, str | None] = {}
        self._text: dict[Path, str] = {}

    def text(self, path: Path) -> str | None:
        if path not in self._found:
            self._found[path] = current(self.root, path)
        return self._text.get(path, self._found[path])

    def record(self, of: str, id_: str) -> dict[str, Any]:
        text = self.text(path_of(of, id_))
        if text is None:
            raise Told("record-gone", id=id_)
        return dates_as_text(parse(path_of(of, id_), text.encode()).data, entry_schema(RECORDS[of]))

    def write(self, path: Path, text: str) -> None:
        self.text(path)
        self._text[path] = text

    def new(self, of: str, record: dict[str, Any]) -> None:
        path = path_of(of, record["id"])
        if self.text(path) is not None:
            raise Told("record-there", id=record["id"])
        self.write(path, new_record(RECORDS[of], record))

    def put(self, of: str, id_: str, field: tuple[str | int, ...], value: Any) -> None:
        path = path_of(of, id_)
        self.write(path, with_value(self.text(path) or "", RECORDS[of], field, value))

    def add(self, of: str, id_: str, field: str, values: list[Any]) -> None:
        """Appends to a list what it does not hold."""
        have = list(self.record(of, id_).get(field) or ())
        if new := [one for one in each_once(values) if one not in have]:
            self.put(of, id_, (field,), [*have, *new])

    def settle(self, entry: dict[str, Any]) -> None:
        text = self.text(SETTLED)
        if text is None:
            lines = [modeline(SETTLED), *item(entry, entry_schema("settled")), ""]
            self.write(SETTLED, "\n".join(lines))
        else:
            self.write(SETTLED, with_value(text, "settled", (entry["id"],), entry))

    def edits(self) -> tuple[Edit, ...]:
        found = self._found
        return tuple(
            Edit(path, text, None if found[path] is None else fingerprint(found[path]))
            for path, text in self._text.items()
            if text != found[path]
        )


def each_once(values: list[Any]) -> list[Any]:
    """Each once, in order, mappings too."""
    kept: list[Any] = []
    for one in values:
        if one not in kept:
            kept.append(one)
    return kept
