"""What was known on a day can be shown again on any later day, just as it was."""

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from loaders.records import load_register, writing
from loaders.records import past as records_past
from loaders.records.editing import new_record, with_value
from loaders.records.past import BISHKEK, first_day, register_as_of, today
from loaders.records.writing import Author, Edit, current, fingerprint, save
from loaders.tables import COLUMNS, build_tables
from tests.records.test_writing import LAKE, RIVER, edit, in_git

ANA = Author("Ана Бекова", "ana@example.org")
DAYS = [datetime(2031, 5, day, 12, tzinfo=UTC) for day in range(1, 6)]


@pytest.fixture
def clock(monkeypatch):
    """Says what time it is to the project."""

    class Clock(datetime):
        moment = DAYS[0]

        @classmethod
        def now(cls, tz=None):
            return cls.moment.astimezone(tz)

    for module in (writing, records_past):
        monkeypatch.setattr(module, "datetime", Clock)
    return Clock


@pytest.fixture(params=["git", "journal"])
def kept(project, clock, request, monkeypatch):
    """A project begun on the first of the days, with two articles read."""
    for name, day in (("old", "2030-01-01"), ("undated", None), ("vague", "2031-05"), ("late", "2031-05-04")):
        project.write(f"seeds/{name}.txt", "Көл фонду жана Речная школа.\n" + name * 40)
        project.write(f"data/extracted/{name}.yaml", extracted(name, day))
    project.write("data/language/ky.yaml", "lookalikes: {}\n")
    if request.param == "git":
        moment = DAYS[0].isoformat()
        monkeypatch.setenv("GIT_AUTHOR_DATE", moment)
        monkeypatch.setenv("GIT_COMMITTER_DATE", moment)
        in_git(project.root)
    for path in project.root.rglob("*.yaml"):
        os.utime(path, (DAYS[0].timestamp(),) * 2)
    return project


def extracted(name: str, day: str | None) -> str:
    partner = {"id": "lake-fund", "role": "funder", "evidence": [{"start": 0, "end": 9, "quote": "Көл фонду"}]}
    published = {"edtf": day, "start": 0, "end": 1, "quote": "К"} if day else None
    none = "initiatives goals levels regions dates people figures events findings unlisted"
    nothing = {key: [] for key in none.split()}
    own = {"article": name, "source": f"seeds/{name}.txt", "sha256": "0" * 64, "title": None, "language": "ky"}
    told = {"published": published, "outlet": None, "url": None, "relevant": True, "partners": [partner]}
    return json.dumps(own | told | nothing)


def whole(tables) -> dict[str, str]:
    """Everything a view shows, as text."""
    frames = {name: getattr(tables, name).to_json(orient="split", default_handler=str) for name in COLUMNS}
    return frames | {name: repr(getattr(tables, name)) for name in ("names", "vocabulary", "records", "folded")}


def some_edits(root: Path, clock) -> dict[date, dict[str, str]]:
    """One change a day; day → the view of that day, built as it ended."""
    seen = {}
    for number, moment in enumerate(DAYS):
        clock.moment = moment
        match number:
            case 1:
                save(root, [edit(root, LAKE, "website", value="https://a.kg")], ANA, "")
            case 2:
                text = new_record("partner", {"id": "hill", "names": {"ky": "Дөбө", "ru": "Холм", "en": "Hill"}})
                save(root, [Edit(Path("data/records/partners/hill.yaml"), text, None)], ANA, "")
                save(root, [edit(root, LAKE, "website", value="https://b.kg")], ANA, "")
            case 3:
                roles = Path("data/vocabulary/roles.yaml")
                text = current(root, roles)
                renamed = with_value(text, "role", ("funder", "names", "en"), "payer")
                save(root, [Edit(roles, renamed, fingerprint(text))], ANA, "")
                save(root, [edit(root, RIVER, "names", "en", value="The River School")], ANA, "")
            case 4:
                hill = Path("data/records/partners/hill.yaml")
                save(root, [Edit(hill, None, fingerprint(current(root, hill)))], ANA, "")
        day = moment.astimezone(BISHKEK).date()
        seen[day] = whole(build_tables(root, as_of=day))
    return seen


def test_a_past_view_is_rebuilt_as_it_was(kept, clock):
    seen = some_edits(kept.root, clock)
    clock.moment = DAYS[-1] + timedelta(days=400)
    save(kept.root, [edit(kept.root, LAKE, "kind", value="ngo")], ANA, "")
    assert len({json.dumps(one) for one in seen.values()}) == len(seen), "every day differs"
    for day, view in seen.items():
        assert whole(build_tables(kept.root, as_of=day)) == view, day


def test_the_view_of_today_is_the_view(kept, clock):
    for name in ("undated", "vague"):
        (kept.root / f"data/extracted/{name}.yaml").unlink()
    some_edits(kept.root, clock)
    assert whole(build_tables(kept.root, as_of=today())) == whole(build_tables(kept.root))


def test_articles_not_certainly_out_by_then_are_left_out(kept, clock):
    clock.moment = DAYS[-1]
    assert [*build_tables(kept.root, as_of=date(2031, 5, 3)).articles.article] == ["old"]
    assert {*build_tables(kept.root, as_of=date(2031, 5, 4)).articles.article} == {"old", "late"}
    clock.moment = DAYS[-1] + timedelta(days=60)
    assert {*build_tables(kept.root, as_of=date(2031, 6, 1)).articles.article} == {"old", "late", "vague"}


def test_before_the_registers_first_day_records_lend_only_their_names(kept, clock):
    clock.moment = DAYS[1]
    assert first_day(kept.root) == DAYS[0].date()
    then = register_as_of(kept.root, DAYS[0].date() - timedelta(days=1))
    assert {*then.partners} == {"lake-fund", "river-school"}
    assert then.partners["lake-fund"]["unverified"] == ["all"] and then.partners["lake-fund"]["kind"] is None
    assert then.partners["lake-fund"]["names"]["en"] == "Lake Fund"
    view = build_tables(kept.root, as_of=DAYS[0].date() - timedelta(days=1))
    assert view.partners.empty and view.initiatives.empty and [*view.mentions_only.id] == ["lake-fund"]


def test_a_record_made_later_lends_its_name_where_an_article_speaks_of_it(kept, clock):
    clock.moment = DAYS[2]
    text = new_record("partner", {"id": "hill", "names": {"ky": "Дөбө", "ru": "Холм", "en": "Hill"}})
    save(kept.root, [Edit(Path("data/records/partners/hill.yaml"), text, None)], ANA, "")
    day = DAYS[1].date()
    assert "hill" not in register_as_of(kept.root, day).partners
    assert register_as_of(kept.root, day, {"hill"}).partners["hill"]["unverified"] == ["all"]
    clock.moment = DAYS[3]
    assert register_as_of(kept.root, DAYS[2].date()).partners == load_register(kept.root / "data").partners


def test_a_day_ends_in_bishkek(kept, clock):
    clock.moment = datetime(2031, 5, 2, 19, tzinfo=UTC)  # one in the morning of the third
    save(kept.root, [edit(kept.root, LAKE, "website", value="https://a.kg")], ANA, "")
    clock.moment = DAYS[-1]
    assert register_as_of(kept.root, date(2031, 5, 2)).partners["lake-fund"]["website"] is None
    assert register_as_of(kept.root, date(2031, 5, 3)).partners["lake-fund"]["website"] == "https://a.kg"
