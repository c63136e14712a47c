"""A command line comes in; out goes one download, the same bytes as the page's for the same address and time."""

import argparse
import sys
from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.exports import BISHKEK, FORMATS, ONE
from loaders.filters import LISTS, Filters, day_of

if TYPE_CHECKING:
    from loaders.exports.asking import Download
    from loaders.tables import Tables

FILTERS = tuple(field.name for field in fields(Filters))
SAYS = {"period": "EDTF", "reviewed": "yes|no", "q": "WORDS"} | dict.fromkeys(LISTS, "ID[,ID…]")


def arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("format", choices=FORMATS, metavar="FORMAT", help=" | ".join(FORMATS))
    for name in FILTERS:
        command.add_argument(f"--{name}", default="", metavar=SAYS.get(name, "DAY"), help="as in the page's address")
    for name in ONE:
        alone = "what the articles with these words say" if name == "q" else f"one {name} and all that is known of it"
        command.add_argument(f"--{name}", default="", metavar=SAYS.get(name, "ID"), help=alone)
    command.add_argument("--table", default="", metavar="NAME", help="with csv: one table instead of a ZIP of all")
    command.add_argument("--lang", choices=("ky", "ru", "en"), default="ky", help="of names and headings (default: ky)")
    command.add_argument("--link", default="", metavar="URL", help="the address to write on the cover")
    command.add_argument("--at", type=_moment, metavar="TIME", help="time of retrieval, ISO 8601 (default: now)")
    command.add_argument("--out", type=Path, metavar="FILE", help="where to write (default: a name that says what)")


def _moment(said: str) -> datetime:
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said} is no time such as 2026-03-26T12:00") from None
    return at if at.tzinfo else at.replace(tzinfo=BISHKEK)


def run(options: argparse.Namespace) -> int:
    from loaders.exports.asking import NotKnown, download
    from loaders.exports.wording import layouts
    from loaders.tables import build_tables

    tables = layouts(options.lang)
    if options.table and (options.format != "csv" or options.table not in tables):
        return _refused("table", options.table, tables if options.format == "csv" else (), "goes with csv only; ")
    query = {name: getattr(options, name) for name in (*FILTERS, *ONE) if getattr(options, name)}
    everything = build_tables(as_of=day_of(query))
    try:
        one = download(query, everything, options.lang, options.at or datetime.now(BISHKEK), options.link)
        name, made = file(one, options.format, options.table)
    except NotKnown as unknown:
        return _refused(*unknown.args, _known(everything, unknown.args[0]))
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    path = options.out or Path(name)
    path.write_bytes(made)
    print(path)
    return 0


def file(one: "Download", format_: str, table: str = "") -> tuple[str, bytes]:
    """Its name and its bytes; `table`: one CSV instead of the ZIP of all."""
    if table:
        from loaders.exports import csv_file

        return one.file_name(".csv", table), csv_file.table(one, table)
    form = FORMATS[format_]
    return one.file_name(form.suffix), form.make(one)


def _known(tables: "Tables", name: str) -> Collection[str]:
    kinds = LISTS | {"initiative": "initiatives", "centre": "centres"}
    return list(tables.article_of) if name == "article" else tables.names.get(kinds.get(name, ""), ())


def _refused(name: str, value: str, known: Collection[str], why: str = "") -> int:
    near = get_close_matches(value, known, 1)
    said = f"--{name}: " + (why if why and not known else f"{value} is not known here; ")
    print((said + (f"did you mean {near[0]}?" if near else "")).rstrip("; "), file=sys.stderr)
    return 2
