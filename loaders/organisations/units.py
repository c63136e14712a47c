"""The head of a name and its first word come in; out goes whether it only is a part of a partner."""

from loaders.document import Mention
from loaders.grammar.heads import ADJECTIVE
from loaders.lexicon.entries import Hit
from loaders.organisations.letters import LetteredNames

PARTS = ("башкармалык", "департамент")
SMALL_PART = "бөлүм"


class Units(LetteredNames):
    def is_unit(self, first: int, hit: Hit) -> bool:
        """… министрлигинин жумушчу тобу: any unit of a partner, with no name of its own."""
        word = hit.first - 1
        while word > first and word not in self._known and self._plain(word):
            word -= 1
        known = self._known.get(word)
        owners = (self._known[at] for at in (first, first + 1) if at in self._known)  # КР … министрлигинин …
        if any(self._is_part(hit, owner) for owner in owners):
            return True
        return bool(known and known.kind == "partner" and known.last == word and "GEN" in known.tag)

    def _is_part(self, hit: Hit, owner: Mention) -> bool:
        """… министрлигинин мектеп саясаты башкармалыгы; but: … министрлигинин Лицензиялоо башкармалыгы."""
        partner = owner.kind == "partner" and self._document.register.partners[owner.id]
        ministry = bool(partner and partner["kind"] == "ministry" and "GEN" in owner.tag)
        small = hit.entry.phrase.endswith(PARTS) and not self._capital(owner.last + 1)
        return ministry and (small or hit.entry.phrase.endswith(SMALL_PART))

    def _plain(self, word: int) -> bool:
        """A word that makes no name, or an adjective written small: инновациялык колледжи."""
        low = self._text.words[word]
        if low in self._list("generic") or low in self._list("under"):
            return True
        return not self._capital(word) and ADJECTIVE.search(low) is not None
