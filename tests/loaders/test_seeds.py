"""What a careful reader finds in the two seed articles is found, whatever letters they are typed in."""

import json

import pytest
import yaml

from loaders.articles import Article, read_article
from loaders.records import ROOT, dump_extracted, read_yaml

ELECTION = "000_cff0c14d70f325f0"
REVIEW = "001_7fef41e07ae51447"


@pytest.fixture(scope="module")
def record(reader):
    """An article's id → its record, read afresh."""
    records = {id: reader.read(read_article(ROOT / "seeds" / f"{id}.txt")) for id in (ELECTION, REVIEW)}
    return records.__getitem__


def ids(record: dict, field: str) -> set[str]:
    return {entry["id"] for entry in record[field]}


def roles(partners: list[dict]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for partner in partners:
        found.setdefault(partner["id"], set()).add(partner["role"])
    return found


def initiative(record: dict, id: str) -> dict:
    return next(entry for entry in record["initiatives"] if entry["id"] == id)


def test_the_election_article(record):
    found = record(ELECTION)
    assert found["title"]["quote"] == "КР БШК жана KOICA кызматташуу маселелерин талкуулашты"
    assert (found["language"], found["relevant"]) == ("ky", True)
    assert (found["published"]["edtf"], found["published"]["quote"]) == ("2023-10-20", "20 октября 2023")
    assert (found["outlet"], found["url"]) == ("shailoo.gov.kg", "https://www.shailoo.gov.kg/kg/news/6938/")
    assert ids(found, "partners") == {"kg-cec", "koica", "kg-mdd", "kg-min-culture"}
    assert ids(found, "goals") == {"digital-skills", "civic-education"}
    assert ids(found, "regions") == {"KG"}
    assert {date["edtf"] for date in found["dates"]} == {"2023-10-20", "2024"}


def test_its_ministry_is_found_in_both_spellings(record):
    quotes = {e["quote"] for p in record(ELECTION)["partners"] if p["id"] == "kg-mdd" for e in p["evidence"]}
    assert "СӨМ" in quotes and any("министрилиги" in quote for quote in quotes)


def test_its_two_initiatives_have_their_own_partners(record):
    skills = initiative(record(ELECTION), "koica-digital-competence")
    centres = initiative(record(ELECTION), "civic-digital-centres")
    assert set(roles(skills["partners"])) == {"koica", "kg-mdd"} and skills["start"] == "2024"
    under_way = [
        partner for partner in centres["partners"] if partner.get("status") is None and partner["role"] == "implementer"
    ]
    assert {partner["id"] for partner in under_way} == {"kg-cec", "kg-mdd", "kg-min-culture"}
    assert centres["regions"] == ["KG"]


def test_a_proposed_co_operation_is_not_under_way(record):
    centres = initiative(record(ELECTION), "civic-digital-centres")
    statuses = {partner.get("status") for partner in centres["partners"] if partner["id"] == "koica"}
    assert statuses == {"proposed"}


def test_its_people_have_their_offices(record):
    people = {person["name"]: person for person in record(ELECTION)["people"]}
    assert set(people) == {"Н. Шайлдабекова", "Пхё Кёнгжу"}
    assert people["Н. Шайлдабекова"]["partner"] == "kg-cec" and people["Н. Шайлдабекова"]["position"].endswith(
        "төрагасы"
    )
    assert people["Пхё Кёнгжу"]["partner"] == "koica" and people["Пхё Кёнгжу"]["position"].endswith("орун басары")


def test_its_figure_counts_the_centres(record):
    (figure,) = record(ELECTION)["figures"]
    assert (figure["value"], figure["unit"], figure["of"]) == (74, "centres", "civic-digital-education-centres")


def test_its_meeting_has_a_date(record):
    meeting = next(event for event in record(ELECTION)["events"] if event["kind"] == "meeting")
    assert meeting["date"] == "2023-10-20" and set(meeting["partners"]) == {"kg-cec", "koica"}


def test_a_project_begun_after_its_article_is_a_finding(record):
    (conflict,) = [finding for finding in record(ELECTION)["findings"] if finding["kind"] == "date-conflict"]
    quotes = [evidence["quote"] for evidence in conflict["evidence"]]
    assert quotes[0] == "20 октября 2023" and quotes[1].startswith("2024-жылы")


def test_the_review_article(record):
    found = record(REVIEW)
    assert found["title"]["quote"] == "БИШКЕКТЕ БИЛИМ БЕРҮҮ ТАРМАГЫНА СЕРЕП САЛУУ ЖЫЙЫНЫ УЛАНУУДА"
    assert (found["published"]["edtf"], found["outlet"]) == ("2025-02-26", "Кут Билим")
    assert found["byline"]["quote"].startswith("Кабыл Макешов")
    assert roles(found["partners"]) == {
        "kg-moes": {"convener"},
        "akf": {"supporter"},
        "alatoo": {"moderator"},
        "kg-jk": {"participant"},
    }
    assert ids(found, "goals") >= {
        "twelve-year-schooling",
        "teacher-training",
        "digital-technology",
        "curriculum-textbooks",
        "equity-access",
        "teaching-methods",
    }
    assert ids(found, "levels") >= {"early-childhood", "school", "out-of-school", "vocational"}
    assert "KG-GB" in ids(found, "regions")
    assert {"altyn-kazyk", "joint-sector-review-2025"} <= ids(found, "initiatives")


def test_a_venue_and_an_outlet_are_no_partners(record):
    found = record(REVIEW)
    assert "kut-bilim" not in ids(found, "partners")
    assert not [entry for entry in found["unlisted"] if "Hyatt" in entry["name"] or "Кут" in entry["name"]]


def test_its_moderator_is_the_rector(record):
    (person,) = record(REVIEW)["people"]
    assert (person["name"], person["partner"]) == ("Назира Эсеналиева", "alatoo")
    assert person["position"].endswith("ректору")


def test_a_headline_glued_to_every_paragraph_is_read_once(record):
    title = record(REVIEW)["title"]
    (review,) = [entry for entry in record(REVIEW)["initiatives"] if entry["id"] == "joint-sector-review-2025"]
    in_titles = [evidence for evidence in review["evidence"] if evidence["quote"].isupper()]
    assert len(in_titles) == 1 and in_titles[0]["end"] <= title["end"]


def test_an_event_dated_after_its_article_is_a_finding(record):
    (conflict,) = [finding for finding in record(REVIEW)["findings"] if finding["kind"] == "date-conflict"]
    assert [evidence["quote"] for evidence in conflict["evidence"]] == ["26.02.2025", "26-мартта"]


def essence(record: dict) -> dict[str, set]:
    """What must not depend on how an article is typed."""
    return {
        **{field: ids(record, field) for field in ("partners", "goals", "levels", "regions", "initiatives")},
        "roles": {(partner["id"], partner["role"]) for partner in record["partners"]},
        "dates": {date["edtf"] for date in record["dates"]},
        "figures": {figure["value"] for figure in record["figures"]},
        "findings": {finding["kind"] for finding in record["findings"]},
    }


TYPED = {
    "ѳ for ө": str.maketrans("өӨ", "ѳѲ"),
    "ө for ѳ": str.maketrans("ѳѲ", "өӨ"),
    "ӊ for ң": str.maketrans("ңҢ", "ӊӉ"),
    "Latin look-alikes": str.maketrans("асеорх", "aceopx"),
    "no-break spaces": str.maketrans({" ": "\u00a0"}),
    "curly quotes": str.maketrans("«»", "“”"),
}


@pytest.mark.parametrize("letters", TYPED)
@pytest.mark.parametrize("id", [ELECTION, REVIEW])
def test_an_article_typed_in_other_letters_gives_the_same_ids(reader, record, id, letters):
    article = read_article(ROOT / "seeds" / f"{id}.txt")
    typed = Article(id, article.raw.translate(TYPED[letters]), sidecar=article.sidecar)
    assert essence(reader.read(typed)) == essence(record(id))


@pytest.mark.parametrize(("id", "name"), [(ELECTION, "paraphrase_000"), (REVIEW, "paraphrase_001")])
def test_the_same_news_in_other_words_gives_the_same_ids(reader, record, id, name):
    told = essence(reader.read(read_article(ROOT / "tests" / "golden" / f"{name}.txt")))
    known = essence(record(id))
    for field in ("partners", "goals", "regions", "dates", "figures", "findings"):
        assert told[field] >= known[field] - {"KG"}, field
    assert told["initiatives"] >= known["initiatives"] - {"twelve-year-transition"}


@pytest.mark.parametrize("id", [ELECTION, REVIEW])
def test_extraction_is_the_same_byte_for_byte(record, tmp_path, id):
    dump_extracted(record(id), tmp_path / f"{id}.yaml")
    assert (tmp_path / f"{id}.yaml").read_bytes() == (ROOT / "data" / "extracted" / f"{id}.yaml").read_bytes()


def quotes(value):
    """Every mapping with a quote, however deep."""
    if isinstance(value, dict):
        if "quote" in value and "start" in value:
            yield value
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


@pytest.mark.parametrize("id", [ELECTION, REVIEW])
def test_every_value_shows_its_exact_words(record, id):
    raw = read_article(ROOT / "seeds" / f"{id}.txt").raw
    evidence = list(quotes(record(id)))
    assert len(evidence) > 30
    assert all(raw[quote["start"] : quote["end"]] == quote["quote"] for quote in evidence)


@pytest.mark.parametrize("id", [ELECTION, REVIEW])
def test_the_file_says_what_was_read(record, id):
    stored = read_yaml(ROOT / "data" / "extracted" / f"{id}.yaml")
    assert (
        json.loads(json.dumps(record(id)))
        == stored
        == yaml.safe_load((ROOT / "data" / "extracted" / f"{id}.yaml").read_text(encoding="utf-8"))
    )
