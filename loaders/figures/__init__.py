"""A document comes in; out go the numbers a reader would chart: value, what is counted, how exact, and the words."""

from collections.abc import Iterator
from functools import cache

from loaders.figures.counting import counted
from loaders.figures.lending import EXACT, Figure
from loaders.figures.tokens import number_entries
from loaders.folding import bare
from loaders.lexicon.entries import Entry, entry

MOST = 8  # an article
FEWEST = 4  # fewer of anything tell of a case, not of the system
FEWEST_SPELLED = 10
LARGEST = 10**15  # nothing of a country's schools comes to more
OPS = {"more": ">", "about": "~", "up-to": "<="}
LISTS = {"not_unit": "not_units", "count_of": "count_of", "of_which": "of_which", "respective": "respective"}
ABOUT = frozenset(["дай", "дей", "дой", "тай", "тей", "той"])  # 200дөй


def entries(register) -> Iterator[Entry]:
    """Number words, what is counted, and how exactly, in three languages."""
    for language, words in register.language.items():
        yield from number_entries(words, language)
        for unit, phrases in words["units"].items():
            yield from (entry("unit", unit, phrase) for phrase in phrases)
        for kind, section in LISTS.items():
            yield from (entry(kind, "", phrase) for phrase in words[section])


def read(document, facts=None) -> list[dict]:
    """One entry a value and unit, with every place; none where the article is not of education."""
    if facts is not None and facts.get("relevant") is False:
        return []
    found: dict[tuple, dict] = {}
    own = set()  # those that have their noun beside them
    for figure in counted(document):
        if not _telling(figure):
            continue
        if figure.last > figure.number.last or figure.first < figure.number.first or figure.unit in EXACT:
            own.add((figure.number.value, figure.unit))
        fact = {"value": figure.number.value, "unit": figure.unit, "of": figure.of, "evidence": []}
        op = exactness(document, figure)
        fact = found.setdefault((figure.number.value, figure.unit), fact | ({"op": op} if op else {}))
        fact["of"] = fact["of"] or figure.of
        fact["evidence"].append(document.quote(figure.first, figure.last))
    return _most_telling(list(found.values()), own)


def _most_telling(facts: list[dict], own: set[tuple]) -> list[dict]:
    """Where there are too many, marks of single people go first, then numbers without a noun of their own."""
    rank = [(fact["unit"] == "points", (fact["value"], fact["unit"]) not in own) for fact in facts]
    kept = sorted(range(len(facts)), key=lambda at: (rank[at], at))[:MOST]
    return [facts[at] for at in sorted(kept)]


def _telling(figure: Figure) -> bool:
    if figure.number.value > LARGEST:
        return False
    if figure.unit in EXACT | {"points"}:
        return figure.number.value > 0
    fewest = FEWEST_SPELLED if figure.number.spelled else FEWEST
    return figure.number.value >= fewest and isinstance(figure.number.value, int)


def exactness(document, figure: Figure) -> str | None:
    """Said to be more, about or up to: by a word beside the number or its noun."""
    words = document.text.words
    after = [words[at] for at in (figure.number.last + 1, figure.last + 1) if at < len(words)]
    before = words[max(0, figure.first - 2) : figure.first]
    for kind, lists in document.register.language[document.language]["amounts"].items():
        if _any_listed(after, tuple(lists["after"])) or _any_listed(before, tuple(lists["before"])):
            return OPS[kind]
    return OPS["about"] if figure.number.ending in ABOUT else None


def _any_listed(words: list[str], phrases: tuple[str, ...]) -> bool:
    whole, stems = _folded(phrases)
    return any(word in whole or word.startswith(stems) for word in words)


@cache
def _folded(phrases: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and those of which the beginning is enough."""
    stems = tuple(bare(phrase[:-1]) for phrase in phrases if phrase[-1] == "*")
    return frozenset(bare(phrase) for phrase in phrases), stems
