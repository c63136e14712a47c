"""What is promised of the charts an effect names: none is forgotten, and each has the columns it is told to have."""

import ast
import importlib
from pathlib import Path

from loaders.records import ROOT
from loaders.review.drawn import CHARTS
from loaders.tables.columns import COLUMNS
from pages.parts.frame import PAGES

OF_ONE = {"profile_years", "profile_regions"}  # of one partner; they draw what the others draw


def keys(path: Path) -> set[str]:
    """The second argument of every chart and matrix, a constant of the module or written out."""
    module = importlib.import_module(f"pages.parts.sections.{path.stem}")
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("chart", "matrix") and len(node.args) > 1:
            key = node.args[1]
            found.add(key.value if isinstance(key, ast.Constant) else getattr(module, getattr(key, "id", ""), None))
    return found - {None}


def test_every_chart_of_every_page_is_known_by_its_key():
    drawn = {key for path in sorted((ROOT / "pages/parts/sections").glob("*.py")) for key in keys(path)}
    assert len(drawn) >= 6
    assert drawn - OF_ONE <= set(CHARTS)
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pages/parts").rglob("*.py"))
    assert [key for key in CHARTS if f'"{key}"' not in written] == []


def test_every_chart_has_a_page_and_columns_there_are():
    for page, behind in CHARTS.values():
        assert page in PAGES
        for table, columns in behind.items():
            assert set(columns.split()) <= set(COLUMNS[table].split())
