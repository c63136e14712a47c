"""A small project of one's own: two partners, one initiative, one centre, and the vocabulary without its long lists."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from loaders.records import ROOT, read_yaml

HEAD = "# yaml-language-server: $schema=../../schema/{}.yaml\n"
FILES = {
    "partners/river-school.yaml": """\
id: river-school
names: {ky: Суу мектеби, ru: Речная школа, en: River School}
kind: school
""",
    "partners/lake-fund.yaml": """\
id: lake-fund
names: {ky: Көл фонду, ru: Фонд озера, en: Lake Fund}
also: [КФ]
kind: foundation
""",
    "initiatives/boats.yaml": """\
id: boats
names: {ky: Кайыктар, ru: Лодки, en: Boats}
start: '2023'
partners:
  - {id: lake-fund, role: funder}
""",
    "centres/pier.yaml": """\
id: pier
names: {ky: Кеме токтой турган жер, ru: Причал, en: Pier}
counts:
  - {value: 3, unit: centres, as_of: '2023'}
""",
}


@cache
def vocabulary() -> dict[str, str]:
    texts = {}
    for path in sorted((ROOT / "data" / "vocabulary").glob("*.yaml")):
        lines = path.read_text().split("\n")[:1]
        for entry in read_yaml(path):
            entry |= {"phrases": {"ky": [], "ru": [], "en": []}} if "phrases" in entry else {}
            entry.pop("places", None)
            lines.append(f"- {json.dumps(entry, ensure_ascii=False)}")
        texts[path.name] = "\n".join(lines) + "\n"
    return texts


class Project:
    def __init__(self, root: Path, begun: bool = False):
        """`begun`: the vocabulary stands there already; records are as in the beginning."""
        self.root = root
        shutil.rmtree(root / "data/records", ignore_errors=True)
        for name, text in ({} if begun else vocabulary()).items():
            self.write(f"data/vocabulary/{name}", text)
        for name, text in FILES.items():
            self.write(f"data/records/{name}", HEAD.format(name.split("s/")[0]) + text)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def record(self, name: str, text: str) -> Path:
        """A record file with its first line; `text` begins on line 2."""
        return self.write(f"data/records/{name}", HEAD.format(name.split("s/")[0]) + text)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)
