"""Rows of bars and marks come in; out goes the timeline, in which what is not certain looks so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.parts.charts import ACCENT, INK, LINE, SOFT, axis, escaped, folded, laid_out
from pages.parts.charts.figure import Figure
from pages.parts.charts.spans import Piece

ROW, TOP = 33, 64  # pixels
STEPS = 10  # of a bar that fades
MOST_TICKS = 8  # years named; on a phone they stand upright
PLAIN = "#4a6b8a"


@dataclass(frozen=True)
class Bar:
    """One initiative in one lane; without pieces and list it is the heading of a lane."""

    label: str
    pieces: tuple[Piece, ...] = ()
    told: str = ""  # dates in words, for the hover
    opens: str = ""
    colour: str = PLAIN


@dataclass(frozen=True)
class Mark:
    """Something dated: an event or an article, in the row of its kind."""

    row: int
    start: float
    end: float
    told: str
    opens: str
    symbol: str = "diamond"


def timeline(
    rows: Sequence[Bar], marks: Sequence[Mark], first: float, last: float, now: float, years: str, today: str,
    months: Mapping[float, str] | None = None,
) -> Figure:  # fmt: skip
    """`rows` from top to bottom; `first`, `last`: the years shown; `years` names the axis, `today` the line of now.

    `months`: their places and names, where so few years are shown that a year is too coarse.
    """
    figure = Figure()
    drawn = [(at, row, piece) for at, row in enumerate(rows) for piece in row.pieces if piece.end > first]
    _bars(figure, [one for one in drawn if one[2].kind in ("certain", "open")], 1.0, "", first)
    _bars(figure, [one for one in drawn if one[2].kind == "possible"], 0.55, "/", first)
    _fading(figure, [one for one in drawn if one[2].kind.startswith("fading")], first)
    arrows = [(at, row, piece) for at, row, piece in drawn if piece.kind == "open"]
    _points(
        figure, [Mark(at, piece.end, piece.end, row.told, row.opens, "triangle-right") for at, row, piece in arrows]
    )
    _points(figure, [mark for mark in marks if mark.end > first])
    texts = [folded(row.label, 24) if row.opens else f"<b>{folded(row.label, 24)}</b>" for row in rows]
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50) if (last - first) / step <= MOST_TICKS)
    across = axis(years, side="top", tickformat="d", dtick=step, tick0=2000, range=[first, last],
                  autotickangles=[0, 90],
                  minor={"dtick": 1, "showgrid": last - first < 20, "gridcolor": LINE, "griddash": "dot"})  # fmt: skip
    if months:
        across |= {"tickvals": list(months), "ticktext": list(months.values()), "dtick": None, "tick0": None}
    figure.layout["xaxis"] = across
    figure.layout["yaxis"] = axis("", tickvals=list(range(len(rows))), ticktext=texts, showgrid=False,
                                  range=[len(rows) - 0.4, -0.6], tickfont={"size": 12.5})  # fmt: skip
    lines = [{"type": "line", "x0": first, "x1": last, "y0": at - 0.5, "y1": at - 0.5, "layer": "below",
              "line": {"color": INK if not row.opens else LINE, "width": 1 if not row.opens else 0.5}}
             for at, row in enumerate(rows) if at]  # fmt: skip
    if first <= now <= last:
        lines.append({"type": "line", "x0": now, "x1": now, "y0": 0, "y1": 1, "yref": "paper", "layer": "below",
                      "line": {"color": ACCENT, "width": 1, "dash": "dot"}})  # fmt: skip
        figure.layout["annotations"] = [{"x": now, "y": 0, "yref": "paper", "text": today, "showarrow": False,
                                         "yanchor": "top", "yshift": -2,
                                         "font": {"color": ACCENT, "size": 12}}]  # fmt: skip
    margin = {"l": 8, "r": 12, "t": 8, "b": 26}
    return laid_out(figure, TOP + ROW * len(rows), barmode="overlay", shapes=lines, margin=margin)


def _bars(figure: Figure, drawn: Sequence[tuple[int, Bar, Piece]], opacity: float, pattern: str, first: float) -> None:
    if not drawn:
        return
    figure.bar(
        orientation="h",
        y=[at for at, _row, _piece in drawn],
        base=[round(max(piece.start, first), 3) for _at, _row, piece in drawn],
        x=[round(piece.end - max(piece.start, first), 3) for _at, _row, piece in drawn],
        width=0.5,
        marker={"color": [row.colour for _at, row, _piece in drawn], "opacity": opacity,
                "line": {"color": INK, "width": 0 if pattern else 0.6},
                "pattern": {"shape": [pattern] * len(drawn), "size": 5, "fillmode": "overlay",
                            "fgcolor": ["#fffdf8"] * len(drawn)}},
        customdata=[row.opens for _at, row, _piece in drawn],
        hovertext=[_told(row) for _at, row, _piece in drawn],
        hoverinfo="text",
    )  # fmt: skip


def _fading(figure: Figure, drawn: Sequence[tuple[int, Bar, Piece]], first: float) -> None:
    """One slice a step, each paler than the one before."""
    slices: dict[int, list[tuple[int, Bar, Piece]]] = {}
    for at, row, piece in drawn:
        start = max(piece.start, first)
        width = (piece.end - start) / STEPS
        for step in range(STEPS):
            shade = step if piece.kind == "fading-out" else STEPS - 1 - step
            part = Piece(start + step * width, start + (step + 1) * width, piece.kind)
            slices.setdefault(shade, []).append((at, row, part))
    for shade in sorted(slices):
        parts = slices[shade]
        figure.bar(
            orientation="h",
            y=[at for at, _row, _part in parts],
            base=[round(part.start, 3) for _at, _row, part in parts],
            x=[round(part.end - part.start, 3) for _at, _row, part in parts],
            width=0.5,
            marker={"color": [row.colour for _at, row, _part in parts], "opacity": round(0.8 - 0.075 * shade, 3),
                    "line": {"width": 0}},
            customdata=[row.opens for _at, row, _part in parts],
            hovertext=[_told(row) for _at, row, _part in parts],
            hoverinfo="text",
        )  # fmt: skip


def _points(figure: Figure, marks: Sequence[Mark]) -> None:
    if not marks:
        return
    exact = [mark.end - mark.start < 0.01 for mark in marks]
    figure.scatter(
        x=[round((mark.start + mark.end) / 2, 3) for mark in marks],
        y=[mark.row for mark in marks],
        mode="markers",
        marker={"size": 12, "symbol": [mark.symbol if sure else f"{mark.symbol}-open"
                                       for mark, sure in zip(marks, exact, strict=True)],
                "color": INK, "line": {"color": INK, "width": 1}},
        error_x={"type": "data", "symmetric": True, "array": [0 if sure else round((mark.end - mark.start) / 2, 3)
                                                              for mark, sure in zip(marks, exact, strict=True)],
                 "color": SOFT, "thickness": 1, "width": 3},
        customdata=[mark.opens for mark in marks],
        hovertext=[escaped(mark.told) for mark in marks],
        hoverinfo="text",
    )  # fmt: skip


def _told(row: Bar) -> str:
    return f"{folded(row.label, 60, 4)}<br>{escaped(row.told)}"
