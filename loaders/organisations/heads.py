"""A document comes in; out go the nouns in it that may end or begin the name of an organisation the register lacks."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.document import FITS
from loaders.grammar.heads import wordlist
from loaders.layout.related import related_words
from loaders.lexicon.entries import Hit
from loaders.mentions.contexts import TELLS
from loaders.organisations.merging import Organisation

KINDS = {"University": "university", "College": "school", "School": "school", "Foundation": "foundation"}
OF = r"(?: (?:of|for|and|de|in|the))*"
HEAD = (
    "University|Institute|Academy|College|School|Foundation|Association|Agency|Center|Centre|Bank|Union|Council|Group"
    r"|Co\., Ltd\.?|Ltd\.?|LLC|GmbH|Inc\.?|Corporation|Company"
)
COMPANY = re.compile(r"(?:Ltd|LLC|GmbH|Inc|Corporation|Company)\.?$")
LATIN_HEAD = re.compile(HEAD)  # most texts have none, which is soon seen
LATIN = re.compile(rf"(?<![A-Za-z])(?:[A-Z][\w&.’'-]*{OF} )*({HEAD})(?:{OF} [A-Z][\w&’'-]*)*")
TITLES = ("Ranking", "Rankings", "Award", "Awards", "Prize", "Forum", "Report", "Program", "Programme", "Project")
GROUPS = ("named", "proper", "titled")


class Finder:
    def __init__(self, document):
        self._document, self._text = document, document.text
        self._mention = document.named()
        self._unsettled = {
            word for miss in document.misses if miss.why.startswith(FITS) for word in range(miss.first, miss.last + 1)
        }
        self._tellers = {
            word for miss in document.misses if miss.why.endswith(TELLS) for word in range(miss.first, miss.last + 1)
        }
        self._known = {
            word: m
            for m in document.mentions
            if m.kind != "region" and not (m.kind == "centre" and self._numbered(m))
            for word in range(m.first, m.last + 1)
        }

    def _numbered(self, centre) -> bool:
        """профессиональный лицей № 4: one of the many that a record of centres stands for."""
        text = self._text
        end = text.starts[min(centre.last + 4, len(text.words) - 1)]
        return "№" in text.cased[max(0, text.starts[centre.first] - 5) : end]

    def _heads(self) -> Iterator[Hit]:
        """Heads that are not in a name of the register; of one inside the other the longest."""
        end, related = -1, related_words(self._document)
        for hit in self._document.of(*(f"{group}:{self._document.language}" for group in (*GROUPS, "whole"))):
            if hit.first <= end or hit.first in related or hit.first in self._unsettled:
                continue
            end = hit.last
            own = hit.first > 0 and self._text.gaps[hit.first - 1].startswith('"')  # «Темир-Таш» ЖАК is no other ЖАК
            inside = hit.last in self._known and self._known[hit.last].first < hit.first + (not own)
            if not inside and hit.entry.id != "none":
                yield hit

    def latin(self) -> Iterator[Organisation]:
        """Kyungdong University, Institute of Technology: English names in a Kyrgyz or Russian text."""
        written = self._text.raw if self._text.offsets is None else self._text.cased
        if self._document.language == "en" or not LATIN_HEAD.search(written):
            return
        for match in LATIN.finditer(written):
            first = bisect_left(self._text.starts, match.start())
            last = bisect_left(self._text.starts, match.end()) - 1
            if match[0].endswith(TITLES):
                continue  # QS Asia University Rankings
            if '"' in (self._text.gaps[first - 1] if first else "") + self._text.gaps[last]:
                continue  # «Green University»: a title
            if not any(word in self._known for word in range(first, last + 1)):
                kind = "company" if COMPANY.search(match[0]) else KINDS.get(match[1], "other")
                yield Organisation(match[0], kind, first, last)

    def _capital(self, word: int) -> bool:
        return self._text.cased[self._text.starts[word]].isupper()

    def _group(self, hit: Hit) -> str:
        return hit.entry.kind.partition(":")[0]

    def _list(self, name: str) -> frozenset[str]:
        return wordlist(self._document, "organisations", name)
