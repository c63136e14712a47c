"""Ids down, ids across and their numbers come in; out goes a table in which every number opens its list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pages.parts.charts import known
from pages.parts.drawing import scrolled
from pages.parts.evidence import link
from pages.parts.grid import NEUTRAL, grid, one_of
from pages.parts.html import Html, join, tag
from pages.parts.opening import Page

MANY = 8  # columns beyond which their names stand upright
PATTERNS = {"": "solid", "/": "rising", "\\": "falling", "x": "crossed", ".": "dotted"}


@dataclass(frozen=True)
class Number:
    """One number of a matrix: `state` is empty for a number, else zero | nothing | unsearched | self."""

    value: int = 0
    of: str = ""
    where: str = ""
    state: str = ""


NOTHING, ITSELF = Number(state="nothing"), Number(state="self")


def matrix(
    page: Page,
    key: str,
    caption: str,
    down: Mapping[str, str],
    across: Mapping[str, str],
    number: Callable[[str, str], Number],
    colours: Mapping[str, str] | None = None,
    beside: Mapping[str, Sequence[tuple[str, Number]]] | None = None,
    corner: str = "",
    codes: Mapping[str, str] | None = None,
    tints: Mapping[str, str] | None = None,
) -> Html:
    """`down` and `across`: id → label; `beside`: id → (column, number) of what belongs to the whole row.

    Cells are shaded in the colour of their row (`colours`) or of their column (`tints`).
    """
    numbers = {row: {column: number(row, column) for column in across} for row in down}
    states = {one.state for row in numbers.values() for one in row.values()}
    page.keep(key, caption, lambda: grid(page.words, down, across, numbers, colours, beside, codes, tints),
              reading(page, "zero" in states, "unsearched" in states))  # fmt: skip
    most = max((one.value for row in numbers.values() for one in row.values()), default=1) or 1
    extra = [name for name, _number in next(iter((beside or {}).values()), ())]
    head = tag(
        "tr",
        tag("th", corner, scope="col") if corner else tag("td"),
        *(tag("th", tag("span", name), scope="col", class_="bm-n") for name in extra),
        *(tag("th", tag("span", across[column]), scope="col", class_="bm-c") for column in across),
    )
    body = []
    for row, name in down.items():
        colour = (colours or {}).get(row, NEUTRAL)
        swatch = colours and tag("i", class_="bm-swatch")
        code = codes and tag("small", codes.get(row, ""))
        cells = [_cell(page, key, one, 0, f"{name}, {column}", "bm-n") for column, one in (beside or {}).get(row, ())]
        cells += [
            _cell(
                page,
                key,
                numbers[row][column],
                one_of(numbers[row][column].value, most),
                f"{name}, {across[column]}",
                "bm-c",
                (tints or {}).get(column),
            )
            for column in across
        ]
        body.append(tag("tr", tag("th", swatch, name, code, scope="row"), *cells, style=f"--bm-kind:{colour}"))
    upright = " bm-upright" if len(across) > MANY else ""
    return scrolled(caption, f"bm-table bm-matrix{upright}", tag("thead", head), tag("tbody", *body))


def _cell(page: Page, key: str, one: Number, shade: int, label: str, class_: str, tint: str | None = None) -> Html:
    if one.state:
        _ = page._
        said = {"zero": "0", "nothing": "", "unsearched": "–", "self": ""}[one.state]
        told = {
            "zero": _("none with these filters"),
            "nothing": _("nothing reported"),
            "unsearched": _("not searched"),
            "self": _("the same partner"),
        }[one.state]
        # row and column are said by their headers
        return tag("td", tag("i", said, role="img", aria_label=told), class_=f"{class_} bm-is-{one.state}")
    number = link(page, page.words.number(one.value), one.of, one.where, key, f"{label}: {one.value}")
    look = f"--bm-shade-of:{shade}%" * bool(shade) + f";--bm-kind:{tint}" * bool(tint)
    return tag("td", number, class_=class_, style=look or None)


def reading(page: Page, zero: bool = False, unsearched: bool = False) -> Html:
    """How the cells without a number are to be read."""
    _ = page._
    keys = [("nothing", "", _("nothing reported"))]
    keys += [("zero", "0", _("none with these filters"))] if zero else []
    keys += [("unsearched", "–", _("not searched"))] if unsearched else []
    return tag("ul", *(tag("li", tag("i", sign, class_=f"bm-key bm-is-{state}"), text) for state, sign, text in keys),
               class_="bm-legend")  # fmt: skip


def legend(entries: Sequence[tuple[str, str]], drawn: Mapping[str, tuple[str, str]]) -> Html:
    """(id, name) of what a chart tells apart by colour and pattern."""
    keys = []
    for id_, name in entries:
        colour, pattern = known(drawn, id_)
        swatch = tag("i", class_=f"bm-drawn bm-{PATTERNS[pattern]}", style=f"--bm-kind:{colour}")
        keys.append(tag("li", swatch, name))
    return tag("ul", *keys, class_="bm-legend")


def switch(page: Page, label: str, name: str, choices: Mapping[str, str], chosen: str, about: str = "") -> Html:
    """A choice of this page alone, kept in its address under `name`; the first is the one without a choice.

    `about` tells two of one page apart for those who hear them.
    """
    first = next(iter(choices))
    rest = {key: value for key, value in page.own.items() if key != name}
    links = [
        tag("a", text, href=page.href(**rest, **({name: id_} if id_ != first else {})),
            aria_current="true" if id_ == chosen else None)
        for id_, text in choices.items()
    ]  # fmt: skip
    return tag("nav", tag("span", label), join(*links), aria_label=f"{label} {about}".strip(),
               class_="bm-switch")  # fmt: skip


def choice(page: Page, name: str, choices: Mapping[str, str]) -> str:
    """What the address says, if it is one of the choices; else the first."""
    said = page.query.get(name, "")
    return said if said in choices else next(iter(choices))
