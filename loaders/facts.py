"""An article and the register come in; out goes its record (data/extracted): the whole line on one screen."""

from functools import cache

from loaders import dates, events, figures, findings, goals, initiatives, mentions, organisations, people, roles
from loaders.articles import Article
from loaders.document import Document
from loaders.folding import Letters, fold
from loaders.language import Languages
from loaders.layout import Marks, read_layout
from loaders.lexicon import Lexicon
from loaders.lexicon.stems import stem_english, stem_russian
from loaders.lexicon.suffixes import Suffixes

# Each stage says which words it looks for; all are sought in one pass.
WORDS = (mentions, dates, figures, findings, goals, people, organisations, roles, initiatives, events)


class Reader:
    """Compiled once a register; reads any number of articles."""

    def __init__(self, register, tiers: tuple[str, ...] = ()):
        """`tiers`: only names recognised so count (to see what each is worth); none: all."""
        self.register, self.tiers = register, tiers
        self.words = register.language
        self.lookalikes = tuple(self.words["ky"]["lookalikes"].items())
        self.languages = Languages(self.words)
        self.marks = Marks(register)
        self.entries = [entry for stage in WORDS for entry in stage.entries(register)]
        self.suffixes = Suffixes(self.words["ky"]["suffixes"])
        self.lists: dict = {}
        self.lexicon = cache(self._lexicon)

    def _lexicon(self, language: str) -> Lexicon:
        """Made when the first article of the language is met."""
        stem = {"ky": None, "ru": stem_russian, "en": stem_english}[language]
        entries = (entry for entry in self.entries if entry.language in (None, language))
        return Lexicon(entries, self.suffixes, self.lookalikes, stem)

    def document(self, article: Article) -> Document:
        """The article with everything found in it: read, fold, find, link."""
        letters = Letters.of(article.raw, self.lookalikes)
        layout = read_layout(letters, self.marks)
        text = fold(letters, layout.furniture, layout.cut)
        language = article.sidecar.get("language") or self.languages.recognise(text)
        hits = self.lexicon(language).find(text)
        document = Document(article, text, layout, language, self.register, hits, self.lists)
        document.dates = dates.find(document)
        document.published = dates.published(document)
        document.outlet = self.marks.outlets.read(article, layout)
        document.mentions, misses = mentions.link(document)
        document.misses += misses
        if self.tiers:
            document.mentions = [mention for mention in document.mentions if mention.tier in self.tiers]
        return document

    def read(self, article: Article) -> dict:
        """The record: state what the document says, each value with its evidence."""
        return record(self.document(article))


def record(document: Document) -> dict:
    article, layout, text = document.article, document.layout, document.text
    facts: dict = {
        "article": article.id,
        "source": article.source,
        "sha256": article.sha256,
        **({"original": article.original} if article.original else {}),
        "title": _quote(text.raw, layout.title),
        "byline": _quote(text.raw, layout.byline),
        "language": document.language,
        "published": document.published,
        **document.outlet,
        "url": article.sidecar.get("url") or article.page.get("url"),
    }
    facts |= goals.read(document)  # relevant, goals, levels
    facts["partners"] = roles.read(document)
    facts["unlisted"] = organisations.read(document)
    facts["regions"] = mentions.regions(document)
    facts["dates"] = dates.read(document)
    facts["relative_dates"] = dates.relative(document)
    facts["people"] = people.read(document)
    facts["figures"] = figures.read(document, facts)
    facts["initiatives"] = initiatives.read(document, facts)
    facts["events"] = events.read(document, facts)
    facts["findings"] = findings.read(document, facts)
    return facts


def _quote(raw: str, span: tuple[int, int] | None) -> dict | None:
    return {"quote": raw[span[0] : span[1]], "start": span[0], "end": span[1]} if span else None
