"""A document comes in; out go the words of other stories' headlines, which stand in the line after «Тектеш»."""

from bisect import bisect_left

from loaders.folding import bare, unify


def related_words(document) -> frozenset[int]:
    """Places of words that are not of this story."""
    if not document.layout.furniture:
        return frozenset()
    text, found = document.text, set()
    if "related" not in document.lists:
        listed = (sign for words in document.register.language.values() for sign in words["related"])
        document.lists["related"] = frozenset(map(bare, listed))
    for start, end in document.layout.furniture:
        if bare(unify(text.raw[start:end])).strip(" :|") not in document.lists["related"]:
            continue
        first = bisect_left(text.starts, _cased(text, end))
        stop = text.cased.find("\n", text.starts[first]) if first < len(text.starts) else -1
        found |= set(range(first, bisect_left(text.starts, stop) if stop >= 0 else len(text.starts)))
    return frozenset(found)


def _cased(text, offset: int) -> int:
    """Where an offset of the stored text is among the letters that are read."""
    return offset if text.offsets is None else bisect_left(text.offsets, offset)
