"""A language comes in; out go its words: messages, plurals, numbers, names, and dates as precise as they were said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, lists, numbers

from loaders.records.catalogues import catalogue

LOCALE = Path(__file__).parent.parent / "locale"
LANGUAGES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
DEFAULT = "ky"
# CLDR has no pattern for a month within a year as Kyrgyz writes it (2024-жылдын марты is for sentences).
MONTH = {"ky": "{year}\u2011ж. {month}", "ru": "{month} {year}", "en": "{month} {year}"}
# The hyphens do not break: a day stays on one line.
DAY = {"ky": "{year}\u2011ж. {day}\u2011{month}", "ru": "{day} {month} {year}", "en": "{day} {month} {year}"}
DAY_ONLY = {"ky": "{day}\u2011{month}", "ru": "{day} {month}", "en": "{day} {month}"}
GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")  # 1 679 as people type it
ALPHABET = {letter: place for place, letter in enumerate("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")}


@dataclass(frozen=True)
class Words:
    """One reader's language; made anew in each run, so no language is ever shared between readers."""

    language: str
    names: Mapping[str, Mapping[str, Mapping[str, str]]]

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.language)

    def _(self, message: str, **values: Any) -> str:
        return catalogue(LOCALE, self.language).gettext(message).format(**values)

    def ngettext(self, one: str, many: str, n: int, **values: Any) -> str:
        return catalogue(LOCALE, self.language).ngettext(one, many, n).format(n=self.number(n), **values)

    def name(self, kind: str, id_: str | None) -> str:
        """The record's name in the reader's language, else in another it has, else its id."""
        names = self.names.get(kind, {}).get(id_ or "", {})
        return next((names[language] for language in (self.language, *LANGUAGES) if names.get(language)), id_ or "")

    def said(self, text: Mapping[str, str] | str | None) -> str:
        """What a person wrote in three languages, in the reader's; else in another."""
        if isinstance(text, Mapping):
            text = next((text[language] for language in (self.language, *LANGUAGES) if text.get(language)), "")
        return GROUPS.sub("\u00a0", text or "")

    def sorted(self, kind: str, ids: Iterable[str]) -> list[str]:
        return sorted(set(ids), key=lambda id_: collation(self.name(kind, id_)))

    def number(self, value: float | str | None) -> str:
        """`unknown` is not zero: None gives the word for it, a number in words stays as it was said."""
        if value is None:
            return self._("not known")
        return value if isinstance(value, str) else numbers.format_decimal(value, locale=self.language)

    def percent(self, share: float) -> str:
        return numbers.format_percent(share, locale=self.language)

    def money(self, amount: float, currency: str | None) -> str:
        """`4 100 000 USD`: with the code, which is the same in all three languages."""
        return f"{self.number(amount)}\u00a0{currency}" if currency else self.number(amount)

    def list(self, items: Iterable[str]) -> str:
        return lists.format_list(list(items), locale=self.language)

    def date(self, edtf: str | None) -> str:
        """`2024` → 2024; `2024-03` → март 2024; `XXXX-03-26` → 26 марта (год не указан)."""
        if not edtf:
            return self._("not known")
        first, slash, last = edtf.partition("/")
        if slash:
            return self._between(first, last)
        said = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", edtf)
        if not said:
            return edtf
        year, month, day, doubt = said.groups()
        text = self._one(None if "X" in year else year, month, day)
        if "X" in year:
            text = self._("{date} (year not said)", date=text)
        return self._("about {date}", date=text) if doubt else text

    def published(self, edtf: str | None) -> str:
        """Of an article, where nothing says of what the date is."""
        return self.date(edtf) if edtf else self._("date of publication not known")

    def month(self, number: int, alone: bool = True) -> str:
        """Kyrgyz CLDR begins a month that stands alone with a capital; within a line it has none."""
        name = self.locale.months["stand-alone" if alone and self.language != "en" else "format"]["wide"][number]
        return name if self.language == "en" else name.casefold()

    def _one(self, year: str | None, month: str | None, day: str | None) -> str:
        if not month:
            return year or ""
        named = self.month(int(month), alone=not day)
        pattern = MONTH if not day else DAY if year else DAY_ONLY
        if not day and not year:
            return named
        return pattern[self.language].format(year=year, month=named, day=int(day or 0))

    def _between(self, first: str, last: str) -> str:
        """`2022 – ?`: an end nobody has told; `2022 – …`: one that is said to be open."""
        shown = {"": "?", "..": "…"}
        return " – ".join(shown.get(side) or self.date(side) for side in (first, last))

    def period(self, start: str | None, end: str | None) -> str:
        """The run of an initiative."""
        if not start and not end:
            return self._("dates not known")
        if start and start == end:
            return self.date(start)
        return self._between(start or "", end or "")


@lru_cache(maxsize=1 << 16)
def collation(text: str) -> str:
    """Kyrgyz alphabetical order (ң after н, ө after о, ү after у), numbers by value, Latin last; no punctuation.

    One string a name, in which a number begins with its length: thousands of strings are sorted sooner than lists.
    """
    parts = re.findall(r"\d+|[^\W\d_]", text.casefold())
    return "".join(_place(part) for part in parts)


def _place(part: str) -> str:
    if part.isdecimal():
        number = str(int(part))
        return chr(min(len(number), 0xFF)) + number
    return chr(0x100 + ALPHABET[part]) if part in ALPHABET else chr(0x1000 + ord(part))
