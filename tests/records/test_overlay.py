"""A person's record belongs to the person; a difference is a finding; what was refused never comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import ROOT, load_extracted, load_register
from loaders.records.overlay import overlay
from loaders.records.register import Register
from loaders.records.schemas import RECORDS, filled
from loaders.records.shown import Evidence

REAL = load_register()
NAMES = {"ky": "А", "ru": "Б", "en": "C"}


def register(**records) -> Register:
    """A register of these records: register(boats={…}) is an initiative; partners and centres are given by kind."""
    groups = {"initiatives": {}, "partners": {}, "centres": {}}
    for id_, record in records.items():
        of = record.pop("of", "initiatives")
        groups[of][id_] = filled({"id": id_, "names": NAMES} | record, RECORDS[of])
    vocabulary = {name: getattr(REAL, name) for name in ("goals", "levels", "regions", "roles", "statuses", "kinds")}
    return Register(**groups, **vocabulary, language={}, version="1")


def place(start: int = 0, quote: str = "сөз") -> dict:
    return {"start": start, "end": start + len(quote), "quote": quote}


def article(published: str | None = "2024-05-01", **facts) -> dict:
    whole = {"language": "ky", "relevant": True} | ({"published": {"edtf": published}} if published else {})
    return whole | facts


def boats(**part) -> dict:
    return article(initiatives=[{"id": "boats", "name": "Кайыктар", "evidence": [place()]} | part])


def told(given_register, **articles):
    return overlay(given_register, articles)


def kinds(shown) -> list[str]:
    return [finding.kind for finding in shown.findings if finding.kind != "missing-field"]


def test_a_persons_value_stands_and_the_article_that_agrees_supports_it():
    shown = told(register(boats={"start": "2024"}), a=boats(start="2024-03"))
    start = shown.initiatives["boats"].fields["start"]
    assert (start.value, start.origin) == ("2024", "person")
    assert start.evidence == (Evidence("a", 0, 3, "сөз"),)
    assert kinds(shown) == []


@pytest.mark.parametrize(
    ("field", "recorded", "read"),
    [("start", "2022-09", "2024"), ("end", "2025", "2026-01"), ("status", "completed", "under-way")],
)
def test_a_disagreement_is_a_finding_not_a_merge(field, recorded, read):
    shown = told(register(boats={field: recorded}), a=boats(**{field: read}))
    value = shown.initiatives["boats"].fields[field]
    assert (value.value, value.origin, value.evidence) == (recorded, "person", ())
    [finding] = [one for one in shown.findings if one.kind == "disagreement"]
    assert (finding.of, finding.id, finding.field) == ("initiatives", "boats", field)
    assert (finding.recorded, finding.read) == (recorded, read)
    assert finding.evidence == (Evidence("a", 0, 3, "сөз"),)


def test_without_a_person_the_machine_is_shown_as_the_machine():
    shown = told(register(boats={}), a=boats(start="2024", status="planned", goals=["digital-skills"], regions=["KG"]))
    fields = shown.initiatives["boats"].fields
    assert {name: fields[name].origin for name in ("start", "status")} == {"start": "machine", "status": "machine"}
    assert [(one.value, one.origin) for one in fields["goals"]] == [("digital-skills", "machine")]
    assert fields["status"].as_of == "2024-05-01"
    assert shown.initiatives["boats"].origin == "person"  # the record is a person's, these values are not


def test_a_persons_list_stands_whole_and_what_it_lacks_is_a_finding():
    shown = told(register(boats={"goals": ["digital-skills"]}), a=boats(goals=["digital-skills", "civic-education"]))
    [goal] = shown.initiatives["boats"].fields["goals"]
    assert (goal.value, goal.origin, len(goal.evidence)) == ("digital-skills", "person", 1)
    assert [(one.kind, one.read) for one in shown.findings if one.field == "goals"] == [("addition", "civic-education")]


def test_another_role_for_a_listed_partner_is_a_disagreement():
    recorded = {"boats": {"partners": [{"id": "koica", "role": "funder"}]}}
    part = {"id": "koica", "role": "implementer", "evidence": [place(5, "KOICA")]}
    shown = told(register(**recorded), a=boats(partners=[part]))
    [partner] = shown.initiatives["boats"].fields["partners"]
    assert partner.value == {"id": "koica", "role": "funder"} and partner.origin == "person"
    [finding] = [one for one in shown.findings if one.kind == "disagreement"]
    assert (finding.recorded["role"], finding.read["role"]) == ("funder", "implementer")
    assert finding.evidence == (Evidence("a", 5, 10, "KOICA"),)


def test_being_mentioned_contradicts_no_role():
    recorded = {"boats": {"partners": [{"id": "koica", "role": "funder"}]}}
    shown = told(register(**recorded), a=boats(partners=[{"id": "koica", "role": "mentioned", "evidence": []}]))
    assert kinds(shown) == []


def test_a_co_operation_only_proposed_is_no_disagreement_about_the_part_it_has():
    recorded = {"boats": {"partners": [{"id": "koica", "role": "funder"}]}}
    part = {"id": "koica", "role": "participant", "status": "proposed", "evidence": []}
    shown = told(register(**recorded), a=boats(partners=[part]))
    assert kinds(shown) == ["addition"]


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("partners", "undp", {"partners": [{"id": "undp", "role": "funder", "evidence": [place()]}]}),
        ("goals", "digital-skills", {"goals": ["digital-skills"]}),
        ("start", "2024", {"start": "2024"}),
        ("status", "planned", {"status": "planned"}),
    ],
)
@pytest.mark.parametrize("asserted", [False, True])
def test_a_rejected_value_never_comes_back(field, value, part, asserted):
    """Neither as a value, nor as evidence, nor as a finding."""
    other = {
        "partners": [{"id": "koica", "role": "host"}],
        "goals": ["civic-education"],
        "start": "2001",
        "status": "completed",
    }
    record = {"rejected": [{"field": field, "value": value, "why": "named as a past employer"}]}
    shown = told(register(boats=record | ({field: other[field]} if asserted else {})), a=boats(**part))
    found = shown.initiatives["boats"].fields.get(field)
    assert (found is not None) is asserted
    assert value not in str(found)
    assert kinds(shown) == []


def test_a_rejected_role_of_a_partner_with_another_is_no_disagreement():
    record = {"partners": [{"id": "koica", "role": "funder"}]}
    record |= {"rejected": [{"field": "partners", "value": "koica.host", "why": "its building was only shown"}]}
    host, convener = ({"id": "koica", "role": role, "evidence": [place()]} for role in ("host", "convener"))
    shown = told(register(boats=record), a=boats(partners=[host]), b=boats(partners=[convener]))
    assert [one.read["role"] for one in shown.findings if one.kind == "disagreement"] == ["convener"]


def test_an_oblast_adds_nothing_where_a_person_wrote_the_whole_country():
    for regions, additions in ((["KG"], []), (["KG-N"], ["addition"])):
        shown = told(register(boats={"regions": regions}), a=boats(regions=["KG-O"]))
        assert [one.value for one in shown.initiatives["boats"].fields["regions"]] == regions
        assert kinds(shown) == additions


def test_articles_that_differ_give_no_value_but_a_finding():
    shown = told(register(boats={}), a=boats(start="2022"), b=boats(start="2024"))
    assert "start" not in shown.initiatives["boats"].fields
    [finding] = [one for one in shown.findings if one.kind == "articles-differ"]
    assert finding.read == ("2022", "2024") and len(finding.evidence) == 2


def test_of_dates_that_agree_the_exact_one_is_shown():
    shown = told(register(boats={}), a=boats(start="2024"), b=boats(start="2024-03"), c=boats(start="2024"))
    start = shown.initiatives["boats"].fields["start"]
    assert start.value == "2024-03" and len(start.evidence) == 3


def test_the_latest_article_has_the_last_word_on_a_status():
    early, late = boats(status="planned"), boats(status="under-way")
    late["published"] = {"edtf": "2025-02"}
    status = told(register(boats={}), z=early, a=late).initiatives["boats"].fields["status"]
    assert (status.value, status.as_of) == ("under-way", "2025-02")


def test_an_article_from_before_the_end_may_tell_of_an_earlier_step():
    over = {"status": "completed", "end": "2024-12"}
    assert kinds(told(register(boats=dict(over)), a=boats(status="under-way"))) == []
    late = boats(status="under-way")
    late["published"] = {"edtf": "2025-02"}
    assert kinds(told(register(boats=dict(over)), a=late)) == ["disagreement"]


def test_an_initiative_the_register_lacks_stands_by_itself_as_the_machines():
    part = {"id": None, "name": "Салдар долбоору", "status": "planned", "evidence": [place()]}
    shown = told(register(), story=article(initiatives=[part]))
    entry = shown.initiatives["story~1"]
    assert (entry.origin, entry.names, entry.record) == ("machine", {"ky": "Салдар долбоору"}, {})
    assert entry.fields["status"].origin == "machine"


def test_a_record_that_serves_matching_only_is_never_shown_as_a_fact():
    matching = {"of": "partners", "unverified": ["all"], "kind": "company", "website": "https://x.kg"}
    assert told(register(megacom=dict(matching))).partners == {}
    part = {"id": "megacom", "role": "supporter", "evidence": [place()]}
    entry = told(register(megacom=dict(matching)), a=article(partners=[part])).partners["megacom"]
    assert entry.origin == "machine" and entry.names == NAMES
    assert set(entry.fields) == {"roles"}


def test_a_field_no_source_confirmed_is_marked():
    record = {"start": "2024", "partners": [{"id": "a", "role": "host"}, {"id": "b", "role": "host"}]}
    fields = told(register(boats=record | {"unverified": ["start", "partners.b"]})).initiatives["boats"].fields
    assert fields["start"].unverified
    assert [one.unverified for one in fields["partners"]] == [False, True]


def pier(value: int, published: str = "2023-10-20", **more) -> dict:
    return article(published, figures=[{"value": value, "unit": "centres", "of": "pier", "evidence": [place()]} | more])


def test_counts_stand_side_by_side_as_dated_readings():
    counts = [
        {"value": 70, "unit": "centres", "as_of": "2022-09"},
        {"value": 74, "unit": "centres", "as_of": "2023-10-20"},
    ]
    shown = told(register(pier={"of": "centres", "counts": counts}), a=pier(74), b=pier(80, "2024-01-01"))
    values = shown.centres["pier"].fields["counts"]
    assert [(one.value["value"], one.origin, len(one.evidence)) for one in values] == [
        (70, "person", 0),
        (74, "person", 1),
    ]
    [finding] = [one for one in shown.findings if one.field == "counts"]
    assert (finding.kind, finding.read["value"], finding.read["as_of"]) == ("addition", 80, "2024-01-01")


def test_two_numbers_for_one_day_disagree():
    counts = [{"value": 74, "unit": "centres", "as_of": "2023-10"}]
    shown = told(register(pier={"of": "centres", "counts": counts}), a=pier(75))
    assert [(one.kind, one.read["value"]) for one in shown.findings if one.field == "counts"] == [("disagreement", 75)]


def test_where_no_person_counted_the_articles_readings_are_shown():
    values = (
        told(register(pier={"of": "centres"}), a=pier(74), b=pier(80, "2024-01-01")).centres["pier"].fields["counts"]
    )
    assert [(one.value["value"], one.value["as_of"], one.origin) for one in values] == [
        (74, "2023-10-20", "machine"),
        (80, "2024-01-01", "machine"),
    ]


def test_conflicts_findings_and_unknown_names_come_on_one_list():
    conflict = {"field": "start", "text": NAMES}
    read = article(
        findings=[{"kind": "date-conflict", "says": "x", "evidence": [place()]}],
        unlisted=[{"name": "Жаңы уюм", "kind": "ngo", "evidence": [place()]}],
    )
    shown = told(register(boats={"conflicts": [conflict]}), a=read)
    assert kinds(shown) == ["record-conflict", "date-conflict", "unknown-name"]
    assert {one.field for one in shown.findings if one.kind == "missing-field"} >= {"start", "goals", "sources"}


dates = st.sampled_from(["2019", "2022-09", "2024", "2024-03", "XXXX-03-26", "2019/2020", "2021/.."])
partners = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["koica", "undp"]),
        "role": st.sampled_from(["funder", "mentioned"]),
        "evidence": st.just([place()]),
    }
)
parts = st.fixed_dictionaries(
    {"id": st.just("boats"), "name": st.just("К"), "evidence": st.just([place()])},
    optional={
        "start": dates,
        "end": dates,
        "status": st.sampled_from(list(REAL.statuses)),
        "goals": st.lists(st.sampled_from(list(REAL.goals)), max_size=3),
        "regions": st.lists(st.sampled_from(list(REAL.regions)), max_size=3),
        "partners": st.lists(partners, max_size=3),
    },
)
people = st.fixed_dictionaries(
    {},
    optional={
        "start": dates,
        "end": dates,
        "status": st.sampled_from(list(REAL.statuses)),
        "goals": st.lists(st.sampled_from(list(REAL.goals)), min_size=1, max_size=3, unique=True),
        "regions": st.lists(st.sampled_from(list(REAL.regions)), min_size=1, max_size=3, unique=True),
        "partners": st.just([{"id": "koica", "role": "host"}]),
    },
)
published = st.none() | st.sampled_from(["2023", "2024-05-01"])
readings = st.dictionaries(
    st.sampled_from("abc"),
    st.builds(lambda day, part: article(day, initiatives=[part]), published, parts),
)


@given(people, readings)
def test_whatever_articles_say_a_persons_value_always_wins(record, extracted):
    shown = overlay(register(boats=dict(record)), extracted).initiatives["boats"]
    for field, asserted in record.items():
        value = shown.fields[field]
        if isinstance(asserted, list):
            assert [one.value for one in value] == asserted
            assert {one.origin for one in value} == {"person"}
        else:
            assert (value.value, value.origin) == (asserted, "person")
    for field in set(shown.fields) - set(record):
        value = shown.fields[field]
        assert all(one.origin == "machine" and one.evidence for one in (value if isinstance(value, tuple) else [value]))


@given(people, readings)
def test_nothing_the_machine_read_is_lost_without_a_word(record, extracted):
    """Each start an article tells is shown, supports what is shown, or is a finding."""
    shown = overlay(register(boats=dict(record)), extracted)
    start = shown.initiatives["boats"].fields.get("start")
    heard = {place.article for place in start.evidence} if start else set()
    for finding in shown.findings:
        if finding.field == "start":
            heard |= {place.article for place in finding.evidence}
    assert heard == {id_ for id_, whole in extracted.items() if "start" in whole["initiatives"][0]}


@given(readings)
def test_the_overlay_changes_neither_of_its_halves(extracted):
    given_register = register(boats={"goals": ["digital-skills"]})
    before = str(given_register), str(extracted)
    overlay(given_register, extracted)
    assert (str(given_register), str(extracted)) == before


def test_every_evidence_of_the_committed_overlay_stands_in_its_article():
    read = load_extracted()
    shown = overlay(REAL, read)
    raw = {id_: (ROOT / whole["source"]).read_bytes().decode() for id_, whole in read.items()}
    found = [place for one in shown.findings for place in one.evidence]
    for entries in (shown.initiatives, shown.partners, shown.centres):
        for entry in entries.values():
            found += entry.evidence
            for value in entry.fields.values():
                found += [place for one in (value if isinstance(value, tuple) else [value]) for place in one.evidence]
    assert len(found) > 20
    assert all(raw[one.article][one.start : one.end] == one.quote for one in found)


def test_articles_of_one_day_that_count_a_centre_differently_are_a_finding():
    def boathouses(value: int, start: int = 0, **more) -> dict:
        figure = {"of": "houses", "value": value, "unit": "centres", "evidence": [place(start)]} | more
        return article(figures=[figure])

    def differing(**articles) -> list:
        given = register(houses={"of": "centres"})
        return [one for one in told(given, **articles).findings if one.kind == "articles-differ"]

    [finding] = differing(a=boathouses(70), b=boathouses(74, start=3))
    assert [one["value"] for one in finding.read] == [70, 74]
    assert [one.article for one in finding.evidence] == ["a", "b"]
    assert differing(a=boathouses(70), b=boathouses(70)) == []
    assert differing(a=boathouses(70), b=boathouses(74, op=">")) == []
    assert differing(a=boathouses(70), b=boathouses(74) | {"published": {"edtf": "2024-06-01"}}) == []
    both = boathouses(74)
    both["figures"] += boathouses(4)["figures"]
    assert differing(a=boathouses(70), b=both) == []  # 74, of them 4 new
