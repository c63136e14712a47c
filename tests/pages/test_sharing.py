"""What is promised of a link: the same records for everyone, in every language; what it asks in vain is said."""

import re
from dataclasses import fields
from html import unescape
from urllib.parse import parse_qs, urlsplit

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from loaders.filters import LISTS, Filters
from loaders.filters.choosing import KEYS, where
from loaders.tables.columns import COLUMNS
from pages.parts import bar, frame, listing
from pages.parts.opening import Page, page_at
from tests.pages.drawn import REAL

RECORDS = ("initiative", "partner", "centre", "article")
OTHERS = {"period": ["2015/2020", "2024/..", "../2021", "soon"], "reviewed": ["yes", "no"], "as_of": ["2025-01-01"]}
CLAUSES = st.dictionaries(
    st.sampled_from([*LISTS, "missing", "silent", "unsaid", "kind", "about", "colour"]),
    st.sampled_from(["koica", "kg-moes", "digital-skills", "KG", "funder", "under-way", "start", "level", "yes", "x"]),
    max_size=3,
)


def ids(kind: str) -> st.SearchStrategy[str]:
    """Mostly what there is, sometimes what nobody knows; both may stand in one address."""
    known = st.sampled_from(sorted(REAL.names[kind]))
    return st.one_of(known, known, known, st.sampled_from(["nowhere", "koika", "<b>", "Билим"]))


@st.composite
def states(draw) -> dict[str, str]:
    """An address as a reader may have come by it: any filters, a chosen record, a list under it."""
    query = {name: ",".join(draw(st.lists(ids(kind), max_size=2))) for name, kind in LISTS.items()}
    # few filters at a time, or nothing is ever left to compare
    query = {name: said for name, said in query.items() if said and draw(st.integers(0, 2)) == 0}
    query |= {name: draw(st.sampled_from(said)) for name, said in OTHERS.items() if draw(st.integers(0, 3)) == 0}
    query |= draw(st.sampled_from([{}, {"initiative": "altyn-kazyk"}, {"centre": "akylman-network"}]))
    if draw(st.booleans()):
        query |= {"list": draw(st.sampled_from(list(KEYS))), "where": where(**draw(CLAUSES))}
    return {name: said for name, said in query.items() if said}


def shown(page: Page) -> str:
    """The list and the warnings, as the page would draw them."""
    page.waiting.clear()
    listing.slot(page)
    bar._unknown(page, bar.field_labels(page))
    return unescape("\n".join(page.waiting))


def in_language(page: Page, language: str) -> Page:
    """What opens by the language switch of a page."""
    hrefs = re.findall(r'href="([^"]*)" lang="(\w\w)"', unescape(frame._languages(page)))
    href = next(href for href, code in hrefs if code == language)
    return page_at(page.path, {name: said[-1] for name, said in parse_qs(urlsplit(href).query).items()})


def linked(html: str) -> list[tuple[str, str]]:
    """Every record the list leads to, in its order."""
    return re.findall(rf"[?&;]({'|'.join(RECORDS)})=([\w,~-]+)", re.sub(r"lang=\w\w&?", "", html))


def records(page: Page) -> dict[str, list[str]]:
    frames = {name: getattr(page.tables, name) for name in COLUMNS}
    return {
        name: frame[key].tolist() for name, frame in frames.items() for key in (frame.columns[0], *RECORDS)
        if key in frame.columns and len(frame)
    }  # fmt: skip


def test_an_address_means_the_same_records_in_every_language_and_drops_nothing_unsaid():
    seen = {"states": 0, "narrowed": 0, "lists": 0, "unknown": 0}

    @settings(max_examples=200, derandomize=True, deadline=None, phases=[Phase.generate])
    @given(states(), st.sampled_from(["", *frame.PAGES[1:]]))
    def holds(query, path):
        first = page_at(path, query | {"lang": "ky"})
        said = shown(first)
        for language in ("ru", "en"):
            switched = in_language(first, language)
            direct = page_at(path, query | {"lang": language})
            for other in (switched, direct):
                assert other.words.language == language
                assert (other.filters, other.own) == (first.filters, first.own)
                assert records(other) == records(first)
            assert linked(shown(direct)) == linked(said)
            assert direct.unknown == first.unknown
        asked = {(name, id_) for name in LISTS for id_ in query.get(name, "").split(",") if id_}
        known = {(name, id_) for name in LISTS for id_ in getattr(first.filters, name)}
        assert asked - known == {pair for pair in first.unknown if pair[0] in LISTS}
        assert ("period", "soon") in first.unknown or query.get("period") != "soon"
        assert all(f"«{value}»" in said for _, value in first.unknown)
        seen["states"] += 1
        seen["narrowed"] += bool(first.filters) and len(first.tables.initiatives) not in (0, len(REAL.initiatives))
        seen["lists"] += bool(linked(said))
        seen["unknown"] += bool(first.unknown)

    holds()
    # else the promise would hold of 200 empty pages
    assert seen["states"] >= 200
    assert min(seen.values()) >= 15, seen


def test_every_filter_there_is_is_in_the_states_tried():
    assert {one.name for one in fields(Filters)} <= {*LISTS, *OTHERS}
