"""A number comes in; out go that many made-up articles, of the lengths, names and variety of words of real news."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from loaders.lexicon.suffixes import Suffixes
from loaders.records import read_yaml

WORDS = read_yaml(Path(__file__).with_name("words.yaml"))
LANGUAGES = {"ky": 85, "ru": 11, "en": 4}  # per cent of what is published
LENGTH = (6.66, 0.68)  # of a normal distribution, in logarithms of characters: half are between 490 and 1,230
SHORTEST, LONGEST = 250, 6000
TELLING = 0.55  # of the sentences tell of a name, a place, a day or a number
# How often nouns bear which endings, by their tags.
ENDINGS = {
    "": 30, "+GEN": 9, "+DAT": 9, "+ACC": 9, "+LOC": 8, "+ABL": 4, "+P3": 14, "+P3+GEN": 7, "+P3+DAT": 6, "+P3+ACC": 7,
    "+P3+LOC": 6, "+P3+ABL": 3, "+PL": 9, "+PL+GEN": 5, "+PL+DAT": 4, "+PL+ACC": 4, "+PL+LOC": 2, "+PL+P3": 5,
    "+PL+P3+GEN": 2, "+PL+P3+DAT": 2, "+PL+P3+ACC": 2, "+LOC+REL": 3, "+P3+LOC+REL": 2,
}  # fmt: skip
TAGS, OFTEN = list(ENDINGS), list(accumulate(ENDINGS.values()))


class Writer:
    """Writes the same articles for the same seed."""

    def __init__(self, register, seed: int = 1):
        self._draw = random.Random(seed)
        self._names = {
            language: {
                "o": [p["names"][language] for p in register.partners.values() if p["names"].get(language)],
                "i": [i["names"][language] for i in register.initiatives.values() if i["names"].get(language)],
                "s": [p["names"][language] for r in register.regions.values() for p in (r, *(r.get("places") or []))
                      if p["names"].get(language)],
            }
            for language in LANGUAGES
        }  # fmt: skip
        self._suffixes = Suffixes(register.language["ky"]["suffixes"])
        self._endings = cache(self._find_endings)

    def article(self) -> str:
        """A headline and paragraphs."""
        draw = self._draw
        (language,) = draw.choices(list(LANGUAGES), LANGUAGES.values())
        wanted = min(max(int(draw.lognormvariate(*LENGTH)), SHORTEST), LONGEST)
        parts = [self._sentence(language, "plain").strip(".") + "\n"]
        length = len(parts[0])
        while length < wanted:
            sentence = self._sentence(language, "telling" if draw.random() < TELLING else "plain")
            parts.append(sentence + ("\n" if draw.random() < 0.3 else " "))
            length += len(parts[-1])
        return "".join(parts).strip()

    def _sentence(self, language: str, kind: str) -> str:
        pieces = self._draw.choice(WORDS[language][kind]).split("{")
        sentence = pieces[0] + "".join(self._filled(language, piece[0]) + piece[2:] for piece in pieces[1:])
        return sentence[0].upper() + sentence[1:]

    def _filled(self, language: str, slot: str) -> str:
        draw, words = self._draw, WORDS[language]
        if slot in "ois":
            name = draw.choice(self._names[language][slot])
            return self._ended(name) if language == "ky" else name
        if slot in "fl":
            surname = draw.choice(WORDS["roots"]) + draw.choice(WORDS["further"])
            surname += draw.choice(("ов", "ова") if surname[-1] not in "иуы" else ("ев", "ева"))
            return self._ended(surname, "+GEN") if slot == "l" else f"{draw.choice(WORDS['given'])} {surname}"
        if slot == "x":
            return str(draw.randint(2, 980))
        if slot == "y":
            return str(draw.randint(2012, 2026))
        if slot == "d":
            return f"{draw.randint(1, 28)}{'-' if language == 'ky' else ' '}{draw.choice(WORDS['months'][language])}"
        key = {"a": "adjectives", "n": "nouns", "N": "nouns", "v": "verbs", "c": "linking", "w": "adverbs"}[slot]
        listed = words[key]
        word = listed[int(len(listed) * draw.random() ** 1.6)]  # the first of a list are commoner
        return self._ended(word) if slot == "n" and language == "ky" else word

    def _ended(self, stem: str, tag: str | None = None) -> str:
        (tag,) = (tag,) if tag else self._draw.choices(TAGS, cum_weights=OFTEN)
        return stem + self._endings(stem.lower()).get(tag, "")

    def _find_endings(self, stem: str) -> dict[str, str]:
        """tag → ending, with the dots that the vowels of the stem ask for."""
        letters = stem.translate(str.maketrans("өүң", "оун"))
        round_and_front = next((letter for letter in reversed(stem) if letter in "аеёиоуыэюяөү"), "") in "өү"
        found: dict[str, str] = {}
        for ending, tag in self._suffixes.after(letters).items():
            if not round_and_front:
                found.setdefault(tag, ending)
            elif "а" not in ending:
                found.setdefault(tag, ending.replace("о", "ө").replace("у", "ү"))
        return found


def articles(number: int, register, seed: int = 1) -> Iterator[str]:
    writer = Writer(register, seed)
    for _ in range(number):
        yield writer.article()
