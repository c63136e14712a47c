"""A name in the genitive comes in; out go who of it stands in the sentence, and whether they only tell the news."""

from loaders.grammar.heads import ACCUSATIVE, GENITIVE, OBLIQUE, VERBAL, wordlist
from loaders.lexicon.entries import Hit

GOVERNED = 5  # words from an object to its verbal noun
NEAR = 14  # words between a body and the office held in it: names of departments are long


def holder_of(document, edge: int) -> Hit | None:
    """«… министрлигинин бөлүмүнүн башкы адиси Асан Үсөнов»: the office that somebody holds."""
    text = document.text
    _, end = text.sentence(edge)
    for hit in document.of("position:ky"):
        if hit.first <= edge or "PL" in hit.tag:
            continue
        if hit.last >= end or hit.first > edge + NEAR or _cut(document, edge, hit.first):
            return None
        if text.words[hit.last + 1] in wordlist(document, "positions", "appointed"):
            return None  # университеттин ректору болуп дайындалды
        if text.gaps[hit.last] == " " and not GENITIVE.match(text.words[hit.last]):
            return hit
    return None


def tells(document, last: int) -> bool:
    """Does the sentence that ends with this word end with a verb of telling?"""
    words = document.text.words
    last -= words[last] in wordlist(document, "clauses", "auxiliaries")
    felt = tuple(wordlist(document, "clauses", "felt"))
    said = document.beginning(max(last - 1, 1), last, "saying")
    return any(not words[hit.first - 1].startswith(felt) for hit in said)


def tells_at_once(document, edge: int) -> bool:
    """«министрлик билдиргендей, …»"""
    return bool(document.beginning(edge + 1, edge + 2, "saying"))


def _governed(words: list[str]) -> bool:
    """«жаштарды … өнүктүрүү программасынын», «ишке ашыруу бөлүмүнүн»: its object is part of the phrase."""
    reach = GOVERNED if ACCUSATIVE.match(words[0]) else 2
    return any(VERBAL.match(word) for word in words[1:reach])


def _cut(document, edge: int, until: int) -> bool:
    """A comma, or a word that ends the phrase, stands between: «Кеңештин жыйынында өкмөт башчы …»."""
    text, whole = document.text, wordlist(document, "phrases", "not_inflected")
    words = text.words[edge + 1 : until]
    ends = any(
        OBLIQUE.match(word) and not GENITIVE.match(word) and word not in whole and not _governed(words[at:])
        for at, word in enumerate(words)
    )
    return ends or any("," in gap or ";" in gap for gap in text.gaps[edge:until])
