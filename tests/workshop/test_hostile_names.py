"""Whatever a record or an article is called, every page, download, feed and briefing shows it as letters."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest
from lxml import etree, html
from streamlit.testing.v1 import AppTest

from loaders.exports import FORMATS
from loaders.exports.asking import download
from loaders.records import check
from pages.parts.routes import asked
from tests.workshop.conftest import Project, shown

EVIL = (
    "<img src=x onerror=alert(1)><script>alert(1)</script> **bold** [a](javascript:alert(1)) "
    "![i](http://evil.example/i) $x^2$ :red[r] `c` &lt;b&gt; '\"><a href=javascript:alert(1)>"
)
SAID = json.dumps(EVIL)
NAMES = "names:\n" + "".join(f"  {language}: {json.dumps(f'{language} {EVIL}')}\n" for language in ("ky", "ru", "en"))
RECORDS = {
    "partners/evil-fund": f"{NAMES}kind: foundation\nnote:\n  ky: {SAID}\n  ru: {SAID}\n  en: {SAID}\n"
    f"people:\n  - {{name: {SAID}, position: {SAID}}}\nsources: [https://example.org/<img>]\n",
    "initiatives/evil-plan": f"{NAMES}kind: project\nstatus: under-way\nstart: '2023-05-01'\nend: '2025-05-01'\n"
    "partners:\n  - {id: evil-fund, role: funder}\n  - {id: kg-moes, role: implementer}\n"
    "goals: [digital-skills]\nlevels: [school]\nregions: [KG]\nsources: [https://example.org/a]\n",
    "centres/evil-centre": f"{NAMES}kind: civic-digital-centre\nrun_by: [evil-fund]\nregion: KG-C\n"
    "counts:\n  - {value: 3, unit: centres, as_of: '2023', source: https://example.org/a}\n",
}
VIEWS = [  # with which of them the names are seen
    *((page, {}) for page in ("overview", "timeline", "partners", "centres", "quality")),
    ("initiatives", {"initiative": "evil-plan"}),
    ("centres", {"centre": "evil-centre"}),
    ("articles", {"article": "evil"}),
    ("goals", {"list": "initiatives", "where": "goal:digital-skills"}),
    ("initiatives", {"initiative": "evil-plan", "edit": "form"}),
]


@pytest.fixture
def hostile(project: Project) -> Project:
    for name, text in RECORDS.items():
        kind = name.split("/")[0].removesuffix("s")
        head = f"# yaml-language-server: $schema=../../schema/{kind}.yaml\nid: {name.split('/')[1]}\n"
        (project.root / "data/records" / f"{name}.yaml").write_text(head + text, encoding="utf-8")
    side = f"outlet: {json.dumps('=1 ' + EVIL)}\nurl: https://example.org/a\npublished: '2024-03-05'\n"
    (project.root / "seeds/evil.yaml").write_text(side, encoding="utf-8")
    project.add("evil", f"=1+1 {EVIL}\n\nКөл жээгинде «Жаркын китеп» долбоору 2023-жылы башталган. Мугалимдер окуду.\n")
    assert check(project.root) == []
    return project


def as_markdown(app: AppTest) -> list[str]:
    """What Streamlit reads as Markdown: labels and helps of widgets, and texts."""
    found = []
    for element in app._tree:
        proto = getattr(element, "proto", None)
        names = ("label", "help") if element.type in ("html", "text_input", "text_area") else ("label", "help", "body")
        found += [said for name in names if isinstance(said := getattr(proto, name, ""), str)]
    return found


def alive(markup: str) -> list[str]:
    """Elements and attributes of somebody else's making that a browser would obey."""
    whole = html.fragment_fromstring(markup, create_parent="div")
    found = [one.tag for one in whole.iter("img", "script", "iframe", "object")]
    for one in whole.iter():
        found += [f"{name}={value}" for name, value in one.attrib.items()
                  if name.lower().startswith("on") or value.strip().lower().startswith("javascript:")]  # fmt: skip
    return found


def test_on_every_page_it_is_letters(hostile: Project, at):
    charts = 0
    for path, query in VIEWS:
        app = at(path, **query)
        told = shown(app)
        assert alive(told) == [], (path, query)
        assert [one for one in as_markdown(app) if "**bold**" in one or "](javascript" in one] == [], (path, query)
        drawn = html.fragment_fromstring(told, create_parent="div").xpath("//@data-bm-svg")
        charts += sum("onerror" in one for one in drawn)
        assert [one for one in drawn if alive(one)] == [], (path, query)
        assert "&lt;img src=x onerror=alert(1)&gt;" in told or "onerror" in "".join(drawn), (path, query)
    assert charts > 1


def test_looked_at_closer_it_is_letters(hostile: Project, at):
    app = at("timeline")
    app.session_state["timeline_bars_closer"] = True
    (closer,) = app.run().get("plotly_chart")
    assert "onerror" in closer.proto.spec
    assert not re.search("<img|<script|<a href=java", closer.proto.spec)


def test_in_everything_that_is_taken_away_it_is_letters(hostile: Project, at):
    at("overview")  # the project the routes read
    for query in ({}, {"partner": "evil-fund"}, {"page": "initiatives", "initiative": "evil-plan"}):
        page = asked.web(query | {"lang": "en"}, "https://example.org").decode()
        assert alive(page.partition("<body")[2]) == [] and "onerror" in page
        with zipfile.ZipFile(io.BytesIO(asked.word(query | {"lang": "en"}, "https://example.org"))) as word:
            text = etree.fromstring(word.read("word/document.xml"))
            assert "<img src=x onerror" in "".join(text.itertext())
    _status, feed, _changed = asked.feed({"lang": "en"}, "https://example.org")
    entries = [one for one in etree.fromstring(feed).iter("{*}title", "{*}content", "{*}summary")]
    assert any("onerror" in one.text for one in entries)
    assert [alive(one.text) for one in entries if one.get("type") == "html" and alive(one.text)] == []
    assert not [one.text for one in entries if one.get("type") != "html" and one.tag.endswith("content") and len(one)]
    for name, format_ in FORMATS.items():
        body = format_.make(download({}, hostile.tables, "en", datetime.now(UTC)))
        if name == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(body))
            cells = [cell for one in book for row in one.iter_rows() for cell in row]
            assert [cell.value for cell in cells if cell.data_type == "f"] == []
            assert any("onerror" in str(cell.value) for cell in cells)
        if name == "iati":
            etree.fromstring(body)
