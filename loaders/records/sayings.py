"""Takes what was read in articles, gives by record what each article says of each field, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .shown import Evidence

Extracted = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Saying:
    """What one article says of one field."""

    value: Any
    evidence: tuple[Evidence, ...]
    published: str | None


@dataclass(frozen=True)
class Reading:
    """Where an article speaks of one record: all that was read in it, and the part about this record."""

    article: str
    whole: dict[str, Any]
    part: dict[str, Any]

    @property
    def published(self) -> str | None:
        return (self.whole.get("published") or {}).get("edtf")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return places(self.article, self.part.get("evidence"))

    def sayings(self, field: str) -> Iterator[Saying]:
        value = self.part.get(field)
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield Saying(one, self._words(field, one), self.published)

    def figures(self, id_: str) -> Iterator[Saying]:
        """The article's numbers of this record, each a reading of the day the article came out."""
        for figure in self.whole.get("figures", ()):
            if figure.get("of") == id_:
                value = {key: figure[key] for key in ("value", "op", "unit") if figure.get(key) is not None}
                value |= {"as_of": self.published} if self.published else {}
                yield Saying(value, places(self.article, figure.get("evidence")), self.published)

    def _words(self, field: str, value: Any) -> tuple[Evidence, ...]:
        """A value's own words; else the article's for the same id or date; else where the record is named."""
        own = value.get("evidence") if isinstance(value, dict) else self.part.get(f"{field}_evidence")
        if not own and field == "status" and self.part.get("status_cue"):
            own = [self.part["status_cue"]]
        if field in ("start", "end"):
            same = [one for one in self.whole.get("dates", ()) if one["edtf"] == value]
        else:
            id_ = value.get("id") if isinstance(value, dict) else value
            same = [one for one in self.whole.get(field, ()) if isinstance(one, dict) and one.get("id") == id_]
        shared = [place for one in same for place in one.get("evidence", ())]
        return places(self.article, own or shared) or self.evidence


Readings = dict[str, dict[str, list[Reading]]]  # group → record id → what articles say of it


def by_record(extracted: Extracted, centres: Any) -> Readings:
    """Sorted by article. An initiative the register lacks is called `<article>~<number>`."""
    found: Readings = {"partners": {}, "initiatives": {}, "centres": {}}
    for article, whole in sorted(extracted.items()):
        for number, part in enumerate(whole.get("initiatives", ()), 1):
            id_ = part.get("id") or f"{article}~{number}"
            found["initiatives"].setdefault(id_, []).append(Reading(article, whole, part))
        for part in whole.get("partners", ()):
            found["partners"].setdefault(part["id"], []).append(Reading(article, whole, part))
        for id_ in dict.fromkeys(figure.get("of") for figure in whole.get("figures", ())):
            if id_ in centres:
                found["centres"].setdefault(id_, []).append(Reading(article, whole, {}))
    return found


def places(article: str, evidence: Any) -> tuple[Evidence, ...]:
    return tuple(Evidence(article, one["start"], one["end"], one["quote"]) for one in evidence or ())
