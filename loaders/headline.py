"""The lines of a story come in; out goes its headline, and where it is said once more."""

import re
from collections.abc import Callable

from loaders.folding import UPPER, bare, unify
from loaders.furniture import DATE, SHORT

LONGEST_TITLE = 220
TOP = 8  # lines within which a headline stands
MARKUP = re.compile(r"(#{1,6}\s+)?(\**)(.+?)\**\s*#*")
DAY_WORDS = re.compile(r"\d{1,2}[\s-][^\W\d_]{3,12}[\s,.-]+\d{4}|\d{4}\W{0,2}(?:ж|г|жыл\w*|год\w*)\b")
LETTER = re.compile(r"[^\W\d_]")
LOWER = "a-zа-яёөүңѳӊ"
GLUED_CAPITALS = re.compile(rf"[^\W{LOWER}][^{LOWER}\r\n]{{14,}}?(?=[{UPPER}][{LOWER}]|\d+-[{LOWER}])")
GLUED = re.compile(rf"[^.!?…\r\n]{{20,{LONGEST_TITLE}}}?[а-яёөүңѳӊ»](?=[А-ЯЁӨҮҢѲӉ][а-яёөүңѳӊ])")

Span = tuple[int, int]


def find_headline(raw: str, story: list[Span], is_signed: Callable[[str], object]) -> Span | None:
    """The first of the lines that is no date, author or outlet (`is_signed`), if it stands as a headline does."""
    for start, end in story[:TOP]:
        line = raw[start:end]
        if len(story) > 1 and line.startswith("# "):
            return _unmarked(line, start)
    for start, end in story[:TOP]:
        line = raw[start:end]
        if _is_date(line) or is_signed(line):
            continue
        span = _unmarked(line, start)
        headline = raw[slice(*span)]
        if len(story) > 1 and len(headline) <= LONGEST_TITLE and (_stands_alone(headline) or repeats(raw, span)):
            return span
        glued = GLUED_CAPITALS.match(line) or GLUED.match(line[: LONGEST_TITLE + 1])
        if glued and len(glued[0].split()) > 2 and len(glued[0]) <= LONGEST_TITLE:
            return start, start + len(glued[0].rstrip())
        return None
    return None


def _stands_alone(headline: str) -> bool:
    if headline[-1] in '»”"':
        return len(headline) <= SHORT * 2 and not re.search(r"[.!?…]\s", headline)
    letters = LETTER.findall(headline)
    return headline[-1] not in ".…:;" or (len(letters) > 10 and headline.isupper())


def _unmarked(line: str, start: int) -> Span:
    """Without the signs of Markdown."""
    found = MARKUP.fullmatch(line)
    return (start + found.start(3), start + found.end(3)) if found else (start, start + len(line))


def repeats(raw: str, title: Span) -> list[Span]:
    """The headline once more as a caption or glued to a paragraph, in whatever case; not in the midst of a sentence."""
    headline = raw[slice(*title)]
    if len(headline) <= 15:
        return []
    low, found = bare(unify(raw)), []
    for match in re.finditer(re.escape(low[slice(*title)]), low[title[1] :]):
        start, end = match.start() + title[1], match.end() + title[1]
        opens = not raw[raw.rfind("\n", 0, start) + 1 : start].strip(" \t\u00a0#*\r")
        goes_on = raw[end : end + 1].islower() or (
            raw[end : end + 1] in " \u00a0," and raw[end + 1 : end + 2].islower()
        )
        if opens and not goes_on:
            found.append((start, end))
    return found


def _is_date(line: str) -> bool:
    return len(line) <= SHORT and bool(DATE.search(line) or DAY_WORDS.search(line.lower()))
