"""The register and what tables say otherwise come in; out go candidates, one for each value that a record lacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.records import Register
from loaders.review.candidate import Candidate
from loaders.review.open_values import said_short


def questions(register: Register, imported: Mapping[str, list[dict[str, Any]]]) -> Iterator[Candidate]:
    """What a record has come to say since, or that has gone, is no question any more."""
    for table, entries in imported.items():
        for entry in entries:
            of, id_, field, value = (entry[name] for name in ("of", "id", "field", "value"))
            recorded: Any = getattr(register, of).get(id_)
            for step in field.split("."):
                recorded = recorded.get(step) if isinstance(recorded, dict) else None
            if id_ in getattr(register, of) and not holds(recorded, value):
                key = f"table:{of}/{id_}.{field}={said_short(value)}"
                yield Candidate("table", key, (), of=of, record=id_, field=field, recorded=_against(recorded, value),
                                read=value, row=(table, entry["row"]))  # fmt: skip


def holds(recorded: Any, told: Any) -> bool:
    """Whether the record's field says this, be it with more besides."""
    if isinstance(recorded, list):
        return any(holds(one, told) for one in recorded)
    if isinstance(recorded, dict) and isinstance(told, dict):
        return all(recorded.get(key) == value for key, value in told.items())
    return str(recorded) == str(told)


def _against(recorded: Any, told: Any) -> Any:
    """What would give way: the one value of a field, the same partner in another role; other values of a list stay."""
    if not isinstance(recorded, list):
        return recorded
    same = [one for one in recorded if isinstance(told, dict) and one["id"] == told["id"]]
    return same[0] if len(same) == 1 else None
