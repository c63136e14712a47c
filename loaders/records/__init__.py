"""The only code that touches data/: read, check, tidy, overlay."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

from . import extracted as _extracted
from . import register as _register
from .extracted import as_yaml, dump_extracted
from .files import INTENT
from .imported import dump_imported, load_imported
from .quotes import TextOf, utf8_text
from .reading import YamlError, read_yaml
from .register import Register
from .saying import Message, Problem, say

# Whoever only reads does without the modules that look at records and write them: each function imports its own.

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


def load_register(data: Path = DATA) -> Register:
    if (data.parent / INTENT).exists():
        from .saving import recover

        recover(data.parent)
    return _register.load_register(data)


def load_extracted(data: Path = DATA) -> dict[str, dict[str, Any]]:
    return _extracted.load_extracted(data)


def check(root: Path = ROOT, text_of: TextOf = utf8_text, cache: Path | None = None) -> list[Problem]:
    """Every problem of every YAML file; `text_of` gives an article as stored, `cache` is a file to remember in."""
    from .checking import check

    return check(root, text_of, cache)


def mend(root: Path = ROOT) -> list[Problem]:
    """Mends what can be mended without changing what a record says; what was wrong, where."""
    from .mending import mend

    return mend(root)


def tidy(root: Path = ROOT, write: bool = True, cache: Path | None = None) -> list[Path]:
    """The files that were not in canonical form; without `write` they stay as they are."""
    from .saving import locked
    from .tidying import tidy

    with locked(root) if write else nullcontext():  # nobody saves what is being tidied
        return tidy(root, write, cache)


__all__ = [
    "DATA",
    "ROOT",
    "Message",
    "Problem",
    "Register",
    "YamlError",
    "as_yaml",
    "check",
    "dump_extracted",
    "dump_imported",
    "load_extracted",
    "load_imported",
    "load_register",
    "mend",
    "read_yaml",
    "say",
    "tidy",
]
