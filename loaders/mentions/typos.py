"""Words that no name claimed come in; out go mentions of names written with a slip of the hand (министрилиги)."""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from loaders.document import Mention
from loaders.folding import words_of
from loaders.lexicon.entries import Entry
from loaders.mentions.names import written_names

LEAST_ALIKE = 90  # two different ministries already score 84
SHORTER, LONGER = 0.81, 1.23  # × its length: what is written in fewer or more letters is not so much alike
HOPELESS = 60  # as it stands without the longest ending: three letters more make no name of it
LETTERS_A_SLIP = 4
LEAST_WORDS = 3  # shorter names have too many neighbours

Name = tuple[str, tuple[str, ...]]  # kind and id of its record, its words


def typo_entries(register) -> Iterator[Entry]:
    """A long name without its last word, and its last word: the two anchors a slip leaves standing."""
    anchored: dict[tuple[str, str], dict[tuple[int, int], list[Name]]] = defaultdict(lambda: defaultdict(list))
    for kind, records in (("partner", register.partners), ("initiative", register.initiatives)):
        for id, record in records.items():
            for name in sorted(written_names(record)):
                words = tuple(words_of(name))
                if len(words) >= LEAST_WORDS and len(words[-1]) > 3:
                    named, size = (f"{kind}:{id}", words), (len(words), len(words[0]))
                    anchored["typo_start", " ".join(words[:-1])][size].append(named)
                    anchored["typo_head", words[-1]][size].append(named)
    for (anchor, phrase), by_size in anchored.items():
        names = tuple((size, _alike(letters), tuple(named)) for (size, letters), named in sorted(by_size.items()))
        yield Entry(anchor, anchor, phrase, "exact" if anchor == "typo_start" else "name", names=names)


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
        for size, lengths, names in hit.entry.names:
            first = last - size + 1
            if first < 0 or len(text.words[first]) not in lengths or True in known[first : last + 1]:
                continue
            written = text.words[first : last + 1]
            for key, name in names:
                if _each_alike(written, name) and (score := _likeness(written, name)) >= LEAST_ALIKE:
                    records = found.setdefault((first, last), {})
                    records[key] = max((score, " ".join(name)), records.get(key, (0, "")))
    for (first, last), records in found.items():
        (score, phrase), key = max((likeness, key) for key, likeness in records.items())
        alone = sum(likeness[0] == score for likeness in records.values()) == 1
        if alone and not any(taken[first : last + 1]):
            taken[first : last + 1] = [True] * (last - first + 1)
            kind, id = key.split(":")
            yield Mention(kind, id, first, last, "", f"typo: {score:.0f} % like “{phrase}”", phrase, "typo")


def _each_alike(written: list[str], name: tuple[str, ...]) -> bool:
    """A slip is in a letter, not in a word: «берүүнү өнүктүрүү программасы» is not «БУУнун Өнүктүрүү программасы»."""
    for word, meant in zip(written[:-1], name[:-1], strict=True):  # the last word is judged without its ending
        slips = _slips(len(meant))
        if OSA.distance(word, meant, score_cutoff=slips) > slips:
            return False
    return True


def _slips(letters: int) -> int:
    """So many may a word of so many letters have."""
    return letters // LETTERS_A_SLIP or 1


def _alike(letters: int) -> range:
    """So long may it be with them."""
    return range(letters - _slips(letters), letters + _slips(letters) + 1)


def _likeness(words: list[str], meant: tuple[str, ...]) -> float:
    """0 to 100; the ending of the last word is left off, so that it does not count as a slip."""
    written, name, last = " ".join(words), " ".join(meant), len(words[-1])
    ending = max(last - len(meant[-1]), 0)
    longest, shortest = len(written) - max(ending - 2, 0), len(written) - min(ending + 1, last - 1)
    if not (shortest <= len(name) * LONGER and len(name) * SHORTER <= longest):
        return 0
    if not fuzz.ratio(written[:shortest], name, score_cutoff=HOPELESS):
        return 0
    return max(fuzz.ratio(written[:cut], name, score_cutoff=LEAST_ALIKE) for cut in range(shortest, longest + 1))
