"""An initiative comes in; out go the texts of its IATI activity, in every language that has them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as Xml

from loaders.exports.asking import Download
from loaders.exports.wording import LANGUAGES, Wording, word_of

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def narratives(node: Xml.Element, first: str, said: Mapping[str, str]) -> None:
    """The reader's language first; each of the others is marked as what it is."""
    for language in sorted((one for one in LANGUAGES if said.get(one)), key=lambda one: one != first):
        narrative = Xml.SubElement(node, "narrative", {} if language == first else {LANG: language})
        narrative.text = UNPRINTABLE.sub("", said[language])


def summary(one: Download, row: Any) -> dict[str, str]:
    """What sort of thing it is, for whom and where, by the register's own words, and the register's note."""
    known, told = one.everything, {}
    for language in LANGUAGES:
        words = Wording(language, known.names)
        kind = words.name("kinds", row.kind) or words.cover("initiative")
        parts = [f"{kind[:1].upper()}{kind[1:]}."]
        for theme in ("goal", "level", "region"):
            ids = one.sure[theme].get(row.initiative, ())
            parts += [f"{words.cover(theme)}: {', '.join(words.names(f'{theme}s', ids))}."] if ids else []
        note = row.note.get(language) if isinstance(row.note, Mapping) else None
        told[language] = " ".join([*parts, *([note] if note else [])])
    return told


def other_roles(one: Download, others: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Who else takes part, in roles IATI has no code for: (role, partner)."""
    told = {}
    for language in LANGUAGES if others else ():
        words = Wording(language, one.everything.names)
        parts = (f"{words.name('partners', partner)} ({words.name('roles', role)})" for role, partner in others)
        told[language] = f"{word_of('iati', 'others', language)} {'; '.join(parts)}"
    return told


def comment(text: str) -> str:
    """An XML comment may not hold two hyphens side by side, nor end in one."""
    return re.sub(r"-(?=-)", "- ", UNPRINTABLE.sub("", text)).rstrip("-")
