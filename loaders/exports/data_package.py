"""A download comes in; out goes a Data Package 2.0: its tables as CSV, and a description of every column."""

import json
from datetime import UTC
from typing import Any

from loaders.exports.archive import archive
from loaders.exports.asking import Download, in_words
from loaders.exports.cover import text
from loaders.exports.csv_file import written
from loaders.exports.sheets import Sheet, sheets
from loaders.exports.wording import Column

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES = {"edtf": "string", "array": "string"}  # what Table Schema has no shared type for


def make(one: Download) -> bytes:
    shown = sheets(one)
    descriptor = json.dumps(described(one, shown), ensure_ascii=False, indent=2) + "\n"
    files = {f"{name}.csv": written(sheet) for name, sheet in shown.items()}
    return archive({"datapackage.json": descriptor.encode()} | files)


def described(one: Download, shown: dict[str, Sheet]) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "bilim-monitor",
        "title": one.words.cover("title"),
        "description": text(one),
        "created": f"{one.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "keywords": ["Kyrgyzstan", "education policy", *(value for _name, value in in_words(one))],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                      "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": "Bilim Monitor", "roles": ["publisher"]}],
        "resources": [_resource(name, sheet) for name, sheet in shown.items()],
    }  # fmt: skip


def _resource(name: str, sheet: Sheet) -> dict[str, Any]:
    layout = sheet.layout
    key = {"primaryKey": [layout.key]} if layout.key else {}
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": layout.title,
        "description": layout.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "delimiter": ",", "header": True},
        "schema": {"$schema": f"{PROFILES}/tableschema.json", "fields": [_field(column) for column in layout.columns],
                   "missingValues": [""]} | key,
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    more = " Several values are parted by “; ”." if column.kind == "array" else ""
    shape = {"name": column.name, "type": TYPES.get(column.kind, column.kind), "title": column.title}
    return shape | {"description": column.description + more}
