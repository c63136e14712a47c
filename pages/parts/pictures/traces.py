"""A plotly figure comes in; out go the same bars, lines, marks and shapes on matplotlib axes."""

import math
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

import plotly.graph_objects as go
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Polygon
from matplotlib.ticker import MaxNLocator

from pages.parts.charts import INK, LINE, SOFT

POINT = 0.72  # of a pixel at 100 dots an inch
HATCHES = {"": None, "/": "////", "\\": "\\\\\\\\", "x": "xxxx", ".": "....", "-": "----", "|": "||||", "+": "++++"}
MARKS = {"circle": "o", "square": "s", "diamond": "D", "triangle-up": "^", "triangle-right": ">", "star": "*",
         "hexagon": "h"}  # fmt: skip
DASHES = {"solid": "-", "dot": ":", "dash": "--", None: "-"}


class CannotDraw(ValueError):
    """The figure has a kind of trace no picture can be made of."""


def paint(said: Any) -> tuple[float, float, float, float]:
    """`#rrggbb`, `rgb(…)`, `rgba(…)`."""
    if found := re.fullmatch(r"rgba?\(([^)]*)\)", said or ""):
        parts = [float(part) for part in found[1].split(",")]
        return (parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3] if len(parts) > 3 else 1.0)
    return to_rgba(said or INK)


def each(value: Any, n: int, default: Any = None) -> list[Any]:
    """One for all, or one for each."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return [default if value is None else value] * n


def plain(text: Any) -> str:
    return unescape(re.sub(r"<[^>]+>", "", str(text).replace("<br>", "\n")))


def draw_figure(axes: Axes, figure: go.Figure, width: float, height: float, edge: float) -> None:
    _axes(axes, figure, width, height, edge)
    ends: dict[Any, float] = {}
    for trace in figure.data:
        if trace.type == "bar" and trace.orientation == "h":
            _bars(axes, trace, ends if figure.layout.barmode == "stack" else None)
        elif trace.type == "scatter":
            _scatter(axes, trace)
        else:
            raise CannotDraw(trace.type)
    for shape in figure.layout.shapes:
        y = axes.get_xaxis_transform() if shape.yref == "paper" else axes.transData
        axes.plot([shape.x0, shape.x1], [shape.y0, shape.y1], transform=y, color=paint(shape.line.color), zorder=0.5,
                  linewidth=(shape.line.width or 1) * POINT, linestyle=DASHES.get(shape.line.dash, "-"))  # fmt: skip
    for note in figure.layout.annotations:
        y = axes.get_xaxis_transform() if note.yref == "paper" else axes.transData
        axes.annotate(plain(note.text), (note.x, note.y), xycoords=y, xytext=(0, (note.yshift or 0) * POINT),
                      textcoords="offset points", ha="center", va=note.yanchor or "center", annotation_clip=False,
                      fontsize=(note.font.size or 12) * POINT, color=paint(note.font.color))  # fmt: skip


def _axes(axes: Axes, figure: go.Figure, width: float, height: float, edge: float) -> None:
    """Ticks as plotly was told, and room for their labels."""
    across, down = figure.layout.xaxis, figure.layout.yaxis
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=13 * POINT, labelcolor=INK)
    if across.range:
        axes.set_xlim(*across.range)
    if down.range:
        axes.set_ylim(*down.range)
    if down.scaleanchor:
        axes.set_aspect(down.scaleratio or 1, anchor="N")
    if across.visible is False:
        axes.set_axis_off()
        return
    for axis, said, low, high in ((axes.xaxis, across, *sorted(axes.get_xlim())),
                                  (axes.yaxis, down, *sorted(axes.get_ylim()))):  # fmt: skip
        if said.tickvals is not None:
            texts = said.ticktext if said.ticktext is not None else said.tickvals
            axis.set_ticks(list(said.tickvals), [plain(text) for text in texts])
            for label, text in zip(axis.get_ticklabels(), texts, strict=True):
                label.set_fontweight("bold" if "<b>" in str(text) else "normal")
        elif said.dtick:
            first, step = said.tick0 or 0, said.dtick
            steps = range(math.ceil((low - first) / step), math.floor((high - first) / step) + 1)
            axis.set_ticks([first + n * step for n in steps], [f"{first + n * step:g}" for n in steps])
        else:
            axis.set_major_locator(MaxNLocator(said.nticks or 5))
        if said.showgrid is not False:
            axis.grid(True, color=LINE, linewidth=0.6, zorder=0)
        axis.set_label_text(plain(said.title.text or ""), fontsize=13 * POINT, color=SOFT)
    axes.set_axisbelow(True)
    longest = max((len(line) for text in down.ticktext or ["000"] for line in plain(text).split("\n")), default=3)
    left, top = longest * 7.6 + 12 + 22 * bool(down.title.text), 46 if across.side == "top" else 14
    if across.side == "top":
        axes.xaxis.tick_top()
        axes.xaxis.set_label_position("top")
    place = axes.get_position()
    bottom = 26 if across.side == "top" else 46
    axes.set_position((place.x0 + left / width, place.y0 + bottom / height, place.width - (left + 10) / width,
                       place.height - (top + bottom) / height))  # fmt: skip


def _bars(axes: Axes, trace: Any, ends: dict[Any, float] | None) -> None:
    rows, lengths, n = list(trace.y), list(trace.x), len(trace.y)
    starts = each(trace.base, n, 0) if ends is None else [ends.get(row, 0) for row in rows]
    colours, shapes = each(trace.marker.color, n, INK), each(trace.marker.pattern.shape, n, "")
    strokes, texts = each(trace.marker.pattern.fgcolor, n, INK), each(trace.text, n, "")
    edge, thick = trace.marker.line.color, trace.marker.line.width or 0
    drawn = axes.barh(rows, lengths, left=starts, height=trace.width or 0.8, color=[paint(one) for one in colours],
                      alpha=trace.marker.opacity, edgecolor=paint(edge) if thick else "none", linewidth=thick * POINT,
                      zorder=2)  # fmt: skip
    for bar, shape, stroke in zip(drawn, shapes, strokes, strict=True):
        if HATCHES.get(shape):
            bar.set_hatch(HATCHES[shape])
            bar.set_hatchcolor((*paint(stroke)[:3], trace.marker.pattern.fgopacity or 0.9))
    for row, start, length, text in zip(rows, starts, lengths, texts, strict=True):
        if text:
            axes.text(start + length / 2, row, plain(text), ha="center", va="center", fontsize=13 * POINT, zorder=4,
                      color=paint(trace.textfont.color))  # fmt: skip
        if ends is not None:
            ends[row] = start + length


def _scatter(axes: Axes, trace: Any) -> None:
    x, y, mode = list(trace.x), list(trace.y), trace.mode or "lines+markers"
    thick, stroke = (trace.line.width or 2) * POINT, paint(trace.line.color)
    if trace.fill == "toself":
        axes.add_patch(Polygon(list(zip(x, y, strict=True)), facecolor=paint(trace.fillcolor), edgecolor=stroke,
                               linewidth=thick, linestyle=DASHES.get(trace.line.dash, "-"), zorder=1))  # fmt: skip
        axes.autoscale_view()
    elif "lines" in mode:
        style = "steps-post" if trace.line.shape == "hv" else "default"
        axes.plot(x, y, color=stroke, linewidth=thick, linestyle=DASHES.get(trace.line.dash, "-"), drawstyle=style,
                  zorder=2)  # fmt: skip
    if trace.error_x.array is not None:
        axes.errorbar(x, y, xerr=list(trace.error_x.array), fmt="none", ecolor=paint(trace.error_x.color),
                      elinewidth=POINT, capsize=(trace.error_x.width or 3) * POINT, zorder=2.5)  # fmt: skip
    if "markers" in mode:
        _marks(axes, trace, x, y)
    if "text" in mode:
        middle = (trace.textposition or "middle center").startswith("middle")
        for across, up, text in zip(x, y, each(trace.text, len(x), ""), strict=True):
            axes.annotate(plain(text), (across, up), xytext=(0, 0 if middle else 8), textcoords="offset points",
                          ha="center", va="center" if middle else "bottom", zorder=5, annotation_clip=False,
                          fontsize=(trace.textfont.size or 14) * POINT, weight="normal" if middle else "bold",
                          color=paint(trace.textfont.color))  # fmt: skip


def _marks(axes: Axes, trace: Any, x: Sequence[float], y: Sequence[float]) -> None:
    look = trace.marker
    symbols, colours = each(look.symbol, len(x), "circle"), each(look.color, len(x), INK)
    alike: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for across, up, *kind in zip(x, y, symbols, colours, strict=True):
        alike.setdefault((kind[0], kind[1]), []).append((across, up))
    for (symbol, colour), places in alike.items():
        axes.scatter(*zip(*places, strict=True), s=((look.size or 6) * POINT) ** 2 * 0.8, zorder=3,
                     marker=MARKS.get(symbol.removesuffix("-open"), "o"), clip_on=trace.cliponaxis is not False,
                     facecolors="none" if symbol.endswith("-open") else [paint(colour)],
                     edgecolors=[paint(look.line.color)], linewidths=(look.line.width or 0) * POINT)  # fmt: skip
