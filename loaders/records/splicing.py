"""Takes YAML text and the place of a value, gives the text with that value put, added or dropped and nothing else."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .reading import Place
from .schemas import Schema, of_items, properties
from .spelling import inline, item, pair

_NOTE = re.compile(r"[^\S\n]*#[^\n]*")


class _Source:
    """A text and the nodes in it."""

    def __init__(self, text: str):
        self.text = text
        self.root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def node(self, place: Place) -> yaml.Node:
        node = self.root
        for step in place:
            node = node.value[step] if isinstance(step, int) else _pair(node, step)[1]
        return node

    def begin(self, place: Place) -> int:
        """Where a field's name or an entry's dash stands; in brackets, where the entry itself does."""
        parent, step = self.node(place[:-1]), place[-1]
        if isinstance(step, str):
            return _pair(parent, step)[0].start_mark.index
        if parent.flow_style:
            return parent.value[step].start_mark.index
        if step == 0:
            return parent.start_mark.index
        dash = re.compile(rf"^[ ]{{{parent.start_mark.column}}}-(?=\s)", re.MULTILINE)
        return dash.search(self.text, self.end(parent.value[step - 1])).end() - 1

    def end(self, node: yaml.Node) -> int:
        """Where the last character of a value stands; what follows on its line is a comment."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        end = node.end_mark.index
        block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return len(self.text[:end].rstrip()) if block else end

    def line_begin(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def with_lines(self, index: int, lines: list[str], indent: int) -> str:
        """The lines below the one `index` stands on."""
        at = self.line_end(index)
        shown = "".join(f"{self.newline}{' ' * indent}{line}" for line in lines)
        return self.text[:at] + shown + self.text[at:]

    def without(self, begin: int, end: int, instead: str = "") -> str:
        return self.text[:begin] + instead + self.text[end:]

    def below(self, node: yaml.Node, indent: int) -> int:
        """The last line of a value, with the comments under it that are indented like a part of it."""
        end = self.line_end(self.end(node))
        deeper = re.compile(rf"\r?\n[ ]{{{indent + 1},}}#[^\n\r]*")
        while found := deeper.match(self.text, end):
            end = found.end()
        return end


def put(text: str, place: Place, value: Any, part: Schema) -> str:
    """Another value where one stands; `part` is its schema."""
    source = _Source(text)
    node, parent = source.node(place), source.node(place[:-1])
    flat = isinstance(node, yaml.ScalarNode) and not isinstance(value, (dict, list))
    if not (parent.flow_style or flat):
        return rewrite(text, place, value, part)
    begin, end = node.start_mark.index, source.end(node)
    lead = " " if begin == end and not text[:begin].endswith(" ") else ""
    return source.without(begin, end, lead + inline(value, inside=bool(parent.flow_style)))


def rewrite(text: str, place: Place, value: Any, part: Schema) -> str:
    """A field or entry of a block written anew, with the comment beside its name."""
    source = _Source(text)
    node, begin, step = source.node(place), source.begin(place), place[-1]
    first, *rest = pair(step, value, part) if isinstance(step, str) else item(value, part)
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and isinstance(step, str):
        name_end = _pair(source.node(place[:-1]), step)[0].end_mark.index + 1
        note = _NOTE.match(text, name_end)
        first += note[0].rstrip("\r") if note else ""
    indent = source.newline + " " * (begin - source.line_begin(begin))
    return source.without(begin, source.end(node), indent.join([first, *rest]))


def add(text: str, place: Place, step: str | int, value: Any, part: Schema) -> str:
    """A new field or entry in the map or list at `place`, whose schema is `part`."""
    source = _Source(text)
    parent = source.node(place)
    if isinstance(step, str):
        inner = properties(part)
        before = _before([key.value for key, _ in parent.value], step, list(inner))
        lines = pair(step, value, inner.get(step, {}))
        flow = f"{inline(step, inside=True)}: {inline(value, inside=True)}"
    else:
        before = step - 1 if step else None
        lines, flow = item(value, of_items(part)), inline(value, inside=True)
    if parent.flow_style:
        return _add_inline(source, parent, before, flow)
    indent = parent.start_mark.column
    if before is not None:
        last = parent.value[before]
        last = last[1] if isinstance(last, tuple) else last
        return source.with_lines(source.below(last, indent), lines, indent)
    begin = parent.start_mark.index
    return source.without(begin, begin, "".join(f"{line}{source.newline}{' ' * indent}" for line in lines))


def _add_inline(source: _Source, parent: yaml.Node, before: int | None, flow: str) -> str:
    if before is None:
        begin = parent.start_mark.index + 1
        return source.without(begin, begin, f"{flow}, " if parent.value else flow)
    last = parent.value[before]
    end = source.end(last[1] if isinstance(last, tuple) else last)
    return source.without(end, end, f", {flow}")


def drop(text: str, place: Place) -> str:
    """Without a field or entry that is not the only one; comments above it stay."""
    source = _Source(text)
    parent, begin, end = source.node(place[:-1]), source.begin(place), source.end(source.node(place))
    steps = [key.value for key, _ in parent.value] if isinstance(place[-1], str) else list(range(len(parent.value)))
    number = steps.index(place[-1])
    following = source.begin((*place[:-1], steps[number + 1])) if number + 1 < len(steps) else None
    if parent.flow_style:
        if following is not None:
            return source.without(begin, following)
        return source.without(source.end(source.node((*place[:-1], steps[number - 1]))), end)
    start = source.line_begin(begin)
    if text[start:begin].strip():  # behind the dash of an entry: the next field comes up to it
        kept = re.findall(r"(?m)^[ ]*(#[^\n\r]*)", text[source.line_end(end) : following])
        above = "".join(f"{' ' * (len(text[start:begin]) - 2)}{note}{source.newline}" for note in kept)
        return text[:start] + above + text[start:begin] + text[following:]
    stop = source.line_end(end)
    return source.without(start, stop + len(re.match(r"\r?\n?", text[stop:])[0]))


def _pair(node: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node]:
    return next(both for both in node.value if both[0].value == name)


def _before(present: list[str], name: str, order: list[str]) -> int | None:
    """The field after which a new one belongs in the schema's order; none where it comes first."""
    rank = {key: place for place, key in enumerate(order)}
    own = rank.get(name, len(rank))
    earlier = [
        (rank.get(key, len(rank)), place) for place, key in enumerate(present) if rank.get(key, len(rank)) <= own
    ]
    return max(earlier)[1] if earlier else None
