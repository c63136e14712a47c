"""What the finding stage promises: real contradictions with both sides quoted, and silence about everything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BODY = (
    "Айыл мектебине жаңы окуу китептери жеткирилди, аны мугалимдер менен ата-энелер кубаттап, окуучулар да сүйүндү.\n"
)


@pytest.fixture(scope="module")
def conflicts(read):
    """text → its contradictions as (kind, quotes)."""

    def found(text, **sidecar):
        findings = read(text, language="ky", **sidecar)["findings"]
        return [
            (finding["kind"], [place["quote"] for place in finding["evidence"]])
            for finding in findings
            if "conflict" in finding["kind"]
        ]

    return found


def dated(day, sentence):
    return f"Айыл мектеби китеп алды\n\n{day}\n\n{sentence} {BODY}"


PAST = [
    ("20 октября 2023", "Курулуш 2024-жылы башталган.", ["20 октября 2023", "2024-жылы башталган"]),
    ("26.02.2025", "26-мартта Бишкекте форум өтүп, сунуштар талкууланды.", ["26.02.2025", "26-мартта"]),
    ("26.02.2025", "Форум 3-мартта өттү.", ["26.02.2025", "3-мартта өттү"]),
    ("03.05.2024", "2024-жылдын 9-июнунда мектеп ачылды.", ["03.05.2024", "2024-жылдын 9-июнунда мектеп ачылды"]),
    ("26.02.2025", "26-мартта форум өткөнүн министрлик билдирди.", None),
    ("26.02.2025", "Форум 26-мартта өткөнүн билдирди.", ["26.02.2025", "26-мартта өткөнүн билдирди"]),
]
BOTH_TRUE = [
    ("20 октября 2023", "Курулуш 2024-жылы башталат."),
    ("20 октября 2023", "Курулуш 2023-жылы башталган."),
    ("20 октября 2023", "Курулуш 2024-жылга пландаштырылган."),
    ("20 октября 2023", "Форум 2024-жылы өтөрүн билдирди."),
    ("20 октября 2023", "2024-жылдын бюджети бекитилди."),
    ("20 октября 2023", "2024-жылга чейин курулуп бүтөрү айтылды."),
    ("20 октября 2023", "2025-жылы өтө турган форум талкууланды."),
    ("26.02.2025", "26-мартта форум болот."),
    ("26.02.2025", "26-мартка даярдык башталды."),
    ("26.02.2025", "24-февралда форум өттү."),
    ("26.02.2025", "26-февралда форум өттү."),
    ("05.01.2025", "28-декабрда форум өттү."),  # of the year before
    ("20.06.2025", "1-сентябрда окуу жылы башталган."),
    ("26.02.2025", "26-мартта өтүүчү форумга чакырылды."),
]


@pytest.mark.parametrize(("day", "sentence", "quotes"), [case for case in PAST if case[2]])
def test_what_is_told_as_past_but_lies_after_publication_is_found(conflicts, day, sentence, quotes):
    assert conflicts(dated(day, sentence)) == [("date-conflict", quotes)]


@pytest.mark.parametrize(("day", "sentence"), BOTH_TRUE)
def test_plans_and_earlier_days_are_no_contradiction(conflicts, day, sentence):
    assert conflicts(dated(day, sentence)) == []


def test_without_a_day_of_publication_no_date_is_doubted(conflicts):
    assert conflicts("Форум 26-мартта өттү. Курулуш 2034-жылы башталган.") == []


def test_a_day_of_publication_from_the_sidecar_counts_too(conflicts):
    assert conflicts("Форум 26-мартта өттү. " + BODY, published="2025-02-26") == [("date-conflict", ["26-мартта өттү"])]


def test_a_weekday_that_the_date_did_not_fall_on_is_found(conflicts):
    assert conflicts("Форум 2024-жылдын 5-мартында, дүйшөмбү күнү өтөт.") == [
        ("date-conflict", ["2024-жылдын 5-мартында", "дүйшөмбү"])
    ]
    assert conflicts("Форум 2024-жылдын 5-мартында, шейшемби күнү өтөт.") == []
    assert conflicts("14-Сен. 2017, Бейшемби, 16:26") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Ректор У.А.Ш. кармалды. Кийин А.У.Ш. суралды.", ["У.А.Ш.", "А.У.Ш."]),
        ("Министр А. Б. Токтоев келди. Б. А. Токтоев айтты.", ["А. Б. Токтоев", "Б. А. Токтоев"]),
        ("Муну Жылдыз Сурактматова айтты. Жылдыз Суракматова кетти.", ["Жылдыз Сурактматова", "Жылдыз Суракматова"]),
        ("Муну Гүлзат Эсенбаева айтты. Гүлзад Эсеннбаева кетти.", ["Гүлзат Эсенбаева", "Гүлзад Эсеннбаева"]),
        (
            "Муну Айдай Садыкова айтты. Айдай Садырованын сөзү. Айдай Садырова ким?",
            ["Айдай Садыкова", "Айдай Садырованын"],
        ),
        ("Айбек Жусупов келди. Айбек Жусуппов айтты.", ["Айбек Жусупов", "Айбек Жусуппов"]),
        ("Айбек Жусупов келди. Айбек Жусуопвтун сөзү.", ["Айбек Жусупов", "Айбек Жусуопвтун"]),  # two swapped
        ("Айнура Турсунбаевага берди. Айнура Турсубаевадан алды.", ["Айнура Турсунбаевага", "Айнура Турсубаевадан"]),
    ],
)
def test_one_name_in_two_spellings_is_found(conflicts, text, quotes):
    assert conflicts(text) == [("name-conflict", quotes)]


@pytest.mark.parametrize(
    "text",
    [
        "Муну Жылдыз Суракматова айтты. Жылдыз Суракматованын сөзү бүттү.",
        "Бакыт Асанов менен Бакыт Асанова келди.",  # husband and wife
        "Жанар Асанова менен Жанат Асанова келди.",
        "Айгүл Асанова жана Айгүл Асановна келди.",
        "Айгүл Осмонова келди, Айгуль Осмонова айтты.",
        "Ректор У.А.Ш. жана башкы бухгалтер К.Г.Ж. келди, У.А.Ш. кетти.",
        "Эркин Токтоев келди. Эрмек Токтобеков айтты.",
        "Айбек Садыковдун сөзү бүттү. Айбек Садыковтун уулу келди.",
        "Айгүл Алиева менен Айгүл Акаева келди.",
        "Айбек Асанбеков менен Айбек Асанбаев келди.",
        "Айбек Токтогулов менен Айбек Токтосунов келди.",
        "Кыргыз Республикасынын мыйзамы. Кыргыз Республикабыздын эли.",
    ],
)
def test_endings_relatives_and_other_people_are_not_two_spellings(conflicts, text):
    assert conflicts(text) == []


def test_one_count_in_two_numbers_is_found(conflicts):
    text = "Быйыл билим берүү тармагы өстү. Жалпысынан 120 орто мектеп курулду. {}Жалпысынан 130 орто мектеп курулган."
    assert conflicts(text.format(BODY)) == [("number-conflict", ["120 орто мектеп", "130 орто мектеп"])]


def test_the_same_place_in_both_sentences_makes_them_one_count(conflicts):
    text = "Ошто 120 мектеп ремонттолду. Окуучулар сүйүндү. Ошто 130 мектеп ремонттолду."
    assert conflicts(text) == [("number-conflict", ["120 мектеп", "130 мектеп"])]


SCHOOLS = "Нарында 120 айыл мектеби оңдолду"
MORE = "Нарында 120дан ашуун айыл мектеби оңдолду"


@pytest.mark.parametrize(
    ("headline", "told", "found"),
    [
        (SCHOOLS, "Нарында 150 айыл мектеби оңдолду", "120 айыл мектеби, 150 айыл мектеби"),
        (SCHOOLS, "Быйыл Нарында 150 айыл мектеби толук оңдолду", "120 айыл мектеби, 150 айыл мектеби"),
        (
            MORE,
            "Быйыл Нарында 150дөн ашуун айыл мектеби оңдолду",
            "120дан ашуун айыл мектеби, 150дөн ашуун айыл мектеби",
        ),
        (SCHOOLS, "Быйыл Нарында 120 айыл мектеби толук оңдолду", None),
        (SCHOOLS, "Быйыл Нарында 124 айыл мектеби толук оңдолду", None),  # rounded
        (MORE, "Быйыл Нарында 150 айыл мектеби оңдолду", None),
        (SCHOOLS, "Ошто 150 орто мектепке китеп келди", None),
        (SCHOOLS, "Нарында дагы 150 айыл мектеби оңдолду", None),
        (SCHOOLS, "Быйыл Нарында 150 айыл мектеби толук оңдолду. Нарында 170 айыл мектеби гана оңдолуп жатат", None),
    ],
)
def test_a_headline_and_the_sentence_that_retells_it_are_compared(conflicts, headline, told, found):
    expected = [("number-conflict", found.split(", "))] if found else []
    assert conflicts(f"{headline}\n\n{told}. {BODY}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ошто 120 мектеп курулду. Нарында 130 мектеп курулду.",
        "2023-жылы 120 мектеп курулду. 2024-жылы 130 мектеп курулду.",
        "120 мектеп курулду. Дагы 130 мектеп курулду.",
        "120 мектеп курулду. 130 мектеп жабылды.",
        "120 мектеп курулду, 130 мектеп курулду.",
        "120 орто мектеп курулду. 130 жеке мектеп курулду.",
    ],
)
def test_counts_of_two_places_times_or_things_are_no_contradiction(conflicts, text):
    assert [found for found in conflicts(text) if found[0] == "number-conflict"] == []


PIECES = st.sampled_from(
    [
        *(sentence for _, sentence in BOTH_TRUE),
        *(case[1] for case in PAST),
        "26.02.2025\n",
        "\n",
        "У.А.Ш.",
        "А. У.",
        "дүйшөмбү",
        "120 мектеп.",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=20))
def test_any_text_gives_findings_whose_quotes_are_exact(document, read, pieces):
    text = "\n".join(pieces)
    if text.strip():
        for finding in read(text)["findings"]:
            for place in finding["evidence"]:
                assert text[place["start"] : place["end"]] == place["quote"]


@pytest.mark.parametrize("piece", ["Айгүл Асанова ", "А.Б.", "120 мектеп курулду. ", "26-мартта өттү. "])
def test_a_long_text_is_read_in_time(conflicts, piece):
    conflicts("26.02.2025\n" + piece * (20_000 // len(piece)))


@pytest.mark.parametrize(("told", "conflicts"), [("1821", 1), ("1812", 0), ("1902", 0)])
def test_digits_that_changed_places_between_headline_and_text_are_a_contradiction(read, told, conflicts):
    raw = f"Өлкөдөгү бала бакчалардын саны 1812ге жетти\n\nБыйыл республикада {told} мектепке чейинки уюм иштеди."
    assert len([one for one in read(raw)["findings"] if one["kind"] == "number-conflict"]) == conflicts
