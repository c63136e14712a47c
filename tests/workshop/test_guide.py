"""The maintainer's page names what stands on the buttons, in both of its languages."""

import re

from loaders.records import ROOT
from pages.parts.words import Words

GUIDE = ROOT / "data" / "README.md"


def steps(text: str, begins: str, quotes: str) -> list[list[str]]:
    """What is to be pressed in the page, for each of the five things."""
    lines = [line for line in text.splitlines() if line.startswith(begins)]
    return [re.findall(quotes, line) for line in lines]


def in_english() -> list[list[str]]:
    return steps(GUIDE.read_text(encoding="utf-8"), "- **In the page:**", "“([^”]+)”")


def test_the_steps_in_kyrgyz_are_those_in_english():
    kyrgyz = steps(GUIDE.read_text(encoding="utf-8"), "- **Баракта:**", "«([^»]+)»")
    translated = [[Words("ky", {})._(label) for label in labels] for labels in in_english()]
    assert kyrgyz == translated and len(kyrgyz) == 5 and all(kyrgyz)
