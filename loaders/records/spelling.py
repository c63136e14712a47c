"""Takes a value, gives the words and the lines by which YAML says it in this project's canonical form."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .schemas import Schema, of_items, ordered, properties
from .words import misread, plain

WIDTH = 120
_NEEDS_ESCAPES = set("\n\r\t\x85\u2028\u2029\ufeff")
_DATE = re.compile(r"(\d{4}|XXXX)(-\d\d){0,2}(/\S+)?|\.\./\S+")
_CODE = re.compile(r"'?[\w.-]+'?", re.ASCII)  # an id, a number, a field's name: short enough to stand in a row


class Dumper(yaml.CSafeDumper):
    """Innermost maps and lists go on one line; text that other tools would misread gets quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _OnOneLine(yaml.SafeDumper):
    """Everything on one line; a date gets quotes, so that no reader takes 2024 for a number."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def inline(value: Any, inside: bool = False) -> str:
    """The value on one line; `inside` braces or brackets commas need quotes too."""
    within = inside or isinstance(value, (dict, list))
    written = yaml.dump(
        [value] if within else value, Dumper=_OnOneLine, allow_unicode=True, sort_keys=False, width=2**30
    ).removesuffix("\n")
    return written[1:-1] if within else written.removesuffix("\n...")


def pair(key: str, value: Any, part: Schema = {}) -> list[str]:  # noqa: B006
    """The lines of one field."""
    name, value = inline(key), ordered(value, part)
    if isinstance(value, dict) and value:
        return [f"{name}:", *(f"  {line}" for line in fields(value, part))]
    if isinstance(value, list) and value and not _in_a_row(name, value):
        lines = [line for one in value for line in item(one, of_items(part))]
        return [f"{name}:", *(f"  {line}" for line in lines)]
    return [f"{name}: {inline(value)}"]


def item(value: Any, part: Schema = {}) -> list[str]:  # noqa: B006
    """The lines of one entry of a list."""
    value = ordered(value, part)
    if not isinstance(value, dict) or not value or _fits(value):
        return [f"- {inline(value)}"]
    first, *rest = fields(value, part)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def fields(value: dict[str, Any], part: Schema = {}) -> list[str]:  # noqa: B006
    known = properties(part)
    return [line for key, one in ordered(value, part).items() for line in pair(key, one, known.get(key, {}))]


def _fits(value: dict[str, Any]) -> bool:
    return _innermost(value.values()) and len(inline(value)) <= WIDTH - 4


def _in_a_row(name: str, value: list[Any]) -> bool:
    written = [inline(one, inside=True) for one in value]
    return all(_CODE.fullmatch(one) for one in written) and len(f"{name}: [{', '.join(written)}]") <= WIDTH


def _text(dumper: Dumper, text: str) -> yaml.Node:
    style = None
    if _NEEDS_ESCAPES & set(text):
        style = '"'
    elif misread(text) or plain(text) != text:
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _number(dumper: Dumper, number: float) -> yaml.Node:
    if plain(repr(number)) != number:
        raise ValueError(f"{number!r} can't be written so that every YAML tool reads it back")
    return dumper.represent_scalar("tag:yaml.org,2002:float", repr(number))


def _mapping(dumper: Dumper, data: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), _innermost(data.values()))


def _sequence(dumper: Dumper, data: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, _innermost(data))


def _innermost(values: Any) -> bool:
    return not any(isinstance(value, (dict, list)) for value in values)


def _text_or_date(dumper: Dumper, text: str) -> yaml.Node:
    if _DATE.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, "'")
    return _text(dumper, text)


for _one in (Dumper, _OnOneLine):
    _one.add_representer(float, _number)
Dumper.add_representer(str, _text)
Dumper.add_representer(dict, _mapping)
Dumper.add_representer(list, _sequence)
_OnOneLine.add_representer(str, _text_or_date)
_OnOneLine.add_representer(
    dict, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), True)
)
_OnOneLine.add_representer(list, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True))
