"""A document comes in; out go the numbers it says, in digits or words, that count: not grades, clocks, phones."""

from dataclasses import dataclass

from loaders.figures.tokens import Token, tokens

HUNDRED = 100
JOINING = ("жана", "и", "and")
LONGEST_ROW = 10  # ordinals
GRADE = ("класс", "grade")
CASES = ("+ABL", "+DAT", "+LOC", "+ACC")
HIGHEST_GRADE = 12
NUMBERED = frozenset("№#:/")
MOMENT = (24, 60)  # 20.00дөн: a clock, not a decimal


@dataclass(frozen=True, slots=True)
class Number:
    """`ending` is what is glued to it; `spelled` if no digit was written; `scale`: its last multiplier."""

    value: int | float
    first: int
    last: int
    ending: str = ""
    spelled: bool = False
    scale: int = 1


def numbers(document) -> list[Number]:
    """In order of place."""
    found, parts, index = [], tokens(document), 0
    percents = {hit.first for hit in document.of("unit") if hit.entry.id == "percent"}
    while index < len(parts):
        if parts[index].kind == "phone":
            index += 1
            continue
        value, end = _value(document.text, parts, index, percents)
        if _counts(document.text, parts[index:end], percents):
            found.append(_number(value, parts[index:end]))
        index = end
    return found


def _number(value: float, parts: list[Token]) -> Number:
    value = int(value) if value == int(value) else round(value, 6)
    spelled = all(token.kind != "digits" for token in parts)
    scale = int(parts[-1].value) if parts[-1].kind == "magnitude" else 1
    return Number(value, parts[0].first, parts[-1].last, parts[-1].ending, spelled, scale)


def _value(text, parts: list[Token], start: int, percents: set[int]) -> tuple[float, int]:
    """Of the longest number from here, and the token after it: 64 миллион 844 миң, 2 жарым миң, жыйырма беш."""
    total, part, limit, index = 0.0, None, float("inf"), start
    while index < len(parts):
        token = parts[index]
        if index > start and not _joined(text, parts[index - 1], token):
            break
        if (
            index > start and token.kind == "digits" and not _counts(text, [token], percents)
        ):  # 62 миң 11-класстын окуучусу
            break
        if token.kind == "magnitude" and token.value < limit:
            if token.value == HUNDRED:
                part = (part or 1) * HUNDRED
            else:
                total, part, limit = total + (1 if part is None else part) * token.value, None, token.value
        elif token.kind == "half":
            part = (part or 0) + 0.5
        elif token.kind in ("digits", "word") and token.value < limit and _adds(part, token, parts[index - 1]):
            part = (part or 0) + token.value
        else:
            break
        index += 1
        if token.ending and (token.kind != "magnitude" or token.ending.endswith(CASES)):
            break  # 30 миллиондон 45 миллион сомго чейин
    return total + (part or 0), max(index, start + 1)


def _joined(text, token: Token, following: Token) -> bool:
    if following.first != token.last + 1:
        return False
    gap = text.gaps[token.last]
    if not gap:
        return following.kind != "digits"
    if gap == "-":
        return token.kind == following.kind == "word"  # twenty-five
    return gap.strip(" ") == "" or (gap.strip(" ") == "." and token.kind == "magnitude")  # 5 млн. 200 миң


def _adds(part: float | None, token: Token, before: Token) -> bool:
    """Two numbers side by side are one only as tens and ones in words: жыйырма беш."""
    if part is None:
        return True
    ones, tens = part % 10 == 0 and token.value < 10, part % 100 == 0 and token.value < 100
    return before.kind in ("word", "magnitude") and token.kind == "word" and (ones or tens)


def _counts(text, parts: list[Token], percents: set[int]) -> bool:
    """Not № 61, 61-мектеп, COVID-19, 20.00дөн, 3:2, nor «бир» alone."""
    first, last, kind = parts[0].first, parts[-1].last, parts[0].kind
    before = text.gaps[first - 1] if first else text.cased[: text.starts[0]]
    after, following = text.gaps[last], text.words[last + 1] if last + 1 < len(text.words) else ""
    if not NUMBERED.isdisjoint(before) or after[:1] in (":", "/"):
        return False
    if kind == "digits" and after.startswith('"') and first and '"' not in before:  # «Класс 21», «Класс2030»
        return False
    if first and before == "-" and (text.cased[text.starts[first - 1]].isupper() or _letter(text.words[first - 1])):
        return False
    if kind == "digits" and after[:1] == "-" and after.strip(" ") == "-" and following[:1].isalpha():
        return last + 1 in percents
    if kind == "digits" and _of_numbered(text, first):
        return False
    if kind == "digits" and len(parts) == 1 and not parts[0].ending and (_of_row(text, last) or _grades(text, last)):
        return False
    if len(parts) == 1 and (kind == "half" or (kind == "word" and parts[0].value == 1)):
        return False
    return not _clock(text, parts)


def _of_numbered(text, word: int) -> bool:
    """№3, 51, 93 мектептер: the sign holds for the whole row."""
    while word > 1 and text.gaps[word - 1].strip(" ") == "," and text.words[word - 1].isdecimal():
        word -= 1
    return "№" in text.gaps[word - 1] if word else False


def _of_row(text, word: int) -> bool:
    """5-6-класстар, 1, 5, 9 жана 11-класстар: the last of the row says that all are ordinals."""
    words = text.words
    for _ in range(LONGEST_ROW):
        if word + 1 >= len(words):
            return False
        gap, following = text.gaps[word].strip(" "), word + 1
        if gap == "" and words[following] in JOINING:
            gap, following = ",", following + 1
        if gap not in ("-", ",") or following >= len(words) or not words[following].isdecimal():
            return False
        word = following
        if text.gaps[word] == "-" and words[word + 1 : word + 2] and words[word + 1].isalpha():
            return True
    return False


def _grades(text, word: int) -> bool:
    """10-11 классы: which ones, not how many."""
    words = text.words
    if text.gaps[word] == "-" and words[word + 1 : word + 2] and words[word + 1].isdecimal():
        word += 1
    elif not (word and text.gaps[word - 1] == "-" and words[word - 1].isdecimal()):
        return False
    following = words[word + 1] if word + 1 < len(words) else ""
    return len(words[word]) < 3 and int(words[word]) <= HIGHEST_GRADE and following.startswith(GRADE)


def _clock(text, parts: list[Token]) -> bool:
    written = text.written(parts[0].first, parts[-1].last)
    hours, _, minutes = written[: len(written) - len(parts[-1].ending)].partition(".")
    if len(parts) > 1 or len(minutes) != 2 or not (hours + minutes).isdecimal():
        return False
    return int(hours) < MOMENT[0] and int(minutes) < MOMENT[1] and (bool(parts[0].ending) or minutes == "00")


def _letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()
