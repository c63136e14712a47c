"""A name that is as often something else comes in (ЖК, КУУ); out goes why it is not taken for the record."""

from loaders.lexicon.entries import Hit

NEAR = 2  # words


def unconfirmed(document, hit: Hit) -> str | None:
    """A name that is as often something else counts in quotation marks, or where the article has the full name too."""
    text, confirming = document.text, document.register.language[document.language].get("confirming", {})
    quoted = hit.first and text.gaps[hit.first - 1].endswith('"') and text.gaps[hit.last].startswith('"')
    clear = any(other.entry.id == hit.entry.id and not other.entry.doubtful for other in document.of(hit.entry.kind))
    beside = confirming.get(hit.entry.id, ())
    near = text.words[max(0, hit.first - NEAR) : hit.first] + text.words[hit.last + 1 : hit.last + 1 + NEAR]
    confirmed = any(word.startswith(tuple(beside)) for word in near)
    confirmed = confirmed or (not beside and _among_universities(document, hit))
    return None if quoted or clear or confirmed else "as often something else, and nothing near confirms it"


def _among_universities(document, hit: Hit) -> bool:
    """КУУнун студенттери; КМТУ, КУУ жана ОшМУ: a university by what its sentence speaks of."""
    partners = document.register.partners
    if hit.entry.kind != "partner" or partners[hit.entry.id]["kind"] != "university":
        return False
    if any(other.entry.id == hit.entry.id for other in document.of("not")):
        return False
    first, last = document.text.sentence(hit.first)
    words = tuple(document.register.language[document.language].get("confirming_university", ()))
    others = document.beginning(first, last, "partner")
    if any(not o.entry.doubtful and partners[o.entry.id]["kind"] == "university" for o in others):
        return True
    return bool(words) and any(word.startswith(words) for word in document.text.words[first : last + 1])
