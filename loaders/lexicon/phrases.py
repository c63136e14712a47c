"""Phrases of the word lists (`мугалим* … айлы*`) come in; out go what the lexicon seeks, and where they stand whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from loaders.folding import Memo, folder
from loaders.lexicon.entries import Entry, is_acronym

# `*` after a word takes any continuation (мектеп* also мектеби); `…` lets up to REACH words of the sentence stand
# between; a phrase with neither takes the endings of its language.
STAR, GAP, REACH = "*", "…", 6
SOFTENED = {"к": "г", "п": "б"}
KEY = 2  # letters by which the next word of a phrase is looked up
SHORTEST = 3  # letters before the star of a first word

BEGINNINGS = Memo(itemgetter(slice(KEY)))  # of a word

Part = tuple[bool, str | tuple[str, ...]]  # may words stand before it? what it is, or begins with


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """What it speaks for (`topic` goals, levels or relevance; `id` in that list), and the parts after its first."""

    topic: str
    id: str
    written: str
    weight: float
    parts: tuple[Part, ...] = ()
    unless: str = ""  # the id beside whose phrases this one says nothing


Continuations = dict[str, list[Phrase]]  # by the first letters of the word they go on with


@dataclass(frozen=True, slots=True)
class Anchor(Entry):
    """The beginning of phrases: the only part of them the lexicon sees."""

    start: str | tuple[str, ...] | None = None  # what the first word is, or begins with; None: the lexicon knows
    whole: list[Phrase] = field(default_factory=list, compare=False)
    near: Continuations = field(default_factory=dict, compare=False)
    far: Continuations = field(default_factory=dict, compare=False)


class Found(NamedTuple):
    phrase: Phrase
    first: int
    last: int


def kind(language: str) -> str:
    return f"phrase {language}"


def anchors(lists: Iterable[tuple[str, str, str, str | dict]], lookalikes: Iterable = ()) -> Iterator[Anchor]:
    """`lists`: topic, id, language and a phrase (a string, or {phrase, weight, unless?})."""
    words_of = folder(tuple(lookalikes))
    made: dict[tuple, Anchor] = {}
    for topic, id, language, item in lists:
        item = item if isinstance(item, dict) else {"phrase": item, "weight": 1}
        written, weight, unless = item["phrase"], float(item["weight"]), item.get("unless", "")
        if STAR not in written and GAP not in written:
            anchor = Anchor(kind(language), written, written, acronym=is_acronym(written), language=language)
            made.setdefault((language, written), anchor).whole.append(Phrase(topic, id, written, weight, (), unless))
            continue
        (_, start), *parts = _parts(written, words_of)
        phrase = Phrase(topic, id, written, weight, tuple(parts), unless)
        for spelling in start if isinstance(start, tuple) else (start,):
            mode = "stem" if isinstance(start, tuple) else "exact"
            begins = (spelling,) if mode == "stem" else spelling
            verified = None if language == "ky" else begins
            anchor = Anchor(kind(language), spelling, spelling, mode, language=language, start=verified)
            anchor = made.setdefault((language, spelling, mode), anchor)
            if not parts:
                anchor.whole.append(phrase)
                continue
            after_gap, part = parts[0]
            for key in {beginning[:KEY] for beginning in (part if isinstance(part, tuple) else (part,))}:
                (anchor.far if after_gap else anchor.near).setdefault(key, []).append(phrase)
    yield from made.values()


def _parts(written: str, words_of: Callable[[str], list[str]]) -> list[Part]:
    parts: list[Part] = []
    gap = False
    for token in written.split():
        if token == GAP:
            gap = True
            continue
        *before, word = words_of(token)
        for plain in before:  # окуу-методикалык is two words
            parts.append((gap, plain))
            gap = False
        if token.endswith(STAR):
            least = KEY if parts else SHORTEST
            if len(word) < least:
                raise ValueError(f"{written!r}: at least {least} letters stand before this {STAR}")
            soft = SOFTENED.get(word[-1])
            parts.append((gap, (word, word[:-1] + soft) if soft else (word,)))
        else:
            parts.append((gap, word))
        gap = False
    if not parts or gap or parts[0][0]:
        raise ValueError(f"{written!r}: {GAP} stands between two words")
    return parts


def find(document) -> list[Found]:
    """Every phrase of the document's language, in order of place."""
    text, words, found = document.text, document.text.words, []
    beginnings = [*map(BEGINNINGS.__getitem__, words)]
    for anchor, first, last, _, _ in document.hits.seen.get(kind(document.language), ()):
        if anchor.start is not None and not _is(words[first], anchor.start):
            continue
        for phrase in anchor.whole:
            found.append(Found(phrase, first, last))
        limit = text.within[last][1] + 1
        if last + 1 == limit or not (anchor.near or anchor.far):
            continue
        going_on = anchor.near.get(beginnings[last + 1], ())
        if anchor.far:
            reach = beginnings[last + 1 : min(last + 1 + REACH, limit)]
            if not anchor.far.keys().isdisjoint(reach):
                going_on = [*going_on, *(phrase for key in sorted({*reach}) for phrase in anchor.far.get(key, ()))]
        for phrase in going_on:
            end = _end(words, phrase.parts, last, limit)
            if end is not None:
                found.append(Found(phrase, first, end))
    return found


def strongest(found: Iterable[Found]) -> list[Found]:
    """Of phrases on the same words the most exact; of others the longest (мектепке чейинки), then the weightiest."""
    found = list(found)
    if len(found) < 2:
        return [item for item in found if item.phrase.weight]
    exact: dict[tuple[int, int, str], Found] = {}  # one span may speak for two levels
    for item in found:
        span = item.first, item.last, item.phrase.id
        if span not in exact or len(item.phrase.written) > len(exact[span].phrase.written):
            exact[span] = item
    taken: dict[int, tuple[int, int]] = {}  # word → the span that has it
    kept = []
    for item in sorted(exact.values(), key=lambda f: (f.first - f.last, -abs(f.phrase.weight))):
        _, first, last = item
        span = first, last
        for word in range(first, last + 1):
            if taken.setdefault(word, span) != span:
                break
        else:
            kept.append(item)
    return [item for item in kept if item.phrase.weight]  # 0 only hides


def _end(words: list[str], parts: tuple[Part, ...], last: int, limit: int) -> int | None:
    """The last word of the phrase whose first part ends at `last`; it stands before `limit`."""
    for gap, part in parts:
        for word in range(last + 1, min(last + 1 + REACH, limit) if gap else min(last + 2, limit)):
            if words[word].startswith(part) if part.__class__ is tuple else words[word] == part:
                last = word
                break
        else:
            return None
    return last


def _is(word: str, part: str | tuple[str, ...]) -> bool:
    return word.startswith(part) if part.__class__ is tuple else word == part
