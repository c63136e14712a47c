"""What a command was told comes in; out goes one call into the line, and whether all went well."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.records import DATA, ROOT, check, dump_extracted, load_register, mend, say, tidy

if TYPE_CHECKING:  # each command imports what it needs: `check` of what it knows already takes no second
    import argparse

    from loaders import articles, facts

EXTRACTED = DATA / "extracted"
CACHE = ROOT / ".cache"
SELDOM = 50_000  # objects; what is made of an article goes with it, and hardly any of it is in circles


def compiled() -> facts.Reader:
    """The register made ready for any number of articles. All of it stays: to look through it for garbage would take a
    fifth of the time, now and while articles are read."""
    gc.disable()
    from loaders import facts

    reader = facts.Reader(load_register())
    reader.lexicon("ky")
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()
    return reader


def extract(options: argparse.Namespace) -> int:
    reader = compiled()
    from tqdm import tqdm

    from loaders import articles
    from loaders.review.rereading import forget

    places = options.paths or [ROOT / "seeds"]
    paths = articles.find_paths(places)
    refused, read = [], 0
    for article in tqdm(articles.read_articles(paths), total=len(paths), delay=2, unit="article", disable=None):
        refusal = article if isinstance(article, articles.Refusal) else read_one(reader, article, options.to)
        if refusal:
            refused.append(refusal)
        else:
            read += 1
    if options.to == "yaml":
        gone = [] if options.paths else forget(ROOT)
        print(*(f"{path.name} removed: its article is gone" for path in gone), sep="\n", end="" if not gone else "\n")
        print(f"{read} articles read into data/extracted", file=sys.stderr)
    for other in articles.passed_over(places):
        print(f"not read: {other}", file=sys.stderr)
    return _refused(refused)


def read_one(reader: facts.Reader, article: articles.Article, to: str) -> articles.Refusal | None:
    """An article that breaks a stage is refused with the error: it never stops the others."""
    import orjson

    from loaders import articles

    try:
        record = reader.read(article)
    except Exception as error:
        return articles.Refusal(Path(article.source), say("reading-failed", error=repr(error)))
    if to == "jsonl":
        sys.stdout.buffer.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
        return None
    refusal = articles.store_text(article)
    if refusal is None:
        dump_extracted(record, EXTRACTED / f"{article.id}.yaml")
    return refusal


def explain_article(options: argparse.Namespace) -> int:
    from loaders import articles, explain

    reader = compiled()
    seeds = articles.find_paths([ROOT / "seeds"])
    paths = [path for path in seeds if options.article in (path.stem, articles.id_of(path))] or [Path(options.article)]
    refused = []
    for article in articles.read_articles(paths):
        if isinstance(article, articles.Refusal):
            refused.append(article)
        else:
            print(explain.explain(reader.document(article), colour=sys.stdout.isatty() or options.colour))
    return _refused(refused)


def evaluate_gold(options: argparse.Namespace) -> int:
    from loaders import evaluate, facts

    texts = options.articles or options.gold.with_name(options.gold.name.replace("_gold.yaml", "_articles.json"))
    annotations, found = evaluate.read_gold(options.gold, texts)
    reader = compiled()
    scores = evaluate.evaluate(annotations, [reader.read(article) for article in found])
    print(evaluate.report(scores, options.errors))
    if options.against:
        if options.against == "exact":
            exact = facts.Reader(reader.register, tiers=("exact",))
            records = [exact.read(article) for article in found]
        else:
            records = evaluate.read_baseline(Path(options.against), found)
        baseline = evaluate.evaluate(annotations, records)
        print("", f"against {options.against}", evaluate.report(baseline), "", sep="\n")
        print(*evaluate.changes(baseline, scores), sep="\n")
    return 0


def check_data(options: argparse.Namespace) -> int:
    gc.disable()  # one short run: nothing of it is to be collected
    for mended in mend() if options.fix else ():
        print(mended.in_(options.lang))
    problems = check(text_of=text_of, cache=CACHE / "check.json")
    for problem in problems:
        print(problem.in_(options.lang))
    print(
        say("problems", n=len(problems)).in_(options.lang) if problems else _said("no-problem", options),
        file=sys.stderr,
    )
    return bool(problems)


def text_of(path: Path) -> str | None:
    from loaders import articles

    return articles.text_of(path)


def tidy_data(options: argparse.Namespace) -> int:
    gc.disable()
    changed = tidy(write=not options.check, cache=CACHE / "tidy.json")
    for path in changed:
        print(f"{path}: {_said('not-tidy' if options.check else 'tidied', options)}")
    return bool(changed) and options.check


def _said(kind: str, options: argparse.Namespace) -> str:
    return say(kind).in_(options.lang)


def _refused(refused: list[articles.Refusal]) -> int:
    for refusal in refused:
        print(f"refused: {refusal}", file=sys.stderr)
    if refused:
        print(f"{len(refused)} of the files could not be read; the others are done", file=sys.stderr)
    return bool(refused)
