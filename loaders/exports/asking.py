"""Tables and a query come in; out goes `Download`: exactly what that query shows, and the words that say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import quote, urlencode

from loaders.exports import BISHKEK, ONE
from loaders.exports.about import only
from loaders.exports.wording import Wording
from loaders.filters import LISTS, Filters, read
from loaders.filters.narrowing import apply
from loaders.tables import Tables
from loaders.tables.surroundings import called


class NotKnown(ValueError):
    """The query names a filter value or a record nobody knows: (name, value)."""


@dataclass(frozen=True)
class Download:
    """What to write, in which words; the same download gives the same bytes."""

    tables: Tables  # narrowed
    everything: Tables  # not narrowed: names, goals and articles of what is in `tables`
    language: str
    filters: Filters
    about: tuple[str, str] | None  # ("initiative", id): one record alone, whatever the filters
    at: datetime
    link: str

    @property
    def words(self) -> Wording:
        return Wording(self.language, self.everything.names)

    @cached_property
    def sure(self) -> dict[str, dict[str, dict[str, None]]]:
        """Theme → initiative → its goals (levels, regions), but for those that no source confirms."""
        found: dict[str, dict[str, dict[str, None]]] = {theme: {} for theme in ("goal", "level", "region")}
        for theme, of in found.items():
            frame = getattr(self.everything, f"{theme}s_of")
            for id_, initiative, doubted in zip(frame[theme], frame.initiative, frame.doubted, strict=True):
                if initiative and not doubted:
                    of.setdefault(initiative, {})[id_] = None
        return found

    @property
    def asked(self) -> dict[str, str]:
        """What is shown, as it stands in an address."""
        one = dict([self.about] if self.about else ())
        return one if self.about and self.about[0] != "q" else self.filters.address() | one

    def file_name(self, suffix: str, table: str = "") -> str:
        """bilim-monitor-partner-koica-2026-11-22.xlsx; no value of an address becomes a path."""
        parts = [f"{name}-{value}" for name, value in self.asked.items()]
        said = "-".join(["bilim-monitor", *filter(None, [table]), *parts, f"{self.at.astimezone(BISHKEK):%Y-%m-%d}"])
        plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_") else "-" for sign in said)
        return f"{plain[:120]}{suffix}"


def download(
    query: Mapping[str, str],
    everything: Tables,
    language: str,
    at: datetime,
    link: str = "",
    narrowed: Tables | None = None,
) -> Download:
    """`narrowed`: the same filters already applied, where a page has them."""
    filters, unknown = read(query, everything.names)
    if unknown and narrowed is None:
        raise NotKnown(*unknown[0])
    tables = apply(everything, filters) if narrowed is None else narrowed
    about = next(((name, query[name]) for name in ONE if query.get(name)), None)
    if about:
        tables = only(tables if about[0] == "q" else everything, *about)
        if about[0] != "q" and getattr(tables, f"{about[0]}s").empty:
            raise NotKnown(*about)
    return Download(tables, everything, language, filters, about, at.replace(microsecond=0), link)


def address(page: str, query: Mapping[str, str], language: str) -> str:
    """The way to the same view on screen, from the root of the dashboard."""
    said = {name: value for name, value in query.items() if value and name != "lang"} | {"lang": language}
    return f"/{page}?{urlencode(said, quote_via=quote, safe=',/:;')}"


def in_words(one: Download) -> list[tuple[str, str]]:
    """(Partner, KOICA): what the download was narrowed to, as a reader says it."""
    words, told = one.words, []
    for name, value in one.asked.items():
        kind = LISTS.get(name) or {"initiative": "initiatives", "centre": "centres"}.get(name)
        if kind:
            value = ", ".join(words.names(kind, value.split(",")))
        elif name == "article":
            value = called(one.everything.article_of[value])
        elif name == "reviewed":
            value = words.cover(value)
        told.append((words.cover(name), value))
    return told
