"""Numbers of a document come in; out go those of which the text says what they count, with the noun and its owner."""

from bisect import bisect_left

from loaders.figures.lending import EXACT, Figure, is_part, lend, respectively
from loaders.figures.numbers import Number, numbers
from loaders.lexicon.entries import Hit

REACH = 7  # words from a number to its noun: 74 жарандык жана санариптик билим берүү борборлору
OF_SIZE = "дуу"  # 225 орундуу мектеп: so many places, one school
SIGNS = {"$": "usd", "€": "eur", "₽": "rub"}
STOPS = frozenset(",;:()\n")


def counted(document) -> list[Figure]:
    """Every number with the noun it counts; made once, for the figures and for what contradicts them."""
    if document.counted is None:
        document.counted = _counted(document)
    return document.counted


def _counted(document) -> list[Figure]:
    units = _units(document)
    said = numbers(document)
    figures: list[Figure] = []
    for index, number in enumerate(said):
        limit = said[index + 1].first if index + 1 < len(said) else len(document.text.words)
        figures.append(_figure(document, number, units, limit, said[index - 1].last if index else -1))
    lend(document, figures)
    respectively(document, figures)
    return [figure for figure in figures if figure.unit]


def _units(document) -> dict[int, Hit]:
    """First word → the longest unit there."""
    units: dict[int, Hit] = {}
    for hit in (*document.of("unit"), *document.of("not_unit")):
        if hit.first not in units or (hit.last, hit.entry.acronym) > (units[hit.first].last, False):
            units[hit.first] = hit
    return units


def _figure(document, number: Number, units: dict[int, Hit], limit: int, earlier: int) -> Figure:
    text = document.text
    before = text.gaps[number.first - 1] if number.first else text.cased[: text.starts[0]]
    sign = SIGNS.get(before.rstrip(" ")[-1:])
    after = text.gaps[number.last].lstrip(" ")
    sign = sign or (SIGNS.get(after[:1]) if len(after) > 1 else None)  # 1,5 млн $ берди
    if sign or after.startswith("%"):
        return Figure(number, sign or "percent", number.first, number.last)
    code = units.get(number.first - 1)  # KGS 744 million
    apart = code and before == " " and (earlier + 1 < code.first or not code.first or text.gaps[code.first - 1] != " ")
    if code and apart and code.entry.acronym and code.entry.id in EXACT:
        return Figure(number, code.entry.id, code.first, number.last)
    _, end = text.sentence(number.last)
    if is_part(document, number):
        return Figure(number, None, number.first, number.last)
    place = number.last + 1
    while place <= min(end, number.last + REACH) and place < limit:
        if not STOPS.isdisjoint(text.gaps[place - 1]):
            break
        if text.words[place].isdecimal() and text.gaps[place].strip(" ") == "-":  # 62 миң 11-класстын окуучусу
            place += 1
        elif place in units:
            return _with_noun(document, number, units[place], units)
        place += 1
    return Figure(number, None, number.first, number.last)


def _with_noun(document, number: Number, hit: Hit, units: dict[int, Hit]) -> Figure:
    exact = hit.entry.id in EXACT
    if hit.entry.kind == "not_unit" and hit.entry.phrase in _owning(document):
        own = units.get(hit.last + 1)
        if own and "P3" in own.tag and document.text.gaps[hit.last] == " ":
            hit = own  # 120 айыл мектеби: schools
    while hit.entry.kind == "unit" and hit.tag == "" and not exact and document.text.gaps[hit.last] in (" ", "-"):
        following = units.get(hit.last + 1)
        if following is None or following.entry.kind == "not_unit" or hit.entry.phrase.endswith(OF_SIZE):
            break
        if document.language == "ky" and following.tag and "P3" not in following.tag:
            break  # үч миң бала мектепке барбайт
        hit = following  # мектеп окуучусу
    far = hit.first > number.last + 2
    if hit.entry.kind == "not_unit" or (far and (exact or isinstance(number.value, float))):
        return Figure(number, None, number.first, hit.last)
    return Figure(number, hit.entry.id, number.first, hit.last, _owner(document, number, hit))


def _owning(document) -> list[str]:
    return document.register.language[document.language].get("not_units_of", [])


def _owner(document, number: Number, noun: Hit) -> str | None:
    """The centres it counts, named by the noun itself or in brackets after it."""
    mentions = document.mentions
    at = bisect_left(mentions, number.first, key=lambda mention: mention.first)
    while at < len(mentions) and mentions[at].first <= noun.last + 2:
        mention = mentions[at]
        if mention.kind == "centre":
            return mention.id
        if mention.kind == "initiative" and noun.entry.id == "centres":
            return document.register.initiatives[mention.id].get("centre")
        at += 1
    return None
