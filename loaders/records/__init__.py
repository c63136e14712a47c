"""The only code that touches data/: read, check, tidy, overlay."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

from . import check as _check
from . import extracted as _extracted
from . import mending as _mending
from . import register as _register
from . import saving as _saving
from . import tidy as _tidy
from .extracted import as_yaml, dump_extracted
from .imported import dump_imported, load_imported
from .overlay import overlay
from .quotes import TextOf, utf8_text
from .reading import YamlError, read_yaml
from .register import Register
from .saying import Message, Problem, say
from .shown import Entry, Evidence, Finding, Overlay, Value

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


def load_register(data: Path = DATA) -> Register:
    _saving.recover(data.parent)
    return _register.load_register(data)


def load_extracted(data: Path = DATA) -> dict[str, dict[str, Any]]:
    return _extracted.load_extracted(data)


def check(root: Path = ROOT, text_of: TextOf = utf8_text, cache: Path | None = None) -> list[Problem]:
    """Every problem of every YAML file; `text_of` gives an article as stored, `cache` is a file to remember in."""
    return _check.check(root, text_of, cache)


def mend(root: Path = ROOT) -> list[Problem]:
    """Mends what can be mended without changing what a record says; what was wrong, where."""
    return _mending.mend(root)


def tidy(root: Path = ROOT, write: bool = True, cache: Path | None = None) -> list[Path]:
    """The files that were not in canonical form; without `write` they stay as they are."""
    with _saving.locked(root) if write else nullcontext():  # nobody saves what is being tidied
        return _tidy.tidy(root, write, cache)


__all__ = [
    "DATA",
    "ROOT",
    "Entry",
    "Evidence",
    "Finding",
    "Message",
    "Overlay",
    "Problem",
    "Register",
    "Value",
    "YamlError",
    "as_yaml",
    "check",
    "dump_extracted",
    "dump_imported",
    "load_extracted",
    "load_imported",
    "load_register",
    "mend",
    "overlay",
    "read_yaml",
    "say",
    "tidy",
]
