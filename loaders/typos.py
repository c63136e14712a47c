"""Words that no name claimed come in; out go mentions of names written with a slip of the hand (министрилиги)."""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from loaders.document import Mention
from loaders.entries import Entry
from loaders.folding import words_of
from loaders.names import written_names

LEAST_ALIKE = 90  # two different ministries already score 84
LEAST_WORDS = 3  # shorter names have too many neighbours


def typo_entries(register) -> Iterator[Entry]:
    """A long name without its last word, and its last word: the two anchors a slip leaves standing."""
    anchored: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for kind, records in (("partner", register.partners), ("initiative", register.initiatives)):
        for id, record in records.items():
            for name in sorted(written_names(record)):
                words = tuple(words_of(name))
                if len(words) >= LEAST_WORDS and len(words[-1]) > 3:
                    anchored["typo_start", " ".join(words[:-1])].append((f"{kind}:{id}", words))
                    anchored["typo_head", words[-1]].append((f"{kind}:{id}", words))
    for (anchor, phrase), names in anchored.items():
        yield Entry(anchor, anchor, phrase, "exact" if anchor == "typo_start" else "name", names=tuple(names))


def misspelt(document, taken: list[bool]) -> Iterator[Mention]:
    """At most one record a place: the best alike, if it is alike enough and no other record is."""
    text = document.text
    known = list(taken)
    for hit in document.of("partner", "initiative"):  # also names that the context refused
        known[hit.first : hit.last + 1] = [True] * (hit.last - hit.first + 1)
    found: dict[tuple[int, int], dict[str, tuple[float, str]]] = {}
    for hit in document.of("typo_start", "typo_head"):
        last = hit.last + (hit.entry.kind == "typo_start")
        if last >= len(text.words) or known[last]:
            continue
        for key, name in hit.entry.names:
            first = last - len(name) + 1
            if first < 0 or any(known[first : last + 1]):
                continue
            score = _likeness(text.words[first : last + 1], name)
            if score >= LEAST_ALIKE:
                records = found.setdefault((first, last), {})
                records[key] = max((score, " ".join(name)), records.get(key, (0, "")))
    for (first, last), records in found.items():
        (score, phrase), key = max((likeness, key) for key, likeness in records.items())
        alone = sum(likeness[0] == score for likeness in records.values()) == 1
        if alone and not any(taken[first : last + 1]):
            taken[first : last + 1] = [True] * (last - first + 1)
            kind, id = key.split(":")
            yield Mention(kind, id, first, last, "", f"typo: {score:.0f} % like “{phrase}”", phrase, "typo")


def _likeness(written: list[str], name: tuple[str, ...]) -> float:
    """0 to 100; the ending of the last word is left off, so that it does not count as a slip."""
    ending = max(len(written[-1]) - len(name[-1]), 0)
    cuts = {written[-1][: len(written[-1]) - drop] for drop in range(max(ending - 2, 0), ending + 2)} - {""}
    head, whole = " ".join([*written[:-1], ""]), " ".join(name)
    return max((fuzz.ratio(head + cut, whole, score_cutoff=LEAST_ALIKE) for cut in cuts), default=0)
