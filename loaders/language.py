"""A folded text comes in; out goes the language it is written in, told by the commonest words and endings of each."""

from loaders.folding import Text, bare

LANGUAGES = ("ky", "ru", "en")


class Languages:
    """`words`: the mappings of data/language; compiled once."""

    def __init__(self, words: dict):
        self._common = {language: {bare(word) for word in words[language]["function_words"]} for language in LANGUAGES}
        self._endings = {language: tuple(map(bare, words[language]["word_endings"])) for language in LANGUAGES}

    def recognise(self, text: Text) -> str:
        """ky, ru or en; Kyrgyz where nothing tells (most of what is read here)."""
        present = set(text.words)
        votes = {
            language: 2 * len(present & self._common[language])
            + sum(word.endswith(self._endings[language]) for word in present)
            for language in LANGUAGES
        }
        return max(LANGUAGES, key=votes.__getitem__)
