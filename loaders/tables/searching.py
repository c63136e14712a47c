"""A reader's query and the folded texts come in; out go the places where every word of it, inflected or not, stands."""

import re
from collections.abc import Iterable, Mapping

from loaders.folding import bare, unify
from loaders.lexicon.stems import stem_russian

Lookalikes = Iterable[tuple[str, str]]
LONG = 5  # letters from which an ending of the question is cut: жаңы is no жан with an ending
HARDENED = {"г": "[кг]", "б": "[пб]"}  # asked as министрлиги, it stands as министрлик
SOFTENED = {"к": "[кг]", "п": "[пб]"}  # китеп, китебим: a final к or п turns soft before a vowel


def folded(text: str, lookalikes: Lookalikes = ()) -> str:
    """Same length; ө and о, Latin and Cyrillic twins, all quotes and spaces are one."""
    return bare(unify(text, lookalikes))


def pattern(word: str) -> re.Pattern[str]:
    """A word in any of its endings, whichever it is asked in; in quotes, several words as they stand."""
    stem = stem_russian(word) if len(word) >= LONG and " " not in word else word
    found = (SOFTENED if stem == word else SOFTENED | HARDENED).get(stem[-1]) if len(stem) > 3 else None
    return re.compile(rf"(?<!\w){re.escape(stem[:-1])}{found or re.escape(stem[-1])}\w*")


def search(texts: Mapping[str, str], query: str, lookalikes: Lookalikes = ()) -> dict[str, list[tuple[int, int]]]:
    """Article → places, the article with most of them first; an article that lacks one of the words is left out."""
    wanted = [pattern(phrase or word) for phrase, word in re.findall(r'"([^"]+)"|([\w-]+)', folded(query, lookalikes))]
    found = {}
    for article, text in texts.items():
        places = [[one.span() for one in word.finditer(text)] for word in wanted]
        if places and all(places):
            found[article] = sorted({place for spans in places for place in spans})
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))
