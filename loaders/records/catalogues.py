"""A folder of .po files and a language come in; out goes the catalogue, compiled in memory."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("ky", "ru", "en")


@cache
def catalogue(folder: Path, language: str) -> gettext.NullTranslations:
    """Every .po file of a language; a language without any says everything as the code does."""
    paths = sorted((folder / language / "LC_MESSAGES").glob("*.po"))
    if not paths:
        return gettext.NullTranslations()
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    whole = Catalog(locale=language)
    for path in paths:
        for message in read_po(io.BytesIO(path.read_bytes()), locale=language):
            if message.id:
                whole[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def spoken(environment: Mapping[str, str]) -> str:
    """The maintainer's language as the system tells it (`LANG=ky_KG.UTF-8`), English where it is another."""
    set_first = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language = set_first[:2].casefold()
    return language if language in LANGUAGES and not set_first[2:3].isalpha() else "en"
