"""The register and names that came or went come in; out goes what the articles concerned say when read with it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from loaders.articles import Article, read_article
from loaders.facts import Reader
from loaders.mentions.names import written_names
from loaders.records import Register, dump_extracted, load_extracted, load_register
from loaders.tables import Tables
from loaders.tables.searching import search

RECORDS = ("partners", "initiatives", "centres")


class _Version:
    """A register told from others by its version alone."""

    def __init__(self, register: Register):
        self.register = register

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and other.register.version == self.register.version

    def __hash__(self) -> int:
        return hash(self.register.version)


@lru_cache(maxsize=2)
def _reader(one: _Version) -> Reader:
    return Reader(one.register)


def reader_of(register: Register) -> Reader:
    """Compiled once for a register, however often it is asked for."""
    return _reader(_Version(register))


def names(register: Register) -> set[tuple[str, str, str]]:
    """What articles are searched for: of, id and name; and what looks alike and is something else."""
    return {
        (of, id_, name)
        for of in RECORDS
        for id_, record in getattr(register, of).items()
        for name in (*written_names(record), *(record.get("not") or ()), *(record.get("ambiguous") or ()))
    }


def concerned(before: Register, after: Register, tables: Tables) -> tuple[str, ...]:
    """Articles in which a name stands that only one of the two registers has, in any ending."""
    changed = {name for _of, _id, name in names(before) ^ names(after)}
    queries = ['"' + " ".join(name.replace('"', " ").split()) + '"' for name in changed]
    found = {article for query in queries for article in search(tables.folded, query, tables.lookalikes)}
    speaking = {id_ for _of, id_, _name in names(before) - names(after)}
    rows = tables.evidence[tables.evidence.id.isin(speaking)] if speaking else tables.evidence[:0]
    return tuple(sorted(found | set(rows.article)))


def reread(reader: Reader, root: Path, extracted: Mapping[str, Any], articles: Iterable[str]) -> dict[str, Any]:
    """Article → what is read in it now; one that can't be read stays as it was."""
    found = {}
    for id_ in articles:
        known = extracted[id_]
        article = read_article(root / known["source"])
        if isinstance(article, Article):
            same = replace(article, id=id_, source=known["source"], original=known.get("original"))
            found[id_] = reader.read(same)
    return found


def forget(root: Path) -> list[Path]:
    """What was read in articles that are in seeds/ no more goes; and the text that was stored of them, unless somebody
    has changed it."""
    gone = []
    for id_, record in load_extracted(root / "data").items():
        original, source = record.get("original"), root / record["source"]
        if (root / (original["path"] if original else record["source"])).exists():
            continue
        if original and source.is_file() and sha256(source.read_bytes()).hexdigest() == record["sha256"]:
            source.unlink()
        gone.append(root / "data" / "extracted" / f"{id_}.yaml")
    for path in gone:
        path.unlink()
    return gone


def renew(root: Path, articles: Iterable[str]) -> None:
    """The articles read again with the register as it stands, and written to data/extracted."""
    articles = tuple(articles)
    if articles:
        reader = reader_of(load_register(root / "data"))
        for id_, record in reread(reader, root, load_extracted(root / "data"), articles).items():
            dump_extracted(record, root / "data" / "extracted" / f"{id_}.yaml")
