"""A folded text comes in; out goes the language it is written in, told by the commonest words and endings of each."""

from functools import lru_cache

from loaders.folding import Text, bare

LANGUAGES = ("ky", "ru", "en")
KEPT = 2**15  # words of which it is kept how they vote


class Languages:
    """`words`: the mappings of data/language; compiled once."""

    def __init__(self, words: dict):
        self._common = [{bare(word) for word in words[language]["function_words"]} for language in LANGUAGES]
        self._endings = [tuple(map(bare, words[language]["word_endings"])) for language in LANGUAGES]
        self._votes = lru_cache(KEPT)(self._count)

    def recognise(self, text: Text) -> str:
        """ky, ru or en; Kyrgyz where nothing tells (most of what is read here)."""
        votes = [sum(of_each) for of_each in zip((0, 0, 0), *map(self._votes, set(text.words)), strict=True)]
        return LANGUAGES[votes.index(max(votes))]

    def _count(self, word: str) -> tuple[int, ...]:
        """The votes of one word, for each language."""
        return tuple(
            2 * (word in common) + word.endswith(endings)
            for common, endings in zip(self._common, self._endings, strict=True)
        )
