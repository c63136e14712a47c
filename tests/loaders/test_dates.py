"""What the date stage promises: what is said is read exactly, what is not said is not filled in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import dates
from loaders.records.edtf import parse

BODY = (
    "Айыл мектебине жаңы окуу китептери жеткирилди, аны мугалимдер менен ата-энелер кубаттап, окуучулар сабакка "
    "даярданып жатканын айтышты.\n"
)


@pytest.fixture(scope="module")
def said(document):
    """text → the dates read in it."""
    return lambda text, language="ky": {fact["edtf"] for fact in dates.read(document(text, language=language))}


KYRGYZ = {
    "Жыйын 26-мартта өттү.": "XXXX-03-26",
    "Ал 2025-жылдын 9-октябрында келди.": "2025-10-09",
    "Курулуш 2024-жылы башталган.": "2024",
    "Үчүнчү тур 28-июль-2-августта өтөт.": "XXXX-07-28/XXXX-08-02",
    "Мейман 2013 14-апрель күнү келди.": "2013-04-14",
    "Сынак 27-29-июлда болот.": "XXXX-07-27/XXXX-07-29",
    "2019-2020-окуу жылы башталды.": "2019/2020",
    "2019-2020 окуу жылында мектеп ачылды.": "2019/2020",
    "2019-2020-жылдын окуу планы бекиди.": "2019/2020",
    "2018/2019-окуу жылында": "2018/2019",
    "2021-22-окуу жылы": "2021/2022",
    "Программа 2021-2040-жылдарга түзүлдү.": "2021/2040",
    "2020-жылдын январь-июнь айларында өстү.": "2020-01/2020-06",
    "2019-ж. 10-октябрь күнү кабыл алынды.": "2019-10-10",
    "2013-ж. 7-майдагы буйрук": "2013-05-07",
    "14-Сен. 2017, Бейшемби, 16:26": "2017-09-14",
    "01.07.2022№225 токтом": "2022-07-01",
    "Бишкек, 17.08.18. Жыйын өттү.": "2018-08-17",
    "26.02.2025": "2025-02-26",
    "16 января 2024, 09:25": "2024-01-16",
    "20 октября 2023 года": "2023-10-20",
    "29/11/2021 - 09:37": "2021-11-29",
    "УЛАНУУДА26-мартта түштөн кийин": "XXXX-03-26",
    "Тест 17- майда өттү.": "XXXX-05-17",
    "Тест 17\u00a0-\u00a0майда өттү.": "XXXX-05-17",
    "Мектеп ноябрда ачылат, апрелдеги той мартка жылды.": "XXXX-03 XXXX-04 XXXX-11",
    "Ал апрель айына белгиленди.": "XXXX-04",
    "Окуу сентябрдын 15инде башталат.": "XXXX-09-15",
    "Май айынын 20сында бүтөт.": "XXXX-05-20",
    "Экзамен 5, 6 жана 7-майда болот.": "XXXX-05-05 XXXX-05-06 XXXX-05-07",
    "5тен 7-июнга чейин": "XXXX-06-05/XXXX-06-07",
    "30-июнь — 3-июль күндөрү": "XXXX-06-30/XXXX-07-03",
    "2020-жылдын 25-мартынан 5-апрелине чейин": "2020-03-25/2020-04-05",
    "Январь, февраль, март айларында": "XXXX-01 XXXX-02 XXXX-03",
    "2018, 2019 жана 2020-жылдары курулган.": "2018 2019 2020",
    "11-декабрь, 2020": "2020-12-11",
    "9-октябрь 2024-жыл": "2024-10-09",
    "Бештин айынын 25инде": "XXXX-12-25",
    "«Жыл мугалими — 2018» сынагы": "2018",
    "ЖРТ-2020 жыйынтыктары чыкты.": "2020",
    "Стратегия (2018-2022) бүттү.": "2018/2022",
    "2020-жылдын 15-июлунан тартып 15-августка чейин": "2020-07-15/2020-08-15",
    "Мартта, апрелде жана майда": "XXXX-03 XXXX-04 XXXX-05",
    "2024-жылдын 10-мартынан апрелге чейин": "2024-03-10 2024-04",
    "2021-жылдын март айынан бери, 2040-жылга чейинки": "2021-03 2040",
    "2019-жылдын 1-жана 2-мартында": "2019-03-01 2019-03-02",
    "2021-жылы 5-сентябрда кайтты. 7-майда келет.": "2021-09-05 XXXX-05-07",
    "Каникул 2025-жылдын 28-декабрынан 2026-жылдын 11-январына чейин созулат.": "2025-12-28/2026-01-11",
    "Каникул 2025-жылдын 28-декабрынан 11-январга чейин созулат.": "2025-12-28/2026-01-11",
    "Каникул 28-декабрдан баштап 11-январга чейин созулат.": "XXXX-12-28/XXXX-01-11",
    "Долбоор 2021-жылдан 2025-жылга чейин ишке ашат.": "2021/2025",
    "Оңдоо июндан августка чейин созулат.": "XXXX-06/XXXX-08",
    "10-дон 15-мартка чейин": "XXXX-03-10/XXXX-03-15",
    "Сынак 08.04.2025-11.04.2025 аралыгында өтөт.": "2025-04-08/2025-04-11",
    "Сынак 28.12-03.01.2026 өтөт.": "2025-12-28/2026-01-03",
    "2024-2025-жаңы окуу жылында 5 мектеп ачылат.": "2024/2025",
    "2014-жылкы бүтүрүүчүлөр": "2014",
    "Декабрь айынын 12-күнү бакча ачылды.": "XXXX-12-12",
    "Акындын (1860-1942) мурасы": "1860/1942",
}
RUSSIAN = {
    "Встреча прошла 20 октября 2023 года.": "2023-10-20",
    "В 2018–2019 учебном году школа открылась.": "2018/2019",
    "В марте 2024 года и в сентябре": "2024-03 XXXX-09",
    "С 5 по 7 июня 2022 г. пройдет форум.": "2022-06-05/2022-06-07",
    "Построят в 2021-2023 годах и до 2030 года.": "2021/2023 2030",
    "Подать до 1 мая.": "XXXX-05-01",
    "Приём идёт с 10 марта по 15 апреля 2025 года.": "2025-03-10/2025-04-15",
    "Каникулы с 28 декабря по 11 января 2026 года.": "2025-12-28/2026-01-11",
    "Построят с 2021 по 2025 год.": "2021/2025",
    "Было 19 вузов в 2021-м, осенью 2025-го — 34.": "2021 2025",
    "В 2024-2025 новом учебном году": "2024/2025",
    "Открыли 15-го марта, 4-е мая": "XXXX-03-15 XXXX-05-04",
    "БИШКЕК, 15 дек — Школа открыта.": "XXXX-12-15",
}
ENGLISH = {
    "The project (Luch, 2025–2029) began.": "2025/2029",
    "The Republic’s 2022–2026 National Programme began.": "2022/2026",
    "The school was given 2010-2020 books.": "",
    "It helps schools through 2029.": "2029",
    "On October 20, 2023 the commission met.": "2023-10-20",
    "It met on the 20th of March and on 5 May.": "XXXX-03-20 XXXX-05-05",
    "In 2024 and by March, students may march.": "2024 XXXX-03",
    "the 2024-2025 academic year": "2024/2025",
    "It runs from March 10 to April 15, 2025.": "2025-03-10/2025-04-15",
    "It runs from 10 March through 15 April.": "XXXX-03-10/XXXX-04-15",
    "From 2021 to 2025 and between 2027 and 2029": "2021/2025 2027 2029",
    "The strategy for 2021-2025, the plan over 2026-2030": "2021/2025 2026/2030",
    "Sept. 1, 2025 and Jan 5, 2024": "2025-09-01 2024-01-05",
}
NO_DATES = [
    "№ 61-мектеп жана 7-8-класс окуучулары 20.00дөн кийин келет.",
    "Телефон: 0312 66-12-20, 0555 12 05 20.",
    "1990-жылдары курулган.",
    "Октябрь райондук мектебинде, 8-март көчөсүндө окуйт.",
    "Май жана шекер сатылды, майда бизнес өстү, майдан ордуна келди.",
    "2000 мектеп, 2018 окуучу, 2 миң орун, 3:2 эсеп, 12.5 пайыз.",
    "1000 жыл мурун курулган.",
    "«CASA-1000» долбоору, COVID-19 илдети",
    "Бүгүн, кечээ, быйыл жана былтыр айтылды.",
    "Ал 5 сен деп айтты.",
    "Айылда 1900 жылкы бар, 5-м кездеме алынды.",
    "Кошумча (1860 2050) тизмеде 1500-1600 окуучу.",
]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (text, code, want)
        for code, cases in (("ky", KYRGYZ), ("ru", RUSSIAN), ("en", ENGLISH))
        for text, want in cases.items()
    ],
)
def test_every_way_to_write_a_date_is_read(said, text, language, expected):
    assert said(text, language) == set(expected.split())


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_names_that_look_like_dates_are_none(said, text):
    assert said(text) == set()


@pytest.mark.parametrize("written", ["2009-жылдын 31-июнунда", "2021-жылдын 29-февралында", "31.04.2020", "45.13.2020"])
def test_an_impossible_date_is_refused_and_the_reason_kept(document, written):
    read = document(f"Ал {written} келди.")
    assert all(len(fact["edtf"]) < 10 for fact in dates.read(read))
    if not written.startswith("45"):
        assert any("no day" in miss.why for miss in read.misses)


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_month_of_the_word_lists_is_read_in_every_spelling(said, reader, language, number):
    for name in reader.register.language[language]["months"][number - 1]:
        assert said(f"Ал 5 {name} 2021", language) == {f"2021-{number:02d}-05"}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("• 26.02.2025\n• 0\n", "2025-02-26"),
        ("16 января 2024, 09:25\n", "2024-01-16"),
        ("14-Сен. 2017, Бейшемби, 16:26\n", "2017-09-14"),
        ("29/11/2021 - 09:37\n", "2021-11-29"),
        ("Айгүл Асанова | 12.03.2021 | 10:15\n", "2021-03-12"),
        ("Жарыяланды: 26.02.2025 Каралды: 123\n", "2025-02-26"),
        ("Бишкек, 3-март 2024-ж. — ", "2024-03-03"),
        ("", None),
        ("3-мартта ачылды. ", None),
        ("Бишкек, 2024-жылдын 3-мартында ачылды. ", None),
        ("Дүйшөмбү, 12.02.2024 10:32:15\n", None),  # the page's clock
        ("Бүгүн 12.02.2024\n", None),
        ("Мугалимдер күнү 05.10.2023\n", None),
    ],
)
def test_only_a_date_line_says_when_it_was_published(document, head, day):
    found = document("Айыл мектеби китеп алды\n" + head + BODY).published
    assert (found and found["edtf"]) == day


def test_the_last_line_may_be_the_date_line(document):
    assert document(f"Айыл мектеби китеп алды\n{BODY}\nБишкек, 17.08.18.").published["edtf"] == "2018-08-17"


def test_the_sidecar_dates_an_article_whose_text_does_not(document):
    assert document(BODY, published="2024-03-01").published == {"edtf": "2024-03-01", "from": "sidecar"}
    own = document("Китеп келди бүгүн\n26.02.2025\n" + BODY, published="2024-03-01").published
    assert own["edtf"] == "2025-02-26"


def test_relative_words_are_read_only_by_a_known_day_and_never_as_dates(document):
    text = "Бүгүн келди, кечээ айтылды, былтыр курулган, эртең менен көрөбүз."
    assert dates.relative(document(text)) == []
    read = document(text, published="2024-03-01")
    assert {fact["edtf"] for fact in dates.relative(read)} == {"2024-03-01", "2024-02-29", "2023"}
    assert dates.read(read) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Сабактар 1-сентябрда башталат.", "start"),
        ("Мектеп 2015-жылдан бери иштейт.", "start"),
        ("Эс алуу 10-январга чейин созулат.", "end"),
        ("Арыздар 5-июнга чейин кабыл алынат.", "deadline"),
        ("Жыйын 26-мартта өттү.", "event"),
        ("Мектептин 2020-жылдагы сметасы", None),
    ],
)
def test_what_a_date_is_of_is_told_by_the_words_after_it(document, text, of):
    assert [fact["of"] for fact in dates.read(document(text))] == [of]


def test_an_initiative_begins_and_ends_with_the_span_that_is_said_of_it(read):
    text = "«Жарык класс» долбоору 2021-жылдан 2025-жылга чейин мектептерде ишке ашат."
    (one,) = read(text)["initiatives"]
    assert (one["start"], one["end"]) == ("2021", "2025")


def test_one_entry_a_date_with_every_place_that_says_it(document):
    (fact,) = dates.read(document("Жыйын 26-мартта өттү. 26-мартка карата даярдашты."))
    assert [place["quote"] for place in fact["evidence"]] == ["26-мартта", "26-мартка"]


PIECES = st.sampled_from(
    [
        *KYRGYZ,
        *NO_DATES,
        "26-мартта",
        "2024-жылы",
        "2020-жылдын",
        "10-мартынан",
        "апрелге",
        "айында",
        "30-июнь",
        "2019-2020",
        "-",
        " ",
        ",",
        ".",
        "\n",
        "№",
        "31",
        "2020",
        "май",
        "жана",
        "/",
        "‑",
        "\u200b",
        "ж.",
        "1",
        "٣",
        "²",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=25))
def test_any_text_gives_valid_dates_whose_quotes_are_exact(document, pieces):
    text = " ".join(pieces)
    read = document(text)
    for fact in dates.read(read) + ([read.published] if read.published else []):
        assert parse(fact["edtf"])
        for place in fact.get("evidence", [fact]):
            assert text[place["start"] : place["end"]] == place["quote"]


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.sampled_from(["{0:%d.%m.%Y}", "{0.year:04d}-жылдын {0.day}-{1}", "{0.day}-{1} {0.year:04d}-ж."]))
def test_no_part_of_a_date_is_invented_or_lost(said, reader, day, form):
    if 1990 <= day.year <= 2050:
        name = reader.register.language["ky"]["months"][day.month - 1][0]
        assert said(f"Ал {form.format(day, name)} келди.") == {day.isoformat()}


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 28), st.integers(0, 11))
def test_a_year_that_is_not_said_stays_unknown(said, reader, day, month):
    name = reader.register.language["ky"]["months"][month][0]
    assert said(f"2019-жылга чейин. Жыйын {day}-{name} күнү өттү.") == {"2019", f"XXXX-{month + 1:02d}-{day:02d}"}


def test_a_megabyte_of_digits_is_read_in_time(document):
    for piece in ("1", "26-", "12.12.", "5, ", "2020-"):
        dates.read(document(piece * (200_000 // len(piece))))
