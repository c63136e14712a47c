"""Words of a text with the chain of endings they bear come in; out go names as a letterhead has them."""

import re

from loaders.folding import bare, words_of
from loaders.lexicon import JOINTS
from loaders.lexicon.entries import is_acronym

CASES = {  # endings of a case, undotted, bare and after a possessive
    "GEN": r"[ндт][ыиу]н",
    "DAT": r"(?:[гк]|(?<=[ыиу])н)[аео]",
    "ACC": r"(?:[ндт][ыиу]|(?<=[ыиу])н)",
    "LOC": r"н?[дт][аео]",
    "ABL": r"(?:н?[дт]|(?<=[ыиу])н)[аео]н",
    "REL": r"[гк][ыиу]",
    "EQU": r"ча|че|чо",
    "COP": r"м[ыиу]н",
}
ENDING = {case: re.compile(rf"(?:{ending})$") for case, ending in CASES.items()}
PLURAL = re.compile("[лдт][аеоө]р(?=[ыиуү]?$)")


def nominative(word: str, tag: str) -> str:
    """Cuts what the tag says stands at the end: башкармалыгынын +P3+GEN → башкармалыгы."""
    low = bare(word)
    for case in reversed(tag.split("+")):
        match = ENDING[case].search(low) if case in ENDING else None
        if match is None:
            break
        word, low = word[: match.start()], low[: match.start()]
    return PLURAL.sub("", word) if "+PL" in tag else word


def singular(word: str) -> str:
    """A possessive whose plural was cut, made whole again: ишканаы → ишканасы, мектепи → мектеби."""
    for left, whole in (("([аеёоөуүыи])([ыиуү])$", r"\1с\2"), ("п([ыиуү])$", r"б\1"), ("к([ыиуү])$", r"г\1")):
        word = re.sub(left, whole, word)
    return word


def spelt(text, start: int, end: int) -> str:
    """cased[start:end] with the ё of the stored text, which is read as е."""
    if "ё" not in text.raw and "Ё" not in text.raw:
        return text.cased[start:end]
    at = text.offsets or range(len(text.raw))
    return "".join(text.raw[at[i]] if text.raw[at[i]] in "ёЁ" else text.cased[i] for i in range(start, end))


def base_form(document, first: int, hit) -> str:
    """The phrase as a letterhead has it: quotes paired, single spaces, its last word in the nominative."""
    text = document.text
    last = hit.last
    apart = last - hit.first >= len(words_of(hit.entry.phrase))  # not статс-катчысы
    if apart and hit.tag and text.gaps[last - 1].strip() in JOINTS:
        tail = ""  # the ending stands apart: ЖЧК-нын
        last -= 1
        end = text.ends[last]
    else:
        written = text.written(last, last)
        glued = is_acronym(hit.entry.phrase) and written.startswith(hit.entry.phrase)  # ЖЧКсы
        tail = hit.entry.phrase if glued else nominative(written, hit.tag)
        end = text.starts[last]
    start = text.starts[first]
    opening = text.cased.rfind('"', max(0, start - 2), start)  # “ Темир Таш” too
    if opening >= 0 and not text.cased[opening + 1 : start].strip() and '"' in text.cased[start:end]:
        start = opening
    elif (sign := text.cased.rfind("№", max(0, start - 2), start)) >= 0:
        start = sign
    name = " ".join((spelt(text, start, end) + tail).split())
    return re.sub(r'" ?([^"]*)"', r"«\1»", name)
