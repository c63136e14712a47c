"""A document and its figures come in; out go two numbers given for the same count of the same thing."""

from collections.abc import Iterator
from itertools import combinations

from loaders.figures import exactness
from loaders.figures.counting import counted
from loaders.figures.lending import EXACT, Figure

OTHERS = EXACT | {"places"}  # each school has its own size
MOST = 40  # figures; an article with more is a table
FEWEST = 10
VERB = 4  # letters two forms of one verb share
STEM = 5  # … and two forms of a word
FEWEST_WORDS = 3  # of a headline that can be told again
KINDRED = {"kindergartens": "preschools"}  # one in a headline, the other in the text
MISPRINTED = 4  # digits
STEPS = [10**power for power in range(12, 0, -1)]


def number_conflicts(document, facts: dict) -> Iterator[dict]:
    units = [KINDRED.get(figure["unit"], figure["unit"]) for figure in facts.get("figures") or []]
    if len(units) == len(set(units)):
        return
    pairs = {(one.first, other.first): (one, other) for rule in RULES for one, other in rule(document)}
    for one, other in pairs.values():
        evidence = [document.quote(figure.first, figure.last) for figure in (one, other)]
        says = f"{one.number.value} and {other.number.value} for the same {one.unit}"
        yield {"kind": "number-conflict", "says": says, "evidence": evidence}


def _repeated(document) -> Iterator[tuple[Figure, Figure]]:
    """Strict: the same noun phrase and verb in two sentences, nothing in either that makes it another count."""
    figures = [figure for figure in counted(document) if figure.unit not in OTHERS and figure.last > figure.number.last]
    for one, other in combinations(figures[:MOST], 2):
        if one.unit == other.unit and one.number.value != other.number.value and _same(document, one, other):
            yield one, other


def _against_headline(document) -> Iterator[tuple[Figure, Figure]]:
    """A number of the headline that the text never says, where a sentence much like the headline says another."""
    text, title = document.text, document.layout.title
    end = next((word for word, start in enumerate(text.starts) if title is None or start >= title[1]), len(text.words))
    figures = [figure for figure in counted(document) if figure.unit != "points"]
    head, body = ([f for f in figures if (f.last < end) == inside] for inside in (True, False))
    values = {figure.number.value for figure in body}
    for one in head:
        if one.number.value in values or one.number.value < FEWEST:
            continue
        yield from ((one, other) for other in body if _swapped(one, other))
        others = [f for f in body if f.unit == one.unit and f.number.value >= FEWEST and _retold(document, one, f)]
        if len({figure.number.value for figure in others}) == 1 and not _rounded(one, others[0]):
            yield one, others[0]


def _swapped(one: Figure, other: Figure) -> bool:
    """1812 kindergartens, and 1821 further down: digits that changed places."""
    ours, theirs = (str(figure.number.value).rstrip("0") for figure in (one, other))
    unit, another = (KINDRED.get(figure.unit, figure.unit) for figure in (one, other))
    return unit == another and len(ours) >= MISPRINTED and sorted(ours) == sorted(theirs)


def _retold(document, one: Figure, other: Figure) -> bool:
    """The other's sentence has half of the words of this one's, and nothing that makes it another count."""
    ours, theirs = (_content(document.text, *document.text.sentence(figure.first)) for figure in (one, other))
    alike = len(ours) >= FEWEST_WORDS and 2 * len(ours & theirs) >= len(ours)
    alike = alike and exactness(document, one) == exactness(document, other)
    return alike and not document.in_sentence(other.first, "another_count", "of_which")


def _content(text, first: int, last: int) -> set[str]:
    return {word[:STEM] for word in text.words[first : last + 1] if len(word) >= VERB and not word.isdecimal()}


def _rounded(one: Figure, exact: Figure) -> bool:
    """700 schools, and 716 further down."""
    step = next((step for step in STEPS if one.number.value % step == 0), 0)
    return abs(one.number.value - exact.number.value) < step


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


RULES = (_repeated, _against_headline)
