"""A folded text comes in; out goes the language it is written in, told by the commonest words of each."""

from loaders.folding import Text, bare


def recognise(text: Text, words: dict) -> str:
    """ky, ru or en; Kyrgyz where nothing tells (most of what is read here)."""
    present = set(text.words)
    votes = {
        language: sum(bare(word) in present for word in words[language]["function_words"])
        for language in ("ky", "ru", "en")
    }
    return max(votes, key=lambda language: (votes[language], language == "ky"))
