"""A document comes in; out goes a web page that stands alone and prints on A4."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pages.parts.briefing.blocks import Bars, Block, Document, Grid, Heading, Line, Paragraph, Run
from pages.parts.html import Html, join, tag

STYLE = Path(__file__).with_name("print.css")


def web(document: Document, ways: Mapping[str, tuple[str, str]], label: str) -> str:
    """`ways`: text → (address, language) of what else there is: Word, other languages, the dashboard."""
    head = tag(
        "head",
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", f"{document.title} · Bilim Monitor"),
        tag("style", Html(STYLE.read_text(encoding="utf-8"))),
    )
    links = (tag("a", text, href=href, lang=lang or None, hreflang=lang or None) for text, (href, lang) in ways.items())
    around = tag("nav", *links, aria_label=label)
    cited: set[int] = set()
    body = tag("main", tag("p", "Bilim Monitor", class_="brand"), tag("h1", document.title),
               *_grouped(document.blocks, cited))  # fmt: skip
    return "<!doctype html>\n" + tag("html", head, tag("body", around, body), lang=document.language)


def _grouped(blocks: Iterable[Block], cited: set[int]) -> list[Html]:
    """Items that follow each other are one list."""
    found: list[Html] = []
    items: list[Html] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.look == "item":
            items.append(tag("li", _line(block.line, cited)))
            continue
        found += [tag("ul", *items)] * bool(items)
        items = []
        found.append(_block(block, cited))
    return [*found, *[tag("ul", *items)] * bool(items)]


def _block(block: Block, cited: set[int]) -> Html:
    if isinstance(block, Heading):
        return tag("h2", block.text)
    if isinstance(block, Paragraph):
        return tag("p", _line(block.line, cited), class_=block.look or None)
    if isinstance(block, Bars):
        return _bars(block, cited)
    if isinstance(block, Grid):
        return _grid(block, cited)
    lines = (tag("li", _line(line, cited), " ", tag("a", "↑", href=f"#cited-{at}", aria_label=str(at)), id=f"note-{at}")
             for at, line in enumerate(block.lines, 1))  # fmt: skip
    return tag("ol", *lines, class_="notes")


def _line(line: Line, cited: set[int]) -> Html:
    return join(*(_run(run, cited) for run in line))


def _run(run: Run, cited: set[int]) -> Html:
    text: Html | str = run.text
    text = tag("b", text) if run.bold else tag("small", text) if run.soft else text
    if run.href:
        text = tag("a", text, href=run.href, lang=run.lang or None)
    elif run.lang:
        text = tag("span", text, lang=run.lang)
    marks = []
    for note in run.notes:
        marks.append(tag("a", note, href=f"#note-{note}", id=None if note in cited else f"cited-{note}"))
        cited.add(note)
    return join(text, tag("sup", join(*marks, between=", ")) if marks else None)


def _bars(block: Bars, cited: set[int]) -> Html:
    """The bar is a shape beside its number: nothing is told by length or colour alone."""
    most = max(value for _, value, _, _ in block.rows) or 1
    rows = (
        tag("tr", tag("th", _line(label, cited), scope="row"),
            tag("td", _shape(value / most, colour), aria_hidden="true"), tag("td", _line(shown, cited), class_="n"))
        for label, value, shown, colour in block.rows
    )  # fmt: skip
    return tag(
        "table", tag("caption", block.caption, " ", tag("small", block.unit)), tag("tbody", *rows), class_="bars"
    )


def _shape(share: float, colour: str) -> Html:
    bar = tag("rect", x="0", y="0", width=f"{share * 100:.1f}", height="10", fill=colour)
    return tag("svg", bar, viewBox="0 0 100 10", preserveAspectRatio="none", focusable="false")


def _grid(block: Grid, cited: set[int]) -> Html:
    widths = tag("colgroup", *(Html(f'<col style="width:{width}%">') for width in block.widths))
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in block.columns)))
    body = (
        tag(
            "tr",
            *(tag("td", _line(cell, cited), data_label=name) for name, cell in zip(block.columns, row, strict=True)),
        )
        for row in block.rows
    )
    return tag("table", tag("caption", block.caption), widths, head, tag("tbody", *body), class_="grid")
