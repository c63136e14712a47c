"""A web page, Word document or PDF comes in; out go its plain text and what the page says of itself."""

import io
import logging
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loaders.articles.encodings import Unreadable, decode_page
from loaders.articles.pdf import read_pdf
from loaders.articles.webpage import YEAR, dateline, tree_of
from loaders.folding import bare, unify

UNPACKED = 100 * 2**20  # bytes; what a Word document may grow to when it is opened
LONGEST = 1_000_000  # characters of text
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AGAIN = ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{WORD}moveFrom")  # said elsewhere
OLD_WORD = b"\xd0\xcf\x11\xe0"  # also how Word stores what has a password
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\ufffe\uffff]")
TOP = 25  # lines within which the title stands
SHORT = 60  # characters of a line of a menu
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True)
class Plain:
    text: str
    page: dict = field(default_factory=dict)  # url, outlet and published, as far as the page says them


def plain(kind: str, data: bytes) -> Plain:
    """The same bytes give the same text; raises Unreadable, whatever the file does to its parser."""
    try:
        found = FORMATS[kind](data)
    except Unreadable:
        raise
    except Exception as error:  # the parsers of three libraries, on files of anybody's making
        raise Unreadable("file-broken", form=kind) from error
    text = _tidy(found.text)
    if len(text) > LONGEST:
        raise Unreadable("text-too-long", length=len(text), most=LONGEST)
    return Plain(text, found.page)


def _tidy(text: str) -> str:
    lines = UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in lines)).strip("\n") + "\n"


def _html(data: bytes) -> Plain:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = decode_page(data)
    if source is None:
        raise Unreadable("no-encoding")
    tree = tree_of(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    if tree is None:
        raise Unreadable("page-without-article")
    shown = dateline(tree)
    found = trafilatura.bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        with_metadata=True,
        # not the day of reading, and no day at all rather than a likely one
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    if found is None or not (found.text or "").strip():
        raise Unreadable("page-without-article")
    page = {
        "url": found.url if (found.url or "").startswith(("http://", "https://")) else None,
        "outlet": found.sitename,
        "published": found.date if _is_written(found.date, source) else None,
    }
    text = _under_title(found.title, found.text, dated=bool(shown or page["published"]))
    if shown and not page["published"] and shown not in text:
        headline, _, story = text.partition("\n")
        text = f"{headline}\n\n{shown}\n{story}"
    return Plain(text, {key: value for key, value in page.items() if value})


def _is_written(date: str | None, source: str) -> bool:
    """2025-02-26, 2025/02/26 or 26.02.2025 stands on the page: a year alone must not become its 1 January."""
    day = DAY.fullmatch(date or "")
    if not day:
        return False
    year, month, number = day.groups()
    orders = (rf"{year}[-/.]?{month}[-/.]?{number}", rf"{number}[-/.]{month}[-/.]{year}")
    return re.search(rf"(?<!\d)(?:{'|'.join(orders)})(?!\d)", source) is not None


def _under_title(title: str | None, text: str, dated: bool) -> str:
    """The story from its title on: what stands above is short, no sentence, and no day unless it has another."""
    lines, headline = text.splitlines(), _bare(title or "")
    said = [_bare(line) for line in lines[:TOP]]
    if not headline or said[:1] == [headline]:
        return text
    if headline in said:
        above = lines[: said.index(headline)]
        if not any(len(line) > SHORT or line.endswith(".") or (YEAR.search(line) and not dated) for line in above):
            return "\n".join(lines[len(above) :])
    return text if any(line.startswith(headline) for line in said[:4]) else f"{title}\n\n{text}"


def _bare(line: str) -> str:
    return "".join(letter for letter in bare(unify(line)) if letter.isalnum())


def _docx(data: bytes) -> Plain:
    if data.startswith(OLD_WORD):
        raise Unreadable("word-locked")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > UNPACKED:
        raise Unreadable("word-unpacks", size=unpacked // 2**20, most=UNPACKED // 2**20)
    import docx

    return Plain("\n".join(_paragraphs(docx.Document(io.BytesIO(data)).element.body)))


def _paragraphs(body) -> Iterator[str]:
    """Of tables and text boxes too, in the order written; what a reviewer struck out is not among them."""
    signs = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
    parts: dict = {}
    for element in body.iter(f"{WORD}p", f"{WORD}t", *signs):
        own = element if element.tag == f"{WORD}p" else next(element.iterancestors(f"{WORD}p"), None)
        if own is None or next(element.iterancestors(*AGAIN), None) is not None:
            continue
        written = parts.setdefault(own, [])
        if element is not own and element.getparent().tag != f"{WORD}tabs":
            written.append(signs.get(element.tag) or element.text or "")
    yield from ("".join(written) for written in parts.values())


def _pdf(data: bytes) -> Plain:
    return Plain(read_pdf(data))


FORMATS: dict[str, Callable[[bytes], Plain]] = {".html": _html, ".htm": _html, ".docx": _docx, ".pdf": _pdf}
