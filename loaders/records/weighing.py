"""Takes what a person asserts of one field and what articles say of it, gives the value shown and what disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from . import edtf
from .sayings import Saying
from .shown import Evidence, Finding, Value


@dataclass(frozen=True)
class Subject:
    """The record a field belongs to: where findings point to, what its person refused or could not verify."""

    of: str
    id: str
    record: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)

    def refuses(self, name: str, value: Any) -> bool:
        """Whether the person lists this value under `rejected`: an involvement by its id or as `koica.funder`, a count
        by its number."""
        bare = {str(next((value[key] for key in ("id", "value") if isinstance(value, dict) and key in value), value))}
        if isinstance(value, dict) and "role" in value:
            bare.add(f"{value['id']}.{value['role']}")
        return any(
            one["field"].partition(".")[0] == name and str(one["value"]) in bare
            for one in self.record.get("rejected", ())
        )

    def unverified(self, name: str, part: Any = None) -> bool:
        names = {name} if part is None else {name, f"{name}.{part}"}
        return bool(names & set(self.record.get("unverified", ())))

    def find(self, kind: str, name: str, **words: Any) -> None:
        self.findings.append(Finding(kind, self.of, self.id, name, **words))


Agree = Callable[[Any, Any], bool]


def one_value(subject: Subject, name: str, sayings: Iterable[Saying], agree: Agree) -> Value | None:
    """A person's value, or the one articles agree on; if they differ there is no value, but a finding."""
    sayings = [one for one in sayings if one.value is not None and not subject.refuses(name, one.value)]
    asserted = subject.record.get(name)
    if asserted is not None:
        agreeing = [one for one in sayings if agree(asserted, one.value)]
        for one in sayings:
            if one not in agreeing:
                subject.find("disagreement", name, recorded=asserted, read=one.value, evidence=one.evidence)
        return Value(asserted, "person", _all(agreeing), subject.unverified(name))
    if not sayings:
        return None
    if not all(agree(one.value, other.value) for one in sayings for other in sayings):
        read = tuple(dict.fromkeys(one.value for one in sayings))
        subject.find("articles-differ", name, read=read, evidence=_all(sayings))
        return None
    exact = max(sayings, key=lambda one: len(str(one.value)))  # 2024-03 says more than 2024
    return Value(exact.value, "machine", _all(sayings), as_of=exact.published)


def several_values(
    subject: Subject, name: str, sayings: Iterable[Saying], key: Callable[[Any], Any]
) -> tuple[Value, ...]:
    """A person's list as it stands, or everything articles say; `key` tells whether two items are the same."""
    by_key: dict[Any, list[Saying]] = {}
    for one in sayings:
        if not subject.refuses(name, one.value):
            by_key.setdefault(key(one.value), []).append(one)
    asserted = subject.record.get(name)
    if not asserted:
        return tuple(Value(said[0].value, "machine", _all(said), as_of=said[0].published) for said in by_key.values())
    shown = tuple(
        Value(item, "person", _all(by_key.get(key(item), ())), subject.unverified(name, _id(item))) for item in asserted
    )
    keys = {key(item) for item in asserted}
    for other, said in by_key.items():
        if other not in keys:
            subject.find("addition", name, read=said[0].value, evidence=_all(said))
    return shown


def dates_agree(one: str, other: str) -> bool:
    """Whether some day can be both."""
    return edtf.parse(one).consistent(edtf.parse(other))


def _id(item: Any) -> Any:
    return item.get("id") if isinstance(item, dict) else item


def _all(sayings: Iterable[Saying]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(place for one in sayings for place in one.evidence))
