"""The numbers of a matrix come in; out goes the grid a picture is drawn from, shaded as the table is."""

from collections.abc import Mapping, Sequence
from typing import Any

from pages.parts.pictures import Grid
from pages.parts.words import Words

NEUTRAL = "#7a5c00"


def grid(
    words: Words,
    down: Mapping[str, str],
    across: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, Any]],
    colours: Mapping[str, str] | None,
    beside: Mapping[str, Sequence[tuple[str, Any]]] | None,
    codes: Mapping[str, str] | None,
    tints: Mapping[str, str] | None,
) -> Grid:
    """The same numbers as the table; each has a value, or a state that says why not."""
    most = max((one.value for row in numbers.values() for one in row.values()), default=1) or 1
    extra = [name for name, _number in next(iter((beside or {}).values()), ())]
    said = {"zero": "0", "unsearched": "–"}

    def cell(one: Any, colour: str, share: int) -> tuple[str, str, float, str]:
        text = said.get(one.state, "") if one.state else words.number(one.value)
        return text, colour, share / 100, one.state

    rows = []
    for row, name in down.items():
        own = (colours or {}).get(row, NEUTRAL)
        cells = [cell(one, own, 0) for _column, one in (beside or {}).get(row, ())]
        cells += [cell(one, (tints or {}).get(column, own), one_of(one.value, most))
                  for column, one in numbers[row].items()]  # fmt: skip
        rows.append((name, (codes or {}).get(row, ""), own if colours else "", cells))
    return Grid([*extra, *across.values()], rows)


def one_of(value: int, most: int) -> int:
    """How strongly a cell is shaded, in per cent; the eye reads areas, so by the root."""
    return round(8 + 42 * (value / most) ** 0.5) if value else 0
