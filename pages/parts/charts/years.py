"""A number a year for each row comes in; out goes a chart in which each row has its own bars, silence none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.parts.charts import INK, LINE, axis, escaped, folded, laid_out
from pages.parts.charts.figure import Figure

ROW, TOP = 48, 60  # pixels: of a row; of all that stands above the first
FOOT, TALL, ABOVE = 0.44, 0.62, 0.17  # shares of a row: where bars stand, the highest bar, a number above one
NAMED = 2  # every second year has its name


@dataclass(frozen=True)
class Course:
    """`numbers`: year → number, without the years of which nothing is told; `lists`: what each opens."""

    label: str
    colour: str
    numbers: Mapping[int, int]
    lists: Mapping[int, str]


def courses(rows: Sequence[Course], first: int, last: int, years: str) -> Figure:
    """All rows on one scale of years and of numbers; the first and the last number of each are written out."""
    figure = Figure()
    most = max((n for row in rows for n in row.numbers.values()), default=1)
    marks = [(at, row, year, n, n / most * TALL) for at, row in enumerate(rows) for year, n in row.numbers.items()]
    told = [f"{folded(row.label, 60, 4)}<br>{year}: {n}" for _at, row, year, n, _high in marks]
    if marks:
        figure.bar(
            orientation="h",
            y=[round(at + FOOT - high / 2, 4) for at, _row, _year, _n, high in marks],
            width=[round(high, 4) for *_mark, high in marks],
            base=[year + 0.08 for _at, _row, year, _n, _high in marks],
            x=[0.84] * len(marks),
            marker={"color": [row.colour for _at, row, _year, _n, _high in marks],
                    "line": {"color": INK, "width": 0.5}},
            customdata=[row.lists[year] for _at, row, year, _n, _high in marks],
            hovertext=told,
            hoverinfo="text",
        )  # fmt: skip
        ends = [mark for mark in marks if mark[2] in (min(mark[1].numbers), max(mark[1].numbers))]
        figure.scatter(
            x=[year + 0.5 for _at, _row, year, _n, _high in ends],
            y=[round(at + FOOT - high - ABOVE, 4) for at, _row, _year, _n, high in ends],
            mode="markers+text",
            marker={"size": 0.1, "color": INK},
            text=[escaped(str(n)) for _at, _row, _year, n, _high in ends],
            textposition="middle center",
            textfont={"size": 12, "color": INK},
            cliponaxis=False,
            hoverinfo="skip",
        )
    named = range(last, first - 1, -NAMED)
    figure.layout["xaxis"] = axis(
        years,
        side="top",
        range=[first, last + 1],
        showgrid=False,
        tickvals=[year + 0.5 for year in named],
        ticktext=[str(year) for year in named],
    )
    figure.layout["yaxis"] = axis("", tickvals=list(range(len(rows))), ticktext=[folded(row.label) for row in rows],
                                  showgrid=False, range=[len(rows) - 0.5, -0.5], tickfont={"size": 12.5})  # fmt: skip
    feet = [{"type": "line", "x0": first, "x1": last + 1, "y0": at + FOOT, "y1": at + FOOT, "layer": "below",
             "line": {"color": LINE, "width": 1}} for at in range(len(rows))]  # fmt: skip
    return laid_out(figure, TOP + ROW * len(rows), barmode="overlay", shapes=feet)
