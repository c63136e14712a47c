"""A Kyrgyz document comes in; out go organisations that their letters tell: a legal form, capitals, quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.folding import bare
from loaders.organisations.heads import Finder
from loaders.organisations.merging import Organisation

ENTERPRISE = re.compile('"((?:Бишкек|Кыргыз|Ош|Чүй)(?!стан)[а-яөүң]{4,})"')  # «Бишкекжылуулук»
ACRONYM = re.compile(r'([А-ЯЁӨҮҢ](?<![\w"-].)[А-ЯЁӨҮҢ]{2,6})((?:н|д|т)[ыиуү]н)?(?![\w"-])')
FORMS = ("ОсОО", "ЖЧК", "ОАО", "ААК", "ЗАО", "ЖАК", "ООО", "ОФ", "КФ", "ЧП")
AHEAD = re.compile(rf'(?<![\w"])({"|".join(FORMS)}) ?"([^"\n]{{2,60}})"')
PUBLIC = ("ОФ", "КФ")
FEW_WORDS = 8  # within which a paper is said to have had the news


class LetteredNames(Finder):
    def lettered(self, taken: set[int]) -> Iterator[Organisation]:
        """`taken`: words of the nouns that end other names."""
        yield from self._ahead()
        yield from self._acronyms(taken)
        for quoted in ENTERPRISE.finditer(self._text.cased):
            word = bisect_left(self._text.starts, quoted.start(1))
            if word not in self._known:
                yield Organisation(f"«{quoted[1]}»", "company", word, word)

    def _ahead(self) -> Iterator[Organisation]:
        """ОсОО «Темир-Таш»: in a Kyrgyz text the Russian way round."""
        cased = self._text.cased
        if '"' not in cased or not any(map(cased.__contains__, FORMS)):  # ten times as fast as to look for the pattern
            return
        for found in AHEAD.finditer(self._text.cased):
            first, last = (bisect_left(self._text.starts, at) for at in (found.start(), found.end(2)))
            if first not in self._known and bisect_left(self._text.starts, found.start(2)) not in self._known:
                kind = "company" if found[1] not in PUBLIC else "foundation"
                yield Organisation(f"{found[1]} «{found[2]}»", kind, first, last - 1)

    def _acronyms(self, taken: set[int]) -> Iterator[Organisation]:
        """МЭАУнун координатору, БЭФ долбоору: unknown capital letters that somebody or something is of."""
        text, acting, never = self._text, tuple(self._list("acting")), self._list("not_acronyms")
        for match in ACRONYM.finditer(text.cased):
            word = bisect_left(text.starts, match.start())
            whole = word < len(text.words) and text.starts[word] == match.start()
            if whole and self._shouted(word):
                continue
            if not whole or word in self._mention or word in taken or bare(match[1]) in never:
                continue
            following = text.words[
                word + 1 : min(text.sentence(word)[1] + 1, word + 1 + (FEW_WORDS if match[2] else 1))
            ]
            if any(other.startswith(acting) for other in following):
                yield Organisation(match[1], "other", word, word)

    def _shouted(self, word: int) -> bool:
        """Does it stand among other words in capitals: a headline?"""
        text = self._text
        beside = [other for other in (word - 1, word + 1) if 0 <= other < len(text.words)]
        return any(len(text.words[other]) > 2 and text.written(other, other).isupper() for other in beside)
