"""A line of a news page comes in; out goes whether it is the story or what pages put around stories."""

import re
from collections.abc import Iterable

from loaders.folding import bare, unify

SHORT = 60
LABELLED = 200  # a line that opens with «Тегдер:» may be this long
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d")
COUNTER = re.compile(r"[\s•·|№#]*\d(?:[\d ]*\d)?[\s•·|]*")  # of views or comments; a date line has stops or strokes
CLOCK = re.compile(r"[\s•·|]*\d{1,2}:\d\d[\s•·|]*")
PHONE = re.compile(r"(?:\+\s?|\(0|\b0\d{2,3}[ -])[\d()\s-]{7,20}\d|(?<!\d)\d{2,3}-\d\d-\d\d(?!\d)")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
TAGS = re.compile(r"(?:#\w[\w-]*[\s,;]*)+")
RATE = re.compile(
    r"(?:\b(?:usd|eur|rub|rur|kzt|cny|gbp|try|uzs|kgs|jpy|chf)\b|[$€₽₸£¥])|[+-]?\d+[.,]\d+%?|[▲▼↑↓+-]|\d+"
)
CURRENCY = re.compile(r"\b(?:usd|eur|rub|rur|kzt|cny|gbp|try|uzs|kgs|jpy|chf)\b|[$€₽₸£¥]")
WEATHER = re.compile(r"(?:[^\W\d_-]+[\s,:]*)?(?:[+-]?\d{1,2}\s*°\s*[cс]?[\s./-]*)+")
RULE = re.compile(r"[-=_*~•·.—–\s]{3,}")
TRAIL = re.compile(r"\s*[»›>→/|]\s*")
SIGNS = re.compile(r"[^\w]+")


class Furniture:
    """`phrases`: whole lines of data/language; one that ends in * takes the rest of its line."""

    def __init__(self, phrases: Iterable[str]):
        listed = list(phrases)
        self._known = {tuple(_words(phrase)) for phrase in listed if not phrase.endswith("*")} - {()}
        self._longest = max(map(len, self._known), default=1)
        labels = sorted({bare(unify(phrase[:-1])) for phrase in listed if phrase.endswith("*")}, reverse=True)
        self._label = re.compile("|".join(map(re.escape, labels)) if labels else r"(?!)")

    def holds(self, line: str) -> bool:
        """Told by its words where they are listed, by its shape where it has none."""
        low = unify(line).strip().lower()
        if len(line) <= LABELLED and (self._label.match(bare(low)) or self._is_trail(low)):
            return True
        if len(line) > SHORT or DATE.search(low):
            return TAGS.fullmatch(low) is not None
        return any(shape.fullmatch(low) for shape in (COUNTER, CLOCK, TAGS, WEATHER, RULE)) or self._is_made_up(low)

    def _is_made_up(self, low: str) -> bool:
        """Of listed phrases, numbers, rates, telephones and addresses alone."""
        rest, addresses = ADDRESS.subn(" ", low)
        rest, phones = PHONE.subn(" ", rest)
        if CURRENCY.search(rest) and re.search(r"\d+[.,]\d+", rest):
            rest = RATE.sub(" ", rest)
            addresses += 1
        words = [word for word in _words(rest) if not word.isdecimal()]
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

    def _is_trail(self, low: str) -> bool:
        """Башкы бет » Жаңылыктар » Билим берүү."""
        steps = [step for step in TRAIL.split(low) if step]
        return len(steps) > 1 and tuple(_words(steps[0])) in self._known and max(map(len, steps)) <= SHORT


def _words(text: str) -> list[str]:
    return [word for word in SIGNS.split(bare(unify(text))) if word]
