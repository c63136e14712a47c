"""Records and an annotated set come in; out go precision, recall and F1 a field, with every error by article."""

import difflib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.articles import Article
from loaders.folding import unify
from loaders.records import YamlError, read_yaml

ALIKE = 0.8  # of two names, as difflib counts
SHORTEST = 4  # letters; a shorter name inside a longer one proves nothing


@dataclass
class Score:
    """Counts of one field; `errors` are lines of text, each with its article."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold(gold: Path, texts: Path) -> tuple[list[dict], list[Article]]:
    """The annotations (YAML list) and their articles (JSON list of {id, text}), in the order of the annotations."""
    annotations = read_yaml(gold)
    try:
        by_id = {article["id"]: article["text"] for article in json.loads(texts.read_text(encoding="utf-8"))}
    except (ValueError, LookupError, TypeError):
        raise YamlError(texts, 1, "is no JSON list of articles, each with its id and text") from None
    if not isinstance(annotations, list) or not annotations:
        raise YamlError(gold, 1, "is no list of annotated articles")
    for at, one in enumerate(annotations, 1):
        if not isinstance(one, dict) or one.get("id") not in by_id or "relevant" not in one:
            raise YamlError(
                gold, 1, f"entry {at} needs the id of an article in {texts.name}, and relevant: true or false"
            )
    return annotations, [Article(one["id"], by_id[one["id"]]) for one in annotations]


def read_baseline(lines: Path, articles: Iterable[Article]) -> list[dict]:
    """What `extract --to jsonl` printed of the same articles at another time, in their order."""
    try:
        told = {record["article"]: record for record in map(json.loads, lines.read_text(encoding="utf-8").splitlines())}
        return [told[article.id] for article in articles]
    except (ValueError, LookupError, TypeError):
        raise YamlError(lines, 1, "is not what `extract --to jsonl` prints of these articles, or lacks one") from None


def evaluate(annotations: list[dict], records: list[dict]) -> dict[str, Score]:
    """Field → score. An annotation marked `optional` counts neither as missed nor, where it was found, as wrong."""
    scores: dict[str, Score] = {}
    for gold, record in zip(annotations, records, strict=True):
        for name, (key, same) in FIELDS.items():
            score = scores.setdefault(name, Score())
            wanted, found = (_distinct(_entries(entries.get(name)), key) for entries in (gold, record))
            if name == "contradictions":
                found = [finding for finding in record["findings"] if "conflict" in finding["kind"]]
            _match(score, gold["id"], wanted, found, same)
        _acting(scores.setdefault("partners that act", Score()), gold, record)
        _roles(scores.setdefault("role accuracy", Score()), gold, record)
        if not gold.get("relevant_optional"):
            wanted = [{"id": "relevant"}] if gold["relevant"] else []
            found = [{"id": "relevant"}] if record["relevant"] else []
            _match(scores.setdefault("relevant", Score()), gold["id"], wanted, found, _same_id)
    return scores


def report(scores: dict[str, Score], errors: bool = False) -> str:
    """A table for a terminal; with `errors`, every miss (−) and every false one (+) below its field."""
    lines = [f"{'field':20} {'precision':>9} {'recall':>7} {'F1':>6}   right missed wrong"]
    for name, score in scores.items():
        numbers = f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f}"
        lines.append(f"{name:20} {numbers}   {score.right:5} {score.missed:6} {score.wrong:5}")
        lines += [f"    {error}" for error in score.errors if errors]
    return "\n".join(lines)


def changes(before: dict[str, Score], after: dict[str, Score]) -> list[str]:
    """What one reading gets right that the other does not, an error a line."""
    lines = []
    for name, score in after.items():
        old, new = set(before[name].errors), set(score.errors)
        lines += [f"{name}: gained {error}" for error in sorted(old - new)]
        lines += [f"{name}: lost {error}" for error in sorted(new - old)]
    return lines


def _match(score: Score, article: str, wanted: list[dict], found: list[dict], same: Callable) -> None:
    left = list(found)
    for gold in sorted(wanted, key=lambda entry: bool(entry.get("optional"))):
        hit = next((entry for entry in left if same(gold, entry)), None)
        if hit is not None:
            left.remove(hit)
        if gold.get("optional"):
            continue
        score.right += hit is not None
        if hit is None:
            score.missed += 1
            score.errors.append(f"− {article}: {_show(gold)}")
    score.wrong += len(left)
    score.errors += [f"+ {article}: {_show(entry)}" for entry in left]


def _acting(score: Score, gold: dict, record: dict) -> None:
    wanted = []
    for partner in gold.get("partners") or []:
        roles = _roles_of(partner)
        if roles != ["mentioned"]:
            wanted.append(partner | {"optional": partner.get("optional") or "mentioned" in roles})
    found = [partner for partner in record["partners"] if partner["role"] != "mentioned"]
    _match(score, gold["id"], wanted, found, _same_id)


def _roles(score: Score, gold: dict, record: dict) -> None:
    """Of the partners both have: `right` and `wrong` roles; precision is the accuracy."""
    found = {partner["id"]: partner["role"] for partner in record["partners"]}
    for partner in gold.get("partners") or []:
        if partner["id"] in found:
            right = found[partner["id"]] in _roles_of(partner)
            score.right += right
            score.wrong += not right
            if not right:
                said = f"{partner['id']} is {' or '.join(_roles_of(partner))}, not {found[partner['id']]}"
                score.errors.append(f"+ {gold['id']}: {said}")


def _roles_of(partner: dict) -> list[str]:
    return partner["role"] if isinstance(partner["role"], list) else [partner["role"]]


def _entries(values: Iterable | None) -> list[dict]:
    return [value if isinstance(value, dict) else {"id": value} for value in values or []]


def _distinct(entries: list[dict], key: str | None) -> list[dict]:
    return list({str(entry.get(key)): entry for entry in reversed(entries)}.values())[::-1] if key else entries


def _show(entry: dict) -> str:
    name = next((str(entry[key]) for key in ("id", "edtf", "name", "value", "kind") if entry.get(key) is not None), "")
    quote = entry.get("quote") or next((evidence["quote"] for evidence in entry.get("evidence") or []), "")
    return f"{name} “{quote}”" if quote else name


def _same_id(gold: dict, found: dict) -> bool:
    return gold["id"] == found.get("id")


def _same_name(gold: dict, found: dict) -> bool:
    if gold.get("id") and gold["id"] == found.get("id"):
        return True
    ours, theirs = _plain(gold.get("name")), _plain(found.get("name"))
    if ours and theirs and (ours in theirs or theirs in ours):
        return min(len(ours), len(theirs)) >= SHORTEST
    return bool(ours and theirs) and difflib.SequenceMatcher(None, ours, theirs).ratio() >= ALIKE


def _plain(name: str | None) -> str:
    letters = unify(name or "", (("ѳ", "ө"), ("ӊ", "ң"))).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


FIELDS: dict[str, tuple[str | None, Callable[[dict, dict], bool]]] = {
    "partners": ("id", _same_id),
    "goals": ("id", _same_id),
    "levels": ("id", _same_id),
    "regions": ("id", _same_id),
    "dates": ("edtf", lambda gold, found: gold["edtf"] == str(found.get("edtf"))),
    "figures": (None, lambda gold, found: float(gold["value"]) == float(found["value"])),
    "people": (None, _same_name),
    "unlisted": (None, _same_name),
    "initiatives": (None, _same_name),
    "contradictions": (None, lambda gold, found: found["kind"].startswith(str(gold["kind"])[:4])),
}
