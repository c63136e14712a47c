"""Articles that say the same come in; out go those that said it first, and in how many reprints it stands too."""

from collections.abc import Iterable

from pages.parts.html import Html, tag
from pages.parts.opening import Page


def firsts(page: Page, articles: Iterable[str]) -> dict[str, int]:
    """Article → its reprints among these; where the first is not among them, the earliest reprint stands for it."""
    story_of = {article: page.everything.article_of[article].story for article in dict.fromkeys(articles)}
    found: dict[str, list[str]] = {}
    for article, story in story_of.items():
        found.setdefault(story, []).append(article)
    return {story if story in said else min(said): len(said) - 1 for story, said in found.items()}


def also(page: Page, article: str, reprints: int) -> Html | None:
    """Leads to the article, which names its reprints."""
    if not reprints:
        return None
    text = page.words.ngettext("also in {n} reprint", "also in {n} reprints", reprints)
    return tag("small", tag("a", text, href=page.href("articles", article=article)))
