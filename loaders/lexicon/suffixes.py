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


@cache
def _spellings(pattern: str, before: str) -> tuple[str, ...]:
    """All spellings of one archiphonemic ending after a vowel, or after a vowel and what closes its syllable."""
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


class Suffixes:
    """The endings of a language, made once a kind of stem (its last vowel and last letter) and kept."""

    def __init__(self, spec: dict):
        self._spec = {
            slot: {name: [_plain(pattern) for pattern in patterns] for name, patterns in forms.items()}
            for slot, forms in spec.items()
        }
        self._table, self._chains = cache(self._build), cache(self._grown)

    def after(self, stem: str, free: bool = False) -> dict[str, str]:
        """ending → tag for a stem in folded letters; `free`: any vowel harmony, as acronyms and Latin names take."""
        return self._table(None if free or LOW.keys().isdisjoint(stem) else _told_by(stem))

    def _build(self, stem: str | None) -> dict[str, str]:
        endings: dict[str, str] = {}
        if stem is None:
            for stand_in in STAND_INS:
                endings = self._table(stand_in) | endings
            return endings
        if stem[-1] in "ыиу":  # the stem may carry a third-person possessive itself
            for ending, tag in self._chains(stem, "P3", ("case", "relative", "particle"), True):
                endings.setdefault(ending, f"+P3{tag}" if ending else "")
        for ending, tag in self._chains(stem, "", ("plural", "possessive", "case", "relative", "particle"), False):
            endings.setdefault(ending, tag)
        return endings

    def _grown(self, before: str, last: str, slots: tuple[str, ...], possessed: bool) -> list[tuple[str, str]]:
        """(ending, tag) for every chain of these slots after `before`, whose last ending is `last`."""
        chains = [("", "")]
        vowel_final = before[-1] in VOWELS
        for position, slot in enumerate(slots):
            group = "case_after_possessive" if slot == "case" and possessed else slot
            for name, patterns in self._spec[group].items():
                for pattern in patterns:
                    if slot == "possessive" and (pattern[0] == "с") != (vowel_final and name == "P3"):
                        continue
                    if slot == "possessive" and vowel_final and pattern[0] == "I":
                        pattern = pattern[1:]
                    if slot == "relative" and name == "REL" and last not in ("LOC", "GEN"):
                        continue
                    rest = slots[position + 1 :] if slot != "relative" else ("plural", "case")
                    possessive = slot == "possessive" or (possessed and slot != "relative")
                    for spelling in _spellings(pattern, before):
                        further = self._chains(_told_by(before + spelling), name, rest, possessive)
                        chains += [(spelling + ending, f"+{name}{tag}") for ending, tag in further]
        return chains


def _told_by(word: str) -> str:
    """The last vowel, and what closes its syllable: nothing else decides what may follow."""
    vowel = next(letter for letter in reversed(word) if letter in LOW)
    return vowel if word[-1] == vowel else vowel + word[-1]


def _plain(pattern: str) -> str:
    return pattern.replace("ң", "н").replace("ө", "о").replace("ү", "у")
