"""A chart and its source come in; out goes a matplotlib figure with title, words, legend and source around it."""

from collections.abc import Sequence
from re import findall

import matplotlib
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.textpath import TextToPath

from pages.parts.charts import INK, LINE, SOFT
from pages.parts.charts.timeline import PLAIN
from pages.parts.html import Html
from pages.parts.matrix import PATTERNS
from pages.parts.pictures import Drawn, Grid
from pages.parts.pictures.grids import draw_grid, grid_height
from pages.parts.pictures.legends import Key, legend_of
from pages.parts.pictures.traces import HATCHES, draw_figure

matplotlib.rcParams |= {"svg.hashsalt": "bilim-monitor", "text.parse_math": False, "hatch.linewidth": 0.6}
WIDTH, EDGE, DPI = 1100, 26, 100  # pixels
PAPER = "#fffdf8"


def paper(drawn: Drawn, source: Sequence[str]) -> Figure:
    below, keys = legend_of(drawn.below) if isinstance(drawn.below, Html) else (str(drawn.below), [])
    blocks = [(lines(drawn.title, 21, "bold"), 21, INK, "bold"), (lines(below, 14), 14, SOFT, "normal")]
    foot = [(lines(line, 12), 12, SOFT, "normal") for line in source]
    body = grid_height(drawn.content) if isinstance(drawn.content, Grid) else (drawn.content.layout.height or 400) + 20
    rows, columns = _shape(keys)
    head = EDGE + sum(len(text) * size * 1.35 for text, size, _c, _w in blocks) + rows * 24 + 14
    height = head + body + 16 + sum(len(text) * size * 1.4 for text, size, _c, _w in foot) + EDGE
    sheet = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=PAPER)
    at = _write(sheet, blocks, EDGE, height, 1.35)
    if rows:
        sheet.legend(handles=[_handle(key) for key in keys], labels=[text.strip() for _l, _c, text in keys],
                     loc="upper left", bbox_to_anchor=((EDGE - 4) / WIDTH, 1 - at / height), ncols=columns,
                     frameon=False, borderpad=0, borderaxespad=0, handlelength=1.6, fontsize=13 * 0.72,
                     columnspacing=1.4, labelcolor=INK)  # fmt: skip
    axes = sheet.add_axes((EDGE / WIDTH, 1 - (head + body) / height, 1 - 2 * EDGE / WIDTH, body / height))
    if isinstance(drawn.content, Grid):
        draw_grid(axes, drawn.content, WIDTH - 2 * EDGE, body)
    else:
        draw_figure(axes, drawn.content, WIDTH, height, EDGE)
    _write(sheet, foot, head + body + 16, height, 1.4)
    return sheet


def lines(text: str, size: float, weight: str = "normal") -> list[str]:
    """Words as many to a line as there is room for; one too long for any (an address) goes on below."""
    told: list[str] = []
    for word in (piece for long in text.split() for piece in findall(r".{1,60}", long)):
        longer = f"{told[-1]} {word}" if told else word
        if told and wide(longer, size, weight) <= WIDTH - 2 * EDGE:
            told[-1] = longer
        else:
            told.append(word)
    return told


def wide(text: str, size: float, weight: str = "normal") -> float:
    """Pixels."""
    return TextToPath().get_text_width_height_descent(text, FontProperties(size=size, weight=weight), ismath=False)[0]


def _write(sheet: Figure, blocks: Sequence, at: float, height: float, leading: float) -> float:
    for text, size, colour, weight in blocks:
        for line in text:
            sheet.text(EDGE / WIDTH, 1 - at / height, line, fontsize=size * 0.72, color=colour, weight=weight, va="top")
            at += size * leading
    return at


def _shape(keys: Sequence[Key]) -> tuple[int, int]:
    """Rows and columns of the legend."""
    if not keys:
        return 0, 1
    widest = max(wide(text, 13) for _look, _colour, text in keys) + 56
    columns = max(1, min(len(keys), int((WIDTH - 2 * EDGE) / widest)))
    return -(-len(keys) // columns), columns


def _handle(key: Key) -> Patch | Line2D:
    look, colour, _text = key
    shape = next((sign for sign, name in PATTERNS.items() if look == f"bm-{name}"), None)
    if shape is not None:
        return Patch(facecolor=colour or PLAIN, hatch=HATCHES.get(shape), edgecolor=INK, linewidth=0.5)
    return {
        "bm-bar-sure": Patch(facecolor=PLAIN, edgecolor=INK, linewidth=0.5),
        "bm-bar-possible": Patch(facecolor=PLAIN, alpha=0.55, hatch="////", edgecolor=PAPER, linewidth=0),
        "bm-bar-fading": Patch(facecolor=PLAIN, alpha=0.35, linewidth=0),
        "bm-bar-event": Line2D([], [], marker="D", linestyle="", color=INK),
        "bm-bar-article": Line2D([], [], marker="s", linestyle="", color=INK),
        "bm-is-nothing": Patch(facecolor=PAPER, edgecolor=LINE, linestyle=":", linewidth=1),
        "bm-is-unsearched": Patch(facecolor=PAPER, edgecolor=LINE, hatch="////", linewidth=1),
        "bm-is-zero": Line2D([], [], marker="$0$", linestyle="", color=SOFT),
    }.get(look, Line2D([], [], linestyle=""))
