"""Whatever stands in a file of data/, check says so, follows nothing out of the project and runs nothing."""

import os
from pathlib import Path

import pytest

from loaders.records import check, mend, tidy
from loaders.records.reading import parse
from tests.records.conftest import HEAD
from tests.records.test_check import NAMES

TOP = HEAD.format("partner")


def said(project) -> list[str]:
    return [str(problem) for problem in check(project.root)]


def test_an_alias_bomb_is_not_expanded():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    document = parse(Path("x.yaml"), "\n".join(lines).encode())
    assert {one.message.kind for one in document.problems} == {"anchor"}
    assert len(repr(document.data)) < 5_000


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused_at_its_limit(opening):
    document = parse(Path("x.yaml"), (opening * 200_000).encode())
    assert document.problems[-1].message.kind in ("too-deep", "not-yaml")
    assert document.data is None


def test_the_largest_file_allowed_and_one_byte_more(project):
    text = f"{TOP}id: a\n{NAMES}# "
    project.write("data/records/partners/a.yaml", text + "x" * (5_000_000 - len(text.encode())))
    assert said(project) == []
    project.write("data/records/partners/a.yaml", text + "x" * (5_000_001 - len(text.encode())))
    assert "larger than 5 MB" in said(project)[0]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!<x> y", "!!binary aGk="]
)
def test_a_tag_runs_nothing(project, tag):
    project.write("data/records/partners/a.yaml", f"{TOP}id: a\n{NAMES}website: {tag}\n")
    assert any(":4: tags (" in one for one in said(project))


@pytest.mark.parametrize(
    "name", ["..yaml", "a b.yaml", "A.yaml", "-rf.yaml", "a\n.yaml", "$(x).yaml", "a;b.yaml", "ａ.yaml"]
)
def test_a_file_name_that_is_no_id_is_refused_and_printed_on_one_line(project, name):
    id_ = name.removesuffix(".yaml").replace("\n", "\\n")
    project.write(f"data/records/partners/{name}", f'{TOP}id: "{id_}"\n{NAMES}')
    told = check(project.root)
    assert any(one.message.kind == "wrong-form" for one in told)
    assert all("\n" not in str(one) for one in told)


@pytest.mark.parametrize("id_", ["../../x", "/etc/passwd", "a/b", "..", "C:\\x", "a%2fb"])
def test_an_id_that_would_be_a_path_is_refused(project, id_):
    project.write("data/records/partners/a.yaml", f"{TOP}id: '{id_}'\n{NAMES}")
    assert any("is not small Latin letters, digits and hyphens" in one for one in said(project))


def test_links_are_neither_read_nor_written(project, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "secret.yaml"
    secret.write_text("password: [hush\n")
    (project.root / "data/records/partners/a.yaml").symlink_to(secret)
    (project.root / "data/records/partners/gone.yaml").symlink_to(outside / "gone.yaml")
    (project.root / "data/records/partners/folder.yaml").symlink_to(outside)
    (project.root / "seeds").mkdir()
    (project.root / "seeds/a.yaml").symlink_to(secret)
    told = said(project)
    assert len(told) == 4 and all("this is a link to another file" in one for one in told)
    assert "hush" not in "".join(told)
    assert tidy(project.root) == [] and mend(project.root) == []
    assert secret.read_text() == "password: [hush\n"


def test_a_folder_of_records_that_is_a_link_is_not_read(project, tmp_path):
    outside = tmp_path / "outside"
    (project.root / "data/records/partners").rename(outside)
    (project.root / "data/records/partners").symlink_to(outside)
    assert "data/records/partners:1: this is a link to another file; put the file itself here" in said(project)
    assert not any("river-school.yaml" in one for one in said(project))


@pytest.mark.parametrize(
    "source", ["/etc/hostname", "../secret.txt", "seeds/link.txt", "seeds/" + "x" * 5000, "seeds/a\\0b"]
)
def test_an_articles_file_outside_the_project_is_not_read(project, tmp_path, source):
    (project.root.parent / "secret.txt").write_text("hush")
    project.write("seeds/a.txt", "x")
    (project.root / "seeds/link.txt").symlink_to(project.root.parent / "secret.txt")
    place = "{start: 0, end: 4, quote: xxxx}"
    project.write(
        "data/extracted/a.yaml",
        f'article: a\nsource: "{source}"\nsha256: {"a" * 64}\nlanguage: ky\nrelevant: true\n'
        f"partners:\n  - {{id: lake-fund, role: funder, evidence: [{place}]}}\n",
    )
    told = said(project)
    assert len(told) == 1 and "is not there" in told[0] and "hush" not in told[0]


@pytest.mark.skipif(os.getuid() == 0, reason="root reads every file")
def test_a_file_nobody_may_read_is_an_error_and_no_silence(project):
    project.write("data/records/partners/a.yaml", "id: a\n").chmod(0)
    with pytest.raises(PermissionError):
        check(project.root)
