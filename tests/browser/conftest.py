"""A server of its own, fresh, and a real Chromium without network."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENT = 30_000  # ms, on a machine that does other work too
expect.set_options(timeout=PATIENT)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def serving(root: Path = ROOT, script: str = "dashboard.py") -> Iterator[str]:
    """The address of a server nobody has visited yet."""
    with served(root, script) as (address, _server):
        yield address


@contextmanager
def served(root: Path, script: str, port: int = 0) -> Iterator[tuple[str, subprocess.Popen]]:
    port = port or free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    environment = os.environ | {"PYTHONPATH": str(root), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for _ in range(150):
            try:
                with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        break
            except OSError:
                time.sleep(0.2)
        else:
            pytest.fail(f"the server did not start: {server.stdout and server.stdout.read1().decode()}")
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serving() as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.fail("no Chromium found: apt-get install chromium")
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", base_url=address)
    context.set_default_timeout(PATIENT)
    one = context.new_page()
    yield one
    context.close()


def opened(page: Page, path: str) -> Page:
    """The page at that address, drawn to its last line."""
    page.goto(path)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Nothing left to draw: the footer stands, nothing is asked of the server, nothing old is still shown paled."""
    page.wait_for_selector(".bm-footer")
    page.wait_for_function(
        "document.querySelector('[data-test-script-state=notRunning]') && !document.querySelector('[data-stale=true]')"
    )
