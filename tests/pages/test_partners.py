"""What is promised of partners: roles are counted, mentions stand apart, one partner is one page."""

import re

import pandas as pd
import pytest

from loaders.filters.choosing import choose, where
from pages.parts.counting import shared, weights
from pages.parts.sections import partners
from pages.parts.sections.lifeline import succession
from pages.parts.sections.profile import headline
from tests.pages.drawn import REAL, differing, drawn, html_of, numbers, page_of


def test_the_title_names_who_takes_part_in_most(page):
    assert partners.headline(page) == "Office: in 2 of 2 initiatives, more than anyone else"


def test_the_real_leader_is_counted_from_the_records():
    parts: dict[str, set[str]] = {}
    for id_, own in REAL.records["initiatives"].items():
        for part in own.get("partners") or ():
            parts.setdefault(part["id"], set()).add(id_)
    best = max(sorted(parts), key=lambda one: len(parts[one]))
    title = partners.headline(page_of())
    assert REAL.names["partners"][best]["en"] in title
    assert f"in {len(parts[best])} of {len(REAL.initiatives)} initiatives" in title


def test_a_role_is_counted_once_an_initiative(page):
    assert partners.ranked(page) == {"office": {"convener": 1, "implementer": 1}, "fund": {"funder": 1}}


def test_who_is_only_mentioned_is_apart_and_off_by_default(page):
    said = page.everything.involvement
    assert partners.only_named(page) == []
    named = [said.iloc[[0]].assign(partner=id_, role="mentioned") for id_ in ("office", "press")]
    tables = page.everything.with_frames(involvement=pd.concat([said, *named]))
    shown = page_of(tables, path="partners")
    assert partners.only_named(shown) == ["press"], "the office has a role as well"
    assert "press" not in partners.ranked(shown)
    assert ">press</a>" not in html_of(shown)
    assert ">press</a>" in html_of(page_of(tables, path="partners", mentioned="yes"))


def test_one_partner_is_one_page_with_its_roles():
    shown = page_of(path="partners", partner="koica")
    roles = [
        part["role"]
        for own in REAL.records["initiatives"].values()
        for part in own.get("partners") or ()
        if part["id"] == "koica"
    ]
    title = headline(shown, "koica")
    assert title.startswith(f"Korea International Cooperation Agency: {len(roles)} initiatives")
    assert f"funder ({roles.count('funder')})" in title
    html = html_of(shown)
    assert "Republic of Korea" in html or "South Korea" in html
    assert "KOICA" in html
    for plan in choose(REAL, "initiatives", where(partner="koica")).initiative:
        assert f"initiative={plan}" in html


def test_what_no_source_confirms_is_said_on_the_page():
    assert re.search(
        r"Not confirmed by a source</dt><dd>[^<]*Website", html_of(page_of(path="partners", partner="koica"))
    )


def test_a_name_that_only_serves_matching_asserts_nothing(page):
    html = html_of(page_of(page.everything, path="partners", partner="rumour"))
    assert "nothing is asserted of it" in html
    assert "bm-tiles" not in html


def test_names_through_time_follow_the_line_and_not_the_family():
    shown = page_of()
    assert succession(shown, "kg-moes") == ["kg-moes", "kg-min-prosv", "kg-min-science"]
    assert "kg-min-science" not in succession(shown, "kg-min-prosv")
    assert succession(shown, "kg-min-prosv")[0] == "kg-moes"
    assert succession(shown, "koica") == ["koica"]


def test_two_partners_stand_side_by_side_with_what_they_share():
    html = html_of(page_of(path="partners", partner="koica,kg-mdd"))
    both = [
        id_
        for id_, own in REAL.records["initiatives"].items()
        if {"koica", "kg-mdd"} <= {part["id"] for part in own.get("partners") or ()}
    ]
    assert f"{len(both)} initiative in which all of them have a role" in html


def test_where_nothing_was_found_stands_no_number_and_no_link():
    quiet = next(
        id_
        for id_ in REAL.partners.partner
        if not len(choose(REAL, "articles", where(partner=id_)))
        and not len(choose(REAL, "events", where(partners=id_)))
    )
    html = html_of(page_of(path="partners", partner=quiet))
    tiles = re.findall(r'<li class="bm-tile">(.*?)</li>', html)
    assert len(tiles) == 4
    for tile in tiles[2:]:
        assert "nothing found" in tile and "<a " not in tile and "0" not in re.sub(r"<[^>]*>", "", tile)


def test_what_only_the_filters_leave_out_is_not_called_nothing_found(page):
    html = html_of(page_of(page.everything, path="partners", partner="fund", period="2030/2031"))
    sources = re.findall(r'<li class="bm-tile">(.*?)</li>', html)[2]
    assert "none with these filters" in sources and "nothing found" not in sources


def test_the_regions_of_a_partner_are_those_of_its_records_each_with_its_list():
    html = html_of(page_of(path="partners", partner="koica"))
    said: dict[str, int] = {}
    for own in REAL.records["initiatives"].values():
        if "koica" in {part["id"] for part in own.get("partners") or ()}:
            for region in own.get("regions") or ():
                said[region] = said.get(region, 0) + 1
    assert said
    for region, n in said.items():
        name = REAL.names["regions"][region]["en"]
        assert re.search(rf'region:{region}[^"]*below=profile_regions"[^>]*aria-label="{name}, [^"]*: {n}"', html)
    silent = re.search("Nothing reported: ([^<]*)\\.", html)[1]
    regions = {id_: one["en"] for id_, one in REAL.names["regions"].items() if id_.startswith("KG")}
    assert {*re.split(", and |, | and ", silent)} == {name for id_, name in regions.items() if id_ not in said}


@pytest.mark.parametrize("pair", ["koica,unicef", "koica,kg-mdd"])
def test_side_by_side_every_number_is_that_of_its_list_and_what_both_have_is_marked(pair):
    ids = pair.split(",")
    page = page_of(path="partners", partner=pair)
    html = html_of(page)
    (goals,) = re.findall(r"<caption><span>Goals: Initiatives</span></caption>(.*?)</table>", html)
    plans = REAL.records["initiatives"].values()
    own = [[plan for plan in plans if id_ in {part["id"] for part in plan.get("partners") or ()}] for id_ in ids]
    told = [{goal for plan in mine for goal in plan.get("goals") or ()} for mine in own]
    names = REAL.names["goals"]
    rows = re.findall(r"<tr><td[^>]*>(.*?)</td>(.*?)</tr>", goals)
    assert {names[goal]["en"] for goal in told[0] | told[1]} == {name.partition(" <")[0] for name, _rest in rows}
    shared = [name.partition(" <")[0] for name, _rest in rows if "● shared" in name]
    assert set(shared) == {names[goal]["en"] for goal in told[0] & told[1]}
    assert [name.partition(" <")[0] for name, _rest in rows][: len(shared)] == shared, "what both have comes first"
    compared = [one for one in numbers(html) if "partner:" in one[2] or "id:" in one[2]]
    assert len(compared) > 10
    assert differing(REAL, page.filters, compared) == []


def test_side_by_side_silence_is_no_zero_and_says_whether_filters_made_it():
    for query, words in (({}, "nothing reported"), ({"region": "KG"}, "none with these filters")):
        html = html_of(page_of(path="partners", partner="koica,unicef", **query))
        tables = re.findall(r"<caption><span>(?:What each has|Goals: Initiatives)</span></caption>(.*?)</table>", html)
        assert len(tables) == 2
        assert all(">0<" not in table for table in tables)
        assert set(re.findall(r'<span class="bm-unknown">([^<]*)</span>', tables[0] + tables[1])) == {words}


def test_everyone_who_works_with_others_is_reached_not_only_the_first_twelve():
    page = page_of(path="partners", rows="all")
    html = "\n".join(element.value for element in drawn(page, partners_pairs_all=True).html)
    html = html[html.rindex("<caption") :]
    rows = dict(re.findall(r'<tr><td[^>]*><a href="[^"]*partner=([\w-]+)[^>]*>.*?</td><td[^>]*>(.*?)</td></tr>', html))
    assert set(rows) == set(weights(REAL)) and len(rows) > 12
    for one, told in rows.items():
        assert [int(n) for n in re.findall(r">(\d+)</a>", told)] == sorted(
            (len(common) for common in shared(REAL, one).values()), reverse=True
        )
