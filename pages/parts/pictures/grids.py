"""A grid of numbers comes in; out go its cells on matplotlib axes, shaded as on the page."""

from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from pages.parts.charts import INK, LINE, SOFT
from pages.parts.pictures import Grid

ROW, POINT, SIGN = 40, 0.72, 7.4  # pixels a row; points a pixel; pixels a letter
PAPER = "#fffdf8"
LABELS = 352  # pixels for the names of the rows


def _head(grid: Grid) -> tuple[bool, float]:
    """Whether the names of columns stand upright, and how high they are."""
    upright = len(grid.columns) > 8
    longest = max((len(line) for name in grid.columns for line in _folded(name, upright)), default=0)
    return upright, longest * SIGN + 12 if upright else 64


def _folded(name: str, upright: bool) -> list[str]:
    return wrap(name, 26 if upright else 13, max_lines=2 if upright else 4, placeholder=" …")


def grid_height(grid: Grid) -> float:
    return _head(grid)[1] + ROW * len(grid.rows) + 8


def draw_grid(axes: Axes, grid: Grid, width: float, height: float) -> None:
    """In pixels from the upper left corner."""
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    upright, head = _head(grid)
    cell = min(110, (width - LABELS) / max(1, len(grid.columns)))
    for at, name in enumerate(grid.columns):
        axes.text(LABELS + (at + 0.5) * cell, head - 6, "\n".join(_folded(name, upright)), ha="center", va="bottom",
                  rotation=90 if upright else 0, fontsize=12 * POINT, color=INK, linespacing=1.1)  # fmt: skip
    for down, (label, code, colour, cells) in enumerate(grid.rows):
        top = head + down * ROW
        if colour:
            axes.add_patch(Rectangle((0, top + ROW / 2 - 6), 11, 11, facecolor=colour, linewidth=0))
        name = "\n".join(wrap(label, 40, max_lines=2, placeholder=" …"))
        text = f"{name}\n{code}" if code and "\n" not in name else name
        axes.text(18 if colour else 0, top + ROW / 2, text, va="center", fontsize=12 * POINT, color=INK,
                  linespacing=1.1)  # fmt: skip
        for at, one in enumerate(cells):
            _cell(axes, LABELS + at * cell, top, cell, *one)


def _cell(axes: Axes, left: float, top: float, width: float, text: str, colour: str, share: float, state: str) -> None:
    looks = {
        "nothing": {"facecolor": PAPER, "edgecolor": LINE, "linestyle": ":", "linewidth": 0.8},
        "zero": {"facecolor": PAPER, "linewidth": 0},
        "unsearched": {"facecolor": PAPER, "edgecolor": LINE, "hatch": "////", "linewidth": 0},
        "self": {"facecolor": "#f4f0e6", "linewidth": 0},
    }
    plain = {"facecolor": _mixed(colour, share), "linewidth": 0}
    axes.add_patch(Rectangle((left + 1, top + 1), width - 2, ROW - 2, **looks.get(state, plain)))
    axes.text(left + width / 2, top + ROW / 2, text, ha="center", va="center", fontsize=13 * POINT,
              color=SOFT if state else INK)  # fmt: skip


def _mixed(colour: str, share: float) -> tuple[float, ...]:
    pairs = zip(to_rgb(colour or INK), to_rgb(PAPER), strict=True)
    return tuple(ink * share + paper * (1 - share) for ink, paper in pairs)
