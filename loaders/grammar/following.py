"""The head of a Russian or English phrase comes in; out go the words around it that belong to it, and its base form."""

import re

from loaders.folding import bare
from loaders.grammar.baseforms import spelt

LONGEST_ACRONYM = 5
LONGEST = 12  # words after a head
QUOTED = re.compile(r'[^"\n]{1,80}"')
ADJECTIVE = re.compile(r"..+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их)$")
GENITIVE = re.compile(r"..+(?:[аяыиуюей]|ов|ых|их|ам|ям|го|ою)$")
WORD = re.compile(r"[^\W_]+?(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|\w+")  # as the text is cut: ОсОО is two
MANY = ("ых", "их")
VERB = re.compile(r"..+(?:[аеиыуя]л[аио]?|[аеиуюя]т|ться|тся|лся|лась|лись)$")
NOUNS = {"отдела", "раздела", "дела"}  # no verbs, though they look so
LIMITED = ("ос", "оо")
GLUE = {
    "ru": {"и", "по", "при", "для", "имени", "им", "в", "во"},
    "en": {bare(word) for word in ("of", "and", "for", "the", "in", "on")},
}
THE, AND, NO = bare("the"), bare("and"), bare("no")
GENDERS = {"f": ("ая", "яя"), "n": ("ое", "ее"), "m": ("ый", "ий")}


class Following:
    """Walks around heads of one document."""

    def __init__(self, document):
        self._document, self._text = document, document.text
        self.named = document.named()
        self.glue = GLUE[document.language]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """First and last word of the phrase whose head is first..last."""
        return self._leftmost(first), self._rightmost(last)

    def _leftmost(self, head: int) -> int:
        text, at = self._text, head
        floor = text.sentence(head)[0]
        while at > floor and text.gaps[at - 1] in (" ", "-"):
            low, capital = text.words[at - 1], self.capital(at - 1)
            compound = text.gaps[at - 1] == "-" and low.endswith(("о", "е"))  # музыкально-педагогический
            adjective = ADJECTIVE.match(low) or compound if self._document.language == "ru" else capital
            if not adjective or (at - 1 in self.named and at not in self.named and not capital):
                break
            at -= 1
        return next(
            (word for word in range(at, head) if self.capital(word) and text.words[word] not in self.glue), head
        )

    def _rightmost(self, head: int) -> int:
        text, at = self._text, head
        end = min(text.sentence(head)[1], head + LONGEST)
        while at < end:
            gap, following = text.gaps[at], at + 1
            if gap == ' "':
                closing = QUOTED.match(text.cased, text.starts[following])
                while closing and at < end and text.ends[at + 1] < closing.end():
                    at += 1
                return at
            if text.words[following].isdecimal() and (gap.strip() == "№" or (gap == ". " and text.words[at] == NO)):
                return following  # лицей № 16, School No. 68
            if gap not in (" ", "-", "") and not (gap == ", " and self._row(following, end)):  # Ос|ОО
                break
            if not self.belongs(following):
                break
            at = following
        return self.trimmed(head, at)

    def trimmed(self, head: int, last: int) -> int:
        """Without the small words at its end."""
        while last > head and self._text.words[last] in self.glue:
            last -= 1
        return last

    def belongs(self, word: int) -> bool:
        low = self._text.words[word]
        if low == THE and self._text.words[word - 1] == AND:
            return False  # … and the World Bank: another one
        if low in self.glue or word in self.named:
            return True
        if self._document.language == "en":
            return self.capital(word)
        if self._text.written(word, word).isupper() and 1 < len(low) < LONGEST_ACRONYM:
            return True  # посол Швейцарии в КР, министром КР
        if self.latin(word):
            return True  # фонд CRISP
        if self._text.words[word - 1].endswith(MANY) and low.isalpha():
            return True  # сельских школ
        if low == LIMITED[0] and self._text.words[word + 1 : word + 2] == [LIMITED[1]]:
            return True  # директор ОсОО «Луч»
        return low.isalpha() and GENITIVE.match(low) is not None and (low in NOUNS or not VERB.match(low))

    def _row(self, word: int, end: int) -> bool:
        """«труда, социального обеспечения и миграции»: a comma joins where «и» follows soon."""
        if self._document.language == "en":  # Education, Science and Sports; but: …, Asan Usenov and …
            return self.capital(word) and self._text.words[word + 1 : word + 2] == [AND]
        near = self._text.words[word : min(end, word + 6)]
        return self.belongs(word) and not self.capital(word) and "и" in near

    def latin(self, word: int) -> bool:
        """A name in other letters than those of a Russian text."""
        written = self._text.written(word, word)
        return self._document.language == "ru" and written[:1].isupper() and written.isascii() and len(written) > 2

    def capital(self, word: int) -> bool:
        return self._text.cased[self._text.starts[word]].isupper()

    def nominative(self, phrase: str, first: int, head: int, last: int) -> str:
        """Государственного комитета по туризму → Государственный комитет по туризму; `phrase`: the head's base."""
        text = self._text
        if self._document.language == "en":
            name = " ".join(spelt(text, text.starts[first], text.ends[last]).split())
            return name + '"' if name.count('"') % 2 else name
        before = [text.written(word, word) for word in range(first, head)]
        gender = {"а": "f", "я": "f", "о": "n", "е": "n"}.get(phrase.split()[-1].partition("-")[0][-1], "m")
        before = [_agreeing(word, gender) for word in before]
        words = len(WORD.findall(phrase))
        after = spelt(text, text.ends[head + words - 1], text.ends[last]) if last >= head + words else ""
        if after.count('"') % 2:
            after += '"'
        capital = self.capital(head) and not before
        hyphened = [word for word in range(first, head) if text.gaps[word] == "-"]
        for word in reversed(hyphened):  # музыкально-педагогический
            if word + 1 < head:
                before[word - first : word - first + 2] = ["-".join(before[word - first : word - first + 2])]
        name = " ".join([*before, phrase[:1].upper() + phrase[1:] if capital else phrase]) + after
        return re.sub(r'"([^"]*)"', r"«\1»", " ".join(name.split()))


def _agreeing(word: str, gender: str) -> str:
    """An adjective in the nominative of this gender: Государственного → Государственный."""
    stem = re.sub(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их)$", "", word)
    if stem == word or "-" in word:
        return word
    hard, soft = GENDERS[gender]
    return stem + (soft if gender == "m" and stem[-1] in "гкхшщ" else hard)
