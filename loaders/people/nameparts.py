"""A word of a document comes in; out goes what it may be in a name: an initial, a capitalised word, one in a case."""

from loaders.folding import bare
from loaders.grammar.heads import wordlist
from loaders.grammar.surnames import SURNAME, without_case

PARTICLES = {"фон", "ван", "дер", "ден", "де", "ди", "аль", "эль", "бин", "ибн", "ла", "ле"}
KIN = {"уулу", "кызы"}


class NameWords:
    """Tests of single words, by their place."""

    def __init__(self, document):
        self._document, self._text = document, document.text
        self._taken = document.named()
        self._abroad = {  # посол Японии Хидэки Ито; but Герман is no Германия
            hit.first
            for hit in document.of("foreign")
            if self._text.words[hit.first].startswith(bare(hit.entry.phrase)[:-1])
        }
        self._bare = frozenset(document.text.words)
        self._never = wordlist(document, "positions", "no_names")

    def _stem(self, word: int) -> str:
        return (
            without_case(self._text.words[word], self._bare)
            if self._document.language == "ky"
            else self._text.words[word]
        )

    def _inflected(self, word: int) -> bool:
        """Does a case ending close the name here? Of a first name only one that surely is no part of it."""
        low, stem = self._text.words[word], self._stem(word)
        opens = word == self._text.sentence(word)[0]
        return stem != low and (
            (opens and len(stem) > 4)
            or (len(stem) > 4 and len(low) - len(stem) > 2)
            or stem in self._bare
            or SURNAME.fullmatch(stem) is not None
        )

    def _hyphened(self, word: int) -> int:
        """The last word of Чен-Ын, д'Арк, фон дер Ляйен."""
        while self._text.words[word + 1 : word + 2] and self._text.words[word + 1] in PARTICLES and self._joined(word):
            further = word + 1 + any(low in PARTICLES for low in self._text.words[word + 2 : word + 3])
            if not (self._joined(further) and self._capital(further + 1)):
                break
            word = further + 1
        while word + 1 < len(self._text.words) and self._text.gaps[word] in ("-", "'") and self._capital(word + 1):
            word += 1
        return word

    def _joined(self, word: int) -> bool:
        gap = self._text.gaps[word]
        return word + 1 < len(self._text.words) and bool(gap) and not gap.strip(" ")

    def _kin(self, word: int) -> bool:
        return self._joined(word) and any(self._text.words[word + 1].startswith(kin) for kin in KIN)

    def _capital(self, word: int) -> bool:
        text = self._text
        if word >= len(text.words) or word in self._taken or word in self._abroad:
            return False
        written = text.written(word, word)
        return (
            len(written) > 1
            and written[0].isupper()
            and (written[1:].islower() or (written.isupper() and len(written) > 3))
        )

    def _letter(self, word: int) -> bool:
        """The last of «Асанов К.Т», which has lost its stop."""
        text = self._text
        alone = word < len(text.words) and text.gaps[word - 1] == "." and text.gaps[word][:1] in (",", ")", "")
        return alone and len(text.written(word, word)) == 1 and text.written(word, word).isupper()

    def _initial(self, word: int) -> bool:
        text = self._text
        if word >= len(text.words):
            return False
        written = text.written(word, word)
        return len(written) <= 2 and written[0].isupper() and text.gaps[word].startswith(".")
