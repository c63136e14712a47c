"""The lines of printed pages come in; out go paragraphs, less running heads, page numbers and hyphens of line ends."""

import re
from collections import Counter
from collections.abc import Sequence, Set

NUMBER = re.compile(r"[\s–—-]*\d{1,3}[\s–—-]*|(?:\w+\s)?\d{1,4}\s*(?:/|из|of)\s*\d{1,4}")
ENDS = re.compile(r"[.!?…:;][»”\"')\]]*$")
ITEM = re.compile(r"(?:[•▪●◦–—-]|\d{1,2}[.)])\s")
HYPHEN = re.compile(r"(\w*[^\W\d_])[-\u00ad\u2010]$")
DIVIDED = re.compile(r"\w[-\u00ad\u2010]$")  # 26-|мартта, Ысык-|Көл
PIECES = 24  # of one word
NARROW = 0.75  # of the usual width: such a line ends its paragraph


def reflow(pages: Sequence[Sequence[str]]) -> str:
    """A paragraph a line."""
    lines = [line for page in _without_heads(pages) for line in page]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    text = "\n".join(lines)
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if line and previous and _goes_on(previous, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line, text)
        elif line:
            paragraphs.append(line)
        previous = line
    return "\n".join(paragraphs)


def rejoin(line: str, words: Set[str]) -> str:
    """«бер үү» → берүү, where `words` has the whole and not all the pieces: ө ү ң often have a font of their own."""
    parts, joined, at = line.split(), [], 0
    while at < len(parts):
        upto = range(min(len(parts), at + PIECES), at + 1, -1)
        end = next(
            (end for end in upto if "".join(parts[at:end]) in words and not words.issuperset(parts[at:end])), at + 1
        )
        joined.append("".join(parts[at:end]))
        at = end
    return " ".join(joined)


def _without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """What stands first or last on most pages is no part of the text; nor is a number there."""
    trimmed = [[" ".join(line.split()) for line in page] for page in pages]
    for side in (0, -1, 0, -1):
        for page in trimmed:
            while page and not page[side]:
                page.pop(side)
        edges = Counter(re.sub(r"\d+", "0", page[side]) for page in trimmed if page)
        for page in trimmed:
            repeated = page and edges[re.sub(r"\d+", "0", page[side])] > max(1, len(pages) // 2)
            if page and (repeated or NUMBER.fullmatch(page[side])):
                page.pop(side)
    return trimmed


def _goes_on(line: str, following: str, width: int) -> bool:
    if ITEM.match(following):
        return False
    if HYPHEN.search(line) or (following[0].islower() and not ENDS.search(line)):
        return True
    if line.isupper() and following.isupper():  # a headline on two lines
        return True
    return len(line) >= NARROW * width and not (ENDS.search(line) and len(line) < 0.9 * width)


def _joined(paragraph: str, line: str, text: str) -> str:
    """«окуу-» + «усулдук» keeps its hyphen where the text writes it so elsewhere; else the word was only divided."""
    cut = HYPHEN.search(paragraph)
    if not cut or not line[0].islower():
        return f"{paragraph}{'' if DIVIDED.search(paragraph) else ' '}{line}"
    rest = re.match(r"\w*", line)[0]
    if f"{cut[1]}-{rest}" in text and f"{cut[1]}{rest}" not in text and paragraph[-1] == "-":
        return paragraph + line
    return paragraph[:-1] + line
