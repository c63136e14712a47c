"""The register, what articles and tables say come in; out go the candidates to decide on, weightiest first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from loaders.records import Register
from loaders.records.overlay import overlay
from loaders.review.candidate import KINDS, Candidate
from loaders.review.drawn import touched
from loaders.review.imported_values import questions
from loaders.review.open_values import findings, initiatives, lacking, sources
from loaders.review.unknown import organisations, people
from loaders.tables import Tables
from loaders.tables.differences import differing
from loaders.tables.sentences import around, mark

# What a decision can be seen in, where it is not the field itself.
FIELDS = {
    "organisation": ("partners",),
    "initiative": ("partners", "start", "goals", "levels", "regions"),
    "date-conflict": ("start", "end"),
    "number-conflict": ("counts",),
    "name-conflict": ("partners",),
}


def candidates(
    register: Register, extracted: Mapping[str, Any], tables: Tables, imported: Mapping[str, Any] | None = None
) -> tuple[Candidate, ...]:
    """What is settled is not among them, unless a sentence has come up that was not known then."""
    story = {row.article: row.story for row in tables.articles.itertuples()}
    firsts = {article: whole for article, whole in extracted.items() if story.get(article, article) == article}
    shown = overlay(register, firsts)
    found: dict[str, Candidate] = {}
    of_overlay = (
        initiatives(register, shown),
        findings((*shown.findings, *differing(firsts))),
        lacking(shown),
        sources(shown, tables),
        questions(register, imported or {}),
    )
    for one in chain(_names(register, extracted), *of_overlay):
        same = found.get(one.id)
        found[one.id] = replace(same, evidence=(*same.evidence, *one.evidence)) if same else one
    weighed = (_weighed(one, tables) for one in found.values())
    left = (again for one in weighed if (again := _unsettled(one, register.settled)))
    return tuple(sorted(left, key=lambda one: (-one.weight[0], -one.weight[1], KINDS.index(one.kind), one.id)))


def _weighed(one: Candidate, tables: Tables) -> Candidate:
    articles = tuple(dict.fromkeys(place.article for place in one.evidence))
    told = {tables.article_of[article].source for article in articles if article in tables.article_of}
    fields = FIELDS.get(one.field) or FIELDS.get(one.kind) or (one.field,)
    sources = len(told) + bool(one.row)
    return replace(one, articles=articles, sources=sources, charts=touched(*fields), marks=_marks(one, tables))


def _marks(one: Candidate, tables: Tables) -> tuple[str, ...]:
    """A sentence that stands in two articles is one sentence: a reprint says nothing new."""
    found = set()
    for place in one.evidence:
        text = tables.article_of[place.article].text if place.article in tables.article_of else None
        first, last = around(text, place.start, place.end) if text else (0, 0)
        found.add(mark(text[first:last] if text else place.quote))
    return tuple(sorted(found))


def _unsettled(one: Candidate, settled: Mapping[str, Mapping[str, Any]]) -> Candidate | None:
    before = settled.get(one.id)
    if before is None:
        return one
    return replace(one, earlier=before) if set(one.marks) - set(before["seen"]) else None


def _names(register: Register, extracted: Mapping[str, Any]) -> Iterator[Candidate]:
    for kind, found in (("organisation", organisations), ("person", people)):
        for key, one in found(register, extracted).items():
            read = {name: said for name in ("kind", "position", "partner") if (said := one.most(name))}
            spellings = tuple(sorted(one.spellings, key=lambda name: (-one.spellings[name], name)))
            yield Candidate(kind, f"{kind}:{key}", tuple(one.evidence), one.name, spellings, read=read)
