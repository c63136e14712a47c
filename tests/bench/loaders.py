"""How long reading takes, beside a raw scan and spaCy on the same files: the table of tests/bench/RESULTS.md."""

import argparse
import gc
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

import ahocorasick

from loaders import commands
from loaders.articles import Article, Refusal, read_articles
from loaders.facts import Reader
from loaders.language import LANGUAGES
from loaders.mentions.names import written_names
from loaders.records import ROOT
from tests.bench.articles import articles

ROUNDS = 8
PART = 50  # articles that are timed together: what disturbs one part of one round leaves the others
START = "from loaders.commands import compiled; compiled()"


def seconds(work: Callable[[list[Path]], object], paths: list[Path]) -> tuple[float, float]:
    """The first time, all words new; then the best round of each part. Of processor time: what disturbs only adds."""
    took = []
    for _ in range(1 + ROUNDS):
        gc.collect()
        took.append([])
        for at in range(0, len(paths), PART):
            start = time.process_time()
            work(paths[at : at + PART])
            took[-1].append(time.process_time() - start)
    return sum(took[0]), sum(map(min, zip(*took[1:], strict=True)))


def startup() -> float:
    """Processor time of a process that imports the loaders and compiles the register, less that of an empty one."""

    def run(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(run(START) for _ in range(ROUNDS)) - min(run("pass") for _ in range(ROUNDS))


def raw_scan(paths: list[Path], names: list[str]) -> Callable[[list[Path]], object]:
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return lambda part: [list(automaton.iter(texts[path])) for path in part] and None


def spacy_scan(names: list[str]) -> Callable[[list[Path]], object]:
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("ky")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("name", [language.make_doc(name) for name in names])
    return lambda part: [matcher(language.make_doc(path.read_text(encoding="utf-8"))) for path in part] and None


def extraction(reader: Reader) -> Callable[[list[Path]], object]:
    """What `extract --to jsonl` does once the register is compiled."""

    def whole(part: list[Path]) -> None:
        with Path(os.devnull).open("w", encoding="utf-8") as out, redirect_stdout(out):
            for article in read_articles(part):
                refusal = article if isinstance(article, Refusal) else commands.read_one(reader, article, "jsonl")
                if refusal:
                    raise SystemExit(str(refusal))

    return whole


def memory(reader: Reader, register, number: int) -> Iterator[int]:
    """Peak memory in MB after a tenth of the articles and after all of them."""
    for index, text in enumerate(articles(number, register, seed=2), start=1):
        reader.read(Article(str(index), text))
        if index in (number // 10, number):
            yield resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def compare(paths: list[Path], register, reader: Reader) -> None:
    """Prints the table for these files."""
    records = (register.partners, register.initiatives, register.centres)
    names = sorted({name for record in records for one in record.values() for name in written_names(one)})
    rows = {
        "raw scan of the names, pyahocorasick, texts in memory": seconds(raw_scan(paths, names), paths),
        "spaCy, blank ky tokeniser and PhraseMatcher, from files": seconds(spacy_scan(names), paths),
        "the whole extraction, from files to JSON lines": seconds(extraction(reader), paths),
    }
    characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    print(f"{len(paths):,} articles of {characters / len(paths):,.0f} characters on average, {len(names):,} names\n")
    print("| what | first time, ms an article | × raw scan | again, ms an article | × raw scan |")
    print("|---|--:|--:|--:|--:|")
    scan = next(iter(rows.values()))[1]
    for name, (first, again) in rows.items():
        each = 1000 / len(paths)
        print(f"| {name} | {first * each:.3f} | {first / scan:.1f} | {again * each:.3f} | {again / scan:.1f} |")
    spacy, whole = list(rows.values())[1:]
    print(
        f"\nThe extraction takes {whole[0] / spacy[0]:.2f} × spaCy the first time, {whole[1] / spacy[1]:.2f} × again.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="how many made-up articles")
    parser.add_argument("--files", type=Path, help="a folder of .txt articles to read instead")
    parser.add_argument("--memory", type=int, default=100_000, help="articles read to see whether memory stays flat")
    options = parser.parse_args()
    print(
        f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, one process"
    )
    print(f"Start-up (import, compile the register): {startup():.2f} s of processor time\n")
    reader = commands.compiled()
    register = reader.register
    for language in LANGUAGES:
        reader.lexicon(language)
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        if options.files is None:
            for index, text in enumerate(articles(options.articles, register)):
                Path(folder, f"{index:05}.txt").write_text(text, encoding="utf-8")
        compare(sorted((options.files or Path(folder)).glob("*.txt")), register, reader)
    if options.memory:
        early, late = memory(reader, register, options.memory)
        print(f"Peak memory after {options.memory // 10:,} articles {early} MB, after {options.memory:,} {late} MB.")


if __name__ == "__main__":
    main()
