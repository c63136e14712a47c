"""Paths come in; out come articles as stored (text, hash, sidecar), and a reasoned refusal for any other file."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from charset_normalizer import from_bytes

from loaders.records import ROOT, YamlError, read_yaml

KINDS = {".txt", ".md"}
LARGEST = 5 * 2**20  # bytes; the longest newspaper supplement is a tenth of it
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
SIDECAR = {"url", "outlet", "published", "language"}


@dataclass(frozen=True)
class Article:
    """`raw` is the file exactly as stored: all offsets count its code points."""

    id: str
    raw: str
    source: str = ""
    sha256: str = ""
    sidecar: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def find_paths(paths: Iterable[Path]) -> list[Path]:
    """Folders become the articles in them, sorted; a named path is kept whatever it is, so that it is refused aloud."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.iterdir() if p.suffix in KINDS and p.is_file()) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def read_articles(paths: Iterable[Path]) -> Iterator[Article | Refusal]:
    """One article or one refusal a path; a bad file never stops the others."""
    seen: dict[str, Path] = {}
    for path in find_paths(paths):
        article = read_article(path)
        if isinstance(article, Article) and article.id in seen:
            article = Refusal(path, f"its id {article.id} is taken by {seen[article.id]}: rename one of the two")
        elif isinstance(article, Article):
            seen[article.id] = path
        yield article


def read_article(path: Path) -> Article | Refusal:
    try:
        if path.suffix not in KINDS:
            return Refusal(path, f"is not an article file ({', '.join(sorted(KINDS))})")
        size = path.stat().st_size
        if size > LARGEST:
            return Refusal(path, f"is {size:,} bytes; an article has at most {LARGEST:,}: split it")
        data = path.read_bytes()
        sidecar = _sidecar(path)
    except OSError as error:
        return Refusal(path, f"can't be opened: {error.strerror or error}")
    except YamlError as error:
        return Refusal(path, f"its sidecar is wrong: {error}")
    raw = _decode(data)
    if raw is None:
        return Refusal(path, "is not text in an encoding that can be told for sure: save it as UTF-8")
    if not raw.strip("\ufeff \t\r\n\u00a0"):
        return Refusal(path, "is empty")
    if CONTROL.search(raw):
        return Refusal(path, "is binary, not text")
    resolved = path.resolve()
    source = resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else path.name
    return Article(re.sub(r"[^\w.-]", "_", path.stem), raw, source, hashlib.sha256(data).hexdigest(), sidecar)


def _decode(data: bytes) -> str | None:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        return None
    best = from_bytes(data, cp_isolation=["cp1251"]).best()  # the one legacy encoding that Kyrgyz sites used
    return str(best) if best and best.encoding == "cp1251" else None


def _sidecar(path: Path) -> dict:
    beside = path.with_suffix(".yaml")
    if not beside.exists():
        return {}
    data = read_yaml(beside) or {}
    unknown = sorted(set(data) - SIDECAR) if isinstance(data, dict) else ["not a mapping"]
    if unknown:
        raise YamlError(beside, 1, f"unknown field {', '.join(unknown)}; known are {', '.join(sorted(SIDECAR))}")
    return data
