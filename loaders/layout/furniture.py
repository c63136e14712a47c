"""A line of a news page comes in; out goes whether it is the story or what pages put around stories."""

import re
from collections.abc import Iterable

from loaders.folding import bare, unify
from loaders.layout.lines import Line

SHORT = 60
LABELLED = 200  # a line that opens with «Тегдер:» may be this long
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d")
COUNTED = re.compile(r"[^\w.,/:+-]+")  # what may stand around the number of views; a date line has stops or strokes
CLOCK = re.compile(r"[\s•·|]*\d{1,2}:\d\d[\s•·|]*")
PHONE = re.compile(r"(?:\+\s?|\(0|\b0\d{2,3}[ -])[\d()\s-]{7,20}\d|(?<!\d)(?:3[2-9]|[4-9]\d|\d{3})-\d\d-\d\d(?!\d)")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
TAGS = re.compile(r"(?:#\w[\w-]*[\s,;]*)+")
CURRENCY = re.compile(r"\b(?:usd|eur|rub|rur|kzt|cny|gbp|try|uzs|kgs|jpy|chf)\b|[$€₽₸£¥]")
RATE = re.compile(rf"{CURRENCY.pattern}|[+-]?\d+[.,]\d+%?|[▲▼↑↓+-]")
WEATHER = re.compile(r"(?:[^\W\d_-]+[\s,:]*)?(?:[+-]?\d{1,2}\s*°\s?[cс]?[\s./]*)+")
RULE = re.compile(r"[-=_*~•·.—–\s]{3,}")
STROKE = re.compile("[»›>→/|]")
TRAIL = re.compile(rf"\s*{STROKE.pattern}\s*")
SIGNS = re.compile(r"[^\w]+")


class Furniture:
    """`phrases`: whole lines of data/language; one that ends in * takes the rest of its line."""

    def __init__(self, phrases: Iterable[str]):
        listed = [bare(unify(phrase)) for phrase in phrases]
        self._known = {tuple(_words(phrase)) for phrase in listed if not phrase.endswith("*")} - {()}
        self._longest = max(map(len, self._known), default=1)
        self._labels = tuple(phrase[:-1] for phrase in listed if phrase.endswith("*"))

    def holds(self, line: Line) -> bool:
        """Told by its words where they are listed, by its shape where it has none."""
        if len(line.text) > LABELLED:
            return False
        if line.low.startswith(self._labels) or TAGS.fullmatch(line.text) or self._is_trail(line):
            return True
        if len(line.text) > SHORT:
            return False
        rest, phones = PHONE.subn(" ", line.plain.lower())
        if DATE.search(rest):
            return False
        counted = COUNTED.sub("", rest).replace(",", "").isdecimal()
        return (
            counted or any(shape.fullmatch(rest) for shape in (CLOCK, WEATHER, RULE)) or self._is_made_up(rest, phones)
        )

    def _is_made_up(self, plain: str, phones: int) -> bool:
        """Of listed phrases, numbers, rates, telephones and addresses alone."""
        rest, addresses = ADDRESS.subn(" ", plain)
        if CURRENCY.search(rest) and re.search(r"\d+[.,]\d+", rest):
            rest = RATE.sub(" ", rest)
            addresses += 1
        words = [word for word in _words(bare(rest)) if not word.isdecimal()]
        return self._are_known(words) if words else bool(addresses or phones)

    def _are_known(self, words: list[str]) -> bool:
        reached = {0}
        for start in range(len(words)):
            if start in reached:
                reached |= {
                    start + size
                    for size in range(1, self._longest + 1)
                    if tuple(words[start : start + size]) in self._known and start + size <= len(words)
                }
        return len(words) in reached

    def _is_trail(self, line: Line) -> bool:
        """Башкы бет » Жаңылыктар » Билим берүү."""
        if not STROKE.search(line.text):
            return False
        steps = [step for step in TRAIL.split(line.text) if step]
        if len(steps) < 2 or max(map(len, steps)) > SHORT:
            return False
        return tuple(_words(bare(unify(steps[0])))) in self._known


def _words(low: str) -> list[str]:
    return [word for word in SIGNS.split(low) if word]
