"""What is promised of candidates: each question once, the weightiest first, and what is settled stays settled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.review import decisions
from loaders.review.candidates import candidates
from loaders.review.unknown import organisations, people
from loaders.tables.sentences import around, mark
from tests.workshop.conftest import TEXTS, Project

KINDS = {"organisation", "person", "disagreement", "addition", "source"}


def ids(project: Project) -> set[str]:
    return {one.id for one in project.candidates()}


def test_a_name_met_in_two_articles_is_one_question_with_every_sentence(project: Project):
    one = project.one("organisation")
    assert one.name == "«Үмүт Булагы» коомдук фонду"
    assert one.articles == ("one", "two") and one.sources == 2
    assert [place.quote for place in one.evidence] == [
        "«Үмүт Булагы» коомдук фонду", "«Үмүт Булагы» коомдук фондунун", "«Үмүт Булагы» коомдук фонду",
    ]  # fmt: skip
    for place in one.evidence:
        assert TEXTS[place.article][place.start : place.end] == place.quote


def test_every_kind_of_question_is_found_and_the_weightiest_stands_first(project: Project):
    found = project.candidates()
    assert {one.kind for one in found} == KINDS
    assert found[0].kind == "organisation"
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


def test_a_record_is_asked_about_what_articles_add_and_what_they_contradict(project: Project):
    start = project.one("disagreement")
    assert (start.of, start.record, start.field) == ("initiatives", "jarkyn-kitep", "start")
    assert (start.recorded, start.read) == ("2022", "2023")
    assert project.one("addition", "curriculum").read == "curriculum-textbooks"
    assert project.one("source").read == ("seeds/one.txt",)


@pytest.mark.parametrize("act", [decisions.refuse, decisions.defer])
def test_what_was_settled_does_not_come_back_with_the_next_reading(project: Project, act):
    for one in project.candidates():
        project.save(act(project.root, one, "not now"))
        assert one.id not in ids(project)
    project.read()
    assert ids(project) == set()


def test_what_was_refused_comes_back_with_a_new_sentence_and_says_why_it_was_refused(project: Project):
    one = project.one("organisation")
    project.save(decisions.refuse(project.root, one, "a café"))
    project.add("four", "Жаңылык\n\n«Үмүт Булагы» коомдук фонду айыл мектептерине компьютер берди.\n")
    again = project.one("organisation", "булагы")
    assert again.earlier["why"] == "a café" and again.earlier["decision"] == "refused"
    assert len(set(again.marks) - set(again.earlier["seen"])) == 1


def test_a_reprint_and_a_renamed_article_bring_nothing_back(project: Project):
    one = project.one("organisation")
    project.save(decisions.refuse(project.root, one, "a café"))
    project.add("reprint", TEXTS["two"])
    assert one.id not in ids(project)
    for folder, ending in (("seeds", ".txt"), ("data/extracted", ".yaml")):
        (project.root / folder / f"two{ending}").unlink()
    assert one.id not in ids(project)


def test_refused_again_what_was_known_before_is_remembered_too(project: Project):
    project.save(decisions.refuse(project.root, project.one("organisation"), "a café"))
    project.add("four", "Жаңылык\n\n«Үмүт Булагы» коомдук фонду айыл мектептерине компьютер берди.\n")
    project.save(decisions.defer(project.root, project.one("organisation", "булагы"), "wait"))
    assert not [one for one in project.candidates() if one.id.endswith("булагы коомдук фонду")]
    assert "a café" not in project.text("data/vocabulary/settled.yaml")


def test_a_sentence_known_at_the_first_refusal_is_known_after_the_second(project: Project):
    away = project.root / "data/extracted/two.yaml"
    project.save(decisions.refuse(project.root, project.one("organisation"), "a café"))
    known = away.read_bytes()
    away.unlink()
    project.add("four", "Жаңылык\n\n«Үмүт Булагы» коомдук фонду айыл мектептерине компьютер берди.\n")
    project.save(decisions.refuse(project.root, project.one("organisation", "булагы"), "still one"))
    away.write_bytes(known)
    assert not [one for one in project.candidates() if one.id.endswith("булагы коомдук фонду")]


def test_an_initial_is_the_one_person_it_can_be_and_nobody_where_there_are_two(project: Project):
    def read(*names: str) -> set[str]:
        where = [{"start": 0, "end": 1, "quote": "x"}]
        said = [{"name": name, "position": "директор", "partner": None, "evidence": where} for name in names]
        return set(people(project.register, {"a": {"people": said}}))

    assert read("А. Асанова", "Айгүл Асанова") == {"айгул асанова"}
    assert read("А. Асанова", "Айгүл Асанова", "Анара Асанова") == {"а асанова", "айгул асанова", "анара асанова"}


def test_an_organisation_with_and_without_its_letters_is_one(project: Project):
    project.add("five", "Жаңылык беш\n\nМектептер тууралуу ИИМ айтып, окуучулар менен жолугушту.\n")
    project.add("six", "Жаңылык алты\n\nМектептер тууралуу Ички иштер министрлиги айтып, окуучулар менен жолугушту.\n")
    found = organisations(project.register, project.extracted)
    assert {at.article for at in found["ички иштер министрлиги"].evidence} == {"five", "six"}


def test_two_articles_that_spell_one_person_in_two_ways_are_a_question_that_can_be_confirmed(project: Project):
    for name, person in (("five", "Айнура Садыкова"), ("six", "Айнура Сыдыкова")):
        project.add(name, f"Жаңылык {name}\n\n«Билим» коомдук фондунун директору {person} мектепке барды.\n")
    one = project.one("contradiction")
    assert (one.record, one.field, one.read) == ("bilim-fund", "people", ("Айнура Садыкова", "Айнура Сыдыкова"))
    project.save(decisions.confirm(project.root, one, "two persons"))
    project.read()
    assert one.id not in ids(project)


def test_asking_changes_nothing_of_what_was_read(project: Project):
    before = repr(project.extracted)
    candidates(project.register, project.extracted, project.tables)
    assert repr(project.extracted) == before


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="Айс .!?«»\n1", max_size=80), st.data())
def test_a_sentence_holds_its_place_and_its_mark_is_that_of_its_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = around(text, start, end)
    assert 0 <= first <= start and end <= last <= len(text)
    assert mark(text[first:last]) == mark(f"  «{text[first:last]}» ".replace(" ", "\u00a0"))
