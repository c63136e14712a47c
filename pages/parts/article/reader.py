"""An article and its sentences come in; out goes its text as stored, every fact marked, and the place asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pages.parts.html import Html, join, tag
from pages.parts.labels import value_word
from pages.parts.opening import Page

LOOK = {  # kind of evidence → how it is marked
    "partner": "partner",
    "unlisted": "partner",
    "initiative": "initiative",
    "goal": "theme",
    "level": "theme",
    "region": "region",
    "date": "date",
    "published": "date",
    "person": "person",
    "byline": "person",
    "figure": "figure",
    "role": "cue",
    "status": "cue",
    "event": "cue",
}
UNMARKED = {"title", "finding"}  # whole lines, or places that other facts mark anyway


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    look: str
    says: str
    to: str = ""  # where its fact stands on the page


def spans(page: Page, evidence: Iterable[Any], to: Callable[[Any], str] = lambda row: "") -> list[Span]:
    return [
        Span(row.start, row.end, LOOK[row.kind], says(page, row), to(row))
        for row in evidence
        if row.kind not in UNMARKED
    ]


def says(page: Page, row: Any) -> str:
    """`partner: KOICA, funder`: what a mark stands for."""
    _, name = page.words._, page.words.name
    kinds = {"partner": "partners", "role": "partners", "initiative": "initiatives", "status": "initiatives"}
    kinds |= {"goal": "goals", "level": "levels", "region": "regions"}
    what = name(kinds[row.kind], row.id) if row.kind in kinds and row.id else None
    if row.kind in ("date", "published"):
        value: str | None = page.words.date(row.value)
    elif row.kind in ("partner", "role"):
        value = name("roles", row.value) if row.value else None
    elif row.kind in ("initiative", "status"):
        value = name("statuses", row.value) if row.value else None
    elif row.kind == "event":
        value = value_word(page, row.value or "")
    else:
        value = str(row.value) if row.value is not None else None
    return f"{value_word(page, row.kind)}: {', '.join(filter(None, (what, value)))}".removesuffix(": ")


def marked(text: str, shown: Sequence[Span], here: tuple[int, int] | None = None) -> Html:
    """Every character once and in order; where marks overlap the shortest gives the colour, and all are told."""
    here = here if here and 0 <= here[0] < here[1] <= len(text) else None
    inside = [span for span in shown if 0 <= span.start < span.end <= len(text)]
    edges = {0, len(text)} | {edge for span in inside for edge in (span.start, span.end)} | set(here or ())
    cuts = sorted(edges)
    pieces, found = [], False
    for start, end in pairwise(cuts):
        over = sorted(
            (span for span in inside if span.start <= start and end <= span.end), key=lambda s: s.end - s.start
        )
        is_here = bool(here and here[0] <= start and end <= here[1])
        if not over and not is_here:
            pieces.append(text[start:end])
            continue
        look = " ".join([f"bm-k-{span.look}" for span in over[:1]] + ["bm-here"] * is_here)
        told = "; ".join(dict.fromkeys(span.says for span in over))
        goto = f"{here[0]}-{here[1]}" if here and is_here and not found else None
        found = found or is_here
        focus = "-1" if goto else None
        to = next((span.to for span in over if span.to), None)
        words = text[start:end]
        words = tag("a", words, href=f"#{to}") if to and words.strip() else words
        pieces.append(tag("mark", words, class_=look, title=told or None, data_bm_goto=goto, tabindex=focus))
    return join(*pieces)


def legend(page: Page) -> Html:
    _ = page._
    named = {
        "partner": _("partner"),
        "initiative": _("initiative"),
        "theme": _("goal or level"),
        "region": _("region"),
        "date": _("date"),
        "person": _("person"),
        "figure": _("figure"),
        "cue": _("words that decided a role, a status or an event"),
    }
    return tag(
        "ul", *(tag("li", tag("i"), text, class_=f"bm-k-{look}") for look, text in named.items()), class_="bm-legend"
    )
