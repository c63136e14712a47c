"""A document and its facts come in; out go the contradictions inside the article, each with the words on both sides."""

from collections.abc import Iterator

from loaders.findings.dates import date_conflicts
from loaders.findings.names import name_conflicts
from loaders.findings.numbers import number_conflicts
from loaders.lexicon.entries import Entry, entry


def entries(register) -> Iterator[Entry]:
    """Words that tell a plan from what has happened, and one count from another."""
    for words in register.language.values():
        for kind in ("planned", "happened", "another_count"):
            yield from (entry(kind, "", phrase) for phrase in words["findings"][kind])
        for number, phrases in enumerate(words["findings"]["weekdays"]):
            yield from (entry("weekday", str(number), phrase) for phrase in phrases)


def read(document, facts: dict) -> list[dict]:
    return [*date_conflicts(document), *number_conflicts(document, facts), *name_conflicts(document, facts)]
