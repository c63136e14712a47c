"""A folded Russian or English word comes in; out goes what its inflected forms share."""

import re

# Endings of nouns and adjectives.
RUSSIAN = {
    *("иями", "ями", "ами", "его", "ого", "ему", "ому", "ыми", "ими", "иях", "ием", "ией", "иев"),
    *("ов", "ев", "ей", "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ым", "им"),
    *("ом", "ем", "ам", "ям", "ах", "ях", "ию", "ью", "ия", "ья", "ье", "ии"),
    *("а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й"),
}
LONGEST = max(map(len, RUSSIAN))
SHORTEST = 3  # letters that must stay
HOUSES = re.compile("(?<=[цз])е(?:я|ю|ем|и|ев|ям|ями|ях)$")  # лицея, музеем


def stem_russian(word: str) -> str:
    """Cuts the ending of a noun or adjective: министерством, министерства → министерств."""
    word = HOUSES.sub("ей", word)
    for length in range(min(LONGEST, len(word) - SHORTEST), 0, -1):
        if word[-length:] in RUSSIAN:
            return word[:-length]
    return word


def stem_english(word: str) -> str:
    """Cuts the plural; the letters are folded, so that `s` stays Latin while `e` is Cyrillic."""
    if len(word) > SHORTEST + 1 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
