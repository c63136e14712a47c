"""Messages, ids and numbers come in; out go lines of runs: a link under each number, a mark on what is untranslated."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pages.parts.briefing.blocks import Line, Run
from pages.parts.briefing.shape import Number
from pages.parts.opening import Page

HOLE = "\ue000"  # of the private use area: no message has it


@dataclass
class Sayer:
    """One language and one dashboard address; `base` is the scheme and host links lead to."""

    page: Page
    base: str
    held: list[Line] = field(default_factory=list)

    def hold(self, line: Line | Run) -> str:
        """A place in a message where runs will stand."""
        self.held.append((line,) if isinstance(line, Run) else line)
        return f"{HOLE}{len(self.held) - 1}{HOLE}"

    def line(self, text: str, *notes: int) -> Line:
        """A message with its places filled; the notes are cited at its end."""
        runs: list[Run] = []
        for at, piece in enumerate(re.split(f"{HOLE}(\\d+){HOLE}", text)):
            runs += self.held[int(piece)] if at % 2 else [Run(piece)] if piece else []
        return (*runs, *([Run("", notes=notes)] if notes else []))

    def address(self, path: str | None = None, **said: str | None) -> str:
        return self.base + self.page.href(path, **said)

    def number(self, number: Number, text: str | None = None) -> str:
        """A number (or a phrase that has it), leading to its list."""
        text = self.page.words.number(number.value) if text is None else text
        return self.hold(self.link(number, text))

    def link(self, number: Number, text: str) -> Run:
        return Run(text, self.address(**self.page.own, list=number.of, where=number.where))

    def name(self, kind: str, id_: str, href: str = "", bold: bool = False) -> Line:
        return self.said(self.page.everything.names.get(kind, {}).get(id_, {}), id_, href, bold)

    def said(self, text: Mapping[str, str] | str | None, else_: str = "", href: str = "", bold: bool = False) -> Line:
        """In the reader's language; else in another one, which is said."""
        if not isinstance(text, Mapping):
            return (Run(text or else_, href, bold=bold),)
        language = next((code for code in (self.page.words.language, "ky", "ru", "en") if text.get(code)), "")
        return self.in_(language, text.get(language) or else_, href, bold)

    def in_(self, language: str | None, text: str, href: str = "", bold: bool = False, notes: tuple = ()) -> Line:
        """Words whose language is known."""
        if not language or language == self.page.words.language:
            return (Run(text, href, bold=bold, notes=notes),)
        _ = self.page._
        told = {"ky": _("in Kyrgyz"), "ru": _("in Russian"), "en": _("in English")}.get(language, language)
        return (Run(text, href, lang=language, bold=bold), Run(f" ({told})", soft=True, notes=notes))

    def names(self, kind: str, ids: Iterable[str]) -> Line:
        return joined([self.name(kind, id_) for id_ in self.page.words.sorted(kind, ids)], ", ")


def joined(lines: Iterable[Line], between: str) -> Line:
    runs: list[Run] = []
    for line in lines:
        runs += [Run(between)] * bool(runs) + list(line)
    return tuple(runs)
