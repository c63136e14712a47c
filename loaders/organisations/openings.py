"""The head of a Kyrgyz name comes in; out goes where the name begins, where the grammar alone would not tell."""

import re

from loaders.grammar.heads import GENITIVE, PLACE
from loaders.grammar.surnames import SURNAME
from loaders.lexicon.entries import Hit
from loaders.organisations.units import Units

VILLAGE = "айыл "
OF_PERSONS = ("university", "foundation")
THOSE = re.compile("[лдт][аео]р[иы]$")
LOCAL = ("шаардык", "раиондук", "облустук", "областтык", "областык", "аиылдык")


class Openings(Units):
    _plurals: set[int]  # last words of heads that name several bodies

    def _proper(self, hit: Hit) -> int:
        """Ак-Булуң айыл өкмөтү, Досов университети: a name may end as a word in a case does, or be a surname."""
        text, at = self._text, hit.first
        named_after = hit.entry.id in OF_PERSONS and "P3" in hit.tag
        if not (named_after or hit.entry.phrase.startswith(VILLAGE)) or at == 0 or text.gaps[at - 1] != " ":
            return at
        if not self._capital(at - 1) or at - 1 in self._known or GENITIVE.match(text.words[at - 1]):
            return at
        at -= 1
        while at and text.gaps[at - 1] == "-" and self._capital(at - 1):
            at -= 1
        given = at and text.gaps[at - 1] == " " and self._capital(at - 1) and not PLACE.match(text.words[at - 1])
        person = named_after and given  # Асан Досов университетин
        return hit.first if person else at

    def _own(self, first: int, head: int) -> int:
        """Without the bodies it stands under (… министрлигине караштуу) and without others named before it."""
        words = self._text.words
        if first and self._text.gaps[first - 1].endswith('"'):
            return first  # «Мектептер үчүн интернет» коомдук бирикмеси
        for word in range(head - 2, first - 1, -1):
            if word in self._plurals or words[word + 1] == "караштуу":
                return word + 1 + (words[word + 1] == "караштуу")
            if THOSE.search(words[word]) and words[word + 1] in LOCAL:
                return word + 1  # эс алуу лагерлери шаардык билим берүү башкармалыгы менен …
        return first

    def _branded(self, hit: Hit) -> bool:
        """Салымбеков Университет, Асыл Фонд: the noun has a capital and no ending of belonging."""
        text, before = self._text, hit.first - 1
        if before < 0 or "P3" in hit.tag or text.gaps[before] != " " or before in self._known:
            return False
        opens = before == text.sentence(before)[0] and not SURNAME.match(text.words[before])
        named = text.written(before, before).istitle() and text.written(hit.first, hit.first).istitle()
        return named and not opens and not GENITIVE.match(text.words[before])

    def _after_letters(self, first: int, hit: Hit) -> bool:
        """IFC эл аралык каржылык корпорациясы: letters before a name that has no capital of its own."""
        text, before = self._text, first - 1
        if before < 0 or self._group(hit) != "proper" or "P3" not in hit.tag or text.gaps[before] != " ":
            return False
        if before in self._known:
            return False
        written = text.written(before, before)
        return len(written) > 2 and written.isupper() and not any(map(self._capital, range(first, hit.first)))

    def _possessed(self, hit: Hit) -> bool:
        return "P3" in hit.tag or self._text.words[hit.last][-1] in "ыиу"
