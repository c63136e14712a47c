"""What is promised of the workshop's pages: nothing is written unseen, unnamed, unallowed or over another's work."""

import pytest

from loaders.records.writing import current
from loaders.review import decisions
from pages.parts import saving
from pages.parts.editing.draft import Draft, opened_draft
from pages.parts.permission import NotAllowed
from tests.workshop.conftest import Project, shown

BOOK = "data/records/initiatives/jarkyn-kitep.yaml"


def files(project: Project) -> dict[str, bytes]:
    found = (path for folder in ("data", "seeds") for path in (project.root / folder).rglob("*") if path.is_file())
    return {path.relative_to(project.root).as_posix(): path.read_bytes() for path in found}


def test_a_candidate_is_accepted_with_its_effect_shown_first_and_can_be_undone(project: Project, at):
    before = project.text(BOOK)
    app = at("review", kind="disagreement")
    assert "<mark>2023-жылы</mark>" in shown(app)
    app.button(key="review_accept").click().run()
    told = shown(app)
    assert "Start: 2023 instead of 2022" in told and "+start: &#x27;2023&#x27;" in told
    assert project.text(BOOK) == before, "seen, not written"
    app.button(key="review_save").click().run()
    assert "start: '2023'" in project.text(BOOK) and "Saved: Bright Book project" in shown(app)
    assert "Record and article differ" not in shown(app)
    app.button(key="saving_undo").click().run()
    assert project.text(BOOK) == before and not app.exception
    assert app.query_params["item"] == project.one("disagreement").id, "asked again"


def test_what_a_table_says_is_shown_beside_the_record_and_its_error_when_it_is_saved(project: Project, at):
    project.table(("partners", "bilim-fund", "kind", "<b>fund"), ("partners", "bilim-fund", "website", "https://b.kg"))
    before = project.text("data/records/partners/bilim-fund.yaml")
    app = at("review", kind="table", item="table:partners/bilim-fund.kind=<b>fund")
    told = shown(app)
    assert "review_defer" not in {button.key for button in app.button}, "no sentence would bring it back"
    assert "list, row 2" in told and "&lt;b&gt;fund" in told and "≠" in told and "from a table" in told
    app.button(key="review_accept").click().run()
    app.button(key="review_save").click().run()
    assert "there is no &lt;b&gt;fund among the kinds" in shown(app)
    assert project.text("data/records/partners/bilim-fund.yaml") == before
    app = at("review", kind="table", item="table:partners/bilim-fund.website=https://b.kg")
    app.button(key="review_accept").click().run()
    app.button(key="review_save").click().run()
    assert project.text("data/records/partners/bilim-fund.yaml") == before + "website: https://b.kg\n"


def test_a_headline_glued_to_its_first_sentence_is_not_shown_with_it(project: Project, at):
    project.add("four", "Жаңы китептер\n\nЖаңы китептер«Үмүт Булагы» коомдук фонду мектептерге китеп берди.\n")
    told = shown(at("review", kind="organisation"))
    assert "<mark>«Үмүт Булагы» коомдук фонду</mark> мектептерге" in told and "китептер<mark>" not in told


def test_of_a_field_that_both_have_changed_theirs_is_kept(project: Project):
    base = project.text(BOOK)
    mine = base.replace("start: '2022'", "start: '2021'").replace("levels: [school]", "levels: [higher]")
    draft = Draft("initiatives", "jarkyn-kitep", base, mine)
    theirs = base.replace("start: '2022'", "start: '2020'")
    assert draft.over(theirs) == theirs.replace("levels: [school]", "levels: [higher]")


def test_refusing_needs_a_reason_and_then_asks_no_more(project: Project, at):
    app = at("review", kind="organisation")
    app.button(key="review_refuse").click().run()
    assert app.button(key="review_save").disabled
    app.text_input[0].set_value("a café <b>").run()
    app.button(key="review_save").click().run()
    [entry] = project.register.settled.values()
    assert (entry["decision"], entry["why"]) == ("refused", "a café <b>")
    assert "Unknown organisations" not in shown(app)


def test_a_merge_is_read_into_the_articles_at_once(project: Project, at):
    app = at("review", kind="organisation", lang="ru")
    app.button(key="review_merge").click().run()
    app.selectbox[0].set_value("bilim-fund").run()
    assert "3 предложения переходят из неизвестных названий" in shown(app)
    app.button(key="review_save").click().run()
    assert not app.exception
    assert "bilim-fund" in {part["id"] for part in project.extracted["two"]["partners"]}


@pytest.mark.parametrize("address", ["0.0.0.0", None, "192.168.1.5"])
def test_on_an_open_address_nobody_sees_how_to_write(project: Project, at, monkeypatch, address):
    from streamlit import config

    config.set_option("server.address", address)
    app = at("review")
    assert "for those who keep the register" in shown(app) and not app.button
    assert "Edit this record" not in shown(at("initiatives", initiative="jarkyn-kitep"))
    assert "Editing" not in shown(at("initiatives", initiative="jarkyn-kitep", edit="form"))


def test_a_callback_called_without_permission_writes_nothing(project: Project, at, monkeypatch):
    app = at("review", kind="disagreement")
    app.button(key="review_accept").click().run()
    before = files(project)
    monkeypatch.delenv("BILIM_MAINTAIN")
    drafts = decisions.accept(project.root, project.one("disagreement"), project.tables)
    for call in (lambda: saving.write(None, drafts.edits(), "x", "x"), lambda: saving.take_back(None)):
        with pytest.raises(NotAllowed):
            call()
    app.button(key="review_save").click().run()
    assert files(project) == before


def test_one_field_of_the_form_is_one_line_of_the_file_and_comments_stay(project: Project, at):
    path = "data/records/partners/bilim-fund.yaml"
    before = project.text(path)
    app = at("partners", partner="bilim-fund", edit="form")
    app.text_input(key="field partners/bilim-fund names.en").set_value("Bilim Foundation").run()
    assert "+  en: Bilim Foundation" in shown(app)
    app.button(key="editing_look").click().run()
    assert "What this changes" in shown(app)
    app.text_input(key="editing_why").set_value("their own spelling").run()
    app.button(key="editing_save").click().run()
    assert project.text(path) == before.replace("Bilim Public Foundation", "Bilim Foundation")


def test_zero_is_a_number_and_an_id_never_changes(project: Project, at):
    text = project.text(BOOK) + "figures:\n  - {value: 40, unit: schools, source: https://a.kg}\n"
    (project.root / BOOK).write_text(text, encoding="utf-8")
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    assert app.text_input(key="field initiatives/jarkyn-kitep id").disabled
    app.text_input(key="field initiatives/jarkyn-kitep figures.0.value").set_value("0").run()
    assert "+  - {value: 0, unit: schools, source: https://a.kg}" in shown(app).replace("&#x27;", "'")


def test_a_new_record_lacks_nothing_until_something_is_written(project: Project, at):
    app = at("partners", new="partners")
    assert "What the check says" not in shown(app) and "bm-wrong" not in shown(app)
    assert app.button(key="editing_look").disabled
    app.text_input(key="field partners/ id").set_value("hill").run()
    assert "names.ky is empty" in shown(app)


def test_a_wrong_date_is_said_at_its_field_and_can_not_be_saved(project: Project, at):
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    app.text_input(key="field initiatives/jarkyn-kitep start").set_value("2022-13").run()
    assert "there is no month 13" in shown(app)
    assert app.button(key="editing_look").disabled


def test_text_that_is_no_record_is_said_with_its_line_and_kept_as_typed(project: Project, at):
    app = at("initiatives", initiative="jarkyn-kitep", edit="text")
    text = project.text(BOOK) + "kinds: &a !!python/object:os.system x\n"
    app.text_area[0].set_value(text).run()
    told = shown(app)
    assert f"line {text.count(chr(10))}" in told and "anchors and aliases" in told
    assert "<code>kinds: &amp;a !!python/object:os.system x</code>" in told, "the line itself"
    assert app.button(key="editing_look").disabled
    assert app.text_area[0].value == text


def test_what_is_typed_outlives_another_language_and_another_page(project: Project, at):
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    app.text_input(key="field initiatives/jarkyn-kitep end").set_value("2026").run()
    app.query_params["lang"] = "ky"
    app.run()
    assert app.text_input(key="field initiatives/jarkyn-kitep end").value == "2026"
    app.switch_page("quality.py").run()
    app.switch_page("initiatives.py")
    app.query_params.update({"initiative": "jarkyn-kitep", "edit": "text", "lang": "en"})
    app.run()
    assert "end: '2026'" in app.text_area[0].value


@pytest.mark.parametrize(("choice", "end", "level"), [("theirs", None, "school"), ("mine", "2026", "school"),
                                                     ("both", "2026", "higher")])  # fmt: skip
def test_the_second_to_save_sees_both_versions_and_chooses(project: Project, at, choice, end, level):
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    app.text_input(key="field initiatives/jarkyn-kitep end").set_value("2026").run()
    app.button(key="editing_look").click().run()
    theirs = project.text(BOOK).replace("levels: [school]", "levels: [higher]")
    (project.root / BOOK).write_text(theirs, encoding="utf-8")
    app.button(key="editing_save").click().run()
    told = shown(app)
    assert "Theirs, saved already" in told and "+levels: [higher]" in told and "+end: &#x27;2026&#x27;" in told
    assert project.text(BOOK) == theirs, "never last-write-wins"
    app.button(key=f"conflict_{choice}").click().run()
    assert project.text(BOOK) == theirs, "choosing writes nothing"
    if choice == "theirs":
        assert app.button(key="editing_look").disabled
        return
    app.button(key="editing_look").click().run()
    app.button(key="editing_save").click().run()
    record = project.register.initiatives["jarkyn-kitep"]
    assert (record["end"], record["levels"]) == (end, [level])


def test_a_new_record_is_made_in_the_form_and_lands_in_the_file_of_its_id(project: Project, at):
    app = at("partners", new="partners")
    for name, value in (("id", "umut"), ("names.ky", "Үмүт"), ("names.ru", "Умут"), ("names.en", "Umut")):
        app.text_input(key=f"field partners/ {name}").set_value(value).run()
    app.button(key="editing_look").click().run()
    app.button(key="editing_save").click().run()
    assert not app.exception
    assert project.register.partners["umut"]["names"] == {"ky": "Үмүт", "ru": "Умут", "en": "Umut"}


def test_names_of_anybody_s_making_are_shown_and_never_become_markup(project: Project, at):
    hostile = "«<img src=x onerror=alert(1)> ![x](http://evil.example)» коомдук фонду"
    project.add("evil", f"Жаңылык\n\n{hostile} мугалимдерге тренинг өткөрдү. «Үмүт Булагы» коомдук фонду да катышты.\n")
    app = at("review", kind="organisation")
    assert "<img" not in shown(app)


def test_a_draft_begins_from_the_bytes_of_the_file(project: Project, at):
    path = project.root / BOOK
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    app = at("initiatives", initiative="jarkyn-kitep", edit="form")
    assert not app.exception and current(project.root, path.relative_to(project.root)).count("\r\n") > 5
    assert opened_draft(project.root, "initiatives", "jarkyn-kitep").edit() is None
