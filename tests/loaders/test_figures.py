"""What the figure stage promises: numbers with what they count, written in any way; nothing that counts nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import figures
from loaders.figures.numbers import numbers

KYRGYZ = {
    "1200 айыл мугалимине ноутбук, 40 шаар мектебине китеп берилди.": [(1200, "teachers", None), (40, "schools", None)],
    "Мектепке 2 миң 200дөй орун керек.": [(2200, "places", "~")],
    "Мектептерде 1 миң 997 мугалим иштейт.": [(1997, "teachers", None)],
    "43 440 окуучу катышты.": [(43440, "pupils", None)],
    "Буга 1,5 млрд сом бөлүндү.": [(1500000000, "som", None)],
    "Алардын 81, 2 пайызы кыздар.": [(81.2, "percent", None)],
    "Быйыл 625 миң 767 бала келди.": [(625767, "children", None)],
    "2 жарым миң бала окубайт.": [(2500, "children", None)],
    "Беш жүз мектепке интернет келди.": [(500, "schools", None)],
    "Жыйырма беш мектеп оңдолду.": [(25, "schools", None)],
    "74 жарандык жана санариптик билим берүү борбору ачылды.": [(74, "centres", None)],
    "12 миң абитуриенттин 8626сы келишимде.": [(12000, "applicants", None), (8626, "applicants", None)],
    "9,8 миңден ашык мугалим окуду.": [(9800, "teachers", ">")],
    "Ага 200 миллион сом бөлүндү, анын 103,6 миллиону мектептерди жабдууга жумшалат.": [
        (200000000, "som", None),
        (103600000, "som", None),
    ],
    "Окууга 4705 орун каралса, анын 4300гө жакыны жогорку окуу жайларына берилет.": [
        (4705, "places", None),
        (4300, "places", "~"),
    ],
    "Өлкөдө 118 мектеп бар, 118дин 47синде интернет бар, сынак айдын 15-16сында университетте өтөт.": [
        (118, "schools", None),
        (47, "schools", None),
    ],
    "Мектептерде 40 миң окуучу бар, алардын 3 миңи кыз.": [(40000, "pupils", None), (3000, "pupils", None)],
    "Мектептердин 60%ы эски.": [(60, "percent", None)],
    "$5 миллион бөлүндү.": [(5000000, "usd", None)],
    "Банк 50 млн АКШ долларын берет.": [(50000000, "usd", None)],
    "Китепке 64 миллион 844 миң сом сарпталды.": [(64844000, "som", None)],
    "1500 дөн ашуун мугалим, 400 гө жакын тарбиячы.": [(1500, "teachers", ">"), (400, "teachers", "~")],
    "Класстарда 45 окуучуга чейин отурат.": [(45, "pupils", "<=")],
    "62 миң 11-класстын окуучусу тест тапшырды.": [(62000, "pupils", None)],
    "Ошто 40, Нарында 25 мектеп курулат.": [(40, "schools", None), (25, "schools", None)],
    "Окуучулардын саны 350гө жетти.": [(350, "pupils", None)],
    "250 000 нуска китеп басылды.": [(250000, "textbooks", None)],
    "Баасы 25.250.000 сом.": [(25250000, "som", None)],
    "20 мектеп-гимназия катышты.": [(20, "schools", None)],
    "289 мектеп бар, алардын ичинен 61 мамлекеттик, 18 жеке менчик.": [
        (289, "schools", None),
        (61, "schools", None),
        (18, "schools", None),
    ],
    "Бюджет 30 миллиондон 45 миллион сомго чейин көбөйдү.": [(30000000, "som", None), (45000000, "som", "<=")],
    "Стипендия 3төн 5 миң сомго жетти.": [(3000, "som", None), (5000, "som", None)],
    "Камтуу 28ден 35 пайызга өстү.": [(28, "percent", None), (35, "percent", None)],
    "Оңдоого 8 млн. сомдой, китепке 20 миң доллардай бөлүндү.": [(8000000, "som", None), (20000, "usd", None)],
    "Фонд 1,5 млн $ берди.": [(1500000, "usd", None)],
    "Жыйынга 40тан ашуун өкүл, 25 делегат келди, мектептер талкууланды.": [
        (40, "people", ">"),
        (25, "people", None),
    ],
    "ЖОЖдордун 40ы мамлекеттик.": [(40, "universities", None)],
    "Лагерде 4470 балдар, бакчада 42 тайпа бар.": [(4470, "children", None), (42, "groups", None)],
    "12 аталыштагы 600 миң нуска китеп басылды.": [(600000, "textbooks", None)],
    "Мугалимге 20 миң рублдик белек берилди.": [(20000, "rub", None)],
    "Мектепке USD 500 миң, EUR 20 миң, KGS 44 миң берилди.": [
        (500000, "usd", None),
        (20000, "eur", None),
        (44000, "som", None),
    ],
    "60 колледж менен 40 университет бар эле, азыр алар 66 жана 49 тиешелүүлүгүнө жараша.": [
        (60, "colleges", None),
        (40, "universities", None),
        (66, "colleges", None),
        (49, "universities", None),
    ],
    "60 колледж менен 40 университет бар эле, азыр алар 66 жана 49 тиешелүү түрдө.": [
        (60, "colleges", None),
        (40, "universities", None),
        (66, "colleges", None),
        (49, "universities", None),
    ],
}
RUSSIAN = {
    "Построено 25 школ на 1,2 млрд сомов.": [(25, "schools", None), (1200000000, "som", None)],
    "Более 40 тысяч абитуриентов и 15% учителей.": [(40000, "applicants", ">"), (15, "percent", None)],
    "Зарплата от 20 до 30 тысяч сомов.": [(20000, "som", None), (30000, "som", "<=")],
    "Охват вырос с 28 до 35 процентов.": [(28, "percent", None), (35, "percent", "<=")],
    "Полторы тысячи школ и полтора миллиона детей.": [(1500, "schools", None), (1500000, "children", None)],
    "Было 138 колледжей и 57 вузов, теперь 166 и 89 соответственно.": [
        (138, "colleges", None),
        (57, "universities", None),
        (166, "colleges", None),
        (89, "universities", None),
    ],
    "Школе дали KGS 44 тысячи, USD 500 тысяч и EUR 20 тысяч.": [
        (44000, "som", None),
        (500000, "usd", None),
        (20000, "eur", None),
    ],
}
ENGLISH = {
    "It gives $50 million for 120 schools and 1,541 teachers.": [
        (50000000, "usd", None),
        (120, "schools", None),
        (1541, "teachers", None),
    ],
    "More than 200 kindergartens opened.": [(200, "kindergartens", ">")],
    "The number of pupils rose from 140 to 198.": [(140, "pupils", None), (198, "pupils", "<=")],
    "Twenty-five schools got EUR 36 million and 10,000,000 US dollars.": [
        (25, "schools", None),
        (36000000, "eur", None),
        (10000000, "usd", None),
    ],
    "The 30 colleges and 20 kindergartens became 40 and 25 respectively.": [
        (30, "colleges", None),
        (20, "kindergartens", None),
        (40, "colleges", None),
        (25, "kindergartens", None),
    ],
}
NO_FIGURES = [
    "120 айыл мектепке ээ болду.",
    "№ 70 мектеп, 61-мектеп, 5-класс окуучулары, саат 20.00дөн 8.00гө чейин.",
    "Телефон 0312 66-12-20 мектеп.",
    "98-беренеге ылайык мектеп жабылды.",
    "12 жылдык мектеп, 15 жаштагы окуучу.",
    "26-мартта, 2024-жылы, 27.09.2021 мектеп ачылды.",
    "2018-2019-окуу жылында окуучулар көбөйдү.",
    "Эки мектеп жана үч бала бакча ачылды.",  # too few to tell of the system
    "Оюн 3:2 эсебинде бүттү, окуучулар утту.",
    "Бир мугалим COVID-19 менен ооруду.",
    "Мектептин 10-11 класстары, айылдын 5-6 класс окуучулары келди.",
    "Окуучулар 102си байгелүү орундарга, 30у сыйлуу орунга жетти.",
    "Күүлөр №3, 51, 93, 100 мектептерде жаңырды.",
    "«Мектептер2030» жана «Мектеп 21» долбоорлорун мугалимдер колдоду.",
]


def read_as(document, text, language):
    facts = figures.read(document(text, language=language))
    return [(fact["value"], fact["unit"], fact.get("op")) for fact in facts]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (text, code, want)
        for code, cases in (("ky", KYRGYZ), ("ru", RUSSIAN), ("en", ENGLISH))
        for text, want in cases.items()
    ],
)
def test_every_way_to_write_a_number_is_read_with_what_it_counts(document, text, language, expected):
    assert read_as(document, text, language) == expected


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_that_count_nothing_are_no_figures(document, text):
    assert read_as(document, text, "ky") == []


def test_every_unit_of_the_word_lists_is_read_by_each_of_its_words(document, reader):
    for unit, phrases in reader.register.language["ky"]["units"].items():
        for phrase in phrases:
            facts = figures.read(document(f"Ал жерде 120 {phrase}", language="ky"))
            assert [fact["unit"] for fact in facts] == [unit], phrase


def test_a_count_of_centres_is_linked_to_the_centres_it_counts(document):
    read = document("Өлкөдө 80 жарандык жана санариптик билим берүү борбору (ЖСБББ) иштейт.")
    assert [(fact["value"], fact["of"]) for fact in figures.read(read)] == [(80, "civic-digital-education-centres")]


def test_an_article_of_something_else_has_no_figures(document):
    read = document("Дүкөндө 120 окуучу дептер алды.")
    assert figures.read(read, {"relevant": True})
    assert figures.read(read, {"relevant": False}) == []


def test_one_number_said_twice_is_one_figure_with_both_places(document):
    (fact,) = figures.read(document("Биз 120 мектеп курдук. Азыр 120 мектеп ачык."))
    assert [place["quote"] for place in fact["evidence"]] == ["120 мектеп", "120 мектеп"]


def test_at_most_eight_and_marks_of_single_people_go_first(document):
    text = "Ал 230 балл алды. " + " ".join(f"{number} мектеп бар." for number in range(20, 28))
    facts = figures.read(document(text))
    assert [fact["value"] for fact in facts] == list(range(20, 28))


PIECES = st.sampled_from(
    [*KYRGYZ, *NO_FIGURES, "миң", "жүз", "жарым", "12", "1,5", " ", "-", ".", "%", "$", "сом", "\u00a0", "²", "٣"]
)


def test_of_too_many_numbers_one_without_a_noun_of_its_own_goes_first(document):
    schools = "; ".join(f"Кара-Буура районунда {number} мектеп" for number in range(11, 17))
    text = f"{schools}. 40 окуучу келди, анын ичинен 9у ооруп калды. Жалпысынан 97 мугалим иштейт."
    assert [fact["value"] for fact in figures.read(document(text, language="ky"))] == [*range(11, 17), 40, 97]
    fewer = text.replace("; Кара-Буура районунда 16 мектеп", "")
    assert [fact["value"] for fact in figures.read(document(fewer, language="ky"))] == [*range(11, 16), 40, 9, 97]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=25))
def test_any_text_gives_positive_numbers_whose_quotes_are_exact(document, pieces):
    text = "".join(pieces)
    facts = figures.read(document(text, language="ky"))
    assert len(facts) <= figures.MOST
    for fact in facts:
        assert fact["value"] > 0
        for place in fact["evidence"]:
            assert text[place["start"] : place["end"]] == place["quote"]


@settings(max_examples=150, deadline=None)
@given(st.integers(10, 10**9), st.sampled_from(["plain", "spaced", "words"]))
def test_a_number_is_read_as_it_was_meant(document, value, way):
    millions, thousands, rest = value // 10**6, value // 1000 % 1000, value % 1000
    spoken = (
        [f"{millions} миллион"] * bool(millions) + [f"{thousands} миң"] * bool(thousands) + [str(rest)] * bool(rest)
    )
    written = {"plain": str(value), "spaced": f"{value:,}".replace(",", " "), "words": " ".join(spoken)}[way]
    (number,) = numbers(document(f"Буга {written} сом керек.", language="ky"))
    assert number.value == value


@pytest.mark.parametrize("piece", ["1", "26-", "5 миң ", "12, ", "3 мектеп ", "миң ", "саны "])
def test_a_long_row_of_numbers_is_read_in_time(document, piece):
    figures.read(document(piece * (60_000 // len(piece)), language="ky"))


def test_one_noun_counts_for_a_row_of_places_and_a_row_of_grades_counts_nothing(document):
    row = "Баткенде 18, Нарында 12 жана Талас облусунда 13 бала бакча ачылды."
    assert [(fact["value"], fact["unit"]) for fact in figures.read(document(row))] == [
        (18, "kindergartens"),
        (12, "kindergartens"),
        (13, "kindergartens"),
    ]
    assert figures.read(document("Китептер 5-6-класстардын окуучуларына, анан 7, 9 жана 11-класстарга берилет.")) == []


def test_a_school_is_told_by_its_places(document):
    """225 орундуу мектеп is one school; what is counted one by one has no thousandths."""
    raw = "Баткенде 225 орундуу мектеп курулду. Кийинкиси 1200 орундуу болот. Окуу 1,679 мектепте башталды."
    found = [(fact["value"], fact["unit"]) for fact in figures.read(document(raw))]
    assert found == [(225, "places"), (1200, "places"), (1679, "schools")]
    assert figures.read(document("Мектепке 1,679 миллион сом бөлүндү."))[0]["value"] == 1679000


def test_words_for_numbers_are_those_of_the_language(document):
    raw = "Он сказал, что школам передали один миллион пятьсот двадцать тысяч сомов и двенадцать автобусов."
    found = [(fact["value"], fact["unit"]) for fact in figures.read(document(raw))]
    assert found == [(1_520_000, "som"), (12, "buses")]


def test_about_a_thousand_is_a_thousand(document):
    raw = "Быйыл 40 миңдей бала мектепке даярдалат, 3 миллиондой китеп басылды."
    assert [fact["value"] for fact in figures.read(document(raw))] == [40_000, 3_000_000]


def test_a_part_in_any_case_is_of_what_was_told_before(document):
    raw = "Министрлик 4,5 миллион китептин 1,2 миллионун жеткирди. Калганы балдар үчүн кийин басылат."
    found = [(fact["value"], fact["unit"]) for fact in figures.read(document(raw))]
    assert found == [(4_500_000, "textbooks"), (1_200_000, "textbooks")]


def test_a_noun_in_a_case_of_its_own_is_not_what_is_counted(document):
    (fact,) = figures.read(document("Үч миңден ашык бала мектепке барбайт."))
    assert (fact["value"], fact["unit"]) == (3000, "children")


def test_what_a_number_rises_to_is_counted_as_what_it_rose_from(document):
    raw = "Окутуучулардын айлыгы 29 миң сомдон 41 миңге чыкты, 15 студентибиз чет өлкөгө барат."
    found = [(fact["value"], fact["unit"]) for fact in figures.read(document(raw))]
    assert found == [(29_000, "som"), (41_000, "som"), (15, "students")]
