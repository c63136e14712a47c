"""A change of any file behind the tables is seen; nothing else is taken for one."""

import os
import shutil
import threading

import pytest

from loaders.tables import freshness
from loaders.tables.freshness import signature


@pytest.fixture
def root(tmp_path):
    for folder in ("data/records/partners", "data/extracted", "seeds"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/records/partners/a.yaml").write_text("id: a\n")
    (tmp_path / "seeds/1.txt").write_text("бир")
    return tmp_path


def renamed_into(path, text):
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text)
    temporary.replace(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: renamed_into(root / "data/records/partners/a.yaml", "id: a\nwebsite: b\n"),
        lambda root: (root / "seeds/2.txt").write_text("эки"),
        lambda root: (root / "seeds/1.txt").unlink(),
        lambda root: (root / "seeds/1.txt").rename(root / "seeds/3.txt"),
        lambda root: (root / "data/vocabulary").mkdir() or (root / "data/vocabulary/goals.yaml").write_text("[]"),
        lambda root: shutil.rmtree(root / "data/extracted") or shutil.rmtree(root / "seeds"),
    ],
)
def test_a_file_written_removed_or_renamed_is_seen_at_once(root, monkeypatch, change):
    monkeypatch.setattr(freshness, "SHARE", 1e-9)  # the next look by the clock is years away
    before = signature(root)
    assert signature(root) == before
    change(root)
    assert signature(root) != before


def test_a_file_changed_in_place_is_seen_when_it_is_time_to_look_again(root, monkeypatch):
    monkeypatch.setattr(freshness, "SHARE", 1e9)  # it always is
    before = signature(root)
    with (root / "seeds/1.txt").open("a") as file:
        file.write("!")
    assert signature(root) != before


def test_nobody_waits_for_a_long_look_and_the_next_page_has_what_it_found(root, monkeypatch):
    monkeypatch.setattr(freshness, "SHARE", 1e9)
    monkeypatch.setattr(freshness, "LONG", 0)
    before = signature(root)
    with (root / "seeds/1.txt").open("a") as file:
        file.write("!")
    assert signature(root) == before
    for thread in threading.enumerate():
        if thread.name == "freshness":
            thread.join()
    assert signature(root) != before


def test_what_is_half_written_or_written_again_the_same_is_no_change(root):
    before = signature(root)
    (root / "seeds/.2.txt.tmp").write_text("жар")
    (root / "seeds/.2.txt.tmp").unlink()
    assert signature(root) == before


def test_an_unchanged_folder_is_not_looked_through_again(root, monkeypatch):
    monkeypatch.setattr(freshness, "SHARE", 1e-9)
    before, looks = signature(root), []
    monkeypatch.setattr(freshness.os, "scandir", lambda folder: looks.append(folder) or os.scandir(folder))
    assert signature(root) == before and looks == []


def test_two_projects_are_not_taken_for_each_other(root, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    assert signature(other) != signature(root)
