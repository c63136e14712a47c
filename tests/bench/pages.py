"""How long every page takes in a real Chromium beside an empty Streamlit app: a table of tests/bench/RESULTS.md."""

import argparse
import os
import platform
import tempfile
import time
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from pages.parts.frame import PAGES
from tests.bench.project import write_project
from tests.browser.conftest import CHROMIUM, ROOT, served

ROUNDS, ROUNDS_MANY = 5, 3
EMPTY = """import streamlit as st
pages = [st.Page(lambda: st.title("Empty"), title="Empty", url_path="empty", default=True),
         st.Page(lambda: st.title("Other"), title="Other", url_path="quality")]
st.navigation(pages, position="hidden").run()
st.html(f'<footer class="bm-footer">{st.query_params.to_dict()}</footer>')
"""
FILTERS = ["goal=digital-skills", "region=KG", "status=under-way", "partner=koica", "role=funder"]
SESSIONS = 20
# When the document last changed, and how often the server has said that a run is over (`session_status_changed`).
WATCH = """window.changed = 0; window.ended = 0; window.finished = 0;
new MutationObserver(() => { window.changed = performance.now() })
  .observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", ({ data }) => {
      const said = new Uint8Array(data);
      if (said.length === 2 && said[0] === 0x4a) { window.finished++; window.ended = performance.now(); }
    });
  }
};
"""
QUIET = 300  # milliseconds without a change
ORDER = ["/", *(f"/{name}" for name in PAGES[1:] if name != "review")]


@dataclass
class Times:
    """Seconds, one a round: the first load, coming from another page, a filter, the back button."""

    first: list[float] = field(default_factory=list)
    switch: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)


def settled(page: Page, finished: int = 0) -> float:
    """When the last thing was drawn, in milliseconds of the document's clock: the server is idle, nothing changes."""
    page.wait_for_function(
        """([finished, quiet]) => document.querySelector(".bm-footer") && window.finished > finished
          && !document.querySelector("[data-test-script-state=running]")
          && performance.now() - Math.max(window.changed, window.ended) > quiet""",
        arg=[finished, QUIET],
        polling=20,
        timeout=3_600_000,
    )
    return page.evaluate("window.changed")


def took(page: Page, act: str, address: str = "") -> float:
    """Seconds from the act to the last change it makes."""
    finished, began = page.evaluate(
        f"where => {{ const now = [window.finished, performance.now()]; {act}; return now }}", address
    )
    return (settled(page, finished) - began) / 1000


# As a click on one of our links does.
FOLLOW = "history.pushState({}, '', where); dispatchEvent(new PopStateEvent('popstate', { state: {} }))"
BACK = "history.back()"


def measured(browser: Browser, address: str, path: str, other: str, rounds: int) -> Times:
    """`other`: a page to come from; each round has a filter no round before it had."""
    found = Times()
    for number in range(rounds):
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(path)
        found.first.append(settled(page) / 1000)
        filters = f"{FILTERS[number % len(FILTERS)]}&period=20{10 + ORDER.index(path) % 10}/2025"
        found.change.append(took(page, FOLLOW, f"{path}?{filters}"))
        found.back.append(took(page, BACK))
        took(page, FOLLOW, other)
        found.switch.append(took(page, FOLLOW, path))
        context.close()
    return found


def resident(pid: int) -> int:
    """Bytes the process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024


def memory(browser: Browser, address: str, pid: int, path: str) -> float:
    """Bytes one more open session costs, beyond what the first ones leave in caches."""
    contexts, held = [], []
    for _ in range(SESSIONS):
        context = browser.new_context(base_url=address)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(path)
        settled(page)
        contexts.append(context)
        held.append(resident(pid))
    for context in contexts:
        context.close()
    return (held[-1] - held[SESSIONS // 2 - 1]) / (SESSIONS - SESSIONS // 2)


def report(root: Path, script: str, paths: list[str], rounds: int = ROUNDS) -> tuple[dict[str, Times], str]:
    """Page → its times; and what the first visitor waited for, what the server holds, what a session costs."""
    with served(root, script) as (address, server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        began = time.perf_counter()
        page = browser.new_page(base_url=address)
        page.add_init_script(WATCH)
        for path in paths:  # what only the first visitor of a server waits for
            page.goto(path, timeout=3_600_000)
            settled(page)
        started, held = time.perf_counter() - began, resident(server.pid) / 1e6
        page.close()
        found = {path: measured(browser, address, path, "/quality" if path == "/" else "/", rounds) for path in paths}
        session = memory(browser, address, server.pid, paths[0]) / 1e6
        browser.close()
    return found, f"every page once from a cold start {started:.0f} s; server {held:.0f} MB; a session {session:.1f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--initiatives", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--pages", nargs="*", default=ORDER)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty, many = Path(folder, "empty"), Path(folder, "many")
        empty.mkdir()
        (empty / "empty.py").write_text(EMPTY, encoding="utf-8")
        base = report(empty, "empty.py", ["/"])[0]["/"]
        sizes = {"the real register": report(ROOT, "dashboard.py", options.pages)}
        if options.articles:
            many.mkdir()
            write_project(many, options.initiatives, options.articles)
            size = f"{options.initiatives:,} initiatives, {options.articles:,} articles"
            sizes[size] = report(many, "dashboard.py", options.pages, ROUNDS_MANY)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{date.today()}, {machine}; medians of {ROUNDS}, of {ROUNDS_MANY} at the large size\n")
    names = [one.name for one in fields(Times)]
    empty_row = [median(getattr(base, name)) for name in names]
    print("| page |", " | ".join(names), "|\n|---|", "--:|" * len(names), sep="")
    print("| empty app |", " | ".join(f"{value:.2f} s" for value in empty_row), "|")
    for size, (found, _said) in sizes.items():
        print(f"| **{size}** |", " | " * len(names))
        for path, times in found.items():
            cells = [median(getattr(times, name)) for name in names]
            shown = (f"{value:.2f} s, {value / bare:.1f} ×" for value, bare in zip(cells, empty_row, strict=True))
            print(f"| {path} |", " | ".join(shown), "|")
    print()
    for size, (_found, said) in sizes.items():
        print(f"- {size}: {said}")


if __name__ == "__main__":
    main()
