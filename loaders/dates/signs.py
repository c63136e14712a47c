"""A document comes in; out go its runs of neighbouring date words, each word as a one-letter sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.folding import bare
from loaders.lexicon.entries import Hit

# A run of neighbouring words is read as signs: a letter a word, a mark for what stands between two words.
# d number of one or two digits · y of four · n other number · m month · s its abbreviation · J year · S school (year)
# A month (the word) · k and · t since, until · o of; marks: - , . / as written, _ nothing, | a break
LETTERS = {"month": "m", "month_short": "s", "year_word": "J", "month_word": "A"}
LINKS = {"and": "k", "since": "t", "until": "t", "of": "o", "school": "S"}  # words between two signs


@dataclass(slots=True)
class Sign:
    """One word (with its glued ending) as a sign; `value` is the number, or the number of the month."""

    sign: str
    first: int
    last: int
    value: int = 0
    tag: str = ""


def closed(document, key: str) -> frozenset[str]:
    """A closed list of date words, of all languages: a Kyrgyz page may bear a Russian date line."""
    if key not in document.lists:
        languages = document.register.language.values()
        listed = (word for words in languages for word in words["date_words"].get(key, ()))
        document.lists[key] = frozenset(bare(word) for word in listed)
    return document.lists[key]


def begins(word: str, listed: frozenset[str]) -> bool:
    """Whether the word is listed; a listed word with a star takes any continuation."""
    return word in listed or word.startswith(_stems(listed))


@cache
def _stems(listed: frozenset[str]) -> tuple[str, ...]:
    return tuple(word[:-1] for word in listed if word[-1] == "*")


def runs(document) -> Iterator[list[Sign]]:
    text, words = document.text, document.text.words
    signs: dict[int, Sign] = {}
    for hit in document.of(*LETTERS):
        if hit.first not in signs:  # the longest comes first
            signs[hit.first] = Sign(
                LETTERS[hit.entry.kind], hit.first, hit.last, int(hit.entry.id or 0), _tag(text, hit)
            )
    for index in text.digits:
        signs[index] = _number(document, index, index + 1 in signs, index - 1 in signs)
    if not signs:
        return
    links = [(letter, closed(document, key)) for key, letter in LINKS.items()]
    fresh = closed(document, "fresh")
    run: list[Sign] = []
    for index in sorted(signs):
        sign = signs[index]
        if run and sign.first <= run[-1].last:
            continue
        between = range(run[-1].last + 1, sign.first) if run else range(0)
        if len(between) == 2 and begins(words[between[0]], fresh):  # 2024-2025-жаңы окуу жылы
            between = between[1:]
        if len(between) == 1:
            link = next((letter for letter, linking in links if begins(words[between[0]], linking)), None)
            if link:
                run.append(Sign(link, run[-1].last + 1, sign.first - 1))
        if run and sign.first != run[-1].last + 1:
            yield run
            run = []
        run.append(sign)
    yield run


def _tag(text, hit: Hit) -> str:
    """An ending, or the language of a month that takes none: `5 мая`."""
    return "" if hit.entry.mode == "name" and hit.tag == "" else hit.tag or "exact"


def _number(document, index: int, known: bool, spanned: bool) -> Sign:
    """`known`: a word of dates follows, `spanned`: one stands before: 28-июль-2-август."""
    text = document.text
    word, gap = text.words[index], text.gaps[index]
    last, value, tag = index, int(word) if len(word) < 5 else 0, ""
    if not known and index + 1 < len(text.words) and text.cased[text.starts[index + 1]].islower():
        endings = closed(document, "from" if len(word) < 3 else "ordinal")
        if not gap or (gap == "-" and text.words[index + 1] in endings):
            last, tag = index + 1, text.words[index + 1]  # 15инде, 20th, 2021-го
    before = text.gaps[index - 1] if index else ""
    glued = before == "-" and not (text.words[index - 1].isdecimal() or (known and spanned))
    numbered = "№" in before or (glued and len(word) < 3)  # COVID-19
    sign = "d" if len(word) < 3 and 0 < value < 32 else "y" if len(word) == 4 and 1000 <= value < 2200 else "n"
    return Sign("n" if numbered and sign == "d" else sign, index, last, value, tag)


def mark(gap: str) -> str:
    if gap == " ":
        return " "
    if not gap:
        return "_"
    core = gap.strip(" ")
    if "\n" in gap:
        return "|"
    if core in ("-", ".", "/", ""):
        return core or " "
    return "," if "," in core and not core.strip("-,.") else "|"
