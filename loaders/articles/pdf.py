"""A PDF comes in; out go its paragraphs, or why it has none that can be read."""

import io
import logging
import unicodedata

from loaders.articles.encodings import Unreadable
from loaders.articles.reflow import reflow, rejoin

PAGES = 100
STREAM = 8 * 2**20  # bytes of drawing on one page
READABLE = 0.5  # of the signs are letters or digits, unless the font hides which sign is which
PRIVATE = "\ue000"


def read_pdf(data: bytes) -> str:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
        raise Unreadable("pdf-locked")
    if len(reader.pages) > PAGES:
        raise Unreadable("pdf-too-long", pages=len(reader.pages), most=PAGES)
    pages = []
    for number, page in enumerate(reader.pages, 1):
        drawing = page.get_contents()
        if drawing is not None and len(drawing.get_data()) > STREAM:
            raise Unreadable("pdf-page-swells", most=STREAM // 2**20, page=number)
        words = set(unicodedata.normalize("NFC", _as_laid_out(page)).split())
        pages.append([rejoin(line, words) for line in unicodedata.normalize("NFC", page.extract_text()).splitlines()])
    signs = "".join("".join(page) for page in pages).split()
    if not signs:
        raise Unreadable("pdf-scan")
    letters = sum(sign.isalnum() and sign < PRIVATE for word in signs for sign in word)
    if letters < READABLE * sum(map(len, signs)):
        raise Unreadable("pdf-letters")
    return reflow(pages)


def _as_laid_out(page) -> str:
    """Tells words by the distance of their letters, but mixes columns."""
    try:
        return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # a font without widths
        return ""


def _opens(reader) -> bool:
    """Many files are locked against printing only, with an empty password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that needs one more library
        return False
