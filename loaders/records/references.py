"""Takes the entries of all files, gives what is wrong between them: ids that lead nowhere, names with two bearers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from . import edtf
from .entries import Entry, Name
from .saying import Named, Problem, say
from .schemas import RECORDS, VOCABULARY, field_at
from .shape import nearest

Known = dict[str, dict[str, tuple[Path, Entry]]]  # group → id → entry and its file
Options = Mapping[tuple[str, str | None], dict[str, Named]]  # group and sort of kind → what may stand there


def reference_problems(files: Iterable[tuple[Path, Iterable[Entry]]]) -> Iterator[Problem]:
    known: Known = {group: {} for group in (*RECORDS, *VOCABULARY)}
    options: Options = defaultdict(dict)
    for path, entries in files:
        for entry in entries:
            if entry.group not in known:
                continue  # nothing points to an article
            first, _ = known[entry.group].setdefault(entry.id, (path, entry))
            if known[entry.group][entry.id][1] is not entry:
                yield Problem(path, entry.line, say("id-twice", id=entry.id, other=first.name))
            for of in {None, entry.of}:
                options[entry.group, of].setdefault(entry.id, Named(entry.id, entry.titles))
    for path, entries in files:
        for entry in entries:
            yield from _unknown_ids(path, entry, options)
    yield from _shared_names(known)


def _unknown_ids(path: Path, entry: Entry, options: Options) -> Iterator[Problem]:
    for line, place, id_, group, of in entry.references:
        if group in VOCABULARY and not options[group, None]:
            continue  # the whole list is missing or can't be read, which is said of its file
        if id_ not in options[group, of]:
            words = {"field": field_at(entry.schema, place), "id": id_, "hint": nearest(id_, options[group, of])}
            if id_ in options[group, None]:
                yield Problem(path, line, say("kind-of-other", of=say(f"of {of}"), **words))
            else:
                yield Problem(path, line, say("unknown-id", group=say(f"group {group}"), **words))


def _shared_names(known: Known) -> Iterator[Problem]:
    """A name two records of one kind have at the same time must be marked ambiguous in both."""
    for group in RECORDS:
        bearers: dict[str, list[tuple[Path, Entry, Name]]] = defaultdict(list)
        for path, entry in known[group].values():
            for name in entry.names:
                bearers[name.folded].append((path, entry, name))
        for owners in bearers.values():
            for path, entry, name in owners if len(owners) > 1 else ():
                others = {one.id for _, one, _ in owners if one is not entry and _at_the_same_time(one, entry)}
                if others and not name.ambiguous:
                    yield Problem(path, name.line, say("name-shared", name=name.name, others=sorted(others)))


def _at_the_same_time(one: Entry, other: Entry) -> bool:
    """Unless one life ended by the day the other began."""

    def ended(first: Entry, second: Entry) -> bool:
        end, begin = _day(first.lived[1], last=True), _day(second.lived[0], last=False)
        return bool(end and begin and end <= begin)

    return not ended(one, other) and not ended(other, one)


def _day(text: str | None, last: bool) -> date | None:
    if text is None:
        return None
    span = edtf.parse(text)
    return span.latest if last else span.earliest
