"""Traces, lines and notes of a plotly figure come in; out go their marks as SVG, in per cent of the drawing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from re import sub
from typing import Any

from pages.parts.charts import INK, SOFT
from pages.parts.html import Html, join, tag

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


def line_of(x1: str, y1: str, x2: str, y2: str, colour: str, thick: float = 1, dash: str | None = None) -> Html:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=thick,
               stroke_dasharray=DASHES.get(dash or ""))  # fmt: skip


def text_of(text: str, size: float = 14, colour: str = INK, anchor: str = "middle", **more: Any) -> Html:
    return tag("text", text, font_size=size, fill=colour, text_anchor=anchor, **more)


def bars_of(to: Drawing, trace: Any, ends: dict[Any, float] | None) -> Iterator[Html]:
    look = trace["marker"]
    pattern, edge = look.get("pattern") or {}, look.get("line") or {}
    for at, (row, length) in enumerate(zip(trace["y"], trace["x"], strict=True)):
        start = nth(trace.get("base"), at, 0) if ends is None else ends.get(row, 0)
        if ends is not None:
            ends[row] = start + length
        left, right = max(0.0, to.x.share(start)), min(100.0, to.x.share(start + length))
        if not length or right <= left:
            continue
        up, low = (to.y.share(row + side * nth(trace["width"], at) / 2) for side in (-1, 1))
        box = {"x": f"{left:.2f}%", "y": f"{up:.2f}%", "width": f"{right - left:.2f}%", "height": f"{low - up:.2f}%"}
        colour, shape = nth(look["color"], at), nth(pattern.get("shape"), at)
        drawn = [tag("rect", **box, fill=colour, fill_opacity=look.get("opacity"),
                     stroke=INK if edge.get("width") else None, stroke_width=edge.get("width"))]  # fmt: skip
        if shape:
            drawn.append(tag("rect", **box, fill=f"url(#{to.hatch(shape, nth(pattern['fgcolor'], at))})"))
        if trace.get("text") and trace["text"][at]:
            drawn.append(text_of(lines(trace["text"][at])[0], 13, trace["textfont"]["color"], dy=4.5,
                               x=f"{(left + right) / 2:.2f}%", y=f"{(up + low) / 2:.2f}%"))  # fmt: skip
        yield to.mark(join(*drawn), trace["hovertext"][at], trace["customdata"][at])


def pattern_of(shape: str, stroke: str, id_: str) -> Html:
    opacity = 0.35 if stroke == INK else 0.9
    lines_ = tag("path", d=HATCH[shape], stroke=stroke, stroke_opacity=opacity, stroke_width=1.3)
    return tag("pattern", lines_, id=id_, width=6, height=6, patternUnits="userSpaceOnUse")


def points_of(to: Drawing, trace: Any) -> Iterator[Html]:
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
        for (a, b), (c, d) in pairwise(zip(x, y, strict=True)):
            corner = [(a, b), (c, b), (c, d)] if line.get("shape") == "hv" else [(a, b), (c, d)]
            for (x1, y1), (x2, y2) in pairwise(corner):
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
        drawn += [line_of(ends[0], y, ends[1], y, SOFT), *caps]
    size = f"scale({look.get('size', 6) / 2:g})"
    shape = tag("path", d=SHAPES[symbol.removesuffix("-open")], transform=size, pointer_events="all",
                fill="none" if symbol.endswith("-open") else colour, stroke=edge.get("color", INK),
                stroke_width=edge.get("width", 0), vector_effect="non-scaling-stroke")  # fmt: skip
    drawn.append(tag("svg", shape, x=x, y=y, overflow="visible"))
    if "text" in (trace.get("mode") or "") and nth(trace.get("text"), at):
        font, text = trace.get("textfont") or {}, nth(trace["text"], at)
        middle = (trace.get("textposition") or "middle").startswith("middle")
        drawn.append(text_of(lines(text)[0], font.get("size", 14), font.get("color", INK), x=x, y=y,
                           dy=5 if middle else -11, font_weight=700 if "<b>" in text else None))  # fmt: skip
    return to.mark(join(*drawn), nth(trace.get("hovertext"), at), nth(trace.get("customdata"), at))


def shape_of(to: Drawing, one: Any) -> Html:
    y1, y2 = ("100%", "0%") if one.get("yref") == "paper" else (to.y.at(one["y0"]), to.y.at(one["y1"]))
    line = one["line"]
    return line_of(to.x.at(one["x0"]), y1, to.x.at(one["x1"]), y2, line["color"], line["width"], line.get("dash"))


def note_of(to: Drawing, one: Any) -> Html:
    return text_of(
        lines(one["text"])[0], one["font"]["size"], one["font"]["color"], x=to.x.at(one["x"]), y="100%", dy=15
    )
