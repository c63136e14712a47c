"""A small project with its own articles and records, so that every number in a test can be counted by hand."""

import shutil
from pathlib import Path

import pytest

from loaders.records import ROOT, dump_extracted, load_extracted, load_register
from loaders.tables import Tables, build_tables
from pages.parts.opening import Page
from pages.parts.words import Words

RECORDS = {
    "partners/fund.yaml": "{id: fund, names: {ky: Фонд, ru: Фонд, en: Fund}, kind: foundation, country: KG}",
    "partners/office.yaml": "{id: office, names: {ky: Кеңсе, ru: Офис, en: Office}, kind: state-body, country: KG}",
    "partners/rumour.yaml": "{id: rumour, names: {ky: Ушак, ru: Слух, en: Rumour}, kind: ngo, unverified: [all]}",
    "centres/hall.yaml": """{id: hall, names: {ky: Үй, ru: Дом, en: Hall}, kind: youth-centre, region: KG-GB,
        run_by: [office], launched: '2022-09', counts: [{value: 70, unit: centres, as_of: '2022-09'}]}""",
    "initiatives/bridge.yaml": """{id: bridge, names: {ky: Көпүрө, ru: Мост, en: Bridge}, kind: project, start: '2022',
        end: '2024-05', lead: fund, partners: [{id: fund, role: funder}, {id: office, role: implementer}],
        goals: [digital-skills], levels: [school], regions: [KG-GB], centre: hall, sources: ['https://example.org/b'],
        unverified: [start], conflicts: [{field: start, text: {ky: эки жыл, ru: два года, en: two years}}]}""",
    "initiatives/quiet.yaml": """{id: quiet, names: {ky: Тынч, ru: Тихий, en: Quiet}, kind: policy, lead: office,
        status: planned, partners: [{id: office, role: convener}], goals: [civic-education], regions: [KG]}""",
}
TEXTS = {
    "a1": "Фонд Көпүрө долбоорун баштады. 2025-жылы 74 борбор ачылат. Ушак да бар. Китепкана мүдүрү келди.",
    "a2": "Фонд Көпүрө долбоорун баштады. 2025-жылы 74 борбор ачылат. Ушак да бар. Китепкана мүдүрү кетти.",
    "a3": "Кеңсе жаңы окуу китебин чыгарды. <b>Эскертүү</b> & башка сөздөр.",
}


def place(article: str, words: str) -> dict:
    start = TEXTS[article].index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def extracted(article: str, outlet: str | None, day: str | None) -> dict:
    return {
        "article": article,
        "source": f"seeds/{article}.txt",
        "sha256": "0" * 64,
        "url": None,
        "language": "ky",
        "title": {"quote": TEXTS[article][:8], "start": 0, "end": 8},
        "outlet": outlet,
        "byline": None,
        "published": {"edtf": day, "from": "sidecar"} if day else None,
        "relevant": True,
        "partners": [],
        "unlisted": [],
        "initiatives": [],
        "goals": [],
        "levels": [],
        "regions": [],
        "dates": [],
        "people": [],
        "figures": [],
        "events": [],
        "findings": [],
    }


def read_bridge(article: str, outlet: str | None, day: str) -> dict:
    """An article on the bridge that tells another start than the register."""
    fund, bridge, year = place(article, "Фонд"), place(article, "Көпүрө"), place(article, "2025-жылы")
    plan = {
        "id": "bridge",
        "name": "Көпүрө",
        "status": "under-way",
        "status_cue": place(article, "баштады"),
        "start": "2025",
        "end": None,
        "partners": [{"id": "fund", "role": "funder", "evidence": [fund]}],
        "goals": ["digital-skills"],
        "levels": [],
        "regions": [],
        "evidence": [bridge],
    }
    return extracted(article, outlet, day) | {
        "partners": [
            {"id": "fund", "role": "funder", "evidence": [fund]},
            {"id": "rumour", "role": "mentioned", "evidence": [place(article, "Ушак")]},
        ],
        "initiatives": [plan],
        "goals": [{"id": "digital-skills", "evidence": [bridge]}],
        "dates": [{"edtf": "2025", "of": "start", "evidence": [year]}],
        "people": [{"name": "Мүдүр", "position": "мүдүр", "partner": None, "evidence": [place(article, "мүдүрү")]}],
        "figures": [{"value": 74, "unit": "centres", "of": "hall", "evidence": [place(article, "74 борбор")]}],
        "unlisted": [{"name": "Китепкана", "kind": "other", "evidence": [place(article, "Китепкана")]}],
        "findings": [{"kind": "date-conflict", "says": "two dates", "evidence": [fund, year]}],
    }


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for folder in ("vocabulary", "language"):
        shutil.copytree(ROOT / "data" / folder, root / "data" / folder)
    for name, text in RECORDS.items():
        path = root / "data" / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "seeds").mkdir()
    office = extracted("a3", None, None) | {
        "partners": [{"id": "office", "role": "implementer", "evidence": [place("a3", "Кеңсе")]}]
    }
    for record in (read_bridge("a1", "First", "2024-06-01"), read_bridge("a2", "Second", "2024-06-02"), office):
        (root / "seeds" / f"{record['article']}.txt").write_text(TEXTS[record["article"]], encoding="utf-8")
        dump_extracted(record, root / "data" / "extracted" / f"{record['article']}.yaml")
    assert set(load_extracted(root / "data")) == set(TEXTS)
    assert len(load_register(root / "data").initiatives) == 2
    return root


@pytest.fixture(scope="session")
def tables(root: Path) -> Tables:
    return build_tables(root)


@pytest.fixture
def page(tables: Tables) -> Page:
    from loaders.filters import Filters

    return Page(Words("en", tables.names), Filters(), (), tables, tables, {})
