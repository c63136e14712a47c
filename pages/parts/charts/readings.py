"""Dated readings come in; out goes a chart in which each stands on its day and nothing between is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.parts.charts import INK, SOFT, axis, escaped, laid_out
from pages.parts.charts.figure import Figure
from pages.parts.charts.timeline import PLAIN

SYMBOLS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "star": "★", "hexagon": "⬢"}


@dataclass(frozen=True)
class Reading:
    """`start`, `end`: the span in which the day of the reading lies, in years."""

    value: float
    start: float
    end: float
    told: str
    opens: str


def readings(lines: Sequence[tuple[str, Sequence[Reading]]], unit: str, years: str) -> Figure:
    """(name, readings) for each centre; a dotted step joins two of one, because what lies between is unknown."""
    figure = Figure()
    for at, (name, found) in enumerate(lines):
        middles = [round((one.start + one.end) / 2, 3) for one in found]
        figure.scatter(
            x=middles,
            y=[one.value for one in found],
            mode="lines+markers+text",
            line={"shape": "hv", "dash": "dot", "color": SOFT, "width": 1.5},
            marker={"size": 12, "symbol": list(SYMBOLS)[at % len(SYMBOLS)], "color": PLAIN,
                    "line": {"color": INK, "width": 1}},
            error_x={"type": "data", "array": [round((one.end - one.start) / 2, 3) for one in found], "color": SOFT,
                     "thickness": 1, "width": 4},
            text=[f"<b>{one.value:g}</b>" for one in found],
            textposition="top center",
            customdata=[one.opens for one in found],
            hovertext=[f"{escaped(name)}<br>{escaped(one.told)}" for one in found],
            hoverinfo="text",
            cliponaxis=False,
        )  # fmt: skip
    every = [one for _name, found in lines for one in found]
    first, last = min(one.start for one in every), max(one.end for one in every)
    most = max(one.value for one in every)
    figure.layout["xaxis"] = axis(
        years, tickformat="d", dtick=1, range=[first - 0.7, last + 0.5], autotickangles=[0, 90]
    )
    figure.layout["yaxis"] = axis(unit, range=[0, most * 1.3], nticks=5)
    return laid_out(figure, 320)
