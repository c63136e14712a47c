"""Numbers with and without a noun come in; out go the same, with nouns that a list, a whole or a span lends them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.clause.slots import JOINING
from loaders.dates.expressions import FROM
from loaders.dates.signs import closed
from loaders.figures.numbers import Number
from loaders.grammar.heads import wordlist

NEAR = 4  # words between the members of a list; from a number back to its noun
SUM_NEAR = 6  # … from a number back to «саны», number of
EXACT = frozenset(
    {"som", "usd", "eur", "rub", "jpy", "cny", "percent", "square-metres"}
)  # stand right after their number
OF_THEM = frozenset(["сы", "си", "су", "ы", "и", "у", "сын", "син", "сун", "нин", "нын"])  # 8626сы: so many of them


FROM_NOUN = re.compile("..[дт][аео]н$")  # сомдон, мектептен
PART = "+P3"  # 103 миллиону: of what was told before
PART_OF_MANY = {"+P3+ACC", "+P3+GEN"}  # 1,2 миллионун; but үчүн is “for”
IN_THEM = re.compile("[сн]?[ыиу]нд[аео]$")  # 118дин 47синде; also a day of a month, which counts nothing
MONEY = EXACT - {"percent", "square-metres"}


@dataclass(slots=True)
class Figure:
    """Words first..last are the number with its noun; `of` is the record the noun names."""

    number: Number
    unit: str | None
    first: int
    last: int
    of: str | None = None


def lend(document, figures: list[Figure]) -> None:
    """A number without a noun takes that of its list, of what it is a part of, or of the words before it."""
    text, last_unit = document.text, None
    towns = {word for m in document.mentions if m.kind == "region" for word in range(m.first, m.last + 1)}
    for later, figure in pairwise(reversed(figures)):
        if figure.unit is None and _until(document, figure.number, later.number):
            figure.unit, figure.last = later.unit, figure.number.last
            if figure.number.scale == 1 < later.number.scale > figure.number.value:  # 20дан 30 миң сомго чейин
                figure.number = replace(figure.number, value=figure.number.value * later.number.scale)
        elif figure.unit is None and _in_row(text, figure, later, towns):
            figure.unit, figure.last = later.unit, figure.number.last
    wholes, sums = ([hit.first for hit in document.of(kind)] for kind in ("of_which", "count_of"))
    nouns = [hit for hit in document.of("unit") if hit.entry.id not in EXACT]
    places = [hit.first for hit in nouns]
    whole: Figure | None = None
    for earlier, figure, later in zip([None, *figures], figures, [*figures[1:], None], strict=False):
        if figure.unit is None and figure.last == figure.number.last:
            first, end = text.sentence(figure.first)
            decimal = isinstance(figure.number.value, float)
            at = bisect_left(places, figure.first) - 1
            before = nouns[at].entry.id if at >= 0 and places[at] >= first else None
            beside = later and later.first <= min(end, figure.last + NEAR) and text.gaps[figure.last][:1] in (",", " ")
            beside_noun = at >= 0 and nouns[at].last == figure.first - 1 and "GEN" in nouns[at].tag
            if text.gaps[figure.last] == "-" and text.words[figure.last + 1].isdecimal():
                continue  # 5-6 миң: the second says it
            if IN_THEM.match(figure.number.ending):
                of_them = earlier and earlier.number.last == figure.first - 1 and earlier.number.ending.endswith("н")
                figure.unit = (earlier.unit or last_unit) if of_them else before if beside_noun else None
            elif is_part(document, figure.number):
                smaller = whole and figure.number.value < whole.number.value
                figure.unit = whole.unit if smaller else last_unit
            elif figure.number.ending in OF_THEM and not decimal and (beside_noun or last_unit):
                figure.unit = before if beside_noun else last_unit  # ЖОЖдордун 40ы
            elif _risen_from(text, earlier, figure):
                figure.unit = earlier.unit
            elif _between(sums, max(first, figure.first - SUM_NEAR), figure.first):
                figure.unit = before
            elif earlier and earlier.unit and _until(document, earlier.number, figure.number):
                figure.unit = earlier.unit
            elif last_unit and _between(wholes, first, figure.first):
                figure.unit = last_unit
            elif beside and later.unit not in EXACT:
                figure.unit = later.unit
            elif decimal and at >= 0 and places[at] >= max(first, figure.first - NEAR):
                figure.unit = before
        if figure.unit and figure.unit not in EXACT:
            last_unit, whole = figure.unit, None
        elif figure.unit in MONEY:
            whole = figure


def _risen_from(text, earlier: Figure | None, figure: Figure) -> bool:
    """29 миң сомдон 41 миңге"""
    beside = earlier is not None and earlier.unit and earlier.last == figure.first - 1
    return bool(beside) and FROM_NOUN.search(text.words[figure.first - 1]) is not None


def is_part(document, number: Number) -> bool:
    """103 миллиону, 4300гө жакыны: of what was told before, whatever noun comes next."""
    following = document.text.words[number.last + 1 : number.last + 2]
    return (
        number.ending == PART
        or (number.scale > 1 and number.ending in PART_OF_MANY)
        or IN_THEM.match(number.ending) is not None
        or not {*following}.isdisjoint(wordlist(document, "about_a_part"))
    )


def _until(document, one: Number, other: Number) -> bool:
    """28ден 35 пайызга, с 28 до 35 процентов, from 140 to 198."""
    text = document.text
    between = text.words[one.last + 1 : other.first]
    if any(text.gaps[word].strip(" %") for word in range(one.last, other.first)):
        return False
    if document.language == "ky":
        return not between and (one.ending in FROM or one.ending.endswith("ABL"))
    before = text.words[one.first - 1] if one.first else ""
    return len(between) == 1 and between[0] in closed(document, "until") and before in closed(document, "since")


def respectively(document, figures: list[Figure]) -> None:
    """138 колледжей и 57 вузов, сейчас 166 и 89 соответственно."""
    for hit in document.of("respective"):
        first, _ = document.text.sentence(hit.first)
        ahead = [figure for figure in figures if first <= figure.first < hit.first]
        bare = 0
        while bare < len(ahead) and ahead[-1 - bare].unit is None:
            bare += 1
        whole = ahead[-2 * bare : -bare] if bare and len(ahead) >= 2 * bare else []
        if whole and ahead[-1].last >= hit.first - NEAR and all(figure.unit for figure in whole):
            for figure, of in zip(ahead[-bare:], whole, strict=True):
                figure.unit = of.unit


def _in_row(text, figure: Figure, later: Figure, towns: set[int]) -> bool:
    """«Ошто 18, Баткенде 12 жана Нарында 13 бала бакча»: one noun for all, a place before each."""
    if later.unit is None or later.unit in EXACT:
        return False
    after = figure.number.last + 1
    joined = text.gaps[after - 1][:1] == "," or text.words[after] in JOINING
    near = later.first <= text.sentence(figure.first)[1]
    return joined and near and any(word in towns for word in range(after, later.first))


def _between(places: list[int], first: int, end: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < end
