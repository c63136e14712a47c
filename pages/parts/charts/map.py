"""Outlines of regions and a number for each come in; out goes the map, which asks no server for anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

from pages.parts.charts import ACCENT, INK, LINE, SOFT, escaped, laid_out
from pages.parts.charts.figure import Figure

Ring = Sequence[tuple[float, float]]
SQUEEZE = cos(radians(41.2))  # a degree of longitude is that much shorter in the middle of the country
PAPER, DARK = (255, 253, 248), (122, 92, 0)
LIFT = 0.42  # degrees: the number of a city stands outside it, on a line
HEIGHT = 340


@dataclass(frozen=True)
class Region:
    """`value` None: nothing reported; `city`: too small to hold its own number."""

    name: str
    rings: Sequence[Ring]
    value: int | None
    opens: str = ""
    city: bool = False


@dataclass(frozen=True)
class Place:
    """A known point; never a guessed one."""

    name: str
    latitude: float
    longitude: float
    opens: str


def regions_map(regions: Mapping[str, Region], places: Sequence[Place], nothing: str) -> Figure:
    """`nothing`: the words for a region without a number."""
    figure = Figure()
    most = max((one.value or 0 for one in regions.values()), default=0)
    for one in sorted(regions.values(), key=lambda one: one.city):
        said = told(one, nothing)
        for ring in one.rings:
            figure.scatter(
                x=[round(x * SQUEEZE, 4) for x, _y in ring],
                y=[y for _x, y in ring],
                mode="lines",
                fill="toself",
                fillcolor=shade(one.value, most),
                line={"color": INK if one.value else SOFT, "width": 0.8, "dash": "solid" if one.value else "dot"},
                hoveron="fills",
                text=said,
                hoverinfo="text",
            )
    for one in regions.values():
        _number(figure, one, most, told(one, nothing))
    if places:
        figure.scatter(
            x=[round(place.longitude * SQUEEZE, 4) for place in places],
            y=[place.latitude for place in places],
            mode="markers",
            marker={"symbol": "diamond", "size": 10, "color": ACCENT, "line": {"color": "#ffffff", "width": 1}},
            customdata=[place.opens for place in places],
            hovertext=[escaped(place.name) for place in places],
            hoverinfo="text",
        )
    hidden = {"visible": False, "fixedrange": True}
    figure.layout["xaxis"] = hidden
    figure.layout["yaxis"] = hidden | {
        "scaleanchor": "x",
        "scaleratio": 1,
        "constrain": "domain",
        "constraintoward": "top",
    }
    return laid_out(figure, HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def told(one: Region, nothing: str) -> str:
    return f"{escaped(one.name)}: {nothing if one.value is None else one.value}"


def _number(figure: Figure, one: Region, most: int, said: str) -> None:
    x, y = middle(max(one.rings, key=len))
    x *= SQUEEZE
    if one.city:
        figure.scatter(x=[x, x], y=[y, y + LIFT], mode="lines", line={"color": INK, "width": 0.8}, hoverinfo="skip")
        y += LIFT
    if one.value is None and not one.city:
        return
    dark = not one.city and luminous(one.value, most) < 0.4
    figure.scatter(
        x=[x],
        y=[y],
        mode="markers+text",
        marker={"symbol": "circle", "size": 26, "color": "#fffdf8" if one.city else "rgba(0,0,0,0)",
                "line": {"color": INK if one.city else "rgba(0,0,0,0)", "width": 1}},
        text=["" if one.value is None else str(one.value)],
        textfont={"size": 15, "color": "#ffffff" if dark else INK},
        textposition="middle center",
        customdata=[one.opens],
        hovertext=[said],
        hoverinfo="text",
    )  # fmt: skip


def shade(value: int | None, most: int) -> str:
    """Paper for nothing; the eye reads areas, so by the root."""
    if value is None:
        return "#ffffff"
    if not value:
        return LINE
    share = 0.15 + 0.7 * (value / most) ** 0.5
    red, green, blue = (round(light + (dark - light) * share) for light, dark in zip(PAPER, DARK, strict=True))
    return f"rgb({red},{green},{blue})"


def luminous(value: int | None, most: int) -> float:
    return 1 - (0.15 + 0.7 * (value / most) ** 0.5) if value else 1.0


def middle(ring: Ring) -> tuple[float, float]:
    """The centre of the area; where that lies outside a bent shape, the widest place level with it."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    x, y = x / (3 * area), y / (3 * area)
    cuts = sorted(
        x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (y0 > y) != (y1 > y)
    )
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    if any(left < x < right for left, right in spans):
        return x, y
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return (left + right) / 2, y
