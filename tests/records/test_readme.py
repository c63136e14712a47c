"""What the maintainer's page says is so."""

import re

from loaders.records import ROOT, check

DATA = ROOT / "data"
README = (DATA / "README.md").read_text()


def test_each_folder_stands_in_the_tables_of_both_languages():
    listed = re.findall(r"^\| `([\w/]+)/` \|", README, re.M)
    folders = {path.name for path in DATA.iterdir() if path.is_dir()} - {"records", "extracted"}
    folders |= {f"records/{path.name}" for path in (DATA / "records").iterdir()}
    assert set(listed) == folders | {"extracted"}
    assert sorted(listed) == sorted([*set(listed), *set(listed)])


def test_each_command_it_names_is_there():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M)
    named = set(re.findall(r"`make (\w+)`", README))
    assert named and named <= set(targets)


def test_its_examples_pass_the_check(project):
    [rejected] = set(re.findall(r"`(rejected: .*named.*)`", README))
    names = "names: {ky: А, ru: Б, en: C}\n"
    project.record("initiatives/a.yaml", f"id: a\n{names}{rejected}\n")
    dates = re.findall(r"`([^`]+)`", re.search(r"\*\*Dates:\*\*(.*)", README)[1])
    assert len(dates) >= 5
    for number, date in enumerate(dates):
        unlike = f"{{ky: А{number}, ru: Б{number}, en: C{number}}}"
        project.record(f"initiatives/d{number}.yaml", f"id: d{number}\nnames: {unlike}\nstart: {date}\n")
    assert [str(problem) for problem in check(project.root)] == []
