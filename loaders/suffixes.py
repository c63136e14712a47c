"""A Kyrgyz stem comes in; out goes every ending that may follow it, each with its tag (`нын` → `+GEN`)."""

from functools import cache

VOWELS = "аеёиоуыэюя"
VOICELESS = set("пктсшчщцхф")
LIKE_VOWEL = set("йр")  # plural -лар also follows these: айлар, шаарлар
LOANED_VOICED = set("бвгджз")  # a loan may act voiceless at its end: Жапаровтун
LOW = {"а": "а", "я": "а", "ы": "а", "е": "е", "э": "е", "и": "е", "о": "о", "ё": "о", "у": "ао", "ю": "ао"}
HIGH = {"а": "ы", "я": "ы", "ы": "ы", "е": "и", "э": "и", "и": "и", "о": "у", "ё": "у", "у": "у", "ю": "у"}
# Endings are written without dots (ө о, ү у, ң н), as the text is when names are sought.


STAND_INS = [vowel + last for vowel in "аеоу" for last in ("", "н", "т", "р")]  # one stem of each kind


def _render(pattern: str, before: str) -> tuple[str, ...]:
    """All spellings of one archiphonemic ending after the letters `before`."""
    vowel = next(letter for letter in reversed(before) if letter in LOW)
    return _spellings(pattern, vowel if before[-1] == vowel else vowel + before[-1])


@cache
def _spellings(pattern: str, before: str) -> tuple[str, ...]:
    """After a vowel, or a vowel and what closes its syllable: nothing else decides."""
    spellings = [""]
    for sign in pattern:
        spellings = [spelling + letter for spelling in spellings for letter in _letters(sign, before + spelling)]
    return tuple(spellings)


def _letters(sign: str, word: str) -> str:
    last = word[-1]
    if sign in "AI":
        vowel = next(letter for letter in reversed(word) if letter in LOW)
        return LOW[vowel] if sign == "A" else HIGH[vowel]
    if sign not in "LNDG":
        return sign
    soft, hard = {"L": ("л", "т"), "N": ("н", "т"), "D": ("д", "т"), "G": ("г", "к")}[sign]
    voiced = "д" if sign in "LN" else soft
    if last in VOWELS:
        return soft
    if last in VOICELESS:
        return hard
    if last in LOANED_VOICED:
        return voiced + hard
    return soft + voiced if sign == "L" and last in LIKE_VOWEL else voiced


def _chains(stem: str, spec: dict, possessed: bool) -> list[tuple[str, str]]:
    """(ending, tag) for every chain; `possessed`: the stem already carries a third-person possessive."""

    chains: list[tuple[str, str]] = []

    def grow(so_far: str, tag: str, slots: tuple[str, ...], has_possessive: bool) -> None:
        chains.append((so_far, tag))
        for position, slot in enumerate(slots):
            group = "case_after_possessive" if slot == "case" and has_possessive else slot
            for name, patterns in spec[group].items():
                for pattern in patterns:
                    word = stem + so_far
                    vowel_final = word[-1:] in VOWELS
                    if slot == "possessive" and (pattern[0] == "с") != (vowel_final and name == "P3"):
                        continue
                    if slot == "possessive" and vowel_final and pattern[0] == "I":
                        pattern = pattern[1:]
                    if slot == "relative" and name == "REL" and not tag.endswith(("+LOC", "+GEN")):
                        continue
                    for spelling in _render(pattern, word):
                        rest = slots[position + 1 :] if slot != "relative" else ("plural", "case")
                        possessive = slot == "possessive" or (has_possessive and slot != "relative")
                        grow(so_far + spelling, f"{tag}+{name}", rest, possessive)

    slots = ("case", "relative", "particle") if possessed else ("plural", "possessive", "case", "relative", "particle")
    grow("", "+P3" if possessed else "", slots, possessed)
    return chains


class Suffixes:
    """The endings of a language, made once a kind of stem (its last vowel and last letter) and kept."""

    def __init__(self, spec: dict):
        self._spec = {
            slot: {name: [_plain(pattern) for pattern in patterns] for name, patterns in forms.items()}
            for slot, forms in spec.items()
        }
        self._table = cache(self._build)

    def after(self, stem: str, free: bool = False) -> dict[str, str]:
        """ending → tag for a stem in folded letters; `free`: any vowel harmony, as acronyms and Latin names take."""
        vowel = next((letter for letter in reversed(stem) if letter in LOW), None)
        if free or vowel is None:
            return self._table(None)
        return self._table(vowel if stem[-1] in LOW else vowel + stem[-1])

    def _build(self, stem: str | None) -> dict[str, str]:
        endings: dict[str, str] = {}
        if stem is None:
            for stand_in in STAND_INS:
                endings = self._table(stand_in) | endings
            return endings
        for possessed in (True, False) if stem[-1] in "ыиу" else (False,):
            for ending, tag in _chains(stem, self._spec, possessed):
                endings.setdefault(ending, tag if ending else "")
        return endings


def _plain(pattern: str) -> str:
    return pattern.replace("ң", "н").replace("ө", "о").replace("ү", "у")
