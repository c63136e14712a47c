"""Nothing a maintainer saves is lost: whole files, all or none, one after the other, each with its author."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders.records import ROOT, history, load_register
from loaders.records.editing import new_record, with_value
from loaders.records.history import changes, saved
from loaders.records.journal import Saved
from loaders.records.writing import Author, Edit, Refused, Stale, current, fingerprint, save, undo

ANA = Author("Ана Бекова", "ana@example.org")
LAKE, RIVER = Path("data/records/partners/lake-fund.yaml"), Path("data/records/partners/river-school.yaml")


def git(root: Path, *arguments: str) -> str:
    own = ("-c", "user.name=Owner", "-c", "user.email=owner@example.org", "-c", "commit.gpgSign=false")
    done = subprocess.run(["git", *own, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


def in_git(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "The register begins")


@pytest.fixture(params=["git", "journal"])
def kept(project, request):
    """A project whose history git keeps, and one where the journal does."""
    if request.param == "git":
        in_git(project.root)
    return project


def edit(root: Path, path: Path, *field, value) -> Edit:
    text = current(root, path)
    kind = path.parent.name.removesuffix("s")
    return Edit(path, with_value(text, kind, field, value), fingerprint(text))


def test_a_save_is_written_and_says_who_changed_what_and_why(kept):
    done = save(kept.root, [edit(kept.root, LAKE, "website", value="https://a.kg")], ANA, "its own site")
    assert load_register(kept.root / "data").partners["lake-fund"]["website"] == "https://a.kg"
    [told] = changes(kept.root, "partners", "lake-fund")[:1]
    assert told == done and (told.author, told.why) == (ANA, "its own site")
    [one] = told.edits
    assert (one.of, one.record, one.field, one.before, one.after) == (
        "partners", "lake-fund", "website", None, "https://a.kg")  # fmt: skip


def test_a_reason_is_told_where_it_speaks_of_the_records(project):
    in_git(project.root)
    for website, program in (("https://a.kg", "data/extracted/one.yaml"), ("https://b.kg", "loaders/dates.py")):
        path = project.root / LAKE
        path.write_text(with_value(path.read_text(), "partner", ("website",), website))
        project.write(program, "changed\n")
        git(project.root, "add", "-A")
        git(project.root, "commit", "-q", "-m", f"Why {website}")
    second, first, begun = changes(project.root, "partners", "lake-fund")
    assert (first.why, begun.why) == ("Why https://a.kg", "The register begins")
    assert second.why == "", "a change of the program has reasons no reader of records asks for"
    assert [edit.after for edit in second.edits] == ["https://b.kg"]


def test_the_second_of_two_editors_sees_both_versions(kept):
    first, second = (edit(kept.root, LAKE, "website", value=f"https://{name}.kg") for name in "ab")
    start = current(kept.root, LAKE)
    save(kept.root, [first], ANA, "")
    with pytest.raises(Stale) as told:
        save(kept.root, [second], ANA, "")
    assert (told.value.base_text, told.value.yours, told.value.theirs) == (start, second.text, first.text)
    assert current(kept.root, LAKE) == first.text


def test_one_stale_file_stops_the_whole_save(kept):
    edits = [
        edit(kept.root, RIVER, "website", value="https://r.kg"),
        edit(kept.root, LAKE, "website", value="https://l.kg"),
    ]
    save(kept.root, [edit(kept.root, LAKE, "country", value="KG")], ANA, "")
    before = current(kept.root, RIVER)
    with pytest.raises(Stale):
        save(kept.root, edits, ANA, "")
    assert current(kept.root, RIVER) == before


def test_what_check_would_report_is_refused_with_its_line(kept):
    before = current(kept.root, LAKE)
    with pytest.raises(Refused) as told:
        save(kept.root, [edit(kept.root, LAKE, "kind", value="fondation")], ANA, "")
    [problem] = told.value.problems
    assert problem.path == LAKE and problem.line == 5 and "did you mean foundation" in str(problem)
    assert current(kept.root, LAKE) == before and not (kept.root / "data/history.jsonl").exists()


def test_a_record_that_others_point_to_is_not_taken_away(kept):
    with pytest.raises(Refused) as told:
        save(kept.root, [Edit(LAKE, None, fingerprint(current(kept.root, LAKE)))], ANA, "")
    assert [one.path.name for one in told.value.problems] == ["boats.yaml"]
    assert (kept.root / LAKE).exists()


def test_old_problems_do_not_stop_a_save(kept):
    kept.record("partners/odd.yaml", "id: odd\nnames: {ky: А, ru: Б, en: C}\nkind: nonsense\n")
    save(kept.root, [edit(kept.root, LAKE, "website", value="https://a.kg")], ANA, "")
    assert "https://a.kg" in current(kept.root, LAKE)


def test_records_come_and_go_together(kept):
    record = {"id": "hill-fund", "names": {"ky": "Дөбө", "ru": "Холм", "en": "Hill"}, "kind": "foundation"}
    path = Path("data/records/partners/hill-fund.yaml")
    new = Edit(path, new_record("partner", record), None)
    points = edit(kept.root, Path("data/records/initiatives/boats.yaml"), "partners", 1,
                  value={"id": "hill-fund", "role": "host"})  # fmt: skip
    done = save(kept.root, [points, new], ANA, "found")
    assert {one.record for one in done.edits} == {"boats", "hill-fund"}
    undo(kept.root, done.id, ANA)
    assert not (kept.root / path).exists()
    assert load_register(kept.root / "data").initiatives["boats"]["partners"] == [{"id": "lake-fund", "role": "funder"}]


def test_undo_gives_back_the_bytes_and_is_itself_a_change(kept):
    start = current(kept.root, LAKE)
    done = save(kept.root, [edit(kept.root, LAKE, "website", value="https://a.kg")], ANA, "")
    back = undo(kept.root, done.id, Author("Бек", "bek@example.org"))
    assert current(kept.root, LAKE) == start
    assert [one.id for one in changes(kept.root, "partners", "lake-fund")][:2] == [back.id, done.id]
    undo(kept.root, back.id, ANA)
    assert "https://a.kg" in current(kept.root, LAKE)


def test_undo_is_refused_where_somebody_went_on_since(kept):
    done = save(kept.root, [edit(kept.root, LAKE, "website", value="https://a.kg")], ANA, "")
    save(kept.root, [edit(kept.root, LAKE, "country", value="KG")], ANA, "")
    with pytest.raises(Stale):
        undo(kept.root, done.id, ANA)
    with pytest.raises(LookupError):
        undo(kept.root, "--all", ANA)


def test_saving_what_is_there_already_changes_nothing(kept):
    text = current(kept.root, LAKE)
    assert save(kept.root, [Edit(LAKE, text, fingerprint("another base"))], ANA, "").edits == ()


@pytest.mark.parametrize(
    "path",
    ["../outside.yaml", "/etc/x.yaml", "data/records/partners/../../../x.yaml", "data/records/partners/a.yml",
     "data/records/others/a.yaml", "data/records/partners/A.yaml", "data/records/partners/-a.yaml",
     "data/records/partners/a b.yaml", "data/records/partners/deep/a.yaml", "data/vocabulary/words.yaml",
     "data/schema/partner.yaml", "data/language/ky.yaml", "data/extracted/a.yaml", "seeds/no-article.yaml",
     "data/records/partners/.a.yaml", "data/records/partners/a\n.yaml", "README.yaml", "dashboard.py"],
)  # fmt: skip
def test_nothing_is_written_anywhere_else(project, path):
    before = {one: one.read_bytes() for one in project.root.rglob("*") if one.is_file()}
    with pytest.raises(Refused):
        save(project.root, [Edit(Path(path), "id: a\n", None)], ANA, "")
    after = {one: one.read_bytes() for one in project.root.rglob("*") if one.is_file()}
    assert after == before


def test_a_link_is_never_written_through(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (project.root / RIVER).rename(outside / RIVER.name)
    (project.root / RIVER).symlink_to(outside / RIVER.name)
    text = current(project.root, RIVER)
    with pytest.raises(Refused):
        save(project.root, [Edit(RIVER, text + "website: https://a.kg\n", fingerprint(text))], ANA, "")
    assert (outside / RIVER.name).read_text() == text


def test_what_is_known_of_an_article_is_saved_beside_it(project):
    project.write("seeds/a.txt", "Текст")
    done = save(project.root, [Edit(Path("seeds/a.yaml"), "published: '2024-05-01'\n", None)], ANA, "")
    assert [(one.of, one.record) for one in done.edits] == [("articles", "a")]
    with pytest.raises(Refused):
        text = current(project.root, Path("seeds/a.yaml"))
        save(project.root, [Edit(Path("seeds/a.yaml"), "published: soon\n", fingerprint(text))], ANA, "")


def test_every_save_has_an_author(project):
    with pytest.raises(ValueError, match="author"):
        save(project.root, [edit(project.root, LAKE, "country", value="KG")], Author("<>\n", ""), "")


# git


def test_a_save_is_a_commit_of_just_its_files(project):
    in_git(project.root)
    project.write("notes.txt", "staged")
    git(project.root, "add", "notes.txt")
    project.write("data/records/partners/other.yaml", "half done")
    save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "its own site\nsee the letter")
    told = git(project.root, "log", "-1", "--name-only", "--format=%an|%ae|%B")
    assert told == (
        "Ана Бекова|ana@example.org|lake-fund: website https://a.kg added\n\nits own site\nsee the letter\n\n"
        f"Saved-with: Bilim Monitor\n\n\n{LAKE}\n"
    )
    assert git(project.root, "status", "--porcelain") == "A  notes.txt\n?? data/records/partners/other.yaml\n"


def test_a_new_record_and_one_taken_away_are_committed_too(project):
    in_git(project.root)
    path = Path("data/records/partners/hill.yaml")
    text = new_record("partner", {"id": "hill", "names": {"ky": "Дөбө", "ru": "Холм", "en": "Hill"}})
    save(project.root, [Edit(path, text, None)], ANA, "")
    save(project.root, [Edit(path, None, fingerprint(text))], ANA, "")
    assert git(project.root, "log", "--format=%s", "-2") == "hill: taken out\nhill: new\n"
    assert git(project.root, "status", "--porcelain") == ""


def test_hooks_and_signing_do_not_run(project):
    in_git(project.root)
    for hook in ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit"):
        path = project.write(f".git/hooks/{hook}", "#!/bin/sh\ntouch ran\nexit 1\n")
        path.chmod(0o755)
    git(project.root, "config", "commit.gpgSign", "true")
    save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "")
    assert "website https://a.kg added" in git(project.root, "log", "-1", "--format=%s")
    assert not (project.root / "ran").exists()


@pytest.mark.parametrize("how", ["staged", "edited", "merging", "ignored", "no identity"])
def test_where_git_is_not_free_the_journal_keeps_the_change(project, how, monkeypatch):
    in_git(project.root)
    path = LAKE
    match how:
        case "staged":
            (project.root / LAKE).write_text((project.root / LAKE).read_text() + "country: KG\n")
            git(project.root, "add", "-A")
        case "edited":
            (project.root / LAKE).write_text((project.root / LAKE).read_text() + "country: KG\n")
        case "merging":
            project.write(".git/MERGE_HEAD", git(project.root, "rev-parse", "HEAD"))
        case "ignored":
            project.write(".gitignore", "new-*.yaml\n")
            path = Path("data/records/partners/new-one.yaml")
        case "no identity":
            monkeypatch.setenv("PATH", "")
    head = None if how == "no identity" else git(project.root, "rev-parse", "HEAD")
    staged = None if how == "no identity" else git(project.root, "diff", "--cached")
    if path == LAKE:
        one = edit(project.root, LAKE, "website", value="https://a.kg")
    else:
        one = Edit(path, new_record("partner", {"id": "new-one", "names": {"ky": "А", "ru": "Б", "en": "C"}}), None)
    done = save(project.root, [one], ANA, "why")
    assert [line["id"] for line in map(json.loads, (project.root / "data/history.jsonl").open())] == [done.id]
    assert changes(project.root)[0] == done
    if head:
        assert (git(project.root, "rev-parse", "HEAD"), git(project.root, "diff", "--cached")) == (head, staged)


@pytest.mark.parametrize("how", ["locked", "merging"])
def test_what_git_once_refused_is_committed_with_the_next_save_and_told_once(project, how):
    in_git(project.root)
    project.write("seeds/a.txt", "Текст")
    bar = project.root / ".git" / {"locked": "index.lock", "merging": "MERGE_HEAD"}[how]
    bar.write_text(git(project.root, "rev-parse", "HEAD"))
    bek, hill = Author("Бек", "bek@example.org"), Path("data/records/partners/hill.yaml")
    new = Edit(hill, new_record("partner", {"id": "hill", "names": {"ky": "Дөбө", "ru": "Холм", "en": "Hill"}}), None)
    known = Edit(Path("seeds/a.yaml"), "published: '2024-05-01'\n", None)
    kept = [
        save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "its own site"),
        save(project.root, [edit(project.root, LAKE, "country", value="KG"), new], bek, "its statute"),
        save(project.root, [known], ANA, "an article", [Path("seeds/a.txt")]),
    ]
    assert {one.aside for one in kept} == {"locked" if how == "locked" else "refused"}
    bar.unlink()
    kept.append(save(project.root, [edit(project.root, RIVER, "country", value="KG")], ANA, "in Osh"))
    assert kept[-1].aside == "" and git(project.root, "status", "--porcelain", "data/records", "seeds") == ""
    caught_up = git(project.root, "log", "-1", "--skip=1", "--format=%B")
    assert all(one.id in caught_up and one.why in caught_up for one in kept[:3]) and "Co-authored-by: Бек" in caught_up
    told = {one.id: one for one in changes(project.root)}
    assert len(told) == 5 and [told[one.id] for one in kept] == kept, "each once, with its own author"
    undo(project.root, kept[2].id, ANA)
    assert git(project.root, "status", "--porcelain", "seeds") == "" and not (project.root / "seeds/a.txt").exists()
    (project.root / "data/history.jsonl").unlink()
    assert {"lake-fund", "hill", "a"} in [{edit.record for edit in one.edits} for one in changes(project.root)]


def test_what_somebody_wrote_besides_is_not_committed_with_what_git_refused(project):
    in_git(project.root)
    bar = project.write(".git/index.lock", "")
    save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "")
    bar.unlink()
    (project.root / LAKE).write_text((project.root / LAKE).read_text() + "country: KG\n")
    done = save(project.root, [edit(project.root, LAKE, "wikidata", value="Q1")], ANA, "")
    assert done.aside == "uncommitted"
    save(project.root, [edit(project.root, RIVER, "country", value="KG")], ANA, "")
    assert git(project.root, "status", "--porcelain", "data/records") == f" M {LAKE}\n"


def test_what_somebody_has_staged_is_theirs_to_commit(project):
    in_git(project.root)
    bar = project.write(".git/index.lock", "")
    save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "")
    bar.unlink()
    git(project.root, "add", str(LAKE))
    save(project.root, [edit(project.root, LAKE, "country", value="KG")], ANA, "")
    save(project.root, [edit(project.root, RIVER, "country", value="KG")], ANA, "")
    assert git(project.root, "status", "--porcelain", "data/records") == f"MM {LAKE}\n"


def test_a_worktree_is_as_good_as_a_repository(project, tmp_path_factory):
    in_git(project.root)
    other = tmp_path_factory.mktemp("tree") / "copy"
    git(project.root, "worktree", "add", "-q", str(other))
    done = save(other, [edit(other, LAKE, "website", value="https://a.kg")], ANA, "")
    assert git(other, "rev-parse", "HEAD").strip() == done.id


def test_a_project_below_the_top_of_a_repository(project, tmp_path_factory):
    top = tmp_path_factory.mktemp("top")
    inner = top / "monitor"
    project.root.rename(inner)
    in_git(top)
    done = save(inner, [edit(inner, LAKE, "website", value="https://a.kg")], ANA, "")
    assert git(top, "show", "--name-only", "--format=", done.id).strip() == f"monitor/{LAKE}"
    assert changes(inner, "partners", "lake-fund")[0] == done


def test_commits_made_by_hand_are_history_too(project):
    in_git(project.root)
    (project.root / LAKE).write_text((project.root / LAKE).read_text() + "country: KG\n")
    git(project.root, "commit", "-qam", "The fund is Kyrgyz\n\nas its statute says")
    [told, *_] = changes(project.root, "partners", "lake-fund")
    assert (told.author.name, told.why) == ("Owner", "The fund is Kyrgyz\n\nas its statute says")
    assert [(one.field, one.after) for one in told.edits] == [("country", "KG")]


# the journal


def test_a_torn_last_line_of_the_journal_costs_only_itself(project):
    first = save(project.root, [edit(project.root, LAKE, "website", value="https://a.kg")], ANA, "")
    journal = project.root / "data/history.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"id": "torn", "at": "20')
    assert [one.id for one in changes(project.root)] == [first.id]
    second = save(project.root, [edit(project.root, LAKE, "country", value="KG")], ANA, "")
    assert [one.id for one in changes(project.root)] == [second.id, first.id]
    assert saved(project.root, second.id).files[0].before == saved(project.root, first.id).files[0].after


# killed, and two at once

SAVERS = """
import os, sys
from pathlib import Path
from loaders.records import writing
from loaders.records.journal import Saved
from loaders.records.writing import Author, Edit, Stale, current, fingerprint, save
root, rounds = Path(sys.argv[1]), int(sys.argv[2])
paths = [Path(f"data/records/partners/{name}.yaml") for name in ("lake-fund", "river-school")]
writing.new_problems = lambda *_: []  # only what is written counts here
writing.history.text_of = lambda *_: None

def count(who):
    done = 0
    while done < rounds:
        texts = [current(root, path) for path in paths]
        number = int(texts[0].rpartition("#")[2].split()[0]) + 1
        edits = [Edit(path, text.rpartition("#")[0] + f"# {number} {who}\\n", fingerprint(text))
                 for path, text in zip(paths, texts)]
        try:
            save(root, edits, Author(who, ""), str(number))
            done += 1
        except Stale:
            pass

for who in map(str.strip, sys.stdin):
    child = os.fork()
    if not child:
        count(who)
        os._exit(0)
    print(child, flush=True)
while True:
    try:
        assert os.waitstatus_to_exitcode(os.wait()[1]) in (0, -9)
    except ChildProcessError:
        break
"""
KILLS = 30


class Savers:
    """People who count the saves in two files at once, each in a process of their own."""

    def __init__(self, root: Path, rounds: int):
        for path in (LAKE, RIVER):
            (root / path).write_text((root / path).read_text() + "# 0 nobody\n")
        self.root, command = root, [sys.executable, "-c", SAVERS, str(root), str(rounds)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    def begin(self, who: str) -> int:
        self.process.stdin.write(f"{who}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> None:
        self.process.stdin.close()
        assert self.process.wait() == 0
        self.process.stdout.close()

    def counted(self) -> tuple[str, str]:
        return tuple((self.root / path).read_text().rpartition("#")[2] for path in (LAKE, RIVER))

    def rest(self) -> list[str]:
        return [(self.root / path).read_text().rpartition("#")[0] for path in (LAKE, RIVER)]


def test_killed_at_any_moment_every_file_is_whole_and_each_save_is_done_or_never_was(kept):
    root, dice = kept.root, random.Random(5)
    savers = Savers(root, 10**6)
    if (root / ".git").exists():
        git(root, "commit", "-qam", "0")
    whole, number, cut = savers.rest(), 0, 0
    for turn in range(KILLS):
        child = savers.begin("Killed")
        until = time.monotonic() + 5
        while turn % 2 and not (root / "data/.saving/intent.json").exists() and time.monotonic() < until:
            pass  # every other time it is killed while it writes
        time.sleep(dice.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        cut += (root / "data/.saving/intent.json").exists()
        load_register(root / "data")
        lake, river = savers.counted()
        assert lake == river and savers.rest() == whole
        assert number <= (number := int(lake.split()[0]))
        told = [one.why for one in reversed(saves(root)) if one.why != "0" and not one.why.startswith("The register")]
        assert told == [str(one) for one in range(1, number + 1)], "the history has each save once"
        assert not [*(root / "data/records").rglob(".*")]
    savers.end()
    assert number > 0 and cut > 0


def saves(root: Path) -> list[Saved]:
    return [*history._saves(root, lambda path: path.stem == "lake-fund")]


def test_of_two_who_save_at_once_neither_undoes_the_other(kept):
    savers = Savers(kept.root, 8)
    if (kept.root / ".git").exists():
        git(kept.root, "commit", "-qam", "0")
    savers.begin("Ana")
    savers.begin("Bek")
    savers.end()
    lake, river = savers.counted()
    assert lake == river and int(lake.split()[0]) == 16
    told = [one for one in saves(kept.root) if one.author.name in ("Ana", "Bek")]
    assert sorted(int(one.why) for one in told) == [*range(1, 17)]
    assert [one.author.name for one in told].count("Ana") == 8
