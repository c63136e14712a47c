"""What runs before a commit and after a push is valid, pinned, and runs the commands that exist."""

import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def test_each_push_and_each_pull_request_is_checked_and_tested():
    assert set(WORKFLOW[True]) == {"push", "pull_request"}  # YAML 1.1 reads `on` as true
    said = [step["run"] for step in STEPS if "run" in step]
    assert ".venv/bin/python -m loaders check" in said
    [tidy] = [one.split(" || ") for one in said if "loaders tidy" in one]
    assert tidy[0] == ".venv/bin/python -m loaders tidy --check"
    assert "git diff" in tidy[1], "who has only the web site sees the lines as they should be"
    assert "make test" in said
    assert WORKFLOW["permissions"] == {"contents": "read"}
    targets = re.findall(r"^([./a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert {one.split()[1] for one in said if one.startswith("make ")} <= set(targets)


def test_actions_are_pinned_to_one_version():
    uses = [step["uses"] for step in STEPS if "uses" in step]
    assert uses and all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", one) for one in uses)


def test_the_hooks_run_check_and_tidy_and_change_nothing():
    [local] = HOOKS["repos"]
    entries = [hook["entry"] for hook in local["hooks"]]
    assert entries == [".venv/bin/python -m loaders check", ".venv/bin/python -m loaders tidy --check"]
    for entry in entries:
        command = [sys.executable, *entry.split()[1:]]
        assert subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0
    for hook in local["hooks"]:
        assert re.search(hook["files"], "data/records/partners/koica.yaml")
        assert not re.search(hook["files"], "pages/overview.py")
