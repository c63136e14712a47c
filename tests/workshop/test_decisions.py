"""What is promised of a decision: it is written where it belongs, touches nothing else, and is seen at once."""

from pathlib import Path

import pytest

from loaders.records import check, tidy
from loaders.records.writing import Edit, Refused, current, fingerprint, save
from loaders.review import decisions
from loaders.review.drafts import Drafts
from loaders.review.effects import diff, effect
from loaders.review.ids import slug
from loaders.review.rereading import concerned, renew
from tests.workshop.conftest import SELF, Project

FUND = "data/records/partners/bilim-fund.yaml"
BOOK = "data/records/initiatives/jarkyn-kitep.yaml"


def seen(project: Project, drafts):
    return effect(project.root, project.register, project.extracted, project.tables, drafts.edits())


def added(project: Project, path: str, drafts) -> list[str]:
    [edit] = [one for one in drafts.edits() if one.path.as_posix() == path]
    lines = [line for line in diff(project.root, edit) if line[:1] in "+-"]
    assert not [line for line in lines if line.startswith("-")]
    return [line[1:].strip() for line in lines]


def test_one_more_name_of_a_known_partner_is_one_line_and_articles_know_it_at_once(project: Project):
    one = project.one("organisation")
    drafts = decisions.merge(project.root, one, "bilim-fund")
    assert added(project, FUND, drafts) == ["also:", "- «Үмүт Булагы» коомдук фонду"]
    told = seen(project, drafts)
    assert told.moved == {("partners", "bilim-fund"): 3}
    assert told.reread == ("one", "two")
    before = project.register
    project.save(drafts)
    renew(project.root, concerned(before, project.register, project.tables))
    assert "bilim-fund" in {part["id"] for part in project.extracted["two"]["partners"]}
    assert not [left for left in project.candidates() if left.kind == "organisation"]
    assert "# since its founding" in project.text(FUND)


def test_the_effect_told_before_is_what_the_tables_say_afterwards(project: Project):
    one = project.one("organisation")
    record = decisions.proposal(one, project.register, project.tables)
    drafts = decisions.accept_new(project.root, one, record)
    told, before, tables = seen(project, drafts), project.register, project.tables
    assert told.more["partners"] == (("umut-bulagy-koomduk-fondu",),)
    assert told.more["involvement"] == (("jarkyn-kitep", "umut-bulagy-koomduk-fondu", "funder"),)
    assert told.more["events"] == (("two", "90", "training", "None"),)  # now it is known who held it
    assert told.charts == ("partners_league", "partners_goals", "partners_pairs")
    assert told.settled == {"unknown-name": 2}
    project.save(drafts)
    renew(project.root, concerned(before, project.register, tables))
    after = project.tables
    rows = after.involvement[after.involvement.initiative.eq("jarkyn-kitep")]
    assert "umut-bulagy-koomduk-fondu" in set(rows.partner)
    assert not (after.findings.kind == "unknown-name").any()


def test_a_new_record_says_where_it_was_read_and_which_names_nobody_confirmed(project: Project):
    one = project.one("organisation")
    record = decisions.proposal(one, project.register, project.tables)
    assert record["sources"] == ["seeds/one.txt", "seeds/two.txt"]
    assert record["unverified"] == ["names.ru", "names.en"]
    assert record["kind"] == "foundation"
    project.save(decisions.accept_new(project.root, one, record))
    assert check(project.root) == [] and tidy(project.root, write=False) == []


def test_the_articles_value_is_one_changed_line_and_the_article_a_source(project: Project):
    drafts = decisions.accept(project.root, project.one("disagreement"), project.tables)
    [edit] = drafts.edits()
    lines = [line for line in diff(project.root, edit) if line[:1] in "+-"]
    assert lines == ["-start: '2022'", "+start: '2023'", "+  - seeds/one.txt"]
    told = seen(project, drafts)
    assert told.changed == (("jarkyn-kitep", "start", "2022", "2023"),) and told.settled == {"disagreement": 1}
    project.save(drafts)
    assert not [one for one in project.candidates() if one.kind == "disagreement"]


def test_an_accepted_addition_joins_the_list_and_a_refused_one_is_named_with_its_reason(project: Project):
    goal = project.one("addition", "curriculum")
    assert "+goals: [curriculum-textbooks]" in diff(
        project.root, decisions.accept(project.root, goal, project.tables).edits()[0]
    )
    project.save(decisions.refuse(project.root, goal, "only in passing"))
    record = project.register.initiatives["jarkyn-kitep"]
    assert record["rejected"] == [{"field": "goals", "value": "curriculum-textbooks", "why": "only in passing"}]
    assert check(project.root) == [] and tidy(project.root, write=False) == []


def test_a_role_is_refused_without_refusing_the_partner(project: Project):
    one = project.one("organisation")
    record = decisions.proposal(one, project.register, project.tables) | {"id": "umut"}
    project.save(decisions.accept_new(project.root, one, record))
    text = project.text(BOOK).replace("levels:", "partners:\n  - {id: umut, role: convener}\nlevels:")
    (project.root / BOOK).write_text(text, encoding="utf-8")
    project.read("one")
    [role] = [one for one in project.candidates() if one.kind == "disagreement" and one.field == "partners"]
    project.save(decisions.refuse(project.root, role, "they only opened it"))
    [refused] = project.register.initiatives["jarkyn-kitep"]["rejected"]
    assert refused["value"] == "umut.funder"
    assert role.id not in {one.id for one in project.candidates()}
    assert set(project.tables.involvement.role[project.tables.involvement.partner.eq("umut")]) >= {"convener"}


def test_a_person_joins_the_record_spoken_for_with_office_and_source(project: Project):
    one = project.one("person")
    project.save(decisions.accept_person(project.root, one, "bilim-fund", project.tables))
    [person] = project.register.partners["bilim-fund"]["people"]
    assert person == {"name": "Айгүл Асанова", "position": "«Үмүт Булагы» коомдук фондунун директору",
                      "source": "seeds/one.txt"}  # fmt: skip
    assert not [left for left in project.candidates() if left.kind == "person"]
    assert check(project.root) == []


def test_what_a_table_says_is_taken_over_line_by_line(project: Project):
    part = {"id": "kg-moes", "role": "funder"}
    before = project.text(BOOK).replace("levels:", "partners:\n  - {id: kg-moes, role: convener}\nlevels:")
    (project.root / BOOK).write_text(before, encoding="utf-8")
    project.table(("partners", "bilim-fund", "names.en", "Bilim Fund"), ("partners", "bilim-fund", "also", "BPF"),
                  ("initiatives", "jarkyn-kitep", "partners", part), ("partners", "gone", "kind", "ngo"),
                  ("partners", "bilim-fund", "kind", "foundation"))  # fmt: skip
    asked = {one.field: one for one in project.candidates() if one.kind == "table"}
    assert set(asked) == {"names.en", "also", "partners"}, "no record, or it says so already: no question"
    assert asked["names.en"].recorded == "Bilim Public Foundation" and asked["also"].recorded is None
    doubted = project.text(FUND) + "unverified: [names.en]\n"
    (project.root / FUND).write_text(doubted, encoding="utf-8")
    for one in asked.values():
        project.save(decisions.accept(project.root, one, project.tables))
        assert one.id not in {left.id for left in project.candidates()}
    assert project.text(FUND) == doubted.replace("  en: Bilim Public Foundation", "  en: Bilim Fund\nalso: [BPF]")
    assert project.text(BOOK) == before.replace("convener", "funder")


def test_what_a_table_says_and_was_refused_does_not_come_back_with_the_table(project: Project):
    project.table(("partners", "bilim-fund", "country", "KZ"))
    before = project.text(FUND)
    project.save(decisions.refuse(project.root, project.one("table"), "a slip"))
    project.table(("partners", "bilim-fund", "website", "https://b.kg"), ("partners", "bilim-fund", "country", "KZ"))
    assert project.one("table").field == "website"
    assert project.text(FUND) == before and check(project.root) == []


def test_the_settled_file_is_sorted_tidy_and_checked(project: Project):
    for kind in ("person", "organisation", "source"):
        project.save(decisions.defer(project.root, project.one(kind), "later: “why”, <b>not</b>?"))
    assert list(project.register.settled) == sorted(project.register.settled) and len(project.register.settled) == 3
    assert check(project.root) == [] and tidy(project.root, write=False) == []


def test_what_would_break_the_check_is_not_written(project: Project):
    one = project.one("organisation")
    record = decisions.proposal(one, project.register, project.tables) | {"kind": "no-such-kind"}
    with pytest.raises(Refused):
        project.save(decisions.accept_new(project.root, one, record))
    assert not (project.root / f"data/records/partners/{record['id']}.yaml").exists()


@pytest.mark.parametrize("id_", ["../../../evil", "/etc/x", "a/b", "A b", "", "ә", "..", "con.yaml", "x\n"])
def test_an_id_can_lead_nowhere_but_into_its_folder(project: Project, id_):
    one = project.one("organisation")
    record = decisions.proposal(one, project.register, project.tables) | {"id": id_}
    files = sorted(project.root.parent.rglob("*"))
    with pytest.raises((ValueError, Refused)):
        project.save(decisions.accept_new(project.root, one, record))
    assert sorted(project.root.parent.rglob("*")) == files


def test_what_a_list_holds_is_not_added_again(project: Project):
    drafts = Drafts(project.root)
    drafts.add("initiatives", "jarkyn-kitep", "levels", ["school", "higher", "higher"])
    assert drafts.record("initiatives", "jarkyn-kitep")["levels"] == ["school", "higher"]


def test_a_record_that_is_there_is_never_overwritten_by_a_new_one(project: Project):
    one = project.one("organisation")
    with pytest.raises(ValueError, match="is a record bilim-fund already"):
        decisions.accept_new(project.root, one, {"id": "bilim-fund", "names": {"ky": "x", "ru": "x", "en": "x"}})


def test_a_name_said_to_be_something_else_is_not_made_a_name(project: Project):
    path = project.root / FUND
    path.write_text(project.text(FUND) + "not:\n  - Үмүт Булагы коомдук фонду\n", encoding="utf-8")
    one = next((one for one in project.candidates() if one.kind == "organisation"), None)
    assert one is None  # decided by the record itself


def test_what_changes_nothing_is_told_to_change_nothing(project: Project):
    path = Path(FUND)
    text = current(project.root, path)
    edit = Edit(path, text + "note: {ky: эскертүү, ru: заметка, en: note}\n", fingerprint(text))
    assert not effect(project.root, project.register, project.extracted, project.tables, [edit])


def test_ids_are_made_of_latin_letters_whatever_the_name():
    assert slug("«Үмүт Булагы» коомдук фонду") == "umut-bulagy-koomduk-fondu"
    assert slug("Ж. Жеңишбек атындагы №5 мектеп") == "zh-zhengishbek-atyndagy-5-mektep"
    assert slug("<script>") == "script" and slug("«»") == "record"
    assert len(slug("өтө узун аталыш " * 20)) <= 48


def test_saving_names_its_author_and_undo_brings_the_old_bytes_back(project: Project):
    from loaders.records.writing import undo

    before = project.text(BOOK)
    drafts = decisions.accept(project.root, project.one("disagreement"), project.tables)
    change = save(project.root, drafts.edits(), SELF, "the article is right")
    assert change.author == SELF and project.text(BOOK) != before
    undo(project.root, change.id, SELF)
    assert project.text(BOOK) == before
