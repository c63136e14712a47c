"""A person's record belongs to the person: whatever is read, changed or renamed around it, what they set stays."""

import atexit
import json
import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from loaders.articles import read_articles
from loaders.facts import Reader
from loaders.records import dump_extracted, load_extracted, load_register, tidy
from loaders.records.editing import with_value
from loaders.records.overlay import overlay
from loaders.records.reading import read_yaml
from loaders.records.schemas import RECORDS, filled
from loaders.records.writing import Author, Edit, current, fingerprint, save
from loaders.review import decisions
from loaders.review.candidate import Candidate
from loaders.review.candidates import _unsettled
from loaders.review.drafts import SETTLED
from tests.records.conftest import Project

ANA = Author("Ана Бекова", "ana@example.org")
LANGUAGE = load_register().language
TEXTS = (
    "Билим берүү\n\n«Кайыктар» программасы 2023-жылы башталган. Аны Көл фонду каржылайт. Ал 2024-жылы аяктады.\n",
    "Кайыктар\n\n2023-жылы Көл фонду «Кайыктар» долбоорун каржылады. Суу мектеби катышты.\nБөлүшүү\n",
    "Кайыктар аяктады\n\n«Кайыктар» долбоору 2021-жылы башталып, 2024-жылы аяктады. Аны Суу мектеби ишке ашырды.\n",
    "Причал\n\nФонд озера и Речная школа объявили: проект «Лодки» начнётся в 2030 году. Бөлүшүү\n",
    "Тынчтык\n\nБүгүн жаңылык жок.\n",
)
FIELDS = {  # what a person may say of each record, and what they may refuse
    "partners": {"website": ["https://a.kg", "https://b.kg"], "country": ["KG", "KR"], "kind": ["ngo", "school"]},
    "initiatives": {"start": ["2019", "2022-05"], "status": ["announced", "cancelled"], "end": ["2033"],
                    "levels": [["school"], ["adult"]], "names": [{"ky": "Кайык", "ru": "Лодки", "en": "Boats"}]},
    "centres": {"launched": ["2001"], "kind": ["science-centre"]},
}  # fmt: skip
SPOKEN_OF = ("school", "foundation", "ngo", "science-centre", "centres", "adult", "funder", "implementer", "announced",
             "cancelled", "completed", "under-way", "KG", "assessment-quality")  # fmt: skip
REFUSED = [("start", "2023"), ("start", "2021"), ("status", "completed"), ("end", "2024"), ("status", "under-way")]


@cache
def reader(names: str, furniture: tuple[str, ...]) -> Reader:
    """The loaders with a register of these names and so much more furniture."""
    named = {of: {id_: {"id": id_, "names": own} for id_, own in records.items()}
             for of, records in json.loads(names).items()}  # fmt: skip
    register = load_register()
    records = {of: {id_: filled(own, RECORDS[of]) for id_, own in known.items()} for of, known in named.items()}
    kyrgyz = LANGUAGE["ky"] | {"furniture": [*LANGUAGE["ky"]["furniture"], *furniture]}
    return Reader(replace(register, **records, language=LANGUAGE | {"ky": kyrgyz}))


ROOT_OF_ALL = Path(mkdtemp())
for path in (Project(ROOT_OF_ALL).root / "data/vocabulary").iterdir():  # only what these lives speak of: it is quick
    lines = path.read_text().split("\n")
    path.write_text("\n".join(line for line in lines if line[:1] == "#" or line[10:].split('"')[0] in SPOKEN_OF) + "\n")
atexit.register(shutil.rmtree, ROOT_OF_ALL, ignore_errors=True)


class Life(RuleBasedStateMachine):
    @initialize(refused=st.lists(st.sampled_from(REFUSED), unique=True, min_size=2))
    def begin(self, refused):
        self.root, self.project = ROOT_OF_ALL, Project(ROOT_OF_ALL, begun=True)
        shutil.rmtree(self.root / "data/extracted", ignore_errors=True)
        (self.root / "data/history.jsonl").unlink(missing_ok=True)
        (self.root / SETTLED).unlink(missing_ok=True)
        self.settled: dict[str, Candidate] = {}
        self.set: dict[tuple[str, str, str], object] = {}
        self.refused: set[tuple[str, str]] = set()
        self.ids = {"partners": ["lake-fund", "river-school"], "initiatives": ["boats"], "centres": ["pier"]}
        boats = self.root / self.path("initiatives", "boats")
        rejected = [{"field": field, "value": value, "why": "жок"} for field, value in refused]
        boats.write_text(with_value(boats.read_text(), "initiative", ("rejected",), rejected))
        self.refused |= {*refused}

    def path(self, of: str, id_: str) -> Path:
        return Path("data/records", of, f"{id_}.yaml")

    def people(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for part in ("records", "vocabulary")
                for path in (self.root / "data" / part).rglob("*.yaml")}  # fmt: skip

    @rule(draw=st.data())
    def edit(self, draw):
        of = draw.draw(st.sampled_from(sorted(FIELDS)))
        id_ = draw.draw(st.sampled_from(self.ids[of]))
        field = draw.draw(st.sampled_from(sorted(FIELDS[of])))
        value = draw.draw(st.sampled_from(FIELDS[of][field]))
        text = current(self.root, self.path(of, id_))
        edited = with_value(text, of.removesuffix("s"), (field,), value)
        save(self.root, [Edit(self.path(of, id_), edited, fingerprint(text))], ANA, "")
        self.set[of, id_, field] = value

    @rule(what=st.sampled_from(REFUSED))
    def refuse(self, what):
        [id_] = self.ids["initiatives"]
        path, (field, value) = self.path("initiatives", id_), what
        if what in self.refused or ("initiatives", id_, field) in self.set:
            return
        text = current(self.root, path)
        number = len(read_yaml(self.root / path).get("rejected", ()))
        edited = with_value(text, "initiative", ("rejected", number), {"field": field, "value": value, "why": "жок"})
        save(self.root, [Edit(path, edited, fingerprint(text))], ANA, "")
        self.refused.add(what)

    @rule(
        act=st.sampled_from([decisions.refuse, decisions.confirm, decisions.defer]),
        id_=st.sampled_from(["organisation:көл", "person:а асанова", "contradiction:a~date-conflict"]),
        marks=st.sets(st.sampled_from(["s" + "0" * 12, "s" + "1" * 12]), min_size=1),
    )
    def settle(self, act, id_, marks):
        """What belongs to no record, as the review page settles it; once more where a sentence has reopened it."""
        marks |= set(self.settled[id_].marks) if id_ in self.settled else set()
        candidate = Candidate("contradiction", id_, (), marks=tuple(sorted(marks)))
        save(self.root, act(self.root, candidate, "жок").edits(), ANA, "")
        self.settled[id_] = candidate

    @rule(text=st.sampled_from(TEXTS), more=st.sampled_from([(), ("Бөлүшүү", "Бүгүн жаңылык жок")]))
    def read_again(self, text, more):
        """The same article or a changed one, with the same furniture or more of it."""
        before = self.people()
        register = load_register(self.root / "data")
        names = {of: {id_: own["names"] for id_, own in getattr(register, of).items()} for of in FIELDS}
        self.project.write("seeds/a.txt", text)
        [article] = read_articles([self.root / "seeds/a.txt"])
        found = reader(json.dumps(names, ensure_ascii=False, sort_keys=True), more).read(article)
        dump_extracted(found, self.root / "data/extracted/a.yaml")
        assert self.people() == before
        self.what_was_set_is_shown_and_what_was_settled_stays_settled()

    @rule()
    def read_from_nothing(self):
        shutil.rmtree(self.root / "data/extracted", ignore_errors=True)

    @rule()
    def make_tidy(self):
        said = {path: read_yaml(path) for path in self.people() if "records" in path.parts}
        tidy(self.root)
        assert {path: read_yaml(path) for path in said} == said

    @rule(of=st.sampled_from(["partners", "initiatives", "centres"]))
    def rename(self, of):
        """A record's id changes, with every reference to it, in one save."""
        old = self.ids[of][0]
        new = old.removesuffix("-x") if old.endswith("-x") else f"{old}-x"
        text = current(self.root, self.path(of, old))
        edits = [Edit(self.path(of, old), None, fingerprint(text)),
                 Edit(self.path(of, new), with_value(text, of.removesuffix("s"), ("id",), new), None)]  # fmt: skip
        if of == "partners":
            boats = self.path("initiatives", self.ids["initiatives"][0])
            whole = current(self.root, boats)
            edits.append(Edit(boats, with_value(whole, "initiative", ("partners", 0, "id"), new), fingerprint(whole)))
        save(self.root, edits, ANA, "")
        self.ids[of][0] = new
        self.set = {(of, new, key[2]) if key[:2] == (of, old) else key: value for key, value in self.set.items()}

    def teardown(self):
        self.what_was_set_is_shown_and_what_was_settled_stays_settled()

    def what_was_set_is_shown_and_what_was_settled_stays_settled(self):
        register = load_register(self.root / "data")
        view = overlay(register, load_extracted(self.root / "data"))
        assert set(register.settled) == set(self.settled)
        for candidate in self.settled.values():
            assert _unsettled(candidate, register.settled) is None
            new = replace(candidate, marks=(*candidate.marks, "s" + "2" * 12))
            assert _unsettled(new, register.settled).earlier == register.settled[candidate.id]
        for (of, id_, field), value in self.set.items():
            entry = getattr(view, of)[id_]
            shown = entry.names if field == "names" else entry.fields[field]
            if isinstance(shown, tuple):
                assert all(one.origin == "person" for one in shown) and [one.value for one in shown] == value
            else:
                assert shown == value or (shown.origin, shown.value) == ("person", value)
        [boats] = self.ids["initiatives"]
        fields = view.initiatives[boats].fields
        for field, value in self.refused:
            machine = fields.get(field)
            assert not (machine and machine.origin == "machine" and machine.value == value)
            assert not [one for one in view.findings if (one.id, one.field, one.read) == (boats, field, value)]


Life.TestCase.settings = settings(
    max_examples=1000, stateful_step_count=4, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(autouse=True)
def quickly(monkeypatch):
    """That the disk keeps what was written is not what is asked here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.usefixtures("quickly")
class TestLife(Life.TestCase):
    pass
