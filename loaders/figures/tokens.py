"""A document comes in; out go the words numbers are made of: digits with their ending, number words, multipliers."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicon.entries import Entry

# After a number these are its ending, also after a space or hyphen: 400 гө жакын, 200-дөн ашык
ENDINGS = frozenset(["дан", "ден", "дон", "тан", "тен", "тон", "га", "ге", "го", "ка", "ке", "ко"])
LONGEST = 15  # digits


@dataclass(slots=True)
class Token:
    """`kind`: digits, word, magnitude, half; phone where digits count nothing."""

    kind: str
    first: int
    last: int
    value: float
    ending: str = ""


def number_entries(words: dict, language: str) -> Iterator[Entry]:
    """Words for numbers are those of the article's language: Russian «он» is no ten."""
    yield from (Entry("numbers", str(value), phrase, language=language) for phrase, value in words["numbers"].items())
    yield from (Entry("magnitudes", str(value), phrase) for phrase, value in words["magnitudes"].items())
    yield from (Entry("half", "0.5", phrase, "exact") for phrase in words["half"])


def tokens(document) -> list[Token]:
    """In order of place; the words of dates are left out."""
    text = document.text
    dated = {word for date in document.dates for word in range(date.first, date.last + 1)}
    found: dict[int, Token] = {}
    for kind, name in (("numbers", "word"), ("magnitudes", "magnitude"), ("half", "half")):
        for hit in document.of(kind):
            if hit.tier != "folded" and hit.first not in dated:
                found[hit.first] = Token(name, hit.first, hit.last, float(hit.entry.id), hit.tag)
    magnitudes = {hit.first for hit in document.of("magnitudes")}
    exact = magnitudes | {hit.first for hit in document.of("unit") if hit.entry.id == "percent"}
    last = -1
    for index in text.digits:
        if index > last and index not in dated:
            found[index] = _digits(document, index, dated, magnitudes, exact)
            last = found[index].last
    ordered = [found[first] for first in sorted(found)]
    _phones(text, ordered)
    return ordered


def _digits(document, index: int, dated: set[int], magnitudes: set[int], exact: set[int]) -> Token:
    """43 440 · 1,5 · 19.5 · 81, 2 пайызы · 8626сы"""
    text, words = document.text, document.text.words
    whole, fraction, ending, last = words[index], "", "", index

    def following() -> tuple[str, str]:
        there = last + 1 < len(words) and last + 1 not in dated
        return text.gaps[last], words[last + 1] if there else ""

    gap, word = following()
    while len(words[index]) <= 3 and len(word) == 3 and word.isdecimal() and gap in (" ", ".") and len(whole) < LONGEST:
        whole, last = whole + word, last + 1
        gap, word = following()
    slipped = gap == ", " and len(word) == 1 and last + 2 in exact  # a space slipped in: 81, 2 пайызы
    while document.language == "en" and gap == "," and len(word) == 3 and word.isdecimal() and _grouped(text, last + 1):
        whole, last = whole + word, last + 1  # 10,000,000
        gap, word = following()
    if word.isdecimal() and len(word) <= 3 and (gap in (",", ".") or slipped):
        if len(word) == 3 and gap == "," and (document.language == "en" or _thousands(document, last + 1, magnitudes)):
            whole += word
        else:
            fraction = word
        last += 1
        gap, word = following()
    attached = not gap or (gap in (" ", "-") and word in ENDINGS)
    if attached and word and last + 1 not in magnitudes and text.cased[text.starts[last + 1]].islower():
        ending, last = word, last + 1
    if len(whole) > LONGEST or (whole[0] == "0" and len(whole) > 1):
        return Token("phone", index, last, 0)
    return Token("digits", index, last, float(f"{whole}.{fraction}") if fraction else int(whole), ending)


def _grouped(text, word: int) -> bool:
    return text.gaps[word] == "," and word + 1 < len(text.words) and text.words[word + 1].isdecimal()


def _thousands(document, last: int, magnitudes: set[int]) -> bool:
    """1,679 мектеп: what is counted one by one has no thousandths."""
    following = last + 1
    units = {hit.first for hit in document.of("unit") if hit.entry.id not in ("percent", "som", "usd", "points")}
    return following not in magnitudes and bool(units.intersection(range(following, following + 2)))


def _phones(text, ordered: list[Token]) -> None:
    """0312 66-12-20: digits in a chain."""
    chain: list[Token] = []
    for token in [*ordered, None]:
        beside = token and chain and token.first == chain[-1].last + 1 and token.kind in ("digits", "phone")
        if beside and (text.gaps[chain[-1].last] == "-" or chain[-1].kind == "phone"):
            chain.append(token)
            continue
        if len(chain) > 2 or any(one.kind == "phone" for one in chain):
            for one in chain:
                one.kind = "phone"
        chain = [token] if token and token.kind in ("digits", "phone") else []
