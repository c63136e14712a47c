"""A command line comes in; out go a table's proposals and, if asked for, its new records or an empty table."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from loaders.records import ROOT, YamlError, dump_imported, load_register, say
from loaders.records.schemas import RECORDS


def arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="a table, .xlsx or .csv, named after what it lists")
    command.add_argument("--of", choices=RECORDS, help="what the table lists (default: told by the file's name)")
    command.add_argument("--template", action="store_true", help="write an empty table with headings and help instead")
    command.add_argument(
        "--write",
        action="store_true",
        help="write the new records, and leave to the review page what the table says otherwise than a record; "
        "without it all is only shown. A record that is there is never changed by this command",
    )


def run(options: argparse.Namespace) -> int:
    of = options.of or next((one for one in RECORDS if options.file.stem.casefold().startswith(one)), None)
    if of is None or options.file.suffix.casefold() not in (".xlsx", ".csv"):
        raise YamlError(options.file, 1, say("which-table", kinds=list(RECORDS)).in_(options.lang))
    if options.template:
        return _template(options.file, of, options.lang)
    from loaders.imports.proposals import propose
    from loaders.imports.sheets import read_sheet
    from loaders.review.ids import slug

    found = propose(ROOT, load_register(ROOT / "data"), read_sheet(options.file, of), of)
    for path, text in found.new.items():
        print(f"{path}: {say('row-new').in_(options.lang)}")
        if not options.write:
            print("".join(f"    {line}\n" for line in text.splitlines()), end="")
    for one in (*found.differences, *found.refusals):
        print(one.in_(options.lang))
    if options.write:
        _write(found.new, options.file.name)
        asked = [entry for one in found.differences for entry in one.entries()]
        dump_imported(ROOT / "data", slug(options.file.stem), asked)
    words = {"new": len(found.new), "differ": len(found.differences), "refused": len(found.refusals)}
    print(say("imported" if options.write else "import-shown", **words).in_(options.lang), file=sys.stderr)
    return bool(found.refusals)


def _template(file: Path, of: str, language: str) -> int:
    from loaders.imports.template import as_csv, as_workbook

    if file.exists():
        raise YamlError(file, 1, say("file-there").in_(language))
    file.write_bytes(as_csv(of) if file.suffix.casefold() == ".csv" else as_workbook(of, load_register(ROOT / "data")))
    return 0


def _write(new: dict[Path, str], name: str) -> None:
    from loaders.records.git import identity
    from loaders.records.writing import Author, Edit, Refused, Stale, save

    known, address = identity(ROOT)
    author = Author(known or getpass.getuser(), address)
    try:
        save(ROOT, [Edit(path, text, None) for path, text in new.items()], author, f"import {name}")
    except (Refused, Stale) as error:
        raise YamlError(name, 1, str(error)) from None
