"""A plotly figure comes in; out goes the same drawing as SVG as wide as its place, so that no page loads plotly.js."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from re import sub
from typing import Any

import plotly.graph_objects as go

from pages.parts.charts import INK, LINE, SOFT
from pages.parts.html import Html, join, tag

LETTER = 0.53  # of its height: how wide a letter of the font is on average
EDGE, LEFT, TITLE = 12, 14, 22  # pixels: right of the drawing, beside its labels, for the title of an axis
TOP, LOW = 46, 44  # for years or numbers above the drawing; below it
DASHES = {"dot": "2 3", "dash": "6 4"}
HATCH = {"/": "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", "\\": "M-1,5l2,2M0,0l6,6M5,-1l2,2", "x": "M0,6l6,-6M0,0l6,6",
         ".": "M2,3h1.6"}  # fmt: skip
SHAPES = {  # around a middle, one wide each way
    "square": "M-.9,-.9h1.8v1.8h-1.8z",
    "diamond": "M0,-1.2L1.2,0L0,1.2L-1.2,0z",
    "triangle-up": "M0,-1.2L1.1,.8H-1.1z",
    "triangle-right": "M1.2,0L-.8,-1.1V1.1z",
    "star": "M0,-1.3L.35,-.4H1.3L.55,.15L.8,1.1L0,.55L-.8,1.1L-.55,.15L-1.3,-.4H-.35z",
    "hexagon": "M0,-1.1L1,-.55V.55L0,1.1L-1,.55V-.55z",
    "circle": "M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0z",
}


@dataclass(frozen=True)
class Scale:
    """Numbers → places, in per cent of the drawing; `low` lies at 0 %."""

    low: float
    high: float

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low) * 100

    def at(self, value: float) -> str:
        return f"{self.share(value):.2f}%"

    def has(self, value: float) -> bool:
        return -0.01 <= self.share(value) <= 100.01


@dataclass
class Drawing:
    x: Scale
    y: Scale
    key: str
    address: Callable[[str, str], str]
    hatches: dict[tuple[str, str], str] = field(default_factory=dict)

    def mark(self, drawn: Html, told: Any, opens: Any) -> Html:
        """What is told on hover, and where a click leads: the list of `initiatives|goal:…`."""
        of, bar, where = str((opens[0] if isinstance(opens, list | tuple) else opens) or "").partition("|")
        return tag("g", drawn, data_bm_told="\n".join(lines(told)) if told else None,
                   data_bm_open=self.address(of, where) if bar else None)  # fmt: skip

    def hatch(self, shape: str, stroke: str) -> str:
        return self.hatches.setdefault((shape, stroke), f"{self.key}-{len(self.hatches)}")


def lines(text: Any) -> list[str]:
    """Plotly's few tags and its escapes as plain lines."""
    return [unescape(sub(r"<[^>]+>", "", line)) for line in str(text).split("<br>")]


def nth(value: Any, at: int, default: Any = None) -> Any:
    """Plotly takes one for all, or one for each."""
    value = value if isinstance(value, str) or not isinstance(value, Sequence) else value[at]
    return default if value is None else value


def svg(figure: go.Figure, alt: str, key: str, address: Callable[[str, str], str]) -> Html:
    """`address`: where the list of a kind and its clauses opens."""
    whole = figure.to_plotly_json()
    traces, layout = whole["data"], whole["layout"]
    plan, down = layout["xaxis"].get("visible") is False, layout["yaxis"]
    across = layout["xaxis"] | {"range": layout["xaxis"].get("range") or _reach(traces, "x")}
    low, high = down.get("range") or _reach(traces, "y")
    to = Drawing(Scale(*across["range"]), Scale(high, low), key, address)
    body = join(*(_shape(to, one) for one in layout.get("shapes") or ()))
    ends: dict[Any, float] | None = {} if layout.get("barmode") == "stack" else None
    for trace in traces:
        body = join(body, *(_bars(to, trace, ends) if trace["type"] == "bar" else _scatter(to, trace)))
    body = join(body, *(_note(to, one) for one in layout.get("annotations") or ()))
    if plan:
        wide, tall = across["range"][1] - across["range"][0], high - low
        return _put(body, alt, f"aspect-ratio:{wide / tall:.3f};padding-top:{EDGE}px")
    ticks, rows = _ticks(across, 0), _ticks(down, 5)
    above, height = across.get("side") == "top", layout["height"]
    small = (down.get("tickfont") or {}).get("size", 14)
    longest = max((len(line) for _value, text in rows for line in lines(text)), default=0)
    left = round(longest * small * LETTER) + LEFT + TITLE * bool(down["title"]["text"])
    top, bottom = (TOP, 26) if above else (14, LOW)
    grid = join(*_grid(to, across, ticks, down, rows))
    labels = join(*_across(to, ticks, across, above), *_down(to, rows, down, small, left))
    defs = tag("defs", *(_pattern(*one, id_) for one, id_ in to.hatches.items()))
    room = f"{top}px {EDGE}px {bottom}px {left}px"
    return _put(join(defs, grid, body, labels), alt, f"height:{height}px;padding:{room}")


def _put(drawn: Html, alt: str, look: str) -> Html:
    """Labels stand outside the drawing. Streamlit's cleaner lets no SVG through: `page.js` puts it in place; all in it
    is escaped by `tag`."""
    whole = tag("svg", drawn, width="100%", height="100%", overflow="visible")
    return tag("div", role="img", aria_label=alt, class_="bm-chart", data_bm_svg=whole, style=look)


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


def _line(x1: str, y1: str, x2: str, y2: str, colour: str, thick: float = 1, dash: str | None = None) -> Html:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=thick,
               stroke_dasharray=DASHES.get(dash or ""))  # fmt: skip


def _grid(to: Drawing, across: Any, ticks: Any, down: Any, rows: Any) -> Iterator[Html]:
    named = {value for value, _text in ticks}
    if (across.get("minor") or {}).get("showgrid"):
        for value in range(math.ceil(to.x.low), math.floor(to.x.high) + 1):
            if value not in named:
                yield _line(to.x.at(value), "0%", to.x.at(value), "100%", LINE, 0.7, "dot")
    for value in named:
        yield _line(to.x.at(value), "0%", to.x.at(value), "100%", LINE)
    if down.get("showgrid") is not False:
        for value, _text in rows:
            yield _line("0%", to.y.at(value), "100%", to.y.at(value), LINE)


def _text(text: str, size: float = 14, colour: str = INK, anchor: str = "middle", **more: Any) -> Html:
    return tag("text", text, font_size=size, fill=colour, text_anchor=anchor, **more)


def _across(to: Drawing, ticks: Any, axis: Any, above: bool) -> Iterator[Html]:
    at = {"y": -8} if above else {"y": "100%", "dy": 18}
    yield tag("g", *(_text(lines(text)[0], 13, x=to.x.at(value), **at) for value, text in ticks), class_="bm-ticks")
    if said := axis["title"]["text"]:
        place = {"y": -27} if above else {"y": "100%", "dy": 36}
        yield _text(said, 13, SOFT, x="50%", **place)


def _down(to: Drawing, rows: Any, axis: Any, size: float, left: int) -> Iterator[Html]:
    for value, text in rows:
        said = lines(text)
        for at, line in enumerate(said):
            up = (at - (len(said) - 1) / 2) * size * 1.15 + size * 0.35
            yield _text(line, size, anchor="end", x=-8, y=to.y.at(value), dy=f"{up:.1f}",
                        font_weight=700 if "<b>" in str(text) else None)  # fmt: skip
    if said := axis["title"]["text"]:
        yield tag("svg", _text(said, 13, SOFT, transform="rotate(-90)"), x=14 - left, y="50%", overflow="visible")


def _bars(to: Drawing, trace: Any, ends: dict[Any, float] | None) -> Iterator[Html]:
    look = trace["marker"]
    pattern, edge = look.get("pattern") or {}, look.get("line") or {}
    for at, (row, length) in enumerate(zip(trace["y"], trace["x"], strict=True)):
        start = nth(trace.get("base"), at, 0) if ends is None else ends.get(row, 0)
        if ends is not None:
            ends[row] = start + length
        left, right = max(0.0, to.x.share(start)), min(100.0, to.x.share(start + length))
        if not length or right <= left:
            continue
        up, low = (to.y.share(row + side * trace["width"] / 2) for side in (-1, 1))
        box = {"x": f"{left:.2f}%", "y": f"{up:.2f}%", "width": f"{right - left:.2f}%", "height": f"{low - up:.2f}%"}
        colour, shape = nth(look["color"], at), nth(pattern.get("shape"), at)
        drawn = [tag("rect", **box, fill=colour, fill_opacity=look.get("opacity"),
                     stroke=INK if edge.get("width") else None, stroke_width=edge.get("width"))]  # fmt: skip
        if shape:
            drawn.append(tag("rect", **box, fill=f"url(#{to.hatch(shape, nth(pattern['fgcolor'], at))})"))
        if trace.get("text") and trace["text"][at]:
            drawn.append(_text(lines(trace["text"][at])[0], 13, trace["textfont"]["color"], dy=4.5,
                               x=f"{(left + right) / 2:.2f}%", y=f"{(up + low) / 2:.2f}%"))  # fmt: skip
        yield to.mark(join(*drawn), trace["hovertext"][at], trace["customdata"][at])


def _pattern(shape: str, stroke: str, id_: str) -> Html:
    opacity = 0.35 if stroke == INK else 0.9
    lines_ = tag("path", d=HATCH[shape], stroke=stroke, stroke_opacity=opacity, stroke_width=1.3)
    return tag("pattern", lines_, id=id_, width=6, height=6, patternUnits="userSpaceOnUse")


def _scatter(to: Drawing, trace: Any) -> Iterator[Html]:
    x, y, mode = list(trace["x"]), list(trace["y"]), trace.get("mode") or ""
    line = trace.get("line") or {}
    stroke = {"stroke": line.get("color", INK), "stroke_width": line.get("width", 2),
              "stroke_dasharray": DASHES.get(line.get("dash") or "")}  # fmt: skip
    if trace.get("fill") == "toself":
        ring = "L".join(f"{to.x.share(a):.2f},{to.y.share(b):.2f}" for a, b in zip(x, y, strict=True))
        shape = tag("path", d=f"M{ring}z", fill=trace["fillcolor"], vector_effect="non-scaling-stroke", **stroke)
        area = tag("svg", shape, viewBox="0 0 100 100", preserveAspectRatio="none", width="100%", height="100%",
                   overflow="visible")  # fmt: skip
        yield to.mark(area, trace.get("text"), None)
        return
    if "lines" in mode:
        for a, b, c, d in zip(x, y, x[1:], y[1:], strict=False):
            corner = [(a, b), (c, b), (c, d)] if line.get("shape") == "hv" else [(a, b), (c, d)]
            for (x1, y1), (x2, y2) in zip(corner, corner[1:], strict=False):
                yield tag("line", x1=to.x.at(x1), y1=to.y.at(y1), x2=to.x.at(x2), y2=to.y.at(y2), **stroke)
    wide = (trace.get("error_x") or {}).get("array") or [0] * len(x)
    for at, place in enumerate(zip(x, y, strict=True)):
        if "markers" in mode and (to.x.has(place[0]) or trace.get("cliponaxis") is False):
            yield _point(to, trace, at, place, wide[at])


def _point(to: Drawing, trace: Any, at: int, place: tuple[float, float], wide: float) -> Html:
    look = trace["marker"]
    x, y, edge = to.x.at(place[0]), to.y.at(place[1]), look.get("line") or {}
    symbol, colour = nth(look.get("symbol"), at, "circle"), nth(look.get("color"), at, INK)
    drawn = []
    if wide:
        ends = [to.x.at(place[0] + side * wide) for side in (-1, 1)]
        caps = (tag("svg", tag("path", d="M0,-4V4", stroke=SOFT), x=end, y=y, overflow="visible") for end in ends)
        drawn += [_line(ends[0], y, ends[1], y, SOFT), *caps]
    shape = tag("path", d=SHAPES[symbol.removesuffix("-open")], transform=f"scale({look.get('size', 6) / 2:g})",
                fill="none" if symbol.endswith("-open") else colour, stroke=edge.get("color", INK),
                stroke_width=edge.get("width", 0), vector_effect="non-scaling-stroke", pointer_events="all")  # fmt: skip
    drawn.append(tag("svg", shape, x=x, y=y, overflow="visible"))
    if "text" in (trace.get("mode") or "") and nth(trace.get("text"), at):
        font, text = trace.get("textfont") or {}, nth(trace["text"], at)
        middle = (trace.get("textposition") or "middle").startswith("middle")
        drawn.append(_text(lines(text)[0], font.get("size", 14), font.get("color", INK), x=x, y=y,
                           dy=5 if middle else -11, font_weight=700 if "<b>" in text else None))  # fmt: skip
    return to.mark(join(*drawn), nth(trace.get("hovertext"), at), nth(trace.get("customdata"), at))


def _shape(to: Drawing, one: Any) -> Html:
    y1, y2 = ("100%", "0%") if one.get("yref") == "paper" else (to.y.at(one["y0"]), to.y.at(one["y1"]))
    line = one["line"]
    return _line(to.x.at(one["x0"]), y1, to.x.at(one["x1"]), y2, line["color"], line["width"], line.get("dash"))


def _note(to: Drawing, one: Any) -> Html:
    return _text(lines(one["text"])[0], one["font"]["size"], one["font"]["color"], x=to.x.at(one["x"]), y="100%", dy=15)
