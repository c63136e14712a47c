"""What is promised of a chart as a picture: the same numbers, with title, legend and source, from no browser."""

import warnings
from dataclasses import replace
from xml.etree import ElementTree as Xml

import plotly.graph_objects as go
import pytest
from matplotlib.text import Text

from pages.parts.charts import Series, bars
from pages.parts.html import tag
from pages.parts.pictures import Drawn, Grid, picture
from pages.parts.pictures.legends import legend_of
from pages.parts.pictures.paper import WIDTH, lines, paper, wide
from pages.parts.pictures.traces import CannotDraw
from tests.pages.drawn import drawn, page_of

SOURCE = ["Булак: реестр жана макалалар · 2 макала", "Bilim Monitor · 2026-11-22 18:30"]
BARS = bars(["Жаңы өнөр", "A & B"], [Series("үч", "#0072B2", "/", [3, 0], ["", ""]),
            Series("беш", "#D55E00", "", [5, 7], ["", ""])], "Демилгелер", "").plotly()  # fmt: skip

VIEWS = [("overview", {}), ("partners", {}), ("goals", {}), ("centres", {}), ("timeline", {"goal": "civic-education"}),
         ("partners", {"partner": "koica"})]  # fmt: skip


@pytest.fixture(autouse=True)
def strict():
    """A letter the font lacks is a warning of matplotlib's: here it fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield


def said(shown: Drawn) -> list[str]:
    return [text.get_text() for text in paper(shown, SOURCE).findobj(Text) if text.get_text()]


def around(shown: Drawn) -> list[str]:
    """The lines above and below the chart, in their order."""
    return [text.get_text() for text in paper(shown, SOURCE).texts]


def test_a_picture_says_title_axis_labels_numbers_and_source():
    told = said(Drawn("key", "Ким өнөктөш, ким жок", BARS))
    assert {"Ким өнөктөш, ким жок", "Демилгелер", "Жаңы өнөр", "A & B", *SOURCE} <= set(told)
    assert sorted(text for text in told if text in ("3", "5", "7")) == ["3", "5", "7"]


@pytest.mark.parametrize("language", ["ky", "en"])
@pytest.mark.parametrize("path, query", VIEWS)
def test_every_chart_of_every_page_can_be_drawn(path, query, language):
    page = replace(page_of(language=language, path=path, **query), drawn=[])
    drawn(page)
    assert page.drawn
    for one in page.drawn:
        told = said(one)
        assert around(one)[0].split()[0] == one.title.split()[0] and SOURCE[0] in around(one)
        if isinstance(one.content, Grid):
            cells = [cell[0] for row in one.content.rows for cell in row[3] if cell[0]]
            numbers = sorted(text for text in told if text.replace(" ", "").isdigit() and text in cells)
            assert numbers[: len(cells)] == sorted(cells)


def test_the_map_carries_the_credit_of_its_boundaries():
    page = replace(page_of(path="centres"), drawn=[])
    drawn(page)
    assert any("CC BY" in one.note or "OCHA" in one.note for one in page.drawn)


def test_charts_are_kept_only_while_they_are_asked_for():
    page = page_of(path="overview")
    drawn(page)
    assert page.drawn is None


def test_svg_and_png_are_whole_and_the_same_each_time():
    one = Drawn("key", "Өң", BARS)
    svg, png = picture(one, SOURCE, "svg"), picture(one, SOURCE, "png")
    assert Xml.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg" and "Өң" in svg.decode()
    assert png.startswith(b"\x89PNG") and int.from_bytes(png[16:20], "big") == 2 * WIDTH
    assert (svg, png) == (picture(one, SOURCE, "svg"), picture(one, SOURCE, "png"))


@pytest.mark.parametrize("title", ["Costs $5 or $x^2$", "<b>A</b> & {b}", "\\frac", "а" * 300])
def test_a_title_from_outside_is_drawn_letter_for_letter(title):
    shown = around(Drawn("key", title, BARS))[: -len(SOURCE)]
    assert "".join(shown).replace(" ", "") == title.replace(" ", "")


def test_no_line_is_wider_than_the_picture():
    text = "Аймактарда жарандык жана санариптик билим берүү борборлору: 70 (2022-ж. сентябрь), " * 3
    assert all(wide(line, 21, "bold") < WIDTH for line in lines(text, 21, "bold"))


def test_a_legend_has_its_words_and_none_of_the_controls():
    swatch = tag("i", class_="bm-drawn bm-rising", style="--bm-kind:#0072B2")
    keys = tag("ul", tag("li", swatch, "planned"), tag("li", "● Hall"))
    below = tag("div", tag("nav", tag("a", "Lanes")), "In both. ", keys)
    assert legend_of(below) == ("In both.", [("bm-rising", "#0072B2", "planned"), ("", "", "● Hall")])


def test_a_kind_of_chart_nobody_can_draw_is_said_and_not_drawn_wrong():
    with pytest.raises(CannotDraw, match="pie"):
        picture(Drawn("key", "x", go.Figure(go.Pie(values=[1, 2]))), SOURCE, "svg")
