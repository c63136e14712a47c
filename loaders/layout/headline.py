"""The lines of a story come in; out goes its headline, and where it is said once more."""

import re
from collections.abc import Callable

from loaders.folding import UPPER, Letters
from loaders.layout.furniture import DATE, SHORT
from loaders.layout.lines import Line, Span

LONGEST = 220
SHORTEST = 15  # characters of a headline that is sought again: «Мектептер» may be anything
TOP = 8  # lines within which a headline stands
MARKUP = re.compile(r"(#{1,6}\s+)?(\**)(.+?)\**\s*#*")
DAY_WORDS = re.compile(r"\d{1,2}[\s-][^\W\d_]{3,12}[\s,.-]+\d{4}|\d{4}\W{0,2}(?:ж|г|жыл\w*|год\w*)\b")
LETTER = re.compile(r"[^\W\d_]")
LOWER = "a-zа-яёөүңѳӊ"
GLUED_CAPITALS = re.compile(rf"[«“„\"]?[^\W{LOWER}][^{LOWER}]{{14,}}?(?=[{UPPER}][{LOWER}]|\d+-[{LOWER}])")
GLUED = re.compile(r"[^.!?…]{15,}?(?:\b[а-яёөүңѳӊ]+|»)(?=[А-ЯЁӨҮҢѲӉ][а-яёөүңѳӊ])")
# An acronym with its ending, which is none: ЮНИСЕФтин is not ЮНИСЕ and Фтин.
INFLECTED = re.compile(r"\w(?:[лдт][аеоө]р)?(?:с?[ыиуү])?(?:[ндт][ыиуү]н?|[гк][аеоө]|н[аеоө]н?|н?[дт][аеоө]н?)?(?!\w)")
OPENS = re.compile(r"(?:^|[\r\n])[ \t\u00a0#*]*$")  # what stands before the words at the beginning of a line
GOES_ON = re.compile(r"[ \u00a0,]?[^\W\d_A-ZА-ЯЁӨҮҢѲӉ]")


def find_headline(letters: Letters, story: list[Line], is_signed: Callable[[Line], object]) -> Span | None:
    """The first of the lines that is no date, author or outlet (`is_signed`), if it stands as a headline does."""
    marked = next((line for line in story[:TOP] if line.text.startswith("# ")), None)
    if marked and len(story) > 1 and len(marked.text) <= LONGEST:
        return _unmarked(marked)
    line = next((line for line in story[:TOP] if not (_is_date(line.text) or is_signed(line))), None)
    if line is None:
        return None
    if len(story) > 1 and len(line.text) <= LONGEST:
        span = _unmarked(line)
        if _stands_alone(letters.raw[slice(*span)]) or repeats(letters, span):
            return span
    beginning = line.text[: LONGEST + 1]
    glued = GLUED_CAPITALS.match(beginning)
    if glued and beginning[glued.end() - 1].isalpha() and INFLECTED.match(beginning, glued.end()):
        return None
    glued = glued or GLUED.match(beginning)
    if glued and len(glued[0].split()) > 2:
        return line.start, line.start + len(glued[0].rstrip())
    return None


def glued_end(letters: Letters, title: Span) -> int | None:
    """Where a word of the headline ends and one of the text begins with nothing between: БӨЛДҮ|Илим."""
    end = title[1]
    return end if letters.raw[end - 1 : end].isalpha() and letters.raw[end : end + 1].isalpha() else None


def repeats(letters: Letters, title: Span) -> list[Span]:
    """The headline once more as a caption or glued to a paragraph, in whatever case; not in the midst of a sentence."""
    if title[1] - title[0] <= SHORTEST:
        return []
    raw, low, found, end = letters.raw, letters.low, [], title[1]
    headline = low[slice(*title)]
    while (start := low.find(headline, end)) >= 0:
        end = start + len(headline)
        if OPENS.search(raw[max(0, start - 20) : start]) and not GOES_ON.match(raw, end):
            found.append((start, end))
    return found


def _stands_alone(headline: str) -> bool:
    if headline[-1] in '»”"':
        return len(headline) <= SHORT * 2 and not re.search(r"[.!?…]\s", headline)
    return headline[-1] not in ".…:;" or (headline.isupper() and len(LETTER.findall(headline)) > 10)


def _unmarked(line: Line) -> Span:
    """Without the signs of Markdown."""
    found = MARKUP.fullmatch(line.text)
    return (line.start + found.start(3), line.start + found.end(3)) if found else line.span


def _is_date(line: str) -> bool:
    return len(line) <= SHORT and bool(DATE.search(line) or DAY_WORDS.search(line.lower()))
