"""How long reading takes, beside a raw scan and spaCy on the same texts: the table of tests/bench/RESULTS.md."""

import argparse
import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import ahocorasick

from loaders.articles import Article, read_articles
from loaders.facts import Reader
from loaders.names import written_names
from loaders.records import ROOT, load_register
from tests.bench.articles import articles

ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The best of some rounds, of processor time: what disturbs a run only ever adds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def startup() -> float:
    """Wall time of a process that imports the loaders and compiles the register, less that of an empty one."""
    code = "from loaders.facts import Reader; from loaders.records import load_register; Reader(load_register())"

    def run(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
        return time.perf_counter() - start

    return min(run(code) for _ in range(ROUNDS)) - min(run("pass") for _ in range(ROUNDS))


def raw_scan(texts: list[str], names: list[str]) -> Callable[[], None]:
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return lambda: [list(automaton.iter(text)) for text in texts] and None


def spacy_scan(texts: list[str], names: list[str]) -> Callable[[], None] | None:
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    language = spacy.blank("ky")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("name", [language.make_doc(name) for name in names])
    return lambda: [matcher(language.make_doc(text)) for text in texts] and None


def memory(reader: Reader, register, number: int) -> tuple[int, int]:
    """Peak memory in MB after a tenth of the articles and after all of them."""
    early = 0
    for index, text in enumerate(articles(number, register, seed=2)):
        reader.read(Article(str(index), text))
        if index == number // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--memory", type=int, default=100_000, help="articles read to see whether memory stays flat")
    options = parser.parse_args()
    register = load_register()
    texts = list(articles(options.articles, register))
    records = (register.partners, register.initiatives, register.centres)
    names = sorted({name for record in records for one in record.values() for name in written_names(one)})
    rows = [("raw scan of the names, pyahocorasick", seconds(raw_scan(texts, names)))]
    spacy = spacy_scan(texts, names)
    if spacy:
        rows.append(("spaCy, blank ky tokeniser and PhraseMatcher", seconds(spacy)))
    reader = Reader(register)
    reader.lexicon("ky")
    gc.collect()
    gc.freeze()  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        for index, text in enumerate(texts):
            Path(folder, f"{index:05}.txt").write_text(text, encoding="utf-8")

        def whole() -> None:
            with Path(os.devnull).open("w", encoding="utf-8") as out:
                for article in read_articles([Path(folder)]):
                    json.dump(reader.read(article), out, ensure_ascii=False)

        rows.append(("the whole extraction, files to JSON lines", seconds(whole)))
    scan = rows[0][1]
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    size = sum(map(len, texts)) / 1e6
    print(f"{len(texts):,} made-up articles ({size:.2f} million characters), {len(names):,} names,")
    print(f"best of {ROUNDS}, processor time\n")
    print("| what | s | × raw scan |\n|---|--:|--:|")
    for name, took in rows:
        print(f"| {name} | {took:.3f} | {took / scan:.1f} |")
    print(f"\nStart-up (import, compile the register): {startup():.2f} s.")
    if options.memory:
        early, late = memory(reader, register, options.memory)
        print(f"Peak memory after {options.memory // 10:,} articles {early} MB, after {options.memory:,} {late} MB.")


if __name__ == "__main__":
    main()
