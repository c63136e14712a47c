"""What the maintainer's page says is so."""

import re
import subprocess
import sys

from babel.messages.pofile import read_po

from loaders.records import ROOT, check, say, tidy

DATA = ROOT / "data"
README = (DATA / "README.md").read_text()


def test_each_folder_stands_in_the_tables_of_both_languages():
    listed = re.findall(r"^\| `([\w/]+)/` \|", README, re.M)
    folders = {path.name for path in DATA.iterdir() if path.is_dir() and path.name[0] != "."} - {"records"}
    folders |= {f"records/{path.name}" for path in (DATA / "records").iterdir()}
    assert set(listed) == folders | {"extracted", "imported"}
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


BLOCKS = re.findall(r"```yaml\n# (\S+)\n(.*?)```", README, re.S)
KYRGYZ, ENGLISH = README.split("## In English")


def test_both_languages_show_the_same_five_things_three_ways_each():
    for text, ways in (
        (KYRGYZ, ["Баракта", "Редактордо", "Код сайтында"]),
        (ENGLISH, ["In the page", "In an editor", "On a code host’s web site"]),
    ):
        tasks = [task.split("\n### ")[0] for task in re.split(r"\n#### \d\. ", text)[1:]]
        assert len(tasks) == 5
        for task in tasks:
            assert re.findall(r"^- \*\*(.*?):\*\*", task, re.M) == ways
    assert re.findall(r"```.*?```", KYRGYZ, re.S) == re.findall(r"```.*?```", ENGLISH, re.S)


def test_what_it_tells_to_write_in_an_editor_passes_the_check_and_is_tidied(project):
    assert len(BLOCKS) == 10
    for name, text in BLOCKS:
        project.write(name if name.startswith("seeds/") else f"data/{name}", text)
    project.write("seeds/boats-2026.txt", "Көл фонду 12 кайык берди.\n")
    assert "hill-society.yaml" not in {path.name for path in tidy(project.root)}, "a new file is written whole"
    assert [str(problem) for problem in check(project.root)] == []
    assert tidy(project.root) == []


def test_the_labels_it_names_stand_on_the_screen():
    for language, text, quoted in (("ky", KYRGYZ, r"«([^»]+)»"), ("en", ENGLISH, r"“([^”]+)”")):
        shown = set()
        for path in sorted((ROOT / "pages" / "locale" / language / "LC_MESSAGES").glob("*.po")):
            shown |= {one.string for one in read_po(path.open("rb"), locale=language) if isinstance(one.string, str)}
        shown |= {say("no-problem").in_(language)}
        steps = "\n".join(re.findall(r"^### .*?(?=\n### )", text, re.S | re.M)[0:1])
        named = re.findall(quoted, steps)
        assert len(named) >= 12
        assert [one for one in named if one not in shown] == []


def test_the_commands_it_names_are_there():
    named = set(re.findall(r"`python -m loaders (\w+)", README))
    command = [sys.executable, "-m", "loaders", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert named >= {"check", "import"} and all(re.search(rf"^\s+{one}\s", told, re.M) for one in named)
