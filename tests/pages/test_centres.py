"""What is promised of centres: no invented point, dated readings that stay apart, credit for the boundaries."""

import re

from loaders.records.boundaries import boundaries
from pages.parts.charts.svg_marks import SHAPES
from pages.parts.sections import centres, counts
from tests.pages.drawn import REAL, charts, html_of, page_of

OWN = REAL.records["centres"]


def regions_of(record: dict) -> set[str]:
    return {*(record.get("regions") or ()), *filter(None, [record.get("region")])}


def test_a_region_has_the_centres_whose_record_names_it():
    found = centres.values(page_of(), REAL, "centres")
    for region in REAL.names["regions"]:
        n = sum(region in regions_of(record) for record in OWN.values())
        assert found.get(region, (0,))[0] == (n if region != "KG" else 0), region


def test_the_title_names_the_region_with_most():
    found = {id_: n for id_, (n, _opens) in centres.values(page_of(), REAL, "centres").items()}
    best = max(found.values())
    names = [REAL.names["regions"][id_]["en"] for id_, n in found.items() if n == best]
    assert centres.headline(page_of()) == f"{names[0]}: {best} centres and networks, the most in a region"


def test_every_part_of_the_country_has_its_outline():
    assert set(boundaries()) == {id_ for id_, one in REAL.vocabulary["regions"].items() if one["kind"] != "country"}


def test_no_centre_is_placed_where_no_source_places_it():
    known = [record for record in OWN.values() if record.get("coordinates")]
    html = html_of(page_of(path="centres"))
    drawing = charts(page_of(path="centres"))[0]
    assert drawing.count(SHAPES["circle"]) >= 7, "the numbers of the regions"
    assert drawing.count(SHAPES["diamond"]) == len(known)
    if not known:
        assert "none is drawn as a point" in html


def test_a_network_without_a_place_is_listed_beside_the_map():
    html = html_of(page_of(path="centres"))
    listed = html[html.index("Without a place on the map") : html.index("Year") if "Year</" in html else None]
    for id_, record in OWN.items():
        if not record.get("coordinates") and not regions_of(record) - {"KG"} and id_ in REAL.centres.centre.tolist():
            assert f"centre={id_}" in listed, id_


def test_seventy_and_seventy_four_are_two_dated_readings_with_their_sources():
    page = page_of()
    rows = REAL.counts[REAL.counts.centre.eq("civic-digital-education-centres") & REAL.counts.unit.eq("centres")]
    assert sorted(zip(rows.value, rows.as_of, strict=True)) == [(70, "2022-09"), (74, "2023-10-20")]
    dated = REAL.counts[REAL.counts.unit.eq("centres") & REAL.counts.earliest.notna()].sort_values("earliest")
    assert counts.grown(page, dated).endswith("70 (September 2022), then 74 (20 October 2023)")
    behind = counts.counts_table(page)
    assert "vb.kg" in behind and "shailoo.gov.kg" in behind
    assert "72" not in re.sub(r"<[^>]*>", "", behind)


def test_readings_without_a_date_are_in_the_table_and_on_no_line():
    undated = REAL.counts[REAL.counts.as_of.isna()]
    assert len(undated)
    assert counts.counts_table(page_of()).count(">not known<") >= len(undated)


def test_the_boundaries_are_credited_in_every_language():
    for language in ("ky", "ru", "en"):
        html = html_of(page_of(language=language, path="centres"))
        assert "Who’s On First" in html and "OCHA" in html


def test_one_centre_has_its_page_and_an_unknown_one_is_said():
    html = html_of(page_of(path="centres", centre="civic-digital-education-centres"))
    assert "Regional Centres of Civic and Digital Education" in html
    assert "partner=kg-cec" in html
    assert "There is no centre “nowhere”" in html_of(page_of(path="centres", centre="nowhere"))
