"""Takes YAML text whose outer fields are in order, gives it with even indents and its inner fields in order too."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import yaml

from .schemas import Schema, of_items, ordered, properties

_HEAD = re.compile(r"(#.*\n)*")
_COMMENT = re.compile(r"\s#")


class _CannotSay(Exception):
    pass


def laid_out(text: str, data: Any, part: Schema) -> str:
    """The canonical layout; what has it already is told so without the slow round trip."""
    return text if in_layout(text) == text and _inner_ordered(data, part) else round_trip(text, part)


def in_layout(text: str) -> str | None:
    """What ruamel.yaml would write, many times faster; comments, nulls and texts of several lines are left to it."""
    head = _HEAD.match(text)[0]
    if _COMMENT.search(text, len(head)):
        return None
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return head + "\n".join(_block(next(events), events, text)) + "\n"
    except _CannotSay:
        pass
    return None


def _block(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> list[str]:
    """The lines of a map or list that is written over several lines."""
    lines: list[str] = []
    if isinstance(event, yaml.MappingStartEvent) and not event.flow_style:
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key, value = _inline(event, events, text), next(events)
            if isinstance(value, yaml.CollectionStartEvent) and not value.flow_style:
                lines += [f"{key}:", *(f"  {line}" for line in _block(value, events, text))]
            else:
                lines.append(f"{key}: {_inline(value, events, text)}")
        return lines
    if isinstance(event, yaml.SequenceStartEvent) and not event.flow_style:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            if isinstance(event, yaml.MappingStartEvent) and not event.flow_style:
                item = _block(event, events, text)
            else:
                item = [_inline(event, events, text)]
            lines += [f"- {item[0]}", *(f"  {line}" for line in item[1:])]
        return lines
    raise _CannotSay


def _inline(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> str:
    """A word, or a map or list in braces on one line."""
    if isinstance(event, yaml.ScalarEvent):
        written = text[event.start_mark.index : event.end_mark.index]
        if "\n" in written or (not event.style and event.value in ("", "null", "~")):
            raise _CannotSay
        return written
    items: list[str] = []
    if isinstance(event, yaml.SequenceStartEvent) and event.flow_style:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_inline(event, events, text))
        return f"[{', '.join(items)}]"
    if isinstance(event, yaml.MappingStartEvent) and event.flow_style:
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            items.append(f"{_inline(event, events, text)}: {_inline(next(events), events, text)}")
        return f"{{{', '.join(items)}}}"
    raise _CannotSay


def round_trip(text: str, part: Schema) -> str:
    """Even indents and spaces; inner maps in the schema's order where no comment stands among their fields."""
    from ruamel.yaml import YAML  # slow to import, and few files need it

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), lambda it, _: it.represent_scalar("tag:yaml.org,2002:null", ""))
    listed = (
        part.get("type") == "array"
    )  # its entries begin at the margin: tidied two columns further in, then moved out
    data = yaml.load(re.sub(r"(?m)^(?=.)", "  ", text) if listed else text)
    _order_inner(data, part)
    out = io.StringIO()
    yaml.dump(data, out)
    lines = [line.rstrip() for line in out.getvalue().rstrip().split("\n")]
    return "\n".join([re.sub("^  ", "", line) if listed else line for line in lines]) + "\n"


def _inner_ordered(value: Any, part: Schema) -> bool:
    """Whether every map but the outermost has its fields in the schema's order already."""
    same = ordered(value, part)
    inner = [(value, same)] if isinstance(value, list) else [(value[key], same[key]) for key in value]
    return all(str(one) == str(other) for one, other in inner)


def _order_inner(value: Any, part: Schema) -> None:
    if isinstance(value, list):
        for item in value:
            _order_inner(item, of_items(part))
    if isinstance(value, dict):
        fields = properties(part)
        for key, item in value.items():
            _order_inner(item, fields.get(key, {}))
        rank = {key: place for place, key in enumerate(fields)}
        keys = sorted(value, key=lambda key: rank.get(key, len(rank)))
        if keys != list(value) and not value.ca.items and not value.ca.comment:
            for key in keys:
                value.move_to_end(key)
