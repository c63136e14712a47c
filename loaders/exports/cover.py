"""A download comes in; out go the lines of its cover: what is in it, counted apart, from when, and how to read it."""

from collections.abc import Sequence
from datetime import datetime

from loaders.exports import BISHKEK
from loaders.exports.asking import Download, in_words
from loaders.exports.sheets import count
from loaders.exports.wording import layouts

Line = tuple[str, str | int | None]
NOTES = ("empty", "dates", "lists", "guard")


def cover(one: Download, notes: Sequence[str] = NOTES) -> list[Line]:
    """(heading, what it says); a heading alone opens a part."""
    word, tables = one.words.cover, one.tables
    latest = str(tables.read_on) if tables.read_on else word("unknown")
    return [
        (word("title"), None),
        *([(name, value) for name, value in in_words(one)] or [(word("shown"), word("everything"))]),
        *([(word("link"), one.link)] if one.link else []),
        (word("retrieved"), clock(one.at)),
        (word("latest"), latest),
        (word("initiatives"), tables.count("initiatives")),
        (word("articles"), tables.count("articles")),
        (word("independent"), tables.count("articles", "source")),
        (word("partners"), tables.count("partners")),
        (word("licence"), word("licence_text")),
        *([(word("reading"), None)] if notes else []),
        *(("", word(note)) for note in notes),
        (word("tables"), None),
        *((layout.title, count(one, name)) for name, layout in layouts(one.language).items()),
    ]


def clock(at: datetime) -> str:
    return f"{at.astimezone(BISHKEK):%Y-%m-%d %H:%M}"


def text(one: Download, notes: Sequence[str] = NOTES) -> str:
    lines = (f"{head}: {said}" if head and said is not None else str(said or head) for head, said in cover(one, notes))
    return "\n".join(lines) + "\n"
