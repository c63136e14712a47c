"""What is promised of open formats: valid by their standards, nothing made up, what is left out is said."""

import io
import json
import os
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from loaders.exports import FORMATS
from loaders.exports.asking import download
from loaders.exports.iati import NothingToTell, sorted_out
from loaders.exports.iati_text import comment
from loaders.exports.sheets import sheets
from loaders.exports.wording import LANGUAGES
from loaders.records import ROOT, load_register

REGISTER = load_register()
AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
ORDER = [
    "iati-identifier",
    "reporting-org",
    "title",
    "description",
    "participating-org",
    "other-identifier",
    "activity-status",
    "activity-date",
    "recipient-country",
    "location",
    "sector",
    "tag",
    "document-link",
]
MANDATORY = {*ORDER[:5], "activity-status", "activity-date"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def activities(everything) -> list[Xml.Element]:
    return list(Xml.fromstring(FORMATS["iati"].make(everything)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_iati_is_valid_by_the_official_schema(tables, language):
    folder = Path(os.environ.get("IATI_XSD", ROOT.parent / "shared" / "standards"))
    if not (folder / "iati-activities-schema.xsd").exists():
        pytest.skip(f"no iati-activities-schema.xsd in {folder}: set IATI_XSD to its folder")
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(folder / "iati-activities-schema.xsd", etree.XMLParser(no_network=True)))
    schema.assertValid(etree.fromstring(FORMATS["iati"].make(download({}, tables, language, AT))))


def test_an_activity_has_what_iati_asks_for_in_the_order_it_asks_for(activities):
    assert len(activities) > 5
    for one in activities:
        names = [child.tag for child in one]
        assert set(names) >= MANDATORY and names == sorted(names, key=ORDER.index)
        assert one.find("reporting-org").get("secondary-reporter") == "1"
        assert one.find("iati-identifier").text.startswith(f"{one.find('reporting-org').get('ref')}-")
        assert one.find("recipient-country").get("code") == "KG"
        shares = [float(sector.get("percentage", 100)) for sector in one.findall("sector")]
        assert not shares or round(sum(shares), 2) == 100


def test_iati_has_every_language_of_a_name_and_marks_the_others(activities):
    one = next(one for one in activities if one.find("iati-identifier").text.endswith("-usaid-okuu-keremet"))
    told = {narrative.get(LANG, one.get(LANG)): narrative.text for narrative in one.find("title")}
    assert told == REGISTER.initiatives["usaid-okuu-keremet"]["names"]


def test_no_date_of_an_activity_is_made_up(activities):
    for one in activities:
        record = REGISTER.initiatives[one.find("iati-identifier").text.removeprefix("bilim-monitor-")]
        days = {moment.get("iso-date") for moment in one.findall("activity-date")}
        assert days <= {record.get("start"), record.get("end")}
        actual = [moment.get("iso-date") for moment in one.findall("activity-date") if moment.get("type") in "24"]
        assert all(date.fromisoformat(day) <= AT.date() for day in actual)


def test_what_cannot_be_told_is_listed_with_its_reason(everything):
    told, left = sorted_out(everything)
    assert len(told) + len(left) == len(everything.tables.initiatives)
    head = FORMATS["iati"].make(everything).decode().split("-->")[0]
    assert all(f"- {id_} (" in head for id_, _reason in left)
    reasons = dict(left)
    assert reasons["altyn-kazyk"] == "no-start"  # 2024: no day
    assert reasons["adb-sessdp"] == "no-status"  # began in 2015; nobody tells whether it goes on


def test_a_status_follows_from_dates_only_where_they_leave_no_doubt(everything):
    def status(at: datetime, start: str, end: str | None, **more: object) -> str | None:
        frame = everything.tables.initiatives
        row = frame[frame.initiative.eq("usaid-okuu-keremet")].copy()
        for name, value in ({"start": start, "end": end, "status": None} | more).items():
            row[name] = [value]
        told, _left = sorted_out(replace(everything, at=at, tables=everything.tables.with_frames(initiatives=row)))
        return told[0].status if told else None

    assert status(AT, "2027-01-01", None) == "1"
    assert status(AT, "2020-01-01", "2025") == "4"
    assert status(AT, "2020-01-01", "2027") == "2"
    assert status(AT, "2020-01-01", "2026") is None  # the year is not over
    assert status(AT, "2020-01-01", None) is None
    assert status(AT, "2020-01", "2025") is None  # no day
    assert status(AT, "spring", "2025") is None  # no date at all
    assert status(AT, "2020-01-01", "2025", unverified=("start",)) is None
    assert status(AT, "2020-01-01", "2025", status="unclear") is None


def test_a_file_without_any_activity_is_not_made(tables):
    with pytest.raises(NothingToTell, match="koica-parliament"):
        FORMATS["iati"].make(download({"partner": "koica"}, tables, "en", AT))


def test_a_text_from_outside_cannot_break_the_file():
    assert comment("a --> <script> -- --- -") == "a - -> <script> - - - - - "
    assert Xml.fromstring(f"<a><!--\n{comment('x-----' + chr(0) + chr(0xFFFE))}\n--></a>") is not None


@pytest.fixture(scope="module")
def package(everything, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    zipfile.ZipFile(io.BytesIO(FORMATS["datapackage"].make(everything))).extractall(folder)
    return folder


def test_a_data_package_is_valid_by_frictionless(package):
    import frictionless

    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid and report.stats["tasks"] == 10, report.flatten(["message"])


def test_a_data_package_is_of_version_2_and_describes_every_column(package, everything):
    said = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert said["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said["created"])
    for resource, shown in zip(said["resources"], sheets(everything).values(), strict=True):
        assert resource["type"] == "table" and resource["name"] == shown.layout.name
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in shown.layout.columns]
        assert all(field["title"] and field["description"] for field in fields)
