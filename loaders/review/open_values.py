"""The overlay comes in; out go candidates: initiatives without a record, contradictions, what is said of records."""

from collections.abc import Iterable, Iterator
from typing import Any

from loaders.records import Register
from loaders.records.schemas import RECORDS, entry_schema, properties
from loaders.records.shown import Finding, Overlay, Value
from loaders.review.candidate import Candidate
from loaders.review.unknown import folded, known_names
from loaders.tables import Tables
from loaders.tables.sentences import mark

OF_NEWS = ("people", "events")  # of which two articles differ, and no field of a record says either
WITHIN = ("date-conflict", "number-conflict", "name-conflict")


def initiatives(register: Register, shown: Overlay) -> Iterator[Candidate]:
    """Machine-read ones without a record, under one name."""
    known, same = known_names(register), {}
    for id_, entry in shown.initiatives.items():
        name = next(iter(entry.names.values()))
        if id_ not in register.initiatives and folded(name) not in known:
            same.setdefault(folded(name), []).append((name, entry))
    for key, entries in same.items():
        names = tuple(dict.fromkeys(name for name, _ in entries))
        evidence = tuple(place for _, entry in entries for place in entry.evidence)
        said: dict[str, Any] = {}
        for _, entry in entries:
            for name, value in entry.fields.items():
                if isinstance(value, Value):
                    said.setdefault(name, bare(value.value))
                elif name != "figures":
                    new = [bare(one.value) for one in value]
                    said[name] = [*said.get(name, ()), *(one for one in new if one not in said.get(name, ()))]
        yield Candidate("initiative", f"initiative:{key}", evidence, names[0], names, read=said)


def findings(found: Iterable[Finding]) -> Iterator[Candidate]:
    for one in found:
        if one.kind == "articles-differ" and one.field in OF_NEWS:
            said = mark(" ".join(place.quote for place in one.evidence))
            yield Candidate("contradiction", f"{one.field}:{said}", one.evidence, of=one.of or "", record=one.id or "",
                            field=one.field, read=one.read)  # fmt: skip
        elif one.kind in WITHIN:
            said = mark(" ".join(place.quote for place in one.evidence))
            yield Candidate("contradiction", f"{one.kind}:{said}", one.evidence, field=one.kind, read=one.read)
        elif one.kind in ("disagreement", "articles-differ", "addition"):
            kind = "addition" if one.kind == "addition" else "disagreement"
            yield _of_record(kind, one.of, one.id, one.field, one.evidence, one.read, one.recorded)


def lacking(shown: Overlay) -> Iterator[Candidate]:
    """Values only articles give to a person's record."""
    for of, schema in RECORDS.items():
        fields = properties(entry_schema(schema))
        for entry in getattr(shown, of).values():
            if entry.origin != "person":
                continue
            for name, said in entry.fields.items():
                for value in said if isinstance(said, tuple) else (said,):
                    fits = name in fields and not (name in ("figures", "counts") and not value.value.get("unit"))
                    if value.origin == "machine" and fits:
                        yield _of_record("addition", of, entry.id, name, value.evidence, value.value)


def _of_record(kind: str, of: str, id_: str, name: str, evidence: Any, read: Any, recorded: Any = None) -> Candidate:
    read = tuple(bare(one) for one in read) if isinstance(read, tuple) else bare(read)
    key = f"{kind}:{of}/{id_}.{name}={said_short(read)}"
    return Candidate(kind, key, tuple(evidence), of=of, record=id_, field=name, recorded=recorded, read=read)


def sources(shown: Overlay, tables: Tables) -> Iterator[Candidate]:
    """Articles that speak of a recorded initiative and are not among its sources."""
    for entry in shown.initiatives.values():
        have = " ".join(address(one) for one in entry.record.get("sources") or ())
        rows = [tables.article_of[id_] for id_ in dict.fromkeys(place.article for place in entry.evidence)
                if id_ in tables.article_of]  # fmt: skip
        new = [row for row in rows if not any(address(one) in have for one in (row.url, row.path) if one)]
        if entry.origin == "person" and new:
            own = {row.article for row in new}
            evidence = tuple(place for place in entry.evidence if place.article in own)
            read = tuple(row.url or row.path for row in new)
            yield Candidate("source", f"source:initiatives/{entry.id}", evidence, of="initiatives", record=entry.id,
                            field="sources", read=read)  # fmt: skip


def address(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


def bare(value: Any) -> Any:
    """A value as a record holds it: without the words it was read from."""
    if not isinstance(value, dict):
        return value
    return {key: said for key, said in value.items() if not key.endswith(("_cue", "evidence")) and said is not None}


def said_short(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(sorted(said_short(one) for one in value))
    if isinstance(value, dict):
        return ".".join(
            str(value[key]) for key in ("id", "role", "value", "unit", "as_of") if value.get(key) is not None
        )
    return str(value)
