"""What is promised of every number on the pages of charts: it is as long as its list, in every language."""

import re

import pytest

from pages.parts.words import LANGUAGES
from tests.pages.drawn import REAL, differing, html_of, numbers, page_of

VIEWS = [
    ("overview", {}),
    ("timeline", {}),
    ("timeline", {"lanes": "goal", "years": "all"}),
    ("timeline", {"lanes": "partner"}),
    ("timeline", {"lanes": "region", "region": "KG-GB"}),
    ("partners", {}),
    ("partners", {"partner": "koica"}),
    ("partners", {"partner": "kg-moes", "goal": "governance-finance"}),
    ("partners", {"partner": "koica,kg-mdd"}),
    ("partners", {"partner": "24kg"}),
    ("goals", {}),
    ("goals", {"count": "sources"}),
    ("goals", {"count": "partners", "region": "KG-GB"}),
    ("goals", {"goal": "teacher-pay,international-mobility"}),
    ("centres", {}),
    ("centres", {"shade": "partners"}),
    ("centres", {"shade": "initiatives", "partner": "kg-cec"}),
    ("centres", {"centre": "civic-digital-education-centres"}),
    ("centres", {"centre": "no-such-centre"}),
    *((name, {"period": "1900/1901"}) for name in ("overview", "timeline", "partners", "goals", "centres")),
]
NAMES = [f"{name}-{'-'.join(query.values())}" for name, query in VIEWS]


@pytest.mark.parametrize(("name", "query"), VIEWS, ids=NAMES)
def test_a_number_is_as_long_as_its_list_and_the_same_in_every_language(name, query):
    said = []
    for language in LANGUAGES:
        page = page_of(REAL, language, name, **query)
        html = html_of(page)
        assert not re.search(r">\s*(\[\]|None|nan|NaT|True|False|\(\))\s*<", html)
        said.append(sorted(numbers(html)))
    assert said[0] == said[1] == said[2]
    assert differing(REAL, page.filters, said[0]) == []


def test_the_pages_have_numbers_to_check():
    least = {"overview": 15, "timeline": 5, "partners": 200, "goals": 200, "centres": 10}
    found = {name: len(numbers(html_of(page_of(REAL, "ru", name)))) for name in least}
    assert all(found[name] >= n for name, n in least.items()), found
