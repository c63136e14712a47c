"""What is promised of an article that somebody adds: seen before it is kept, and harmless whatever it is made of."""

import contextlib
import io
import subprocess
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.articles import LARGEST
from loaders.records import check
from loaders.records.history import changes
from loaders.records.writing import Refused, Stale, undo
from loaders.review.adding import Unfit, add, proposed, sidecar
from loaders.review.rereading import forget
from tests.workshop.conftest import SELF, TEXTS, Project, shown

PAGE = (
    "<html><head><title>Мугалимдер окуйт</title></head><body><article><h1>Мугалимдер окуйт</h1><p>"
    + "«Билим» коомдук фонду «Жаркын китеп» долбоорун 2025-жылы бүтүрөт. " * 8
    + "</p></article></body></html>"
).encode()
NEWS = "Мугалимдер окуйт\n\n«Билим» коомдук фонду «Жаркын китеп» долбоорун 2025-жылы бүтүрөт.\n"


def look(project: Project, name: str, data: bytes, **said: str):
    return proposed(project.root, name, data, said, project.tables)


def everything(project: Project) -> list[str]:
    return sorted(path.as_posix() for path in project.root.parent.rglob("*"))


def test_it_is_read_before_it_is_kept_and_the_same_afterwards(project: Project):
    before = everything(project)
    new = look(project, "Жаңы макала.txt", NEWS.encode(), url="https://example.org/a", published="2025-03-26")
    assert new.record["published"]["edtf"] == "2025-03-26" and new.name == "zhangy-makala.txt"
    assert {part["id"] for part in new.record["partners"]} == {"bilim-fund"}
    assert everything(project) == before
    id_ = new.article.id
    add(project.root, new, SELF)
    assert project.text(f"seeds/{new.name}") == NEWS
    kept = project.extracted[id_]
    project.read(id_)
    assert project.extracted[id_] == kept, "reading it again says the same"
    assert check(project.root) == []


HOSTILE = [
    "../../evil.txt",
    "..\\..\\evil.txt",
    "C:\\x\\one.txt",
    "a\x00b.md",
    ".txt",
    "x" * 500 + ".txt",
    "<img src=x>.txt",
]


def test_a_name_can_lead_nowhere_and_replaces_nothing(project: Project):
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    for name in HOSTILE:
        with contextlib.suppress(Unfit):
            add(project.root, look(project, name, f"{name}\n\n{NEWS}".replace("\x00", "").encode()), SELF)
    new = {path for path in project.root.parent.rglob("*") if path.is_file()} - set(before)
    articles = [path for path in new if path.suffix in (".txt", ".md")]
    assert len(articles) >= 5 and {path.parent for path in articles} == {project.root / "seeds"}
    assert all(path.name.replace("-", "").replace(".", "").isalnum() and len(path.name) < 90 for path in articles)
    assert not [path for path in project.root.parent.iterdir() if path != project.root]
    assert all(path.read_bytes() == data for path, data in before.items())


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * (150 * 2**20))
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.exe", b"text"), ("a", b"text"), ("a.txt", b""), ("a.txt", b"\x00\x01\x02"), ("a.txt", b" \n"),
     ("a.pdf", b"%PDF-1.4 broken"), ("a.docx", b"PK\x03\x04nothing"), ("a.txt.yaml", b"x: 1"), ("a.html.text", b"x")],
)  # fmt: skip
def test_what_is_no_article_is_refused_with_its_reason(project: Project, name, data):
    before = everything(project)
    with pytest.raises(Unfit) as told:
        look(project, name, data)
    assert str(told.value) and everything(project) == before


def test_too_large_a_file_and_one_that_unpacks_beyond_measure_are_refused(project: Project):
    with pytest.raises(Unfit, match="at most"):
        look(project, "a.txt", b"a" * (LARGEST + 1))
    with pytest.raises(Unfit, match="unpacks"):
        look(project, "a.docx", bomb())


@pytest.mark.parametrize(
    "said",
    [{"url": "javascript:alert(1)"}, {"url": "file:///etc/passwd"}, {"published": "26.03.2025"}, {"language": "tr"}],
)
def test_what_is_said_of_it_is_checked_before(project: Project, said):
    with pytest.raises(Unfit) as told:
        look(project, "a.txt", NEWS.encode(), **said)
    assert told.value.problems


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_whatever_the_outlet_is_called_it_is_one_value(outlet):
    from pathlib import Path

    from loaders.records.reading import parse

    data = parse(Path("x.yaml"), sidecar({"outlet": outlet}).encode()).data
    assert data in (None, {"outlet": outlet.strip()}) or "\t" in outlet


def test_the_very_text_and_the_same_story_are_told(project: Project):
    assert look(project, "again.txt", TEXTS["two"].encode()).same == "two"
    longer = TEXTS["two"] + "\nБөлүшүү\n"
    new = look(project, "again.txt", longer.encode())
    assert (new.same, new.story) == (None, "two")
    assert look(project, "new.txt", NEWS.encode()).story is None


def test_a_file_that_has_come_meanwhile_is_not_written_over(project: Project):
    new = look(project, "a.txt", NEWS.encode())
    (project.root / "seeds" / new.name).write_text("theirs", encoding="utf-8")
    with pytest.raises(Unfit, match="such a file already"):
        add(project.root, new, SELF)
    assert project.text(f"seeds/{new.name}") == "theirs"


def test_if_the_sidecar_is_refused_nothing_is_left_behind(project: Project, monkeypatch):
    from loaders.review import adding

    def refusing(*_args):
        raise Refused([])

    monkeypatch.setattr(adding, "save", refusing)
    before = everything(project)
    with pytest.raises(Refused):
        add(project.root, look(project, "a.txt", NEWS.encode()), SELF)
    assert everything(project) == before


def test_in_the_page_pasted_text_is_seen_marked_then_kept_and_opened(project: Project, at):
    app = at("articles", add="article")
    app.text_area(key="adding_text").set_value(NEWS + "<script>alert(1)</script>").run()
    told = shown(app)
    assert "Bilim Public Foundation" in told and 'class="bm-k-partner"' in told
    assert "<script>alert" not in told and "&lt;script&gt;" in told
    assert not (project.root / "seeds" / "mugalimder-okuit.txt").exists()
    app.button(key="adding_save").click().run()
    assert not app.exception and (project.root / "seeds" / "mugalimder-okuit.txt").exists()
    assert app.query_params["article"] in (["mugalimder-okuit"], "mugalimder-okuit")


def test_an_article_is_kept_by_nobody_who_may_not(project: Project, at, monkeypatch):
    app = at("articles", add="article")
    app.text_area(key="adding_text").set_value(NEWS).run()
    monkeypatch.delenv("BILIM_MAINTAIN")
    before = everything(project)
    app.button(key="adding_save").click().run()
    assert everything(project) == before
    assert "Add an article" not in shown(at("articles", add="article"))


def in_git(project: Project) -> None:
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=O", "-c", "user.email=o@o.kg", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=project.root, check=True)


def told_by_git(project: Project, *asked: str) -> str:
    return subprocess.run(["git", *asked], cwd=project.root, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("how", ["git", "journal"])
def test_an_article_is_one_change_with_its_author_and_can_be_taken_back(project: Project, how):
    if how == "git":
        in_git(project)
    before = everything(project)
    change = add(project.root, look(project, "a.html", PAGE), SELF)
    assert [(one.id, one.author, one.edits[0].record) for one in changes(project.root, limit=1)] == [
        (change.id, SELF, "a")]  # fmt: skip
    if how == "git":
        assert told_by_git(project, "show", "--name-only", "--format=", "HEAD").split() == [
            "seeds/a.html",
            "seeds/a.yaml",
        ]
        assert told_by_git(project, "status", "--porcelain", "seeds").split() == ["??", "seeds/a.html.text"]
    undo(project.root, change.id, SELF)
    forget(project.root)
    left = [one for one in everything(project) if "/.git" not in one and "/.saving" not in one and "history" not in one]
    assert left == [one for one in before if "/.git" not in one and "/.saving" not in one]
    if how == "git":
        assert told_by_git(project, "status", "--porcelain") == ""


def test_an_article_that_somebody_changed_since_is_not_taken_back(project: Project):
    change = add(project.root, look(project, "a.txt", NEWS.encode()), SELF)
    path = project.root / "seeds/a.txt"
    path.write_text(NEWS + "Дагы бир сап.\n", encoding="utf-8")
    with pytest.raises(Stale):
        undo(project.root, change.id, SELF)
    assert path.exists() and (project.root / "seeds/a.yaml").exists()


def test_an_article_is_back_where_its_going_could_not_be_kept(project: Project, monkeypatch):
    from loaders.records import journal

    change = add(project.root, look(project, "a.txt", NEWS.encode()), SELF)
    before = {path: path.read_bytes() for path in (project.root / "seeds").iterdir()}

    def full(*_):
        raise OSError("disk full")

    monkeypatch.setattr(journal, "append", full)
    with pytest.raises(OSError, match="full"):
        undo(project.root, change.id, SELF)
    assert {path: path.read_bytes() for path in (project.root / "seeds").iterdir()} == before


def test_in_the_page_an_article_just_added_is_taken_back(project: Project, at):
    app = at("articles", add="article")
    app.text_area(key="adding_text").set_value(NEWS).run()
    app.button(key="adding_save").click().run()
    assert "Saved: mugalimder-okuit" in shown(app)
    app.button(key="saving_undo").click().run()
    assert "There is no article" in shown(app)
    assert not [one for one in everything(project) if "okuit" in one]


def test_where_git_does_not_take_a_change_the_maintainer_is_told_what_to_do(project: Project, at, monkeypatch):
    monkeypatch.setattr("loaders.records.committing.PATIENCE", 0)
    in_git(project)
    lock = project.root / ".git/index.lock"
    lock.touch()
    app = at("articles", add="article", lang="ru")
    app.text_area(key="adding_text").set_value(NEWS).run()
    app.button(key="adding_save").click().run()
    told = shown(app)
    assert "не записано в git" in told and "удалите .git/index.lock" in told
    assert [one.author for one in changes(project.root, limit=1)] == [SELF]
    lock.unlink()
    book = project.root / "data/records/initiatives/jarkyn-kitep.yaml"
    book.write_text(book.read_text() + "# by hand\n")
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    app.text_input(key="field initiatives/jarkyn-kitep end").set_value("2026").run()
    app.button(key="editing_look").click().run()
    app.button(key="editing_save").click().run()
    assert "had changes that were not committed yet" in shown(app)


@pytest.mark.parametrize(("language", "words"), [("ky", "бузулган"), ("ru", "повреждён")])
def test_why_it_is_refused_is_said_in_the_readers_language(project: Project, language, words):
    with pytest.raises(Unfit) as told:
        look(project, "a.pdf", b"%PDF-1.4 broken")
    assert words in told.value.message.in_(language)
