"""Edits that are not written yet come in; out goes what they would change of what readers see."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any

from loaders.mentions.names import written_names
from loaders.records import Register
from loaders.records.trial import tried
from loaders.records.writing import Edit, current
from loaders.review.drawn import CHARTS, drawn
from loaders.review.rereading import concerned, reader_of, reread
from loaders.tables import Tables, tables

RECORDS = {"initiatives": "initiative", "partners": "partner", "centres": "centre"}
Facts = dict[str, dict[tuple[str, ...], bool]]  # what is counted → each one and whether a person says it


@dataclass(frozen=True)
class Effect:
    """`more`, `fewer`: what is counted → those that appear and vanish, a record as (id), the rest as (record, …).

    `changed`: initiative, field, the value before and after. `entered`: what only the machine said and a person says
    now. `moved`: (of, record) → sentences that stood under unknown names. `settled`: kind of finding → how many fewer.
    `charts`: keys of those drawn otherwise. `reread`: the articles that will be read again.
    """

    more: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    fewer: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    entered: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    changed: tuple[tuple[str, str, str, str], ...] = ()
    moved: Mapping[tuple[str, str], int] = field(default_factory=dict)
    settled: Mapping[str, int] = field(default_factory=dict)
    charts: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.more, self.fewer, self.entered, self.changed, self.moved, self.settled, self.charts))


def effect(
    root: Path, register: Register, extracted: Mapping[str, Any], before: Tables, edits: Iterable[Edit]
) -> Effect:
    """The tables built once more in memory from the edited texts and the articles they concern. Raises YamlError."""
    after = tried(register, {edit.path: edit.text for edit in edits})
    articles = concerned(register, after, before)
    again = reread(reader_of(after), root, extracted, articles) if articles else {}
    texts = {row.article: row.text for row in before.articles.itertuples() if row.text is not None}
    return compared(before, tables(after, {**extracted, **again}, texts), articles)


def compared(before: Tables, after: Tables, articles: tuple[str, ...] = ()) -> Effect:
    renamed = _renamed(before, after)
    one, two = _under(facts(before), renamed), facts(after)
    more, fewer, entered = {}, {}, {}
    for what in one:
        fewer[what] = sorted(key for key in one[what] if key not in two[what])
        more[what] = sorted(key for key in two[what] if key not in one[what])
        entered[what] = sorted(key for key in one[what] if two[what].get(key) and not one[what][key])
    new = {key[0] for of in RECORDS for key in (*more[of], *entered[of])}
    for what in ("names", "sources"):  # of a new record they are no news of their own
        more[what] = [key for key in more[what] if key[0] not in new]
    changed = [
        (*key, old[key], new[key]) for old, new in [(_single(fewer), _single(more))] for key in old if key in new
    ]
    for side in (more, fewer):
        side["values"] = [key for key in side["values"] if key[:2] not in {one[:2] for one in changed}]
    kept = [{what: tuple(found) for what, found in side.items() if found} for side in (more, fewer, entered)]
    settled = Counter(before.findings.kind) - Counter(after.findings.kind)
    charts = tuple(key for key in CHARTS if drawn(before, key, renamed) != drawn(after, key))
    return Effect(*kept, tuple(changed), _moved(before, after), dict(settled), charts, articles)


def _single(side: Mapping[str, list[tuple[str, ...]]]) -> dict[tuple[str, ...], str]:
    """Initiative and field → its value."""
    return {key[:2]: key[2] for key in side["values"]}


def facts(tables: Tables) -> Facts:
    """Everything of records that is counted, once each however many articles say it."""
    found: Facts = {of: dict(zip(zip(getattr(tables, of)[one]), getattr(tables, of).reviewed, strict=True))
                    for of, one in RECORDS.items()}  # fmt: skip
    said = tables.involvement[tables.involvement.initiative.notna()]
    found["involvement"] = _said(said, "initiative", "partner", "role")
    for theme in ("goal", "level", "region"):
        frame = getattr(tables, f"{theme}s_of")
        found[f"{theme}s"] = _said(frame[frame.initiative.notna()], "initiative", theme)
    found["counts"] = _said(tables.counts, "centre", "value", "unit", "as_of")
    found["events"] = {
        (str(row.article or row.initiatives), str(row.start), row.kind, str(row.date)): row.origin == "person"
        for row in tables.events.itertuples()
    }
    found["values"] = {
        (row.initiative, name, str(getattr(row, name))): getattr(row, f"{name}_origin") == "person"
        for row in tables.initiatives.itertuples()
        for name in ("status", "start", "end")
        if getattr(row, name)
    }
    records = [(id_, record) for own in tables.records.values() for id_, record in own.items()]
    found["names"] = {(id_, name): True for id_, record in records for name in written_names(record)}
    found["sources"] = {(id_, url): True for id_, record in records for url in record.get("sources") or ()}
    found["people"] = {(id_, one["name"]): True for id_, record in records for one in record.get("people") or ()}
    return found


def _said(frame: Any, *columns: str) -> dict[tuple[str, ...], bool]:
    found: dict[tuple[str, ...], bool] = {}
    for *key, origin in frame[[*columns, "origin"]].itertuples(index=False, name=None):
        said = tuple(str(one) for one in key)
        found[said] = found.get(said, False) or origin == "person"
    return found


def _renamed(before: Tables, after: Tables) -> dict[str, str]:
    """Initiatives that only a machine read, `<article>~<number>`, and have a record and with it an id now."""
    named = {(row.article, row.start): row.id for row in after.evidence.itertuples() if row.kind == "initiative"}
    gone = set(before.initiatives.initiative) - set(after.initiatives.initiative)
    rows = (row for row in before.evidence.itertuples() if row.kind == "initiative" and row.id in gone)
    return {row.id: now for row in rows if (now := named.get((row.article, row.start)))}


def _under(found: Facts, renamed: Mapping[str, str]) -> Facts:
    return {what: {(renamed.get(key[0], key[0]), *key[1:]): said for key, said in side.items()}
            for what, side in found.items()}  # fmt: skip


def _moved(before: Tables, after: Tables) -> dict[tuple[str, str], int]:
    """Places that named something unknown and name a record now."""
    kinds = {"partner": "partners", "initiative": "initiatives"}
    unknown, still = (
        {(row.article, row.start, row.end) for row in side.evidence.itertuples() if row.kind == "unlisted"}
        for side in (before, after)
    )
    places = unknown - still
    moved: dict[tuple[str, str], set[tuple[Any, ...]]] = {}
    for row in after.evidence[after.evidence.kind.isin(kinds)].itertuples():
        held = [place for place in places if place[0] == row.article and place[1] < row.end and row.start < place[2]]
        for place in held:
            moved.setdefault((kinds[row.kind], row.id), set()).add(place)
    return {record: len(found) for record, found in sorted(moved.items())}


def diff(root: Path, edit: Edit) -> list[str]:
    """The lines of a file that go (-) and come (+), with two around them."""
    before, after = (current(root, edit.path) or "").splitlines(), (edit.text or "").splitlines()
    return list(unified_diff(before, after, lineterm="", n=2))[2:]
