"""A figure comes in; out goes the same drawing as SVG as wide as its place, so that no page loads plotly.js."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pages.parts.charts import LINE, SOFT
from pages.parts.charts import svg_marks as marks
from pages.parts.charts.figure import Figure
from pages.parts.charts.svg_marks import Drawing, Scale, line_of, lines, text_of
from pages.parts.html import Html, join, tag

LETTER = 0.53  # of its height: how wide a letter of the font is on average
EDGE, LEFT, TITLE = 12, 14, 22  # pixels: right of the drawing, beside its labels, for the title of an axis
TOP, LOW = 46, 44  # for years or numbers above the drawing; below it
SHEET = 880  # what goes on one sheet of A4 with its title; what is taller goes on over the next


def svg(figure: Figure, alt: str, key: str, address: Callable[[str, str], str]) -> Html:
    """`address`: where the list of a kind and its clauses opens."""
    traces, layout = figure.data, figure.layout
    plan, down = layout["xaxis"].get("visible") is False, layout["yaxis"]
    across = layout["xaxis"] | {"range": layout["xaxis"].get("range") or _reach(traces, "x")}
    low, high = down.get("range") or _reach(traces, "y")
    to = Drawing(Scale(*across["range"]), Scale(high, low), key, address)
    body = join(*(marks.shape_of(to, one) for one in layout.get("shapes") or ()))
    ends: dict[Any, float] | None = {} if layout.get("barmode") == "stack" else None
    for trace in traces:
        body = join(body, *(marks.bars_of(to, trace, ends) if trace["type"] == "bar" else marks.points_of(to, trace)))
    body = join(body, *(marks.note_of(to, one) for one in layout.get("annotations") or ()))
    if plan:
        wide, tall = across["range"][1] - across["range"][0], high - low
        return _put(body, alt, f"aspect-ratio:{wide / tall:.3f};border-top-width:{EDGE}px")
    ticks, rows = _ticks(across, 0), _ticks(down, 5)
    above, height = across.get("side") == "top", layout["height"]
    small = (down.get("tickfont") or {}).get("size", 14)
    longest = max((len(line) for _value, text in rows for line in lines(text)), default=0)
    left = round(longest * small * LETTER) + LEFT + TITLE * bool(down["title"]["text"])
    top, bottom = (TOP, 26) if above else (14, LOW)
    grid = join(*_grid(to, across, ticks, down, rows))
    labels = join(*_across(to, ticks, across, above), *_down(to, rows, down, small, left))
    defs = tag("defs", *(marks.pattern_of(*one, id_) for one, id_ in to.hatches.items()))
    room = f"{top}px {EDGE}px {bottom}px {left}px"
    return _put(join(defs, grid, body, labels), alt, f"height:{height}px;border-width:{room}", height > SHEET)


def _put(drawn: Html, alt: str, look: str, tall: bool = False) -> Html:
    """Labels stand outside the drawing, over its border. Streamlit's cleaner lets no SVG through: `page.js` puts it in
    place; all in it is escaped by `tag`."""
    whole = tag("svg", drawn, width="100%", height="100%", overflow="visible")
    return tag(
        "div",
        role="img",
        aria_label=alt,
        class_="bm-chart bm-tall" if tall else "bm-chart",
        data_bm_svg=whole,
        style=look,
    )


def _reach(traces: Sequence[Mapping[str, Any]], side: str) -> tuple[float, float]:
    """All there is and a little air, where a figure does not say what it shows."""
    every = [value for trace in traces for value in trace[side]]
    air = (max(every) - min(every)) / 40
    return min(every) - air, max(every) + air


def _ticks(axis: Mapping[str, Any], wanted: int) -> list[tuple[float, str]]:
    if axis.get("tickvals") is not None:
        return list(zip(axis["tickvals"], axis.get("ticktext") or axis["tickvals"], strict=True))
    low, high = sorted(axis["range"])
    step, first = axis.get("dtick"), axis.get("tick0") or 0
    if not step:
        rough = (high - low) / (axis.get("nticks") or wanted or 5)
        ten = 10 ** math.floor(math.log10(rough))
        step = max(1, next(n * ten for n in (1, 2, 5, 10) if n * ten >= rough))
    found = range(math.ceil((low - first) / step), math.floor((high - first) / step) + 1)
    return [(first + n * step, f"{first + n * step:g}") for n in found]


def _grid(to: Drawing, across: Any, ticks: Any, down: Any, rows: Any) -> Iterator[Html]:
    named = {value for value, _text in ticks}
    if (across.get("minor") or {}).get("showgrid"):
        for value in range(math.ceil(to.x.low), math.floor(to.x.high) + 1):
            if value not in named:
                yield line_of(to.x.at(value), "0%", to.x.at(value), "100%", LINE, 0.7, "dot")
    for value in named:
        yield line_of(to.x.at(value), "0%", to.x.at(value), "100%", LINE)
    if down.get("showgrid") is not False:
        for value, _text in rows:
            yield line_of("0%", to.y.at(value), "100%", to.y.at(value), LINE)


def _across(to: Drawing, ticks: Any, axis: Any, above: bool) -> Iterator[Html]:
    at = {"y": -8} if above else {"y": "100%", "dy": 18}
    yield tag("g", *(text_of(lines(text)[0], 13, x=to.x.at(value), **at) for value, text in ticks), class_="bm-ticks")
    if said := axis["title"]["text"]:
        place = {"y": -27} if above else {"y": "100%", "dy": 36}
        yield text_of(said, 13, SOFT, x="50%", **place)


def _down(to: Drawing, rows: Any, axis: Any, size: float, left: int) -> Iterator[Html]:
    for value, text in rows:
        said = lines(text)
        for at, line in enumerate(said):
            up = (at - (len(said) - 1) / 2) * size * 1.15 + size * 0.35
            yield text_of(line, size, anchor="end", x=-8, y=to.y.at(value), dy=f"{up:.1f}",
                        font_weight=700 if "<b>" in str(text) else None)  # fmt: skip
    if said := axis["title"]["text"]:
        yield tag("svg", text_of(said, 13, SOFT, transform="rotate(-90)"), x=14 - left, y="50%", overflow="visible")
