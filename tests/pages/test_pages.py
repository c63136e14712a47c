"""What is promised of every page in every language: it is drawn, framed, translated, and has no dead end."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from loaders.filters.choosing import choose
from loaders.records import ROOT
from loaders.tables import build_tables
from pages.parts.frame import HOME, PAGES
from pages.parts.words import LANGUAGES
from tests.pages.test_words import catalogue

TABLES = build_tables(ROOT)
ARTICLE = TABLES.articles.article.iloc[0]
INITIATIVE = next(iter(TABLES.mentioned & set(TABLES.initiatives.initiative)))
VIEWS = [
    *((name, {}) for name in PAGES),
    ("articles", {"article": ARTICLE, "at": "0-5"}),
    ("articles", {"article": "no-such-article"}),
    ("articles", {"q": "билим"}),
    ("articles", {"q": "жокжерде"}),
    ("initiatives", {"initiative": INITIATIVE}),
    ("initiatives", {"initiative": "no-such-initiative"}),
    ("initiatives", {"period": "1900/1901"}),
    ("quality", {"list": "findings", "where": "kind:missing-field", "below": "quality_tiles"}),
    ("method", {"list": "nonsense"}),
    ("articles", {"goal": "no-such-goal", "lang_": "xx"}),
]


def draw(name: str, query: dict[str, str], language: str) -> AppTest:
    """With its filters unfolded."""
    app = AppTest.from_file(str(ROOT / "pages" / "_frame.py"), default_timeout=30)
    app.session_state["filters"] = True
    for key, value in ({"lang": language} | query).items():
        app.query_params[key] = value
    app.run()
    if name != HOME:
        app.switch_page(f"{name}.py")
        for key, value in ({"lang": language} | query).items():
            app.query_params[key] = value
        app.run()
    return app


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "query"), VIEWS, ids=lambda value: value if isinstance(value, str) else "&".join(value)
)
def test_a_page_is_drawn_framed_and_translated(name, query, language):
    app = draw(name, query, language)
    assert not app.exception
    html = shown(app)
    assert f'data-bm-lang="{language}"' in html
    assert 'id="bm-main"' in html, "no title"
    assert "bm-footer" in html
    assert not re.search(r">\s*(\[\]|None|nan|False|True|\(\)|\w+\(\w+=[^<]*)\s*<", html), (
        "a value of the program on the page"
    )
    if language != "en":
        words = re.sub(r"<[^>]*>", " ", html)
        english = [key for key in catalogue("en") if len(key) > 12 and "{" not in key and key in words]
        assert english == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_a_dead_end(language):
    for name in PAGES:
        links = re.findall(r'href="([^"]+)"', shown(draw(name, {}, language)))
        pages = {link.split("?")[0] for link in links if link.startswith("/")}
        for_readers = [other for other in PAGES if other != "review"]  # shown to those who may write
        assert pages >= {"/" if other == HOME else f"/{other}" for other in for_readers}


def test_an_unknown_id_in_the_address_is_said_with_what_was_perhaps_meant():
    html = shown(draw("articles", {"goal": "digital-skill", "partner": "koica"}, "en"))
    assert "“digital-skill”" in html
    assert "Did you mean “digital-skills”?" in html
    assert "Partner: Korea International Cooperation Agency" in html


def test_an_unknown_language_is_said_and_kyrgyz_is_shown():
    html = shown(draw("method", {}, "de"))
    assert 'data-bm-lang="ky"' in html
    assert "«de»" in html


def test_the_widgets_show_what_the_address_says():
    app = draw("articles", {"goal": "digital-skills,civic-education", "period": "2023/2025", "reviewed": "yes"}, "ru")
    assert app.multiselect(key="filter_ru_goal").value == ["civic-education", "digital-skills"]
    assert app.slider(key="filter_ru_period").value == (2023, 2025)


def test_a_widget_writes_ids_into_the_address_and_leaves_the_rest():
    app = draw("articles", {"q": "билим"}, "ru")
    app.multiselect(key="filter_ru_goal").set_value(["digital-skills"]).run()
    assert not app.exception
    query = {key: value for key, value in app.query_params.items()}
    flat = {key: value if isinstance(value, str) else value[-1] for key, value in query.items()}
    assert flat == {"q": "билим", "lang": "ru", "goal": "digital-skills"}


def test_options_stand_in_kyrgyz_order():
    labels = draw("articles", {}, "ky").multiselect(key="filter_ky_goal").options
    assert labels.index("Мугалимдерди даярдоо") < labels.index("Окутуу ыкмалары")


def test_a_search_that_finds_nothing_says_so_and_not_zero():
    html = shown(draw("articles", {"q": "жокжерде"}, "en"))
    assert "No article read so far has all of these words." in html


def test_an_initiative_page_shows_every_sentence_about_it():
    html = shown(draw("initiatives", {"initiative": INITIATIVE}, "en"))
    for row in TABLES.evidence_of(INITIATIVE):
        if row.kind == "initiative":
            assert f"article={row.article}" in html


def test_a_region_says_how_many_of_the_whole_country_it_leaves_out():
    narrow, wide = choose(TABLES, "initiatives", "region:KG-O"), choose(TABLES, "initiatives", "region:KG,KG-O")
    html = shown(draw("initiatives", {"region": "KG-O"}, "en"))
    assert len(wide) > len(narrow) > 0
    assert f"{len(wide) - len(narrow)} initiatives for the whole country are not counted here." in html
    assert "region=KG,KG-O" in html
    assert "not counted here" not in shown(draw("initiatives", {"region": "KG,KG-O"}, "en"))


def test_what_filters_leave_out_is_never_called_unreported():
    silence = "Neither the register nor an article"
    assert silence in shown(draw(HOME, {}, "en"))
    assert silence not in shown(draw(HOME, {"partner": "koica"}, "en"))
