"""How long check and tidy take over many records, beside a plain read of the same files: a table of RESULTS.md."""

import argparse
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import yaml

from loaders.records import ROOT
from loaders.records.editing import new_record
from loaders.records.reading import read_yaml
from loaders.records.schemas import RECORDS

RESULTS = Path(__file__).with_name("RESULTS.md")
TITLE = "## Checking records"
NAMING = ("ambiguous", "unverified", "rejected", "conflicts")  # these repeat names, which are new in a copy


def write_project(root: Path, number: int) -> None:
    """The project with so many records: those of the register, and copies of them under names of their own."""
    for folder in ("loaders", "data"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("extracted", "__pycache__"))
    paths = sorted((root / "data" / "records").rglob("*.yaml"))
    records = [(path, read_yaml(path)) for path in paths]
    for place in range(number - len(paths)):
        path, record = records[place % len(records)]
        turn = place // len(records)
        copy = {key: value for key, value in record.items() if key not in NAMING} | {"id": f"{path.stem}-{turn}"}
        copy["names"] = {language: f"{name} {turn}" for language, name in record["names"].items()}
        for key in ("also", "former_names"):
            if key in copy:
                copy[key] = [_renamed(one, turn) for one in record[key] if one not in record.get("ambiguous", ())]
        text = new_record(RECORDS[path.parent.name], copy)
        path.with_name(f"{path.stem}-{turn}.yaml").write_text(text, encoding="utf-8")


def _renamed(name: str | dict, turn: int) -> str | dict:
    return name | {"name": f"{name['name']} {turn}"} if isinstance(name, dict) else f"{name} {turn}"


def seconds(root: Path, *arguments: str) -> float:
    """Processor time of one process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *arguments], cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


PLAIN = """
import sys, yaml
from pathlib import Path
for path in Path("data/records").rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def report(number: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, number)
        plain = seconds(root, "-c", PLAIN)
        rows = []
        for command in (("check",), ("tidy", "--check")):
            cold = seconds(root, "-m", "loaders", *command)
            same = seconds(root, "-m", "loaders", *command)
            for path in sorted((root / "data" / "records").rglob("*.yaml"))[::500]:
                path.write_text(path.read_text(encoding="utf-8") + "# read again\n", encoding="utf-8")
            few = seconds(root, "-m", "loaders", *command)
            cells = (f"{one:.2f} s | {one / plain:.2f}" for one in (cold, few, same))
            rows.append(f"| `{' '.join(command)}` | {' | '.join(cells)} |")
    machine = (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, PyYAML {yaml.__version__}"
    )
    return "\n".join(
        [
            TITLE,
            "",
            f"{date.today()}, {machine}. {number:,} records; processor time of a process each, start-up included. "
            f"A plain read of the same files (CSafeLoader, nothing checked) takes {plain:.2f} s.",
            "",
            f"| command | first time | × plain | {number // 500} files changed | × plain | nothing changed | × plain |",
            "|---|--:|--:|--:|--:|--:|--:|",
            *rows,
            "",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=5_000)
    section = report(parser.parse_args().records)
    print(section)
    before = RESULTS.read_text(encoding="utf-8")
    others = re.sub(rf"{re.escape(TITLE)}\n.*?(?=\n## |\Z)", "", before, flags=re.S).rstrip("\n")
    RESULTS.write_text(f"{others}\n\n{section}", encoding="utf-8")


if __name__ == "__main__":
    main()
