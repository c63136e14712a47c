"""The house stands as DESIGN says: imports go one way, a module says what it does, the README's commands exist."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("loaders/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "dashboard.py"])
# module → what it may import of this project
ALLOWED = {
    "loaders.records": ("loaders.records",),
    "loaders": ("loaders",),
    "pages.parts": ("pages.parts", "loaders"),
    "pages": ("pages", "loaders"),
    "dashboard": ("pages", "loaders"),
}


def layer(path: Path) -> str:
    name = short(path).removesuffix(".py").replace("/", ".")
    return next(layer for layer in sorted(ALLOWED, key=len, reverse=True) if f"{name}.".startswith(f"{layer}."))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] in ("loaders", "pages", "dashboard", "tests")}


def test_there_is_something_to_check():
    assert len(SOURCES) > 30


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_imports_go_one_way(path):
    allowed = ALLOWED[layer(path)]
    wrong = [name for name in imports(path) if not any(name == root or name.startswith(root + ".") for root in allowed)]
    assert not wrong


def test_the_packages_of_loaders_form_one_line():
    """No package imports, by whatever way round, one that imports it."""
    needs: dict[str, set[str]] = {}
    for path in (ROOT / "loaders").rglob("*.py"):
        own = path.relative_to(ROOT / "loaders").parts[0].removesuffix(".py")
        parts = {name.split(".")[1] for name in imports(path) if name.count(".")}
        needs.setdefault(own, set()).update(parts - {own})
    packages = {
        name for name in needs if (ROOT / "loaders" / name).is_dir() or (ROOT / "loaders" / f"{name}.py").exists()
    }
    assert {"folding", "dates", "tables"} <= packages
    TopologicalSorter({name: needs[name] & packages for name in packages}).prepare()  # a circle is a CycleError


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_a_module_says_in_one_sentence_what_it_does(path):
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc and len(doc.split("\n\n")[0].split(". ")) <= 2


def test_the_top_level_is_the_one_that_was_given():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    top = {name.split("/")[0] for name in tracked if name}
    given = {"dashboard.py", "data", "seeds", "loaders", "pages", "tests", "requirements.txt"}
    every_project = {
        "README.md",
        "Makefile",
        ".ci",
        ".streamlit",
        "pyproject.toml",
        "LICENSE",
        "CHANGELOG.md",
        ".gitignore",
        ".github",
        ".pre-commit-config.yaml",
    }
    assert given <= top <= given | every_project | {"requirements-dev.txt"}


def test_every_command_of_the_readme_exists():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", readme, re.MULTILINE))
    assert named and {first or second for first, second in named} <= targets
    command = [sys.executable, "-m", "loaders", "--help"]
    help_text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"python -m loaders ([a-z]+)", readme))
    assert commands and all(re.search(rf"^\s+{command}\s", help_text, re.MULTILINE) for command in commands)


def test_every_dependency_is_pinned_and_explained():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins and all(re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.]+", pin) for pin in pins)
    assert [pin for pin in pins if f"| {pin.split('==')[0]} |" not in readme] == []
