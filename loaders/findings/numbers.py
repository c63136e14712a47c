"""A document and its figures come in; out go two numbers given for the same count of the same thing."""

from collections.abc import Iterator
from itertools import combinations

from loaders.figures.counting import counted
from loaders.figures.lending import EXACT, Figure

OTHERS = EXACT | {"places"}  # each school has its own size
MOST = 40  # figures; an article with more is a table
FEWEST = 10
VERB = 4  # letters two forms of one verb share


def number_conflicts(document, facts: dict) -> Iterator[dict]:
    """Strict: the same noun phrase and verb in two sentences, nothing in either that makes it another count."""
    units = [figure["unit"] for figure in facts.get("figures") or [] if figure["unit"] not in EXACT]
    if len(units) == len(set(units)):
        return
    figures = [figure for figure in counted(document) if figure.unit not in OTHERS and figure.last > figure.number.last]
    for one, other in combinations(figures[:MOST], 2):
        if one.unit == other.unit and one.number.value != other.number.value and _same(document, one, other):
            evidence = [document.quote(figure.first, figure.last) for figure in (one, other)]
            says = f"{one.number.value} and {other.number.value} for the same {one.unit}"
            yield {"kind": "number-conflict", "says": says, "evidence": evidence}


def _same(document, one: Figure, other: Figure) -> bool:
    text = document.text
    if min(one.number.value, other.number.value) < FEWEST or text.sentence(one.first) == text.sentence(other.first):
        return False
    noun, verb = _thing(text, one)
    alike = bool(verb) and (noun, verb) == _thing(text, other)
    return alike and _setting(document, one) == _setting(document, other) is not None


def _thing(text, figure: Figure) -> tuple[str, str]:
    """The counted noun phrase and the beginning of the verb right after it, if the sentence ends there."""
    _, end = text.sentence(figure.last)
    noun = " ".join(text.words[figure.number.last + 1 : figure.last + 1])
    return noun, text.words[end][:VERB] if end == figure.last + 1 and len(text.words[end]) >= VERB else ""


def _setting(document, figure: Figure) -> tuple[set, set] | None:
    """Who, where and when its sentence names; None where a word such as «дагы» says it is another count."""
    first, end = document.text.sentence(figure.first)
    kinds = ("another_count", "relative_days", "relative_years", "of_which")
    if any(first <= hit.first <= end for kind in kinds for hit in document.of(kind)):
        return None
    named = {(mention.kind, mention.id) for mention in document.mentions if first <= mention.first <= end}
    return named, {date.edtf for date in document.dates if first <= date.first <= end}
