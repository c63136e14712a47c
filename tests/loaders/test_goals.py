"""An article is about education or not, and about a goal because its own words say so."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import goals, relevance
from loaders.folding import words_of
from loaders.lexicon import phrases
from loaders.records import load_register, read_yaml

EXAMPLES = read_yaml(Path(__file__).with_name("goals_examples.yaml"))
LANGUAGES = ("ky", "ru", "en")
REGISTER = load_register()
PIECES = [
    "мектеп",
    "мугалимдердин",
    "айлыгы",
    "курулду",
    "12",
    "жылдык",
    "школа",
    "\n",
    ". ",
    "—",
    "«",
    "PISA",
    "ө",
    "😀",
]


def ids(facts: list[dict]) -> set[str]:
    return {fact["id"] for fact in facts}


def phrase_lists() -> list[tuple[str, str, str, str, float]]:
    """topic, id, language, phrase, weight of everything the stage looks for."""
    lists = []
    for topic, id, language, item in goals.lists(REGISTER):
        written, weight = (item["phrase"], float(item["weight"])) if isinstance(item, dict) else (item, 1.0)
        lists.append((topic, id, language, written, weight))
    return lists


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES["goals"], ids=lambda example: example["goal"])
def test_an_example_of_a_goal_is_read_as_that_goal(document, example, language):
    facts = goals.read(document(example[language], language=language))
    assert facts["relevant"]
    assert example["goal"] in ids(facts["goals"])
    assert len(facts["goals"]) <= 3
    assert set(example.get("levels", [])) <= ids(facts["levels"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES["levels"], ids=lambda example: example["level"])
def test_an_example_of_a_level_is_read_as_that_level(document, example, language):
    assert example["level"] in ids(goals.read(document(example[language], language=language))["levels"])


def test_every_goal_and_level_has_an_example():
    shown = {example["goal"] for example in EXAMPLES["goals"]}
    assert shown == set(REGISTER.goals)
    shown = {level for example in EXAMPLES["goals"] for level in example.get("levels", [])}
    assert shown | {example["level"] for example in EXAMPLES["levels"]} == set(REGISTER.levels)


@pytest.mark.parametrize(
    ("language", "raw"), [(language, raw) for language in LANGUAGES for raw in EXAMPLES["elsewhere"][language]]
)
def test_an_article_that_only_names_a_school_is_not_about_education(document, language, raw):
    assert goals.read(document(raw, language=language)) == {"relevant": False, "goals": [], "levels": []}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_where_it_is_written(document, language):
    """One sentence a phrase: stars left off, a word put where words may stand between."""
    lists = [one for one in phrase_lists() if one[2] == language]
    assert len(lists) > 300
    for start in range(0, len(lists), 100):
        part = lists[start : start + 100]
        raw = "\n".join(f"Абв {written.replace('*', '').replace('…', 'абв')}." for *_, written, _ in part)
        found = {
            (f.phrase.topic, f.phrase.id, f.phrase.written) for f in phrases.find(document(raw, language=language))
        }
        assert [one for one in part if (one[0], one[1], one[3]) not in found] == []


def test_no_phrase_is_listed_twice_for_one_goal():
    lists = phrase_lists()
    told = [
        (topic, id, language, tuple(words_of(written)), "*" in written, "…" in written)
        for topic, id, language, written, _ in lists
    ]
    assert sorted(str(one) for one in told if told.count(one) > 1) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Мугалимдердин орточо айлыгы көтөрүлөт.",
        "Быйыл мугалимдин айлыгынын өсүшү жогору.",
        "МУГАЛИМДЕРДИН АЙЛЫГЫ ӨСТҮ.",
    ],
)
def test_the_words_inside_a_phrase_take_any_ending(document, raw):
    assert "teacher-pay" in ids(goals.read(document(raw))["goals"])


def test_a_phrase_does_not_run_over_the_end_of_a_sentence(document):
    text = "Бул жерде мектеп бар. Курулуш компаниясы башка."
    written = {found.phrase.written for found in phrases.find(document(text)) if " " in found.phrase.written}
    assert not {one for one in written if one.startswith("мектеп") and "курул" in one}


def test_preschool_is_not_school(document):
    facts = goals.read(document("Мектепке чейинки билим берүү уюмдары көбөйдү. Мектепке чейинки билим кеңейет."))
    assert ids(facts["levels"]) == {"early-childhood"}


def test_a_building_where_something_happens_is_no_goal(document):
    raw = "Университеттин башкы имаратында мугалимдер үчүн тренинг өттү. Окутууга студенттер да келди."
    assert "infrastructure" not in ids(goals.read(document(raw))["goals"])
    raw = "В свою очередь учителя школы рассказали детям о новых учебниках."
    assert "equity-access" not in ids(goals.read(document(raw))["goals"])


def test_a_list_of_aims_counts_whole(document):
    """The headline's goal does not drown the aims that one sentence lists."""
    raw = (
        "Билим берүү тармагына биргелешип сереп салуу жыйыны өттү. Сереп салуу бюджеттик колдоо жана башкаруу жана "
        "каржылоо маселелерин камтыды. Программа санариптик технологияларды, 12 жылдык билим берүүгө өтүүнү, "
        "окуу китептерин жана инновациялык окутуу ыкмаларын көздөйт."
    )
    listed = {"digital-technology", "twelve-year-schooling", "curriculum-textbooks", "teaching-methods"}
    assert listed | {"governance-finance"} <= ids(goals.read(document(raw))["goals"])


def test_hints_alone_do_not_outweigh_a_statement(document):
    raw = "Мектептерге окуу китептери жеткирилди. " + "Министр, депутат, комитет, жыйын, сунуш, каражат, мэр. " * 6
    assert ids(goals.read(document(raw))["goals"]) == {"curriculum-textbooks"}


def test_the_headline_weighs_more_than_the_rest(document):
    first = "Мектептерде ысык тамак берилет"
    raw = f"{first}\n\nМектепте экзамен болот. Окуучулар англис тилин окушат."
    doc = document(raw)
    goals.read(doc)
    assert doc.text.written(0, relevance.lead(doc)).startswith(first)
    assert doc.reasons["health-nutrition"][0][1] > doc.reasons["assessment-quality"][0][1]


def test_each_goal_says_which_words_it_comes_from(document):
    raw = "Мугалимдердин айлыгы көтөрүлөт. Мугалимдер эмгек өргүүсүнө чыгат."
    doc = document(raw)
    facts = goals.read(doc)
    for fact in facts["goals"] + facts["levels"]:
        quotes = [evidence["quote"] for evidence in fact["evidence"]]
        assert quotes and set(quotes) <= {quote for quote, _ in doc.reasons[fact["id"]]}
    assert ("Мугалимдердин айлыгы", 4.0) in doc.reasons["teacher-pay"]


@pytest.mark.parametrize("phrase", ["ал* мектеп", "… мектеп", "мектеп* …", "о*"])
def test_a_phrase_that_can_not_be_sought_is_refused(phrase):
    with pytest.raises(ValueError, match=r"letters|between"):
        list(phrases.anchors([("goals", "a", "ky", phrase)]))


@settings(max_examples=150, deadline=None)
@given(raw=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_quote_is_exact(document, raw):
    facts = goals.read(document(raw, language="ky"))
    assert facts["relevant"] or not facts["goals"] + facts["levels"]
    for fact in facts["goals"] + facts["levels"]:
        assert fact["evidence"]
        for evidence in fact["evidence"]:
            assert raw[evidence["start"] : evidence["end"]] == evidence["quote"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["мектеп*", "мектеп", "окуу", "жыл*"]), st.sampled_from([" ", " … "])), min_size=1
    )
)
def test_any_well_formed_phrase_is_taken(parts):
    written = "".join(word + joint for word, joint in parts).rstrip(" …")
    assert list(phrases.anchors([("goals", "a", "ky", {"phrase": written, "weight": "0.5"})]))


@pytest.mark.parametrize(
    ("language", "raw", "levels"),
    [
        ("ru", "Вузы получат новые лицензии. Студенты вузов и ректоры ждут этих лицензий.", {"higher"}),
        ("ru", "Учащиеся профлицеев получат стипендии, в профлицеи придёт оборудование.", {"vocational"}),
        ("ru", "Воспитанники детского дома и школы-интерната, ученики школы получили книги.", {"school"}),
        ("ky", "Мектеп мугалимдери үчүн профессор эмгек жазды. Мектептерде окуучулар окуй баштады.", {"school"}),
        ("ky", "Квалификацияны жогорулатуу институтунда мектеп мугалимдери окуду, мектептер ачылды.", {"school"}),
        (
            "ky",
            "Балдардын жайкы лагерлери, жаштар борборлору, ийримдер ачылды. Ийримдерде сабактар өтөт.",
            {"out-of-school"},
        ),
        ("ky", "Кесиптик лицейде жаңы цех ачылды. Лицейдин окуучулары ток менен ширетүүнү үйрөнөт.", {"vocational"}),
        ("ky", "Лицейдин окуучулары жаңы окуу китептерин алды, гимназияда сабак башталды.", {"school"}),
        ("en", "School students got textbooks, and the schools were repaired.", {"school"}),
    ],
)
def test_a_word_of_another_level_beside_its_own_noun_tells_no_level(document, language, raw, levels):
    assert ids(goals.read(document(raw, language=language))["levels"]) == levels


def test_young_voters_are_told_of_civic_education_at_school(document):
    raw = "Токмокто «Жаш шайлоочу күнү» өттү. Ага жогорку класстын окуучулары катышып, дебат турнири болду."
    found = goals.read(document(raw))
    assert found["relevant"] and ids(found["goals"]) == {"civic-education"} and ids(found["levels"]) == {"school"}


@pytest.mark.parametrize("kindergarten", ["бала бакчасы", "балдар бакчасы"])
def test_a_kindergarten_is_one_under_either_name(document, kindergarten):
    raw = f"Ак-Жар айылында «Гүлазык» {kindergarten} пайдаланууга берилди. Курулушка 3 млн сом жумшалган."
    found = goals.read(document(raw))
    assert (
        found["relevant"] and ids(found["levels"]) == {"early-childhood"} and ids(found["goals"]) == {"infrastructure"}
    )
