"""A folded text comes in; out goes the language it is written in, told by the commonest words and endings of each."""

import re

from loaders.folding import Memo, Text, bare

LANGUAGES = ("ky", "ru", "en")
CYRILLIC, LATIN = re.compile("[а-яё]", re.I), re.compile("[a-z]", re.I)
RANK = 2**21  # more than the votes of any article; three of them are still a small number, which is summed fastest


class Languages:
    """`words`: the mappings of data/language; compiled once."""

    def __init__(self, words: dict):
        self._told = [
            (RANK**place, frozenset(map(bare, one["function_words"])), tuple(map(bare, one["word_endings"])))
            for place, one in enumerate(map(words.__getitem__, LANGUAGES))
        ]
        self._votes = Memo(self._count)

    def recognise(self, text: Text) -> str:
        """ky, ru or en; Kyrgyz where nothing tells (most of what is read here)."""
        total = sum(map(self._votes.__getitem__, set(text.words)))
        votes = [total // RANK**place % RANK for place in range(len(LANGUAGES))]
        told = LANGUAGES[votes.index(max(votes))]
        if told == "en" and len(CYRILLIC.findall(text.raw)) > len(LATIN.findall(text.raw)):
            return LANGUAGES[votes.index(max(votes[:2]))]  # Ат-Башы: folded, “at” is the same
        return told

    def _count(self, word: str) -> int:
        """The votes of one word, as a number with a digit a language: one sum counts all."""
        votes = 0
        for rank, common, ends in self._told:
            if word in common:
                votes += 2 * rank
            if word.endswith(ends):
                votes += rank
        return votes
