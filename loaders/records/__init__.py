"""The only code that touches data/: read, check, tidy, overlay."""

from pathlib import Path
from typing import Any

from . import extracted as _extracted
from . import register as _register
from .extracted import dump_extracted
from .overlay import Entry, Evidence, Finding, Overlay, Value
from .reading import YamlError, read_yaml
from .register import Register

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


def load_register(data: Path = DATA) -> Register:
    return _register.load_register(data)


def load_extracted(data: Path = DATA) -> dict[str, dict[str, Any]]:
    return _extracted.load_extracted(data)


__all__ = [
    "DATA",
    "ROOT",
    "Entry",
    "Evidence",
    "Finding",
    "Overlay",
    "Register",
    "Value",
    "YamlError",
    "dump_extracted",
    "load_extracted",
    "load_register",
    "read_yaml",
]
