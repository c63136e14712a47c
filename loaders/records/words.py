"""Takes an unquoted word of YAML, gives its value, and tells whether and how another tool would read it differently."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import yaml

from .messages import ENGLISH
from .saying import Message, say

MAX_DIGITS = 15  # beyond, tools that count in floating point lose the last ones
_INT = re.compile(r"-?(0|[1-9]\d*)")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+")
# What other YAML libraries read as a number, a date or a truth value, beyond what PyYAML and ruamel.yaml do.
_ELSEWHERE = re.compile(
    r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?0[ob]?[0-7_]+|\d{4}-\d\d?-\d\d?|[-+]?\d[\d_]*(:\d+)+(\.\d*)?|[yYnN~=]|<<"
)


@cache
def _rules() -> dict[str, list[re.Pattern[str]]]:
    """First letter → what a word must not match to be text for everybody."""
    from ruamel.yaml.resolver import implicit_resolvers

    found: dict[str, list[re.Pattern[str]]] = {}
    for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items():
        found.setdefault(letter or "", []).extend(rule for _, rule in rules)
    for _, _, rule, letters in implicit_resolvers:
        for letter in letters:
            found.setdefault(letter, []).append(rule)
    return found


@cache
def _telling() -> frozenset[str]:
    """The letters that whatever is, or is taken for, something other than text begins with."""
    return frozenset({*_rules(), *"-+.0123456789yYnN~=<"})


def plain(text: str) -> Any:
    """The value of an unquoted word: null, true, false and plainly written numbers; anything else is text."""
    if text and text[0] not in _telling():
        return text
    if text in ("", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text) and text != "-0" and len(text) <= MAX_DIGITS:
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def misread(text: str) -> bool:
    """Whether some YAML tool takes this unquoted word for something other than text: `no`, `4.10`, `0312`, `12:30`."""
    if text == "":
        return True
    if text[0] not in _telling():
        return False
    if _ELSEWHERE.fullmatch(text):
        return True
    return any(rule.match(text) for rule in _rules().get(text[0], ()))


def read_as(word: str) -> Message:
    """What other YAML tools make of a word they misread: `no` is false, 12:30 is 750."""
    value = _elsewhere(word)
    kind = f"as {type(value).__name__}" if not isinstance(value, date) else "as date"
    if kind not in ENGLISH or (isinstance(value, int) and abs(value) >= 10**MAX_DIGITS):
        return say("as else")
    return say(kind, value=str(value).lower())


def _elsewhere(word: str) -> Any:
    if word in ("y", "Y", "n", "N"):
        return word in ("y", "Y")
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    for load in (yaml.safe_load, YAML(typ="safe", pure=True).load):
        try:
            value = load(word)
        except (yaml.YAMLError, YAMLError, ValueError):  # 2024-13-45: a date to look at, but none
            continue
        if not isinstance(value, str):
            return value
    return word
