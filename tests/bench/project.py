"""Two numbers come in; out goes a project folder with that many made-up initiatives and articles about them."""

import hashlib
import json
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from loaders.records import ROOT, load_register
from loaders.records.register import stamp
from loaders.records.remembering import Memory

FIRST, LAST = date(2012, 1, 1), date(2026, 10, 31)
OUTLETS = [f"outlet-{number}.example" for number in range(60)]
STEMS = re.findall(r"\w+", "мектеп мугалим окуучу китеп санарип долбоор жыйын борбор программа билим имарат айыл")
ENDINGS = re.findall(r"\w+", "дун га да дан лар лардын ларга дагы чы дук сыз лык ым ың быз")
WORDS = [stem + ending for stem in STEMS for ending in ENDINGS]


def write_project(root: Path, initiatives: int, articles: int, seed: int = 1) -> None:
    """The same folder for the same numbers; partners, centres, vocabulary and languages are the real ones.

    What is written of articles is remembered as if it had been read once: the first visitor waits as after any restart.
    """
    draw, register = random.Random(seed), load_register()
    shutil.copy(ROOT / "dashboard.py", root)
    kept = ("vocabulary", "language", "schema", "geo", "records/partners", "records/centres")
    for folder in ("pages", "loaders", ".streamlit", *(f"data/{name}" for name in kept)):
        shutil.copytree(ROOT / folder, root / folder)
    for folder in ("data/records/initiatives", "data/extracted", "seeds"):
        (root / folder).mkdir(parents=True)
    partners = [id_ for id_, one in register.partners.items() if "all" not in one["unverified"]]
    plans = [f"plan-{number:05}" for number in range(initiatives)]
    for id_ in plans:
        record = _initiative(draw, id_, partners, register)
        path = root / "data" / "records" / "initiatives" / f"{id_}.yaml"
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    with Memory(root / ".cache" / "extracted.json", "extracted") as memory:
        for number in range(articles):
            id_ = f"{number:06}"
            text, record = _article(draw, id_, partners, plans, register)
            (root / "seeds" / f"{id_}.txt").write_text(text, encoding="utf-8")
            path = root / "data" / "extracted" / f"{id_}.yaml"
            path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
            memory.keep(path.name, str(stamp(path)), record)


def _initiative(draw: random.Random, id_: str, partners: list[str], register: Any) -> dict[str, Any]:
    start = FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))
    name = f"{draw.choice(WORDS)} {draw.choice(WORDS)} {id_[-5:]}"
    record = {
        "id": id_,
        "names": {"ky": f"«{name}» долбоору", "ru": f"Проект «{name}»", "en": f"Project “{name}”"},
        "kind": "project",
        "status": draw.choice(["under-way", "completed", "planned", "announced"]),
        "start": draw.choice([str(start.year), start.isoformat()[:7], start.isoformat()]),
        "partners": [
            {"id": partner, "role": draw.choice(["funder", "implementer", "supporter", "convener"])}
            for partner in draw.sample(partners, draw.randint(1, 4))
        ],
        "goals": draw.sample(sorted(register.goals), draw.randint(1, 2)),
        "levels": draw.sample(sorted(register.levels), 1),
        "regions": draw.choice([["KG"], [draw.choice(sorted(register.regions))]]),
        "sources": [f"https://example.org/{id_}"],
    }
    if draw.random() < 0.5:
        record["end"] = str(min(start.year + draw.randint(1, 5), 2030))
    return record


def _article(
    draw: random.Random, id_: str, partners: list[str], plans: list[str], register: Any
) -> tuple[str, dict[str, Any]]:
    """A text whose sentences each hold one fact, and the record that says so."""
    day = (FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))).isoformat()
    text = f"{' '.join(draw.choices(WORDS, k=7)).capitalize()} {id_}\n"
    title = _place(text, 0, len(text) - 1)

    def sentence(name: str) -> list[dict[str, Any]]:
        nonlocal text
        start = len(text)
        text += f"{name} {' '.join(draw.choices(WORDS, k=14))}.\n"
        return [_place(text, start, start + len(name))]

    chosen = [(partner, sentence(register.partners[partner]["names"]["ky"])) for partner in draw.sample(partners, 3)]
    record: dict[str, Any] = {
        "article": id_,
        "title": title,
        "language": "ky",
        "published": {"edtf": day, "from": "sidecar"},
        "outlet": draw.choice(OUTLETS),
        "relevant": True,
        "partners": [
            {"id": partner, "role": draw.choice(["funder", "implementer", "mentioned"]), "evidence": said}
            for partner, said in chosen
        ],
        "unlisted": [],
        "initiatives": [],
        "goals": [{"id": draw.choice(sorted(register.goals)), "evidence": sentence("мектеп")}],
        "levels": [{"id": draw.choice(sorted(register.levels)), "evidence": sentence("окуучу")}],
        "regions": [{"id": draw.choice(sorted(register.regions)), "evidence": sentence("айыл")}],
        "dates": [],
        "people": [],
        "figures": [],
        "events": [],
        "findings": [],
    }
    if plans and draw.random() < 0.6:
        plan = draw.choice(plans)
        own = {"id": chosen[0][0], "role": "implementer", "evidence": chosen[0][1]}
        record["initiatives"] = [
            {"id": plan, "name": plan, "status": "under-way", "start": None, "end": None, "partners": [own],
             "goals": [record["goals"][0]["id"]], "levels": [], "regions": [], "evidence": sentence(plan)}
        ]  # fmt: skip
    if draw.random() < 0.3:
        record["events"] = [{"kind": "meeting", "date": day, "partners": [chosen[0][0]], "evidence": sentence("жыйын")}]
    if draw.random() < 0.3:
        record["figures"] = [{"value": draw.randint(2, 900), "unit": "schools", "of": None, "evidence": sentence("74")}]
    if draw.random() < 0.2:
        record["unlisted"] = [{"name": f"«{draw.choice(WORDS)}» фонду", "kind": "foundation",
                               "evidence": sentence("фонду")}]  # fmt: skip
    record |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), "source": f"seeds/{id_}.txt"}
    return text, record


def _place(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end]}
