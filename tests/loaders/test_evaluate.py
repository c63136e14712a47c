"""Scores are counted as the guide says, and the quality of reading has a floor that only rises."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.evaluate import changes, evaluate, read_gold
from loaders.facts import Reader
from loaders.records import ROOT, load_register, read_yaml

FLOORS = read_yaml(ROOT / "tests" / "floor.yaml")
SHARED = Path(os.environ.get("GOLD", ROOT.parent / "shared" / "gold"))
EMPTY = {"partners": [], "findings": [], "relevant": False}


def scores(reader: Reader, folder: Path, name: str):
    annotations, articles = read_gold(folder / f"{name}_gold.yaml", folder / f"{name}_articles.json")
    return evaluate(annotations, [reader.read(article) for article in articles])


def assert_above(found: dict, floors: dict):
    assert floors and set(floors) <= set(found)
    below = {field: (score.f1, floors[field]) for field, score in found.items() if score.f1 < floors.get(field, 0)}
    fallen = [error for field in below for error in found[field].errors]
    assert not below, "\n".join(map(str, [below, *fallen]))


def test_our_own_articles_are_read_at_least_as_well_as_before(reader):
    assert_above(scores(reader, ROOT / "tests" / "golden", "own"), FLOORS["own"])


@pytest.mark.skipif(
    not (SHARED / "dev_gold.yaml").exists(), reason="the annotated set lies beside the project, not in it"
)
def test_the_annotated_set_is_read_at_least_as_well_as_before(reader):
    assert_above(scores(reader, SHARED, "dev"), FLOORS["dev"])


@pytest.mark.skipif(
    not (SHARED / "dev_gold.yaml").exists(), reason="the annotated set lies beside the project, not in it"
)
def test_roles_hold_where_half_of_the_cues_are_unknown():
    """As in articles nobody has seen: every second word for what partners do is not in the lists."""
    register = load_register(ROOT / "data")
    words = {
        language: listed | {"role_cues": [_halved(rule) for rule in listed["role_cues"]]}
        for language, listed in register.language.items()
    }
    assert_above(scores(Reader(replace(register, language=words)), SHARED, "dev"), FLOORS["dev without half the cues"])


def _halved(rule: dict) -> dict:
    return rule | {name: rule[name][::2] for name in ("cues", "verbs") if name in rule}


def test_a_miss_and_a_false_find_are_both_counted_and_listed():
    gold = [{"id": "a", "relevant": False, "regions": ["KG", "KG-O"]}]
    found = [EMPTY | {"regions": [{"id": "KG"}, {"id": "KG-T"}]}]
    score = evaluate(gold, found)["regions"]
    assert (score.right, score.missed, score.wrong) == (1, 1, 1)
    assert score.errors == ["− a: KG-O", "+ a: KG-T"]
    assert score.precision == score.recall == score.f1 == 0.5


def test_an_optional_annotation_counts_neither_way():
    gold = [
        {"id": "a", "relevant": False, "regions": [{"id": "KG", "optional": True}, {"id": "KG-O", "optional": True}]}
    ]
    score = evaluate(gold, [EMPTY | {"regions": [{"id": "KG"}]}])["regions"]
    assert (score.right, score.missed, score.wrong) == (0, 0, 0)


def test_names_match_by_likeness_and_roles_by_any_accepted_one():
    gold = [
        {
            "id": "a",
            "relevant": True,
            "people": [{"name": "Айнура Токтогулова"}],
            "partners": [{"id": "unicef", "role": ["supporter", "funder"]}, {"id": "adb", "role": "funder"}],
        }
    ]
    partners = [{"id": "unicef", "role": "funder"}, {"id": "adb", "role": "mentioned"}]
    found = evaluate(gold, [EMPTY | {"relevant": True, "people": [{"name": "А. Токтогулова"}], "partners": partners}])
    assert found["people"].right == 1
    assert (found["role accuracy"].right, found["role accuracy"].wrong) == (1, 1)
    assert (found["partners that act"].right, found["partners that act"].missed) == (1, 1)


def test_each_tier_of_recognition_is_worth_something(reader):
    """Exact matching alone finds less: what the chain, folded letters and typos add is seen."""
    annotations, articles = read_gold(
        ROOT / "tests" / "golden" / "own_gold.yaml", ROOT / "tests" / "golden" / "own_articles.json"
    )
    exact = Reader(load_register(), tiers=("exact",))
    ours, theirs = (evaluate(annotations, [one.read(a) for a in articles])["partners"] for one in (reader, exact))
    assert ours.recall > theirs.recall and theirs.precision == 1


def test_gains_and_losses_are_told_by_name():
    gold = [{"id": "a", "relevant": False, "regions": ["KG", "KG-O"]}]
    before, after = (evaluate(gold, [EMPTY | {"regions": [{"id": id}]}]) for id in ("KG", "KG-O"))
    assert changes(before, after) == ["regions: gained − a: KG-O", "regions: lost − a: KG"]
