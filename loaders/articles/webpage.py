"""The source of a web page comes in; out goes its tree with layout tables opened and rows of links left out."""

import re

BLOCKS = ("ul", "ol", "nav", "table", "div", "section", "aside")
TABLE = {"table", "tbody", "thead", "tr", "td", "th"}
LAYING_OUT = ("h1", "h2", "p", "div", "ul")  # a table with one of these in a cell lays out a page
MOSTLY = 0.9  # of a block's letters are in links
FEWEST = 2  # links
DATED = re.compile("date|time|publish", re.I)  # in the class of an element that says when
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGEST_DATE = 60  # characters


def tree_of(source: str):
    """None where the source is no page."""
    from trafilatura.utils import load_html

    tree = load_html(source)
    if tree is not None:
        for table in list(tree.iter("table")):
            if next(table.iter(*LAYING_OUT), None) is not None:
                _open(table)
        for block in list(tree.iter(*BLOCKS)):
            if block.getparent() is not None and _is_of_links(block):
                block.drop_tree()
    return tree


def dateline(tree) -> str | None:
    """What the page shows as its day, below its headline: what stands above may be the day of reading."""
    below = False
    for element in tree.iter():
        below = below or element.tag == "h1"
        if below and DATED.search(element.get("class") or "") and len(element) <= 1:
            said = " ".join(element.text_content().split())
            if len(said) <= LONGEST_DATE and YEAR.search(said):
                return said
    return None


def _open(table) -> None:
    for element in table.iter(*TABLE):
        element.tag = "div"
        element.attrib.pop("width", None)


def _is_of_links(block) -> bool:
    """A menu, a trail, «read also»: almost nothing in it but links, and no headline."""
    links = list(block.iter("a"))
    if len(links) < FEWEST or next(block.iter("h1", "p"), None) is not None:
        return False
    written = _letters(block)
    return written > 0 and sum(map(_letters, links)) >= MOSTLY * written


def _letters(element) -> int:
    return sum(letter.isalnum() for letter in element.text_content())
