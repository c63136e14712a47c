"""Paths come in; out come articles as stored (text, hash, sidecar), and a reasoned refusal for any other file."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from loaders.articles.encodings import Unreadable, decode
from loaders.articles.formats import FORMATS, plain
from loaders.records import ROOT, Message, YamlError, say
from loaders.records.extracted import write_atomically
from loaders.records.reading import parse
from loaders.records.schemas import dates_as_text, schema
from loaders.records.shape import shape_problems

KINDS = {".txt", ".md", *FORMATS}
STORED = ".text"  # a.html.text: the plain text of a.html, which its offsets count
LARGEST = 5 * 2**20  # bytes; the longest newspaper supplement is a tenth of it
LARGEST_WITH_PICTURES = 25 * 2**20
CONTROL = [chr(code) for code in (*range(0x09), *range(0x0E, 0x20))]
LONGEST_NAME = 200  # bytes without the ending; a file system takes 255 with those of what is written beside it


@dataclass(frozen=True)
class Article:
    """`raw` is the text exactly as stored: all offsets count its code points."""

    id: str
    raw: str
    source: str = ""
    sha256: str = ""
    sidecar: dict = field(default_factory=dict)
    page: dict = field(default_factory=dict)  # url, outlet, published: what a web page says of itself
    original: dict | None = None  # path and sha256 of the file that `raw` was taken from, where that is no plain text
    text_path: Path | None = None  # where the text of such a file is stored


@dataclass(frozen=True)
class Refusal:
    path: Path
    message: Message  # after the file's name

    @property
    def reason(self) -> str:
        return str(self.message)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def find_paths(paths: Iterable[Path]) -> list[Path]:
    """Folders become the articles in them, sorted; a named path is kept whatever it is, so that it is refused aloud."""
    found: list[Path] = []
    for path in paths:
        found += (
            sorted(p for p in path.iterdir() if p.suffix.lower() in KINDS and not p.is_dir())
            if path.is_dir()
            else [path]
        )
    return list(dict.fromkeys(found))


def passed_over(paths: Iterable[Path]) -> Iterator[Refusal]:
    """What lies in the folders and is neither an article nor what belongs to one: perhaps somebody meant it to be."""
    for folder in filter(Path.is_dir, paths):
        names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        told = {Path(name).stem for name in names if Path(name).suffix.lower() in KINDS}
        for path in sorted(folder / name for name in names):
            if path.is_dir():
                yield Refusal(path, say("article-folder"))
            elif path.suffix == ".yaml" and path.stem not in told:
                yield Refusal(path, say("sidecar-alone"))
            elif path.suffix != ".yaml" and path.suffix.lower() not in KINDS and not _is_stored(path):
                yield Refusal(path, say("no-article-file", kinds=sorted(KINDS)))


def read_articles(paths: Iterable[Path]) -> Iterator[Article | Refusal]:
    """One article or one refusal a path; a bad file never stops the others."""
    seen: dict[str, Path] = {}
    for path in find_paths(paths):
        article = read_article(path)
        if _is_stored(path):
            article = Refusal(path, say("stored-text", name=path.stem))
        elif isinstance(article, Article) and article.id in seen:
            article = Refusal(path, say("article-id-twice", id=article.id, other=str(seen[article.id])))
        elif isinstance(article, Article):
            seen[article.id] = path
        yield article


def read_article(path: Path) -> Article | Refusal:
    """The one way to the text of an article; `path` may also be the stored text of a page, document or PDF."""
    whole, kind = os.path.splitext(path)  # pathlib's own ways take longer than reading the file
    kind = kind.lower()
    try:
        if kind not in KINDS and not _is_stored(path) and os.path.exists(path):
            return Refusal(path, say("no-article-file", kinds=sorted(KINDS)))
        if len(path.stem.encode()) > LONGEST_NAME:
            return Refusal(path, say("article-name-too-long", most=LONGEST_NAME))
        found, most = os.stat(path), LARGEST_WITH_PICTURES if kind in FORMATS else LARGEST
        if not stat.S_ISREG(found.st_mode):
            return Refusal(path, say("article-no-file"))
        if found.st_size > most:
            return Refusal(path, say("article-too-large", size=-(-found.st_size // 2**20), most=most // 2**20))
        with open(path, "rb") as file:
            data = file.read()
        sidecar = _sidecar(os.path.splitext(whole)[0] if _is_stored(path) else whole)
        return _converted(path, data, sidecar) if kind in FORMATS else _plain(path, data, sidecar)
    except UnicodeEncodeError:
        return Refusal(path, say("article-name-no-text"))
    except OSError as error:
        return Refusal(path, say("article-cant-be-opened", why=error.strerror or error))
    except YamlError as error:
        return Refusal(path, say("sidecar-wrong", why=error))
    except Unreadable as error:
        return Refusal(path, error.message)


def _plain(path: Path, data: bytes, sidecar: dict) -> Article:
    raw = decode(data)
    if raw is None:
        raise Unreadable("article-binary" if b"\x00" in data else "no-encoding")
    if not raw.strip("\ufeff \t\r\n\u00a0"):
        raise Unreadable("article-empty")
    if any(map(raw.__contains__, CONTROL)):  # twice as fast as to look for a pattern
        raise Unreadable("article-binary")
    return Article(id_of(path), raw, _source(path), hashlib.sha256(data).hexdigest(), sidecar)


def _converted(path: Path, data: bytes, sidecar: dict) -> Article:
    if not data.strip():
        raise Unreadable("article-empty")
    found = plain(path.suffix.lower(), data)
    if not found.text.strip():
        raise Unreadable("article-without-text")
    text_path = path.with_name(path.name + STORED)
    original = {"path": _source(path), "sha256": hashlib.sha256(data).hexdigest()}
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    return Article(id_of(path), found.text, _source(text_path), digest, sidecar, found.page, original, text_path)


def store_text(article: Article) -> Refusal | None:
    """Writes the plain text of a page, document or PDF beside it, unless it stands there already."""
    path, data = article.text_path, article.raw.encode()
    try:
        if path and not (path.exists() and path.read_bytes() == data):
            write_atomically(path, data)
    except OSError as error:
        return Refusal(path, say("article-cant-be-written", why=error.strerror or error))
    return None


def text_of(path: Path) -> str | None:
    """The text that offsets count, None where the file can't be read."""
    article = read_article(path)
    return article.raw if isinstance(article, Article) else None


def _is_stored(path: Path) -> bool:
    whole = str(path)
    return whole.endswith(STORED) and os.path.splitext(whole.removesuffix(STORED))[1].lower() in FORMATS


def id_of(path: Path) -> str:
    return re.sub(r"[^\w.-]", "_", Path(path.stem).stem if _is_stored(path) else path.stem)


def _source(path: Path) -> str:
    """Its place in the project; of a file elsewhere the name."""
    place = os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)
    folder, name = os.path.split(place)
    within = _folder(folder)
    return path.name if within is None else within + name


@lru_cache
def _folder(folder: str) -> str | None:
    resolved = Path(folder).resolve()
    return f"{resolved.relative_to(ROOT).as_posix()}/".removeprefix("./") if resolved.is_relative_to(ROOT) else None


def _sidecar(whole: str) -> dict:
    """`whole`: the path of the article without its ending."""
    if not os.path.exists(f"{whole}.yaml"):
        return {}
    beside = Path(f"{whole}.yaml")
    document = parse(beside, beside.read_bytes())
    wrong = [problem for problem in document.problems if problem.message.kind != "misread"]  # stays as it was written
    if document.data is not None and not wrong:
        wrong = list(shape_problems(beside, document, "sidecar"))
    for problem in wrong:
        raise YamlError(problem.path, problem.line, str(problem.message))
    return dates_as_text(document.data or {}, schema("sidecar"))
