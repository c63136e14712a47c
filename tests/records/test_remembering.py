"""Remembering makes check and tidy fast and changes nothing of what they say."""

import hashlib
import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.records import check, looking, tidy
from loaders.records.quotes import utf8_text
from loaders.records.remembering import Memory
from tests.records.conftest import Project
from tests.records.test_check import ARTICLE, DIGEST, NAMES, RAW

QUOTED = f"""\
article: story
source: seeds/story.txt
sha256: {DIGEST}
language: ky
relevant: true
partners:
  - {{id: lake-fund, role: funder, evidence: [{{start: 0, end: 9, quote: Көл фонду}}]}}
"""
HEAD = "# yaml-language-server: $schema=../../schema/partner.yaml\n"
TEXTS = [
    HEAD + f"id: a\n{NAMES}",
    HEAD + f"id: a\n{NAMES}also: [КФ]\nkind: ngo\n",
    HEAD + f"id: a\n{NAMES}also: [КФ]\nvalid_from: '2024'\nkind: [no, ngo\n",
    HEAD + f"id: lake-fund\n{NAMES}valid_to: 2020-05-12\nsucceeded_by: [a, river-schol]\n",
    HEAD + "kind: foundation\nid: lake-fund\nnames: {ky: Көл фонду, ru: Фонд озера, en: Lake Fund}\nalso: [КФ, КФ]\n",
    "id: [\n",
    "",
    RAW,
    RAW + "1",
    QUOTED,
    QUOTED.replace("Көл фонду", "Көл фонд"),
    f"article: story\n{ARTICLE}",
    "outlet: x\n",
]
FILES = [
    "data/records/partners/a.yaml",
    "data/records/partners/lake-fund.yaml",
    "data/records/outlets/a.yaml",
    "data/extracted/story.yaml",
    "seeds/story.txt",
    "seeds/story.yaml",
]
edits = st.lists(
    st.tuples(st.sampled_from(FILES), st.sampled_from([*TEXTS, None, "touch", "damage"])), min_size=1, max_size=6
)


def said(project, cache=None) -> list:
    return check(project.root, cache=cache)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits)
def test_what_is_remembered_is_what_would_be_found(tmp_path_factory, edits):
    project = Project(tmp_path_factory.mktemp("remembered"))
    for path in (project.root / "data/vocabulary").glob("*.yaml"):
        path.write_text("".join(path.read_text().splitlines(keepends=True)[:3]))
    cache, tidied = project.root / ".cache/check.json", project.root / ".cache/tidy.json"
    for name, text in edits:
        path = project.root / name
        if text is None:
            path.unlink(missing_ok=True)
        elif text == "touch":
            path.exists() and path.touch()
        elif text == "damage":
            cache.exists() and cache.write_bytes(cache.read_bytes()[:-20] + b"0" * 20)
        else:
            project.write(name, text)
        remembered, found = said(project, cache), said(project)
        assert remembered == found
        assert [one.in_("ky") for one in remembered] == [one.in_("ky") for one in found]
        assert tidy(project.root, write=False, cache=tidied) == tidy(project.root, write=False)
    shutil.rmtree(project.root)


def test_only_what_changed_is_worked_out_again(project, monkeypatch):
    cache = project.root / ".cache/check.json"
    said(project, cache)
    read: list[str] = []
    from loaders.records import summaries

    parse = summaries.parse
    monkeypatch.setattr(summaries, "parse", lambda path, raw: read.append(path.name) or parse(path, raw))
    assert said(project, cache) == [] and read == []
    project.record("partners/lake-fund.yaml", f"id: lake-fund\n{NAMES}")
    said(project, cache)
    assert read == ["lake-fund.yaml"]


def test_tidy_looks_at_a_file_again_only_after_it_changed(project, monkeypatch):
    cache = project.root / ".cache/tidy.json"
    tidy(project.root, cache=cache)
    monkeypatch.setattr(sys.modules["loaders.records.tidying"], "tidied_text", lambda path, raw: pytest.fail(path.name))
    assert tidy(project.root, cache=cache) == []


def test_an_article_that_changed_is_compared_again_though_its_file_did_not(project):
    cache = project.root / ".cache/check.json"
    project.write("seeds/story.txt", RAW)
    project.write("data/extracted/story.yaml", QUOTED)
    assert said(project, cache) == []
    project.write("seeds/story.txt", RAW + "1")
    assert ["has changed since" in str(one) for one in said(project, cache)] == [True]
    (project.root / "seeds/story.txt").unlink()
    assert ["is not there" in str(one) for one in said(project, cache)] == [True]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: b"\xff" * 100,
        lambda raw: raw[:-1],
        lambda raw: raw.replace(b'"problems":[]', b'"problems":[[1,{"say":"tab","words":{}}]]', 1),
        lambda raw: b"0" * 64 + raw[64:],
        lambda raw: raw + b"\n",
    ],
    ids=["empty", "noise", "cut", "forged", "seal", "longer"],
)
def test_a_damaged_memory_is_ignored(project, damage):
    cache = project.root / ".cache/check.json"
    said(project, cache)
    whole = cache.read_bytes()
    cache.write_bytes(damage(whole))
    assert cache.read_bytes() != whole
    assert said(project, cache) == []
    assert cache.read_bytes() == whole


def test_what_other_code_remembered_is_ignored(project):
    cache = project.root / ".cache/check.json"
    said(project, cache)
    body = json.loads(cache.read_bytes().partition(b"\n")[2])
    body["version"] = "other"
    for _fingerprint, one in body["known"].values():
        one["problems"] = [[1, {"say": "tab", "words": {}}]]
    raw = json.dumps(body).encode()
    cache.write_bytes(hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw)
    assert said(project, cache) == []


def test_a_memory_forgets_what_is_no_longer_there_and_what_is_of_other_bytes(tmp_path):
    path = tmp_path / "memory.json"
    with Memory(path, "x") as memory:
        memory.keep("a", "1", {"said": 1})
        memory.keep("b", "1", {"said": 2})
    with Memory(path, "x") as memory:
        assert memory.recall("a", "1") == {"said": 1}
    with Memory(path, "x") as memory:
        assert (memory.recall("a", "1"), memory.recall("b", "1")) == ({"said": 1}, None)
        assert memory.recall("a", "2") is None
    with Memory(path, "another reader") as memory:
        assert memory.recall("a", "1") is None


def test_a_file_left_alone_is_not_even_read_again(project, monkeypatch):
    cache, path = project.root / ".cache/check.json", project.root / "data/records/partners/lake-fund.yaml"
    monkeypatch.setattr(looking, "SETTLED", -(10**12))  # as if all of it had been written long ago
    said(project, cache)
    read: list[str] = []
    monkeypatch.setattr(
        looking.Looks, "read", lambda self, name, *_: read.append(name) or (_ for _ in ()).throw(OSError)
    )
    assert said(project, cache) == [] and read == []
    path.write_bytes(path.read_bytes())
    with pytest.raises(OSError):
        said(project, cache)
    assert read == ["data/records/partners/lake-fund.yaml"]


WAYS = {
    "in place": lambda path, raw: path.write_bytes(raw),
    "renamed into place": lambda path, raw: path.with_name("x").write_bytes(raw) and path.with_name("x").replace(path),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_change_is_seen_though_its_size_and_time_are_those_of_before(project, monkeypatch, way):
    """As `cp -p`, tar and editors that set the time leave it."""
    cache, path = project.root / ".cache/check.json", project.root / "data/records/partners/lake-fund.yaml"
    os.utime(path, ns=(10**18, 10**18))
    before, seen = path.read_bytes(), path.stat()
    monkeypatch.setattr(looking, "SETTLED", -(10**12))
    assert said(project, cache) == []
    time.sleep(0.02)  # a tick of the clock
    WAYS[way](path, before.replace(b"id: lake-fund", b"id: lake-fxnd"))
    os.utime(path, ns=(10**18, 10**18))
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (seen.st_mtime_ns, seen.st_size)
    assert any("lake-fxnd" in str(one) for one in said(project, cache))


def test_a_file_written_just_now_is_read_again_whatever_its_stamp(project, monkeypatch):
    """Twice within one tick of the clock: the stamp of the second writing is that of the first."""
    cache, path = project.root / ".cache/check.json", project.root / "data/records/partners/lake-fund.yaml"
    now = time.time_ns()
    monkeypatch.setattr(looking, "_stamp", lambda _: [now, now, 1, 1])
    assert said(project, cache) == []
    path.write_bytes(path.read_bytes().replace(b"id: lake-fund", b"id: lake-fxnd"))
    assert any("lake-fxnd" in str(one) for one in said(project, cache))


def test_where_nothing_can_be_written_all_works_without_memory(project, monkeypatch):
    def full(*_):
        raise OSError("disk full")

    monkeypatch.setattr("loaders.records.remembering.write_atomically", full)
    assert check(project.root, utf8_text, Path(project.root / ".cache/check.json")) == []
