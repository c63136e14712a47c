"""A file of anybody's making comes in; out goes what would be read in it, and then the article in seeds/, read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import Any

from loaders.articles import KINDS, Article, Refusal, read_article, store_text
from loaders.articles.formats import FORMATS
from loaders.records import Message, Problem, dump_extracted, load_register, say
from loaders.records.extracted import write_atomically
from loaders.records.reading import parse
from loaders.records.schemas import schema
from loaders.records.shape import shape_problems
from loaders.records.spelling import fields
from loaders.records.writing import Author, Change, Edit, save
from loaders.review.ids import slug
from loaders.review.rereading import reader_of
from loaders.tables import Tables
from loaders.tables.same_story import stories
from loaders.tables.searching import folded

LONGEST_NAME = 80


class Unfit(ValueError):
    """A file that can't become an article: the `message` says why, or `problems` where its url, date or language is
    wrong."""

    def __init__(self, message: Message | None, problems: tuple[Problem, ...] = ()):
        super().__init__(str(message or "; ".join(map(str, problems))))
        self.message, self.problems = message, problems


@dataclass(frozen=True)
class Proposal:
    """`same`: an article with this very text; `story`: one that tells the same story."""

    name: str
    data: bytes
    sidecar: str
    article: Article
    record: Mapping[str, Any]
    same: str | None = None
    story: str | None = None


def proposed(root: Path, name: str, data: bytes, said: Mapping[str, Any], known: Tables) -> Proposal:
    """Nothing is written; raises Unfit. Of the name only letters and its ending are kept."""
    own = PureWindowsPath(name.replace("\x00", "")).name  # knows both / and \
    ending = Path(own).suffix.lower()
    if ending not in KINDS:
        raise Unfit(say("no-article-file", kinds=sorted(KINDS)))
    stem = free_name(root, slug(Path(own).stem)[:LONGEST_NAME])
    text = sidecar(said)
    path = Path("seeds", f"{stem}.yaml")
    document = parse(path, text.encode())
    if wrong := (*document.problems, *(shape_problems(path, document, "sidecar") if document.data else ())):
        raise Unfit(None, wrong)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{stem}{ending}"
        file.write_bytes(data)
        file.with_suffix(".yaml").write_text(text, encoding="utf-8")
        found = read_article(file)
    if isinstance(found, Refusal):
        raise Unfit(found.message)
    article = _placed(root, found, stem, ending)
    record = reader_of(load_register(root / "data")).read(article)
    return Proposal(f"{stem}{ending}", data, text, article, record, *_alike(article, known))


def _placed(root: Path, article: Article, stem: str, ending: str) -> Article:
    """As it is once it lies in seeds/."""
    if ending not in FORMATS:
        return replace(article, source=f"seeds/{stem}{ending}")
    original = {**(article.original or {}), "path": f"seeds/{stem}{ending}"}
    text_path = root / "seeds" / f"{stem}{ending}.text"
    return replace(article, source=f"seeds/{stem}{ending}.text", original=original, text_path=text_path)


def _alike(article: Article, known: Tables) -> tuple[str | None, str | None]:
    new = folded(article.raw, known.lookalikes)
    same = next((id_ for id_, text in known.folded.items() if text.split() == new.split()), None)
    story = stories({**known.folded, article.id: new})[article.id]
    return same, story if story != article.id else None


def sidecar(said: Mapping[str, Any]) -> str:
    """url, outlet, published, language, as far as they are known."""
    given = {key: value.strip() for key, value in said.items() if isinstance(value, str) and value.strip()}
    return "\n".join([*fields(given, schema("sidecar")), ""])


def free_name(root: Path, stem: str) -> str:
    """One no article has, whatever its ending."""
    taken = {path.name.split(".")[0] for path in (root / "seeds").iterdir()} | {
        path.stem for path in (root / "data" / "extracted").glob("*.yaml")
    }
    number, name = 2, stem
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def add(root: Path, new: Proposal, author: Author) -> Change:
    """Keeps the article and what is known of it as one change of the author's, and what was read in it."""
    place = Path("seeds", new.name)
    file = root / place
    if file.exists() or file.is_symlink():
        raise Unfit(say("file-there"))
    write_atomically(file, new.data)
    beside = Path("seeds", f"{new.article.id}.yaml")
    try:
        change = save(root, [Edit(beside, new.sidecar, None)], author, f"add the article {new.article.id}", [place])
    except Exception:
        file.unlink()
        raise
    if isinstance(refusal := store_text(new.article), Refusal):
        raise Unfit(refusal.message)
    dump_extracted(dict(new.record), root / "data" / "extracted" / f"{new.article.id}.yaml")
    return change
