"""A small project of its own, really read, that tests may write into: never the project itself."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from loaders.articles import read_article
from loaders.records import ROOT, Register, dump_extracted, dump_imported, load_extracted, load_imported, load_register
from loaders.records.writing import Author, save
from loaders.review.candidate import Candidate
from loaders.review.candidates import candidates
from loaders.review.rereading import reader_of
from loaders.tables import Tables, build_tables

RECORDS = {
    "partners/bilim-fund.yaml": """# yaml-language-server: $schema=../../schema/partner.yaml
id: bilim-fund
names:
  ky: «Билим» коомдук фонду
  ru: Общественный фонд «Билим»
  en: Bilim Public Foundation
kind: foundation  # since its founding
country: KG
""",
    "partners/kg-moes.yaml": """# yaml-language-server: $schema=../../schema/partner.yaml
id: kg-moes
names:
  ky: Билим берүү жана илим министрлиги
  ru: Министерство образования и науки
  en: Ministry of Education and Science
kind: ministry
""",
    "initiatives/jarkyn-kitep.yaml": """# yaml-language-server: $schema=../../schema/initiative.yaml
id: jarkyn-kitep
names:
  ky: «Жаркын китеп» долбоору
  ru: Проект «Жаркын китеп»
  en: Bright Book project
kind: project
start: '2022'
levels: [school]
sources:
  - https://example.org/book
""",
}
TEXTS = {
    "one": """Айылдарда жаңы китепканалар ачылат

Билим берүү жана илим министрлиги «Жаркын китеп» долбоорун 2023-жылы баштаган. «Жаркын китеп» долбоорун «Үмүт Булагы» \
коомдук фонду каржылайт. «Үмүт Булагы» коомдук фондунун директору Айгүл Асанова мугалимдер үчүн \
окуу китептери даярдалганын айтты.
""",
    "two": """Мугалимдер окутулду

«Үмүт Булагы» коомдук фонду мугалимдерге санариптик көндүмдөр боюнча тренинг өткөрдү. Тренингге 40 мугалим катышты.
""",
    "three": """Мектептерге жардам

Билим берүү жана илим министрлиги айылдык мектептердин окуучуларына жардам көрсөтөт.
""",
}
SELF = Author("Айгүл", "aigul@example.org")


@dataclass(frozen=True)
class Project:
    """The folder, and what stands in it now."""

    root: Path

    @property
    def register(self) -> Register:
        return load_register(self.root / "data")

    @property
    def extracted(self) -> dict:
        return load_extracted(self.root / "data")

    @property
    def tables(self) -> Tables:
        return build_tables(self.root)

    def candidates(self) -> tuple[Candidate, ...]:
        return candidates(self.register, self.extracted, self.tables, load_imported(self.root / "data"))

    def one(self, kind: str, part: str = "") -> Candidate:
        [found] = [one for one in self.candidates() if one.kind == kind and part in one.id]
        return found

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def save(self, drafts) -> None:
        save(self.root, drafts.edits(), SELF, "a test")

    def add(self, name: str, text: str) -> None:
        """An article put into seeds and read."""
        (self.root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        self.read(name)

    def table(self, *said: tuple[str, str, str, object]) -> None:
        """A table that says otherwise: kind of record, id, field, value."""
        rows = [dict(zip(("of", "id", "field", "value"), one, strict=True)) for one in said]
        dump_imported(self.root / "data", "list", [{"row": n} | row for n, row in enumerate(rows, 2)])

    def read(self, *names: str) -> None:
        reader = reader_of(self.register)
        for name in names or [path.stem for path in sorted((self.root / "seeds").glob("*.txt"))]:
            article = read_article(self.root / "seeds" / f"{name}.txt")
            whole = reader.read(replace(article, source=f"seeds/{name}.txt"))
            dump_extracted(whole, self.root / "data" / "extracted" / f"{name}.yaml")


@pytest.fixture(scope="session")
def read_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workshop") / "project"
    for folder in ("vocabulary", "language", "schema"):
        shutil.copytree(ROOT / "data" / folder, root / "data" / folder)
    (root / "data" / "vocabulary" / "settled.yaml").unlink(missing_ok=True)
    for name, text in RECORDS.items():
        path = root / "data" / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "data" / "records" / "centres").mkdir()
    (root / "seeds").mkdir()
    for name, text in TEXTS.items():
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    Project(root).read()
    return root


@pytest.fixture
def project(read_project: Path, tmp_path: Path) -> Project:
    root = tmp_path / "project"
    shutil.copytree(read_project, root)
    return Project(root)


@pytest.fixture
def at(project: Project, monkeypatch: pytest.MonkeyPatch):
    """The pages over the small project: a path and its query in → the page as drawn, its widgets alive."""
    from streamlit import config
    from streamlit.testing.v1 import AppTest

    from pages.parts import opening, permission

    monkeypatch.setattr(opening, "ROOT", project.root)
    monkeypatch.setenv("BILIM_AUTHOR", f"{SELF.name} <{SELF.email}>")
    monkeypatch.setenv("BILIM_MAINTAIN", "1")
    permission._here.cache_clear()
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")

    def opened(path: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / "_frame.py"), default_timeout=120)
        asked = {"lang": "en"} | query
        for name, value in asked.items():
            app.query_params[name] = value
        app.run()
        app.switch_page(f"{path}.py")
        for name, value in asked.items():
            app.query_params[name] = value
        return app.run()

    yield opened
    config.set_option("server.address", before)
    permission._here.cache_clear()


def shown(app) -> str:
    assert not app.exception, app.exception
    return "\n".join(element.value for element in app.html if not element.value.startswith(("<style", "<script")))
