"""What is promised of figures: equal data give equal figures, colours are read, nothing needs a network."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.records.boundaries import boundaries
from pages.parts.charts import ROLES, STATUSES, Series, bars, folded, known, readable
from pages.parts.charts.figure import Figure
from pages.parts.charts.map import Place, Region, middle, regions_map, shade
from pages.parts.charts.readings import Reading, readings
from pages.parts.charts.spans import Piece
from pages.parts.charts.timeline import Bar, Mark, timeline

COUNTS = st.lists(st.integers(0, 400), min_size=1, max_size=8)


def league() -> Figure:
    return bars(
        ["Fund <b>A</b> & co", "Office"],
        [
            Series("funder", *known(ROLES, "funder"), [3, 0], ["initiatives|partner:a", "initiatives|partner:b"]),
            Series("host", *known(ROLES, "host"), [1, 2], ["initiatives|partner:a", "initiatives|partner:b"]),
        ],
        "Initiatives",
        "",
    )


def years() -> Figure:
    rows = [
        Bar("Goal"),
        Bar("Known", (Piece(2020, 2022, "certain"),), "2020–2022", "initiatives|id:a"),
        Bar("A year", (Piece(2021, 2022, "possible"), Piece(2022, 2026, "fading-out")), "2021", "initiatives|id:b"),
        Bar("Still on", (Piece(2021, 2026, "open"),), "since 2021", "initiatives|id:c"),
    ]
    marks = [Mark(0, 2023.1, 2023.102, "one day", "events|date:x"), Mark(0, 2024, 2025, "a year", "events|date:y")]
    return timeline(rows, marks, 2019.9, 2026.5, 2025.5, "Year", "today")


def country() -> Figure:
    square = (((70, 40), (72, 40), (72, 42), (70, 42)),)
    regions = {
        "A": Region("A", square, 4, "centres|regions:A"),
        "B": Region("B", square, None),
        "C": Region("C", square, 0, "centres|regions:C", city=True),
    }
    return regions_map(regions, [Place("Hall", 41.0, 71.0, "centres|id:hall")], "nothing reported")


def counts() -> Figure:
    found = [Reading(70, 2022.7, 2022.75, "70", "counts|a"), Reading(74, 2023.8, 2023.803, "74", "counts|b")]
    return readings([("Centres", found)], "centres", "Year")


FIGURES = (league, years, country, counts)


@pytest.mark.parametrize("made", FIGURES)
def test_equal_data_give_equal_figures(made):
    assert made() == made()


@pytest.mark.parametrize("made", FIGURES)
def test_a_figure_needs_no_server_and_can_be_clicked(made):
    figure = made().plotly()
    assert {trace.type for trace in figure.data} <= {"bar", "scatter"}
    assert "http" not in figure.to_json()
    assert not figure.layout.dragmode


@pytest.mark.parametrize("made", FIGURES)
def test_every_mark_that_opens_a_list_names_what_it_lists(made):
    opened = [one for trace in made().data for one in trace.get("customdata", ())]
    assert opened
    assert all("|" in one for one in opened if one)


def test_a_bar_has_its_value_its_list_and_its_name():
    figure = league().plotly()
    assert [list(trace.x) for trace in figure.data] == [[3, 0], [1, 2]]
    assert list(figure.data[1].customdata) == ["initiatives|partner:a", "initiatives|partner:b"]
    assert figure.data[0].hovertext[0] == "Fund &lt;b&gt;A&lt;/b&gt; &amp; co<br>funder: 3"
    assert list(figure.data[0].text) == ["3", ""], "an absent bar says nothing"
    assert figure.layout.xaxis.title.text == "Initiatives"


@settings(max_examples=25)
@given(COUNTS, COUNTS)
def test_the_axis_holds_the_longest_bar(first, second):
    second = (second * len(first))[: len(first)]
    labels = [str(at) for at in range(len(first))]
    made = [Series(name, "#0072B2", "", values, labels) for name, values in (("a", first), ("b", second))]
    figure = bars(labels, made, "n", "").plotly()
    assert figure.layout.xaxis.range[1] >= max(a + b for a, b in zip(first, second, strict=True))


def test_roles_and_statuses_differ_by_more_than_colour():
    for drawn in (ROLES, STATUSES):
        greys = {}
        for name, (colour, pattern) in drawn.items():
            light = sum(int(colour[at : at + 2], 16) * part for at, part in ((1, 0.3), (3, 0.59), (5, 0.11)))
            greys.setdefault(pattern, []).append((light, name))
        for alike in greys.values():
            alike.sort()
            steps = [(b[0] - a[0], a[1], b[1]) for a, b in pairwise(alike)]
            assert all(step > 12 for step, *_names in steps), steps


def test_an_unknown_role_is_drawn_in_nobody_elses_colour():
    assert known(ROLES, "no-such-role")[0] not in {colour for colour, _pattern in ROLES.values()}


@pytest.mark.parametrize("colour", [colour for drawn in (ROLES, STATUSES) for colour, _pattern in drawn.values()])
def test_numbers_on_bars_can_be_read(colour):
    def light(said: str) -> float:
        parts = [int(said[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(colour), light(readable(colour))))
    assert (high + 0.05) / (low + 0.05) >= 3


@given(st.text(min_size=1, max_size=120))
def test_a_label_has_at_most_two_lines_and_no_markup_of_its_own(text):
    label = folded(text)
    assert label.count("<br>") <= 1
    assert "<" not in label.replace("<br>", "")


def test_what_is_not_certain_looks_so():
    figure = years().plotly()
    drawn = {}
    for trace in figure.data:
        if trace.type == "bar":
            for at, opens in enumerate(trace.customdata):
                shape = trace.marker.pattern.shape
                drawn.setdefault(opens, []).append((trace.marker.opacity, bool(shape and shape[at])))
    assert drawn["initiatives|id:a"] == [(1.0, False)]
    hatched = [one for one in drawn["initiatives|id:b"] if one[1]]
    fading = sorted(one[0] for one in drawn["initiatives|id:b"] if not one[1])
    assert len(hatched) == 1 and hatched[0][0] < 1
    assert len(fading) == 10 and len(set(fading)) == 10 and fading[0] < 0.2
    arrows = [trace for trace in figure.data if trace.type == "scatter" and "triangle-right" in trace.marker.symbol]
    assert [list(one.customdata) for one in arrows] == [["initiatives|id:c"]]


def test_a_year_is_a_span_and_not_its_first_of_january():
    figure = years().plotly()
    events = next(trace for trace in figure.data if trace.type == "scatter" and "diamond" in trace.marker.symbol)
    assert list(events.marker.symbol) == ["diamond", "diamond-open"]
    assert list(events.x) == [2023.101, 2024.5]
    assert list(events.error_x.array) == [0, 0.5]


def test_a_year_without_a_name_still_has_its_line_and_no_two_names_meet():
    """Eight names have room side by side; where they have not, on a phone, they stand upright."""
    for first, last in ((2019.9, 2026.5), (2000, 2031), (2024, 2026), (1900, 2030)):
        figure = timeline([Bar("x")], [], first, last, 2025, "Year", "today").plotly()
        assert (last - first) / figure.layout.xaxis.dtick <= 8
        assert list(figure.layout.xaxis.autotickangles) == [0, 90]


def test_nothing_zero_and_some_look_different_on_the_map():
    assert len({shade(None, 5), shade(0, 5), shade(1, 5), shade(5, 5)}) == 4
    outlines = {trace.text: trace.line.dash for trace in country().plotly().data if trace.fill}
    assert outlines == {"A: 4": "solid", "B: nothing reported": "dot", "C: 0": "dot"}


def test_no_number_stands_in_a_region_of_which_nothing_is_reported():
    written = [trace.text[0] for trace in country().plotly().data if trace.mode == "markers+text"]
    assert written == ["4", "0"]


@pytest.mark.parametrize("region", sorted(boundaries()))
def test_the_number_of_a_region_stands_in_the_region(region):
    ring = max(boundaries()[region], key=len)
    x, y = middle(ring)
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    assert inside


def test_readings_are_marks_on_their_days_and_never_averaged():
    line = counts().plotly().data[0]
    assert list(line.y) == [70, 74]
    assert line.line.shape == "hv" and line.line.dash == "dot"
    assert line.error_x.array[0] == pytest.approx(0.025, abs=1e-3)
    assert 72 not in counts().data[0]["y"]
