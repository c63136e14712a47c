"""One article and what has been found in it so far: the desk every later stage works at."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from loaders.articles import Article
from loaders.folding import Text
from loaders.layout import Layout
from loaders.lexicon.entries import Hit, Hits


@dataclass(frozen=True, slots=True)
class Mention:
    """Words first..last name the record; `tag` is the chain of endings, `reason` says how it was recognised."""

    kind: str
    id: str
    first: int
    last: int
    tag: str
    reason: str
    phrase: str = ""
    tier: str = "exact"  # exact, chain, folded, typo, stem (ru, en), context


FITS = "fits "  # begins why a name that two records have is neither


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What was nearly taken for something, and why it was not."""

    first: int
    last: int
    why: str


@dataclass(slots=True)
class Document:
    """Stages read `text`, `hits` and what earlier stages left, and return facts; word indices are inclusive."""

    article: Article
    text: Text
    layout: Layout
    language: str
    register: object
    hits: Hits
    lists: dict = field(default_factory=dict)  # lists of data/language as they are compared, kept for all articles
    mentions: list = field(default_factory=list)  # loaders.mentions
    misses: list = field(default_factory=list)  # near misses, for explain
    by_word: dict[int, Mention] | None = None
    dates: list = field(default_factory=list)  # loaders.dates
    published: dict | None = None
    counted: list | None = None  # loaders.figures.counting
    outlet: dict = field(default_factory=dict)
    weighed: dict = field(default_factory=dict)  # goal, level or relevance → first and last word, what they weighed

    @property
    def reasons(self) -> dict[str, list[tuple[str, float]]]:
        """Goal, level or relevance → its words with what each weighed."""
        return {
            id: [(self.text.written(first, last), round(weight, 2)) for first, last, weight, *_ in places]
            for id, places in self.weighed.items()
        }

    def quote(self, first: int, last: int) -> dict:
        return self.text.words_quote(first, last)

    def of(self, *kinds: str) -> list[Hit]:
        return self.hits[kinds]

    def named(self) -> dict[int, Mention]:
        """Word → the mention it is part of; to be asked once all are found."""
        if self.by_word is None:
            self.by_word = {word: m for m in self.mentions for word in range(m.first, m.last + 1)}
        return self.by_word

    def in_sentence(self, word: int, *kinds: str) -> list[Hit]:
        first, last = self.text.sentence(word)
        return [hit for hit in self.beginning(first, last, *kinds) if hit.last <= last]

    def beginning(self, first: int, last: int, *kinds: str) -> list[Hit]:
        """Those that begin between the two words: in a long article most stand elsewhere."""
        return _beginning(self.of(*kinds), first, last)

    def partners(self, first: int, last: int) -> list[Mention]:
        """Mentions of partners that begin between the two words; to be asked once all are found."""
        return [mention for mention in _beginning(self.mentions, first, last) if mention.kind == "partner"]


PLACE = attrgetter("first")


def _beginning(ordered: list, first: int, last: int) -> list:
    return ordered[bisect_left(ordered, first, key=PLACE) : bisect_right(ordered, last, key=PLACE)]
