"""What articles were read to say and a day come in; out goes what was certainly out by then, and the ids it names."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from loaders.records.edtf import parse


def out_by(extracted: Mapping[str, Any], day: date) -> dict[str, Any]:
    """An undated article, or one dated by a month that was not over, was not certainly out."""
    return {article: record for article, record in extracted.items() if (last := _latest(record)) and last <= day}


def named(extracted: Mapping[str, Any]) -> set[str]:
    """Every word that may be the id of something an article speaks of."""
    return set(_words(extracted))


def _latest(record: Mapping[str, Any]) -> date | None:
    published = (record.get("published") or {}).get("edtf")
    try:
        return parse(published).latest if published else None
    except ValueError:
        return None  # for `check` to report


def _words(read: Any) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, (dict, list)):
        for one in read.values() if isinstance(read, dict) else read:
            yield from _words(one)
