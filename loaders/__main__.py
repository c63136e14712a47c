"""A command line comes in; out goes the exit code of the command it names."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from loaders import commands
from loaders.exports import command as export
from loaders.imports import command as imports
from loaders.records import YamlError
from loaders.records.catalogues import LANGUAGES, spoken


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=LANGUAGES, default=spoken(os.environ), help="the language it speaks (default: the system's)"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="articles → facts → records, in one straight line"
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    command = subparsers.add_parser("extract", help="read articles (seeds/ unless named) into data/extracted")
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="an article or a folder of articles")
    command.add_argument(
        "--to", choices=["yaml", "jsonl"], default="yaml", help="jsonl: print one object an article, write nothing"
    )
    command.set_defaults(run=commands.extract)

    command = subparsers.add_parser("check", help="every problem of every YAML file as file:line: message")
    command.add_argument("--fix", action="store_true", help="mend what can be mended without changing what is said")
    _add_language(command)
    command.set_defaults(run=commands.check_data)

    command = subparsers.add_parser("tidy", help="write every record in the one canonical form; comments stay")
    command.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is not tidy")
    _add_language(command)
    command.set_defaults(run=commands.tidy_data)

    command = subparsers.add_parser("explain", help="one article with its mentions marked and a reason for each fact")
    command.add_argument("article", metavar="ARTICLE", help="an article's id or path")
    command.add_argument("--colour", action="store_true", help="colour also where the output is not a terminal")
    command.set_defaults(run=commands.explain_article)

    command = subparsers.add_parser("evaluate", help="precision, recall and F1 a field against an annotated set")
    command.add_argument("gold", metavar="GOLD", type=Path, help="the annotations, a YAML list")
    command.add_argument("--articles", type=Path, help="their texts, a JSON list (default: NAME_articles.json beside)")
    command.add_argument("--errors", action="store_true", help="list every miss and every false find by article")
    command.add_argument(
        "--against",
        metavar="BASELINE",
        help="`exact` (no endings, no folding, no typos) or the JSON lines of another reading",
    )
    command.set_defaults(run=commands.evaluate_gold)

    command = subparsers.add_parser("import", help="propose records from a table (.xlsx, .csv); --template writes one")
    imports.arguments(command)
    _add_language(command)
    command.set_defaults(run=imports.run)

    command = subparsers.add_parser("export", help="write what the dashboard shows as xlsx, csv, datapackage or iati")
    export.arguments(command)
    command.set_defaults(run=export.run)

    options = parser.parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except YamlError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # `… | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        if error.filename is None:
            raise
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
