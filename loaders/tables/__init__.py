"""The register and the extracted facts come in; out goes `Tables`, the frames every page counts, lists and draws."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from loaders.articles import Article, read_article
from loaders.records import ROOT, Register, load_extracted, load_register
from loaders.records.overlay import overlay
from loaders.records.past import register_as_of
from loaders.tables.columns import COLUMNS, FLAGS
from loaders.tables.differences import differing
from loaders.tables.indexing import Index
from loaders.tables.known import named, out_by
from loaders.tables.reprints import settle
from loaders.tables.rows import RECORDS, VOCABULARY, matching_only, of_overlay
from loaders.tables.same_story import stories
from loaders.tables.sayings import of_article
from loaders.tables.searching import folded, search


class Frame:
    """A table as a frame, cut when it is first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, tables: "Tables", owner: type) -> pd.DataFrame:
        return tables.indexes[self.name].frame


@dataclass(frozen=True, eq=False)
class Tables:
    """Treat every frame as read-only: all readers share them.

    articles: `story` is the article a reprint repeats (its own id if none), `source` the independent source behind it
    (outlet of the story, or the story where no outlet is known): count sources with `count("articles", "source")`.
    initiatives: one row each, a person's value where there is one, else the machine's (`status_origin` … say which);
    `reviewed` is False where only a machine read it. Entries that serve matching only are in no frame but
    `mentions_only`.
    `note`, `place`, `what`, `text` of a person's record are {ky, ru, en}: show them by `words.said(…)`; `budget` is the
    record's mapping.
    counts: dated readings of a centre in its own unit (centres, pupils, places …): never averaged, never summed.
    involvement, goals_of, levels_of, regions_of: long; one row for each saying, so a fact that a person asserts and two
    articles confirm has three rows: count distinct ids, never rows. `initiative` None: said of the article itself.
    `doubted`: a person asserts it, no source confirms it.
    events: dated happenings of articles, and milestones of the register (`text`, origin person).
    findings: kinds of `loaders.records.Finding`; `values` is (recorded, read), `says` a person's words in {ky, ru, en},
    `evidence` a tuple of (article, start, end, quote).
    evidence: every sentence: `kind` partner|role|initiative|status|goal|level|region|date|person|figure|event|finding|
    title|published|byline|unlisted, `id` of the record, `value` what it says of it (`more`: the status of a
    partner's part, the unit of a figure), `fact` rows of one fact share it.
    """

    indexes: Mapping[str, Index]  # every table as numbers
    names: Mapping[str, Mapping[str, Mapping[str, str]]]  # initiatives partners centres goals levels … → id → language
    vocabulary: Mapping[str, Mapping[str, Mapping[str, Any]]]  # goals levels regions roles statuses kinds → id → entry
    mentioned: frozenset[str]  # every record at least one article speaks of; no filter changes it
    folded: Mapping[str, str]  # article → its text, folded for searching; offsets are those of the text
    lookalikes: tuple[tuple[str, str], ...]
    records: Mapping[str, Mapping[str, Mapping[str, Any]]]  # initiatives partners centres → id → the person's record

    articles = Frame()
    initiatives = Frame()
    partners = Frame()
    centres = Frame()
    counts = Frame()
    involvement = Frame()
    goals_of = Frame()
    levels_of = Frame()
    regions_of = Frame()
    events = Frame()
    figures = Frame()
    people = Frame()
    findings = Frame()
    evidence = Frame()
    mentions_only = Frame()

    def index(self, name: str) -> Index:
        """The table of that name as numbers."""
        return self.indexes[name]

    def count(self, of: str, column: str = "") -> int:
        """Of rows, or of the different values of a column: independent sources are `count("articles", "source")`."""
        return self.indexes[of].count(column)

    def with_indexes(self, changed: Mapping[str, Index]) -> "Tables":
        """The same with other tables of these names; nothing is worked out for it yet."""
        return replace(self, indexes={**self.indexes, **changed})

    def with_frames(self, **changed: pd.DataFrame) -> "Tables":
        return self.with_indexes({name: Index(table) for name, table in changed.items()})

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """Answers of `loaders.tables.keeping.kept`."""
        return {}

    @cached_property
    def read_on(self) -> Any:
        """The last day an article of this set was published, for the line under each chart."""
        last = int(np.max(self.index("articles").ordinals("latest"), initial=0))
        return date.fromordinal(last) if last else None

    def search(self, query: str) -> dict[str, list[tuple[int, int]]]:
        """Article → places, of the articles of this set."""
        texts = {article: self.folded[article] for article in self.articles.article if article in self.folded}
        return search(texts, query, self.lookalikes)

    @cached_property
    def article_of(self) -> Mapping[str, Any]:
        """Article → its row."""
        return {row.article: row for row in self.articles.itertuples()}

    def evidence_of(self, record: str) -> list[Any]:
        """The sentences that speak of a record, or of something in it."""
        return list(self.index("evidence").rows(record, "id", "initiative").itertuples())


def frame(name: str, found: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as dictionaries → a frame with exactly the columns of `name`; what a row does not say is None."""
    columns = COLUMNS[name].split()
    stray = {key for row in found for key in row} - set(columns)
    if stray:
        raise KeyError(f"{name} has no column {sorted(stray)}")
    table = pd.DataFrame([[row.get(column) for column in columns] for row in found], columns=columns, dtype=object)
    return table.astype({flag: bool for flag in FLAGS & set(columns)})


def tables(register: Register, extracted: Mapping[str, Any], texts: Mapping[str, str]) -> Tables:
    """Everything in memory → the frames; `texts` are the articles as stored."""
    lookalikes = tuple(register.language["ky"]["lookalikes"].items())
    read = {article: folded(text, lookalikes) for article, text in texts.items()}
    order = sorted(texts, key=lambda article: (_published(extracted[article]), -len(texts[article]), article))
    story = stories({article: read[article] for article in order})
    firsts = {article: record for article, record in extracted.items() if story.get(article, article) == article}
    shown = overlay(register, firsts)
    found = of_overlay(register, replace(shown, findings=(*shown.findings, *differing(firsts))))
    for article, record in extracted.items():
        of_article(found, register, article, record, texts.get(article))
    settle(found, story)
    outlets = {row["article"]: row["outlet"] for row in found["articles"]}
    for row in found["articles"]:
        row["story"] = story.get(row["article"], row["article"])
        row["source"] = outlets.get(row["story"]) or f"story:{row['story']}"
    vocabulary = {kind: getattr(register, kind) for kind in VOCABULARY}
    records = {kind: {id_: own for id_, own in getattr(register, kind).items() if not matching_only(own)}
               for kind in RECORDS}  # fmt: skip
    return Tables(
        indexes={name: Index(frame(name, found[name])) for name in COLUMNS},
        names=found["names"],
        vocabulary=vocabulary,
        mentioned=frozenset(row[id_] for row in found["evidence"] for id_ in ("id", "initiative") if row[id_]),
        folded=read,
        lookalikes=lookalikes,
        records=records,
    )


def _published(record: Mapping[str, Any]) -> str:
    return (record.get("published") or {}).get("edtf") or "~"


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Millions of rows are made here and kept: the search for garbage among them, now and in every later run of a page,
    would take longer than making them."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def build_tables(root: Path = ROOT, as_of: date | None = None) -> Tables:
    """A project folder → its tables; as of a day: the articles certainly published by then, the records as they stood
    when it ended. The reading of the articles is today's."""
    with _nothing_thrown_away():
        extracted = load_extracted(root / "data")
        if as_of:
            extracted = out_by(extracted, as_of)
        stored = {article: read_article(root / record["source"]) for article, record in extracted.items()}
        texts = {article: one.raw for article, one in stored.items() if isinstance(one, Article)}
        register = register_as_of(root, as_of, named(extracted)) if as_of else load_register(root / "data")
        return tables(register, extracted, texts)
