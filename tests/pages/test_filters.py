"""What is promised of filters: one meaning in address, widget and every language; nothing is dropped in silence."""

from contextlib import suppress
from dataclasses import fields
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from loaders.filters import LISTS, Filters, is_past_day, is_period, one_query, read
from loaders.filters.choosing import NoSuchList, choose, clauses, where
from loaders.filters.narrowing import apply
from loaders.records import ROOT, load_register
from loaders.records.past import today
from pages.parts.opening import Page
from pages.parts.words import LANGUAGES, Words

REGISTER = load_register()
NAMES = {kind: list(getattr(REGISTER, kind)) for kind in LISTS.values()}
YEAR = st.integers(1950, 2090)


@st.composite
def filters(draw) -> Filters:
    chosen = {
        name: tuple(sorted(draw(st.sets(st.sampled_from(NAMES[kind]), max_size=4)))) for name, kind in LISTS.items()
    }
    first, length = draw(YEAR), draw(st.integers(0, 9))
    period = draw(st.sampled_from(["", f"{first}/{first + length}", f"{first}/..", f"../{first}"]))
    return Filters(**chosen, period=period, reviewed=draw(st.sampled_from(["", "yes", "no"])),
                   as_of=draw(st.just("") | st.dates(max_value=today()).map(str)))  # fmt: skip


def query_of(href: str) -> dict[str, str]:
    return {name: said[-1] for name, said in parse_qs(urlsplit(href).query).items()}


@given(filters(), st.sampled_from(list(LANGUAGES)))
def test_filters_to_address_to_filters_is_the_identity_in_every_language(chosen, language):
    page = Page(Words(language, {}), chosen, (), None, None, {}, "partners")
    assert read(query_of(page.href()), NAMES) == (chosen, ())


@given(filters())
def test_the_address_of_a_choice_is_the_same_ids_in_every_language(chosen):
    pages = {code: Page(Words(code, {}), chosen, (), None, None, {}) for code in LANGUAGES}
    queries = [{k: v for k, v in query_of(page.href()).items() if k != "lang"} for page in pages.values()]
    assert queries[0] == queries[1] == queries[2] == chosen.address()


@given(st.dictionaries(st.sampled_from([one.name for one in fields(Filters)]), st.text(max_size=30)))
def test_any_address_is_read_and_what_is_unknown_is_said(query):
    chosen, unknown = read(query, NAMES)
    assert read(chosen.address(), NAMES) == (chosen, ())
    for name, said in query.items():
        pieces = {piece.strip() for piece in said.split(",")} - {""} if name in LISTS else {said} - {""}
        told = {value for field, value in unknown if field == name}
        taken = set(getattr(chosen, name)) if name in LISTS else {getattr(chosen, name)}
        assert pieces <= told | taken


def test_a_day_is_one_that_has_come():
    assert is_past_day(str(today())) and is_past_day("2024-02-29")


@pytest.mark.parametrize("bad", ["2024", "2024-13-01", "20240301", "2024-W10-1", "2999-01-01", "today", "2024-03-01T0"])
def test_a_day_to_come_or_half_a_day_is_not_known(bad):
    assert not is_past_day(bad)
    assert read({"as_of": bad}, NAMES)[1] == (("as_of", bad),)


@pytest.mark.parametrize("good", ["2023/2025", "2023/..", "../2025", "2023-04/2025-01-02"])
def test_a_period_is_an_interval(good):
    assert is_period(good)


@pytest.mark.parametrize("bad", ["2023", "2025/2023", "../..", "/", "x/y", "XXXX-03/XXXX-04", "2023/2024/2025"])
def test_what_is_no_interval_is_no_period(bad):
    assert not is_period(bad)


def ids(tables, frame, column):
    return set(getattr(tables, frame)[column])


def test_no_filter_changes_nothing(tables):
    assert apply(tables, Filters()) is tables


@pytest.mark.parametrize(
    ("chosen", "initiatives", "articles", "partners", "centres"),
    [
        ({"partner": ("fund",)}, {"bridge"}, {"a1", "a2"}, {"fund"}, {"hall"}),
        ({"partner": ("office",)}, {"bridge", "quiet"}, {"a3"}, {"office"}, {"hall"}),
        ({"partner": ("office",), "role": ("funder",)}, set(), set(), set(), set()),
        ({"goal": ("civic-education",)}, {"quiet"}, set(), {"office"}, set()),
        ({"region": ("KG-GB",)}, {"bridge"}, set(), {"fund", "office"}, {"hall"}),
        ({"status": ("planned",)}, {"quiet"}, set(), {"office"}, set()),
        ({"status": ("under-way",)}, {"bridge"}, {"a1", "a2"}, {"fund", "office"}, {"hall"}),
        ({"period": "2020/2021"}, set(), set(), set(), set()),
        ({"period": "2023/.."}, {"bridge"}, {"a1", "a2"}, {"fund", "office"}, {"hall"}),
        ({"period": "2024-06-02/2024-06-30"}, set(), {"a2"}, {"fund"}, {"hall"}),
        ({"reviewed": "no"}, set(), set(), set(), set()),
    ],
)
def test_a_filter_keeps_exactly_the_sayings_that_match(tables, chosen, initiatives, articles, partners, centres):
    left = apply(tables, Filters(**chosen))
    assert ids(left, "initiatives", "initiative") == initiatives
    assert ids(left, "articles", "article") == articles
    assert ids(left, "partners", "partner") == partners
    assert ids(left, "centres", "centre") == centres
    assert ids(left, "evidence", "article") <= articles
    assert len(tables.initiatives) == 2, "the shared tables were changed"


@pytest.mark.parametrize(("reviewed", "origin"), [("yes", "person"), ("no", "machine")])
def test_sayings_of_the_other_origin_are_left_out(tables, reviewed, origin):
    assert set(tables.involvement.origin) == {"person", "machine"}
    left = apply(tables, Filters(reviewed=reviewed))
    for name in ("involvement", "goals_of", "levels_of", "regions_of", "events", "figures"):
        assert ids(left, name, "origin") <= {origin}, name
    assert ids(apply(tables, Filters(reviewed="yes")), "involvement", "origin") == {"person"}


def test_several_sayings_of_one_involvement_are_listed_once(tables):
    listed, said = (frame.groupby(["partner", "initiative", "role"], dropna=False).size()
                    for frame in (choose(tables, "involvement", ""), tables.involvement))  # fmt: skip
    assert set(listed.index) == set(said.index) and said.max() > 1
    assert set(listed) == {1}


@given(filters())
def test_a_filter_never_adds_anything_and_filtering_twice_is_filtering_once(tables, chosen):
    once = apply(tables, chosen)
    for frame, column in (("initiatives", "initiative"), ("articles", "article"), ("partners", "partner")):
        assert ids(once, frame, column) <= ids(tables, frame, column)
    twice = apply(once, chosen)
    assert ids(twice, "initiatives", "initiative") == ids(once, "initiatives", "initiative")


@pytest.mark.parametrize(
    ("of", "said", "expected"),
    [
        ("initiatives", "", {"bridge", "quiet"}),
        ("initiatives", where(goal="digital-skills", level="school"), {"bridge"}),
        ("initiatives", where(partner="fund"), {"bridge"}),
        ("initiatives", where(where(partner="fund"), partner="office"), {"bridge"}),
        ("initiatives", where(silent="yes"), {"quiet"}),
        ("initiatives", where(missing="start"), {"quiet"}),
        ("initiatives", where(with_="start"), {"bridge"}),
        ("initiatives", where(id=("quiet", "none")), {"quiet"}),
        ("initiatives", where(about="hall"), {"bridge"}),
        ("articles", where(about="bridge"), {"a1", "a2"}),
        ("articles", where(missing="outlet"), {"a3"}),
        ("partners", where(about="bridge"), {"fund", "office"}),
        ("centres", where(silent="yes"), set()),
    ],
)
def test_the_list_behind_a_number_is_exactly_its_rows(tables, of, said, expected):
    column = {"initiatives": "initiative", "articles": "article", "partners": "partner", "centres": "centre"}[of]
    assert set(choose(tables, of, said)[column]) == expected


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ("nonsense", ""),
        ("initiatives", "goal"),
        ("initiatives", "goal:nowhere"),
        ("initiatives", "colour:red"),
        ("initiatives", "period:soon"),
        ("events", "about:bridge"),
        ("people", "silent:yes"),
        ("initiatives", "missing:x"),
        ("initiatives", "unsaid:names"),
        ("events", "id:x"),
    ],
)
def test_a_list_that_does_not_exist_is_said_to_be_none(tables, of, said):
    with pytest.raises(NoSuchList):
        choose(tables, of, said)


@given(st.text(max_size=60))
def test_no_address_breaks_a_list(tables, said):
    with suppress(NoSuchList):
        choose(tables, "initiatives", said)


def test_clauses_read_back_what_where_wrote():
    assert clauses(where(goal=("a", "b"), missing="start")) == (("goal", ("a", "b")), ("missing", ("start",)))


def test_taking_one_value_away_leaves_the_others():
    chosen = Filters(partner=("a", "b"), period="2023/..")
    assert chosen.without("partner", "a") == Filters(partner=("b",), period="2023/..")
    assert chosen.without("period") == Filters(partner=("a", "b"))


def test_a_name_said_twice_means_both_and_is_never_dropped():
    query = one_query([("partner", "koica"), ("lang", "ru"), ("partner", "undp"), ("lang", "en")])
    assert query == {"partner": "koica,undp", "lang": "en"}
    assert read(query, NAMES)[0].partner == ("koica", "undp")
    app = AppTest.from_file(str(ROOT / "pages" / "_frame.py"), default_timeout=30)
    app.query_params["partner"] = ["koica", "undp"]
    app.query_params["lang"] = "en"
    app.run()
    html = "\n".join(element.value for element in app.html)
    for name in ("Korea International Cooperation Agency", "United Nations Development Programme"):
        assert f"Partner: {name}" in html
