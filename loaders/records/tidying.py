"""Takes the YAML files people write, gives each its canonical form: the schema's order, even indents, quotes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from .extracted import write_atomically
from .files import kind_of, modeline, name_in, ours
from .layout import laid_out
from .reading import Document, parse
from .remembering import Memory
from .schemas import Schema, entry_schema, properties, schema

_DASH = re.compile(r" *- +(?=\S)")


def tidy(root: Path, write: bool = True, cache: Path | None = None) -> list[Path]:
    """The files that were not in canonical form; with `write` they are now. One that isn't YAML is left to `check`."""
    changed = []
    with Memory(cache, "tidy") as memory:
        for path in ours(root):
            name = name_in(root, path)
            now, raw = memory.looks.fingerprint(name, path)
            if memory.recall(name, now):
                continue
            if raw is None:
                now, raw = memory.looks.read(name, path)
            tidied = tidied_text(path, raw)
            if tidied is None or tidied.encode() == raw:
                memory.keep(name, now, True)
                continue
            changed.append(path)
            if write:
                write_atomically(path, tidied.encode())
    return changed


def tidied_text(path: Path, raw: bytes) -> str | None:
    """The canonical text of one file; None where it is not YAML or tidying would change what it says."""
    name = kind_of(path)
    document = parse(path, raw)
    if name is None or any(problem.message.kind != "misread" for problem in document.problems) or document.data is None:
        return None
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    text = _with_modeline(quoted(text, document), path)
    now = document if text.encode() == raw else parse(path, text.encode())
    if isinstance(document.data, list):
        text = _sorted_entries(path, text, now, entry_schema(name))
    else:
        text = _ordered_fields(text, now, entry_schema(name))
    text = laid_out(text, document.data, schema(name))
    if text.encode() == raw:
        return text
    again = parse(path, text.encode())
    return text if not again.problems and _same(again.data, document.data) else None


def _with_modeline(text: str, path: Path) -> str:
    lines = [line for line in text.split("\n") if not line.startswith("# yaml-language-server:")]
    return "\n".join([modeline(path), *lines])


def quoted(text: str, document: Document) -> str:
    """Words that some tool takes for a number, a date or a truth value get quotes."""
    lines = text.split("\n")
    for line, column, word in sorted(document.misread, reverse=True):
        before, after = lines[line - 1][:column], lines[line - 1][column + len(word) :]
        lines[line - 1] = f"{before}'{word}'{after}"
    return "\n".join(lines)


def _chunks(text: str, starts: list[int]) -> tuple[list[str], list[list[str]], list[str]]:
    """Head, one block of lines for each start (with the comments right above it), and what follows the last."""
    lines = text.rstrip("\n").split("\n")
    edges = []
    for start in starts:
        edge = start - 1
        while (
            edge > 0 and lines[edge - 1].startswith("#") and not lines[edge - 1].startswith("# yaml-language-server:")
        ):
            edge -= 1
        edges.append(edge)
    tail = len(lines)
    while tail > edges[-1] + 1 and (not lines[tail - 1].strip() or lines[tail - 1].startswith("#")):
        tail -= 1
    edges.append(tail)
    blocks = [_without_blank_end(lines[a:b]) for a, b in pairwise(edges)]
    return lines[: edges[0]], blocks, [line for line in lines[tail:] if line.strip()]


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _ordered_fields(text: str, document: Document, part: Schema) -> str:
    """The fields of a record in the schema's order, each with the comments above it."""
    keys = list(document.data) if isinstance(document.data, dict) else []
    starts = [document.lines[(key,)] for key in keys]
    if not keys or len(set(starts)) < len(starts):
        return text  # {id: x, …} on one line
    head, blocks, tail = _chunks(text, starts)
    rank = {key: place for place, key in enumerate(properties(part))}
    order = sorted(range(len(keys)), key=lambda one: rank.get(keys[one], len(rank)))
    return "\n".join([*head, *(line for one in order for line in blocks[one]), *tail, ""])


def _sorted_entries(path: Path, text: str, document: Document, part: Schema) -> str:
    """The entries of a vocabulary sorted by id, each in the schema's order."""
    starts = [document.lines[(place,)] for place in range(len(document.data))]
    lines = text.split("\n")
    if not starts or len(set(starts)) < len(starts) or not all(_DASH.match(lines[one - 1]) for one in starts):
        return text
    head, blocks, tail = _chunks(text, starts)
    entries = []
    for entry, block in zip(document.data, blocks, strict=True):
        notes = next(place for place, line in enumerate(block) if not line.startswith("#"))
        indent = len(_DASH.match(block[notes])[0])
        inside = [line[indent:] if not line[:indent].strip("- ") else line.lstrip() for line in block[notes:]]
        alone = "\n".join(inside)
        fields = _ordered_fields(alone, parse(path, alone.encode()), part).rstrip("\n").split("\n")
        body = [f"  {line}" if line else "" for line in fields]
        body[0] = f"- {body[0][2:]}"
        entries.append((str(entry.get("id")) if isinstance(entry, dict) else "", [*block[:notes], *body]))
    entries.sort(key=lambda one: one[0])
    return "\n".join([*head, *(line for _, lines in entries for line in lines), *tail, ""])


def _same(one: Any, other: Any) -> bool:
    """Equal but for the order of a vocabulary's entries."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(item in other for item in one)
    return one == other
