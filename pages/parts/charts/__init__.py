"""Numbers and words come in; out goes a plotly figure with the look every figure here shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from pages.parts.charts.figure import Figure

INK, SOFT, LINE, ACCENT = "#22211d", "#615c51", "#d9d2c3", "#9c2a2a"
FONT = {"family": "Source Sans, sans-serif", "size": 14, "color": INK}
# Roles and statuses: Okabe and Ito's colours and greys, told apart in print by a pattern too.
ROLES = {
    "funder": ("#0072B2", ""),
    "implementer": ("#D55E00", ""),
    "convener": ("#44AA99", "/"),
    "participant": ("#BBBBBB", ""),
    "supporter": ("#E69F00", "x"),
    "host": ("#882255", "\\"),
    "moderator": ("#999933", "."),
    "mentioned": ("#ffffff", "."),
}
STATUSES = {
    "under-way": ("#00795c", ""),
    "planned": ("#6699CC", "/"),
    "announced": ("#6699CC", "\\"),
    "proposed": ("#6699CC", "."),
    "completed": ("#8f887a", ""),
    "cancelled": ("#9c2a2a", "x"),
    "unclear": ("#b8b1a2", "x"),
    "": ("#e4decf", ""),  # nobody has told
}


@dataclass(frozen=True)
class Series:
    """One kind of bar: its name in the legend, colour and pattern, and a value, a text and a list for each row."""

    name: str
    colour: str
    pattern: str
    values: Sequence[int]
    lists: Sequence[str]  # `initiatives|goal:…`, what a click opens


def folded(text: str, width: int = 24, lines: int = 2) -> str:
    """A label in at most so many lines; what is cut off is said in full on hover and in the table."""
    parts = wrap(text, width, break_long_words=False, max_lines=lines, placeholder=" …")
    return "<br>".join(escaped(part) for part in parts)


def escaped(text: str) -> str:
    """Plotly reads a few tags in texts; a name has none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def laid_out(figure: Figure, height: int, **more: object) -> Figure:
    plain = {
        "font": FONT,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "height": height,
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "hoverlabel": {"bgcolor": "#fffdf8", "bordercolor": LINE, "font": FONT, "align": "left"},
    }  # fmt: skip
    figure.layout.update(plain | more)
    return figure


def axis(title: str = "", **more: object) -> dict[str, object]:
    return {
        "title": {"text": title, "font": {"size": 13, "color": SOFT}},
        "gridcolor": LINE,
        "linecolor": INK,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
        "ticks": "",
    } | more


def bars(labels: Sequence[str], series: Sequence[Series], unit: str, rows: str) -> Figure:
    """Lying bars, one row a label, stacked; `unit` names the axis of numbers, `rows` the axis of labels."""
    figure = Figure()
    at = list(range(len(labels)))
    for one in series:
        told = [f"{escaped(label)}<br>{escaped(one.name)}: {n}" for label, n in zip(labels, one.values, strict=True)]
        figure.bar(
            y=at,
            x=list(one.values),
            name=escaped(one.name),
            orientation="h",
            width=0.66,
            marker={"color": one.colour, "line": {"color": INK, "width": 0.5},
                    "pattern": {"shape": one.pattern, "size": 6, "fgcolor": INK, "fgopacity": 0.3,
                                "fillmode": "overlay"}},
            text=[n or "" for n in one.values],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": readable(one.colour)},
            constraintext="none",
            customdata=list(one.lists),
            hovertext=told,
            hoverinfo="text",
        )  # fmt: skip
    most = max((sum(row) for row in zip(*(one.values for one in series), strict=True)), default=1)
    step = max(1, -(-most // 6))
    figure.layout["xaxis"] = axis(unit, side="top", tickformat=",d", dtick=step, range=[0, most * 1.02])
    figure.layout["yaxis"] = axis(rows, tickvals=at, ticktext=[folded(label) for label in labels], showgrid=False,
                                  range=[len(labels) - 0.5, -0.5])  # fmt: skip
    return laid_out(figure, 60 + 36 * len(labels), barmode="stack")


def readable(colour: str) -> str:
    """Ink or paper, whichever stands out on a colour (WCAG luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return INK if 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.24 else "#ffffff"


def known(said: Mapping[str, tuple[str, str]], id_: str) -> tuple[str, str]:
    """Colour and pattern of an id; one nobody has drawn yet is grey and dotted, never another's colour."""
    return said.get(id_, ("#cfc8b8", "."))
