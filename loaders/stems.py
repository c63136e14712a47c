"""A folded Russian or English word comes in; out goes what its inflected forms share."""

RUSSIAN = sorted(
    """иями ями ами его ого ему ому ыми ими иях ием ией ов ев ей ий ый ой ая яя ое ее ые ие ую юю ых их ым им ом ем ам ям ах ях
    ию ью ия ья ие ье иев ии а я о е у ю ы и ь й""".split(),
    key=len,
    reverse=True,
)


def stem_russian(word: str) -> str:
    """Cuts the ending of a noun or adjective: министерством, министерства → министерств."""
    for ending in RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stem_english(word: str) -> str:
    """Cuts the plural; the letters are folded, so an `s` stays an `s` and `e` is Cyrillic."""
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
