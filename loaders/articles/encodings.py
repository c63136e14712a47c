"""The bytes of a text come in; out goes the text, or nothing where its encoding can't be told for sure."""

import re

from loaders.records.saying import Told

DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
UPSIDE_DOWN = re.compile(r"\b[а-яё][А-ЯЁ]{2}")  # KOI8 read as windows-1251: кЫРГЫЗСТАН
KNOWN = re.compile("[\t\n\r -~\u00a0-\u00ff\u0400-\u04ff\u2010-\u2122\ufeff]")  # what UTF-16 without its mark may hold
ODD = 0.05


class Unreadable(Told):
    """Why a file can't be read, and what to do."""


def decode(data: bytes) -> str | None:
    """UTF-8, UTF-16 with or without its mark, and the one legacy encoding that Kyrgyz sites used, windows-1251."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if b"\x04" in data and b"\x00" in data:  # Cyrillic letters are 04 xx there; no other text has these bytes
        return next(
            (text for order in ("le", "be") if (text := _strictly(data, f"utf-16-{order}")) and _likely(text)), None
        )
    text = _strictly(data, "utf-8")
    if text is not None or b"\x00" in data:
        return text
    from charset_normalizer import from_bytes  # rarely needed, slow to load

    best = from_bytes(data, cp_isolation=["cp1251"]).best()
    text = str(best) if best and best.encoding == "cp1251" else None
    turned = text and UPSIDE_DOWN.search(text) and sum(map(str.isupper, text)) > sum(map(str.islower, text))
    return None if turned else text


def decode_page(data: bytes) -> str | None:
    """An HTML page says its own encoding; a letter cut in two, as in shortened descriptions, spoils no page."""
    text = decode(data)
    declared = DECLARED.search(data, 0, 4096)
    if text is None and declared and declared[1].lower() in (b"utf-8", b"utf8", b"windows-1251", b"cp1251"):
        return data.decode(declared[1].decode(), errors="replace")
    return text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likely(text: str) -> bool:
    return len(KNOWN.findall(text)) >= (1 - ODD) * len(text)
