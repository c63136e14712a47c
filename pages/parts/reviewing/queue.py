"""A page comes in; out go the candidates still to decide on, how many of each kind, and the one that is looked at."""

import streamlit as st

from loaders.records import load_extracted, load_imported, load_register
from loaders.review.candidate import KINDS, Candidate
from loaders.review.candidates import candidates
from loaders.tables.freshness import signature
from loaders.tables.surroundings import called
from pages.parts.html import Html, tag
from pages.parts.labels import finding_value
from pages.parts.opening import Page

VALUES = ("disagreement", "addition", "table")  # of a field of a record


def left(page: Page) -> tuple[Candidate, ...]:
    """Those first that would change most."""
    return _candidates(signature(page.root), page)


@st.cache_resource(max_entries=2, show_spinner=False)
def _candidates(seen: str, _page: Page) -> tuple[Candidate, ...]:
    data = _page.root / "data"
    return candidates(load_register(data), load_extracted(data), _page.everything, load_imported(data))


def of_kind(page: Page, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those of the kind that was chosen; all, where nothing is left of it."""
    return tuple(one for one in found if one.kind == page.query.get("kind")) or found


def current(page: Page, found: tuple[Candidate, ...]) -> Candidate | None:
    """The one the address names, else the first."""
    wanted = page.query.get("item")
    return next((one for one in found if one.id == wanted), found[0] if found else None)


def beside(found: tuple[Candidate, ...], one: Candidate, step: int) -> str:
    """The id of the next (1) or previous (-1) one, round the end; nothing where there is no other."""
    ids = [other.id for other in found]
    return ids[(ids.index(one.id) + step) % len(ids)] if len(ids) > 1 else ""


def kind_words(page: Page) -> dict[str, str]:
    _ = page._
    return {
        "organisation": _("Unknown organisations"),
        "initiative": _("Unknown initiatives"),
        "person": _("Unknown people"),
        "contradiction": _("Contradictions"),
        "disagreement": _("Record and article differ"),
        "addition": _("Additions to records"),
        "source": _("New evidence for records"),
        "table": _("From tables"),
    }


def kinds(page: Page, found: tuple[Candidate, ...]) -> Html:
    """Every kind with its number, each a link."""
    _, chosen = page._, page.query.get("kind")
    numbers = {kind: sum(one.kind == kind for one in found) for kind in KINDS}
    entries = [("", _("All"), len(found)), *((kind, word, numbers[kind]) for kind, word in kind_words(page).items())]
    links = [
        tag("li", tag("a", f"{word} ", tag("b", page.words.number(n)), href=page.href("review", kind=kind),
                      aria_current="true" if kind == (chosen if numbers.get(chosen) else "") else None))
        for kind, word, n in entries if n or not kind
    ]  # fmt: skip
    return tag("nav", tag("ul", *links), aria_label=_("Kinds of candidates"), class_="bm-kinds")


def heading(page: Page, one: Candidate) -> str:
    """What is asked about, in a few words."""
    if one.name:
        return one.name
    if one.record:
        return page.words.name(one.of, one.record)
    first = page.everything.article_of[one.articles[0]]
    return called(first)


def following(page: Page, found: tuple[Candidate, ...], one: Candidate, most: int = 12) -> Html | None:
    """What comes after, as links."""
    at = next(place for place, other in enumerate(found) if other.id == one.id)
    after, words = found[at + 1 : at + 1 + most], kind_words(page)
    if not after:
        return None
    lines = []
    for other in after:
        said = finding_value(page, other.field, other.read) if other.kind in VALUES else ""
        link = tag(
            "a", heading(page, other), said and f": {said}", href=page.href("review", item=other.id, **_kind(page))
        )
        lines.append(tag("li", link, " ", tag("small", words[other.kind])))
    return tag("ol", *lines, class_="bm-list bm-following", start=at + 2)


def _kind(page: Page) -> dict[str, str]:
    return {"kind": page.query["kind"]} if page.query.get("kind") in KINDS else {}
