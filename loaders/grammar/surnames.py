"""The last word of a person's name comes in, in folded letters; out goes what stays of it without a case ending."""

import re
from collections.abc import Set

from loaders.grammar.baseforms import ENDING
from loaders.lexicon.suffixes import HIGH, LOW, VOICELESS, VOWELS

SURNAME = re.compile(r"..+(?:[ое]ва?|ина?|ск(?:ий|ая)|цк(?:ий|ая)|ович|евич|овна|евна|енко|чук|дзе|швили)$")
CASE = {case: ENDING[case] for case in ("GEN", "ABL", "DAT", "ACC", "LOC")}
SHORTEST = 4  # letters that stay of a name not known as a surname


def without_case(low: str, bare_words: Set[str]) -> str:
    """Cuts an ending where what stays is a surname, stands bare elsewhere, or is long enough by itself."""
    surname = SURNAME.fullmatch(low)
    for case, endings in CASE.items():
        match = endings.search(low)
        if match is None or (surname and (case != "GEN" or match.group()[0] == "н")):  # Мавлянова, Калинин
            continue
        stem, ending = low[: match.start()], match.group()
        if SURNAME.fullmatch(stem):
            return stem  # Эсеналиева|нын
        certain = case in ("GEN", "DAT", "ABL") or (case == "ACC" and stem[-1:] not in VOWELS)
        if _follows(stem, ending) and ((certain and len(stem) >= SHORTEST) or stem in bare_words):
            return stem
    return low


FEMALE = re.compile(r"([ое]в|ин)(?:ой|у)$")
ADJECTIVAL = re.compile(r"(?<=[сц]к)(?:им|ого|ому)$")
MALE = re.compile(r"([ое]в|ин)(?:а|ым|е|у)$")
MAN = re.compile(r"(?:бек|бай|кул|лан|мат|жан|дин|хан|тан)у$")  # Муратбеку Касымалиеву, but Гульмиру Кудайбердиеву


def russian_nominative(name: str) -> str:
    """Гульмиры Кудайбердиевой → Гульмира Кудайбердиева; Каныбека Исакова → Каныбек Исаков."""
    *given, surname = name.split()
    men = any(MAN.search(word) for word in given[:1])
    female = surname.endswith("ой") or (surname.endswith("у") and not men and given[:1] and given[0][-1] in "ую")
    if female and FEMALE.search(surname):
        surname = FEMALE.sub(r"\1а", surname)
        given = [re.sub(r"и[ию]$", "ия", re.sub(r"(?<!и)(?:[ыеу]|ой)$", "а", word)) for word in given]
    elif MALE.search(surname) and given[:1] and given[0].endswith(("ь", "гүл", "гуль")):
        pass  # Асель Садыкова
    elif MALE.search(surname):
        surname = MALE.sub(r"\1", surname)
        given = [re.sub(r"(?:а|у|ом|ем)$", "", re.sub(r"(?<=[аеиоу])[яю]$", "й", word)) for word in given]
    elif ADJECTIVAL.search(surname):  # Константином Вольским, Константина Вольского
        surname = ADJECTIVAL.sub("ий", surname)
        given = [re.sub(r"(?:а|у|ом|ем)$", "", re.sub(r"(?<=[аеиоу])[яю]$", "й", word)) for word in given]
    elif surname.endswith("ом"):  # Оливье Бангертером, Джоном Смитом
        surname = surname.removesuffix("ом")
        given = [word.removesuffix("ом") for word in given]
    return " ".join([*given, surname])


def _follows(stem: str, ending: str) -> bool:
    """Is this how the ending is spelt after such a stem? Асан|дын, Кубатбек|тин, but never Март|ин, Олег|а."""
    vowel = next((letter for letter in reversed(stem) if letter in HIGH), None)
    heard = next((letter for letter in ending if letter in HIGH), None)
    if vowel is None or heard not in (HIGH[vowel], *LOW[vowel]):
        return False
    if stem[-1] in VOWELS:
        return ending[0] in "нгд" and not (ending[0] == "д" and ending[-1] in "ыиу")
    return ending[0] in ("тк" if stem[-1] in VOICELESS else "дг")
