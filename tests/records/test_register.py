"""The register: what people assert, ready to use."""

import os

import pytest

from loaders.records import ROOT, YamlError, load_register, read_yaml
from loaders.records.edtf import parse
from loaders.records.reading import MAX_DEPTH
from loaders.records.schemas import RECORDS, VOCABULARY, entry_schema, of_items, properties, resolve, schema

REGISTER = load_register()
GROUPS = {**RECORDS, **VOCABULARY}


def walk(name: str):
    """Every field of a schema, however deep, with the path to it."""

    def inner(part, path, depth):
        for key, field in properties(part).items():
            yield (*path, key), field
            if depth < MAX_DEPTH and key not in ("parts", "tranches", "readings", "local"):  # money is made of money
                yield from inner(field, (*path, key), depth + 1)
                yield from inner(of_items(field), (*path, key), depth + 1)

    yield from inner(entry_schema(name), (), 0)


@pytest.mark.parametrize("name", ["partner", "initiative", "centre", *VOCABULARY.values(), "extracted", "sidecar"])
def test_every_field_has_a_title_and_a_description_in_three_languages(name):
    fields = [(path, field) for path, field in walk(name) if len(path) == 1]
    assert fields
    for path, field in fields:
        for key in ("title", "description"):
            assert isinstance(field.get(key), str) and field[key], (name, path, key)
            for language in ("ky", "ru"):
                assert field[f"x-{key}"][language], (name, path, key, language)


def test_every_id_in_a_schema_refers_to_something_there_is():
    targets = {
        field.get("x-refers-to") or of_items(field).get("x-refers-to")
        for name in ("partner", "initiative", "centre", "region", "extracted")
        for _, field in walk(name)
    } - {None}
    assert targets <= set(GROUPS) and len(targets) >= 7


@pytest.mark.parametrize("group", sorted({*GROUPS} - {"settled"}))  # decisions, not things with names
def test_every_record_has_every_field(group):
    """So that nobody need ask whether a key is there."""
    records = getattr(REGISTER, group)
    assert records and list(records) == sorted(records)
    wanted = {key for key, part in properties(entry_schema(GROUPS[group])).items() if "default" in part} | {
        "id",
        "names",
    }
    for id_, record in records.items():
        assert record["id"] == id_ and wanted <= set(record)
        assert set(record["names"]) == {"ky", "ru", "en"}


def test_the_seeds_reforms_partners_and_places_are_there():
    assert {"koica-digital-competence", "civic-digital-centres", "altyn-kazyk"} <= set(REGISTER.initiatives)
    assert {"kg-cec", "koica", "kg-mdd", "kg-min-culture", "kg-moes", "akf", "alatoo", "kg-jk"} <= set(
        REGISTER.partners
    )
    assert [count["value"] for count in REGISTER.centres["civic-digital-education-centres"]["counts"][:2]] == [70, 74]
    assert len(REGISTER.goals) == 16 and len({goal["colour"] for goal in REGISTER.goals.values()}) == 16
    assert set(REGISTER.regions) == {"KG", *["KG-B", "KG-C", "KG-Y", "KG-J", "KG-N", "KG-O", "KG-T", "KG-GB", "KG-GO"]}


def test_a_split_ministry_hands_on_on_one_day():
    old = REGISTER.partners["kg-moes"]
    assert old["succeeded_by"] == ["kg-min-prosv", "kg-min-science"]
    assert {old["valid_to"]} == {REGISTER.partners[id_]["valid_from"] for id_ in old["succeeded_by"]}


def test_every_date_of_the_register_is_text_and_can_be():
    def dates(value, part):
        if isinstance(value, list):
            for item in value:
                yield from dates(item, of_items(part))
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from dates(item, properties(part).get(key, {}))
        elif resolve(part).get("format") == "edtf" and value is not None:
            yield value

    found = [
        date
        for group, name in GROUPS.items()
        for record in getattr(REGISTER, group).values()
        for date in dates(record, entry_schema(name))
    ]
    assert len(found) > 150
    assert all(isinstance(date, str) and parse(date) for date in found)


def test_a_year_may_be_written_with_or_without_quotes(project):
    project.record("initiatives/boats.yaml", "id: boats\nnames: {ky: А, ru: Б, en: C}\nstart: 2023\nend: '2024'\n")
    boats = load_register(project.root / "data").initiatives["boats"]
    assert (boats["start"], boats["end"]) == ("2023", "2024")


def test_a_second_load_reads_nothing_and_a_changed_file_is_noticed(project, monkeypatch):
    first = load_register(project.root / "data")
    monkeypatch.setattr("loaders.records.register.read_yaml", lambda path: pytest.fail(f"{path} was read again"))
    assert load_register(project.root / "data") is first
    monkeypatch.undo()
    path = project.record("centres/pier.yaml", "id: pier\nnames: {ky: А, ru: Б, en: C}\nnetwork: true\n")
    os.utime(path, ns=(1, 1))
    second = load_register(project.root / "data")
    assert second.centres["pier"]["network"] is True and second.version != first.version
    path.unlink()
    assert "pier" not in load_register(project.root / "data").centres


def test_a_default_is_never_shared_between_records(project):
    records = load_register(project.root / "data").partners
    assert records["river-school"]["also"] is not records["river-school"]["not"]
    assert records["river-school"]["not"] is not records["lake-fund"]["not"]


def test_a_broken_file_is_said_with_its_line(project):
    project.record("partners/lake-fund.yaml", "id: lake-fund\nid: x\n")
    with pytest.raises(YamlError, match=r"lake-fund\.yaml:3: field id is written twice"):
        load_register(project.root / "data")


def test_every_committed_record_says_where_it_was_read():
    for group in RECORDS:
        for id_, record in getattr(REGISTER, group).items():
            assert record["sources"] or record["unverified"] == ["all"], (group, id_)


def test_the_map_has_a_shape_for_every_region():
    import json

    shapes = json.loads((ROOT / "data/geo/kgz_adm1.geojson").read_text())["features"]
    assert {shape["properties"]["iso"] for shape in shapes} == set(REGISTER.regions) - {"KG"}
    assert "CC BY" in (ROOT / "data/geo/README.md").read_text()


def test_every_schema_is_a_schema():
    from jsonschema import Draft202012Validator

    for path in (ROOT / "data/schema").glob("*.yaml"):
        Draft202012Validator.check_schema(read_yaml(path))
        assert schema(path.stem)["$id"] == path.name
