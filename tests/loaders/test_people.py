"""Who holds which office is read from the words beside a name, in three languages, and nobody is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import people
from loaders.folding import bare
from loaders.grammar.surnames import russian_nominative, without_case
from loaders.records import load_register

LANGUAGES = load_register().language


def of(document, raw, **sidecar):
    return {person["name"]: person for person in people.read(document(raw, **sidecar))}


@pytest.mark.parametrize(
    ("sentence", "name", "position", "partner"),
    [
        ("Бул тууралуу депутат Асель Жумабаева билдирди.", "Асель Жумабаева", "депутат", "kg-jk"),
        (
            "Жыйынга доцент Исмаил Курай, Талас университетинин проректору, профессор Абдул Авшан келди.",
            "Абдул Авшан",
            "Талас университетинин проректору, профессор",
            None,
        ),
        (
            "Бул жыйынга комитеттин статс-катчысы Шадыканов К.Т, мугалимдер менен бирге келди.",
            "Шадыканов К.Т",
            "комитеттин статс-катчысы",
            None,
        ),
        ("Мектептин жаңы имараты ишкер Асан Бөрүбаевдин акчасына бүттү.", "Асан Бөрүбаев", "ишкер", None),
        (
            "Акча депутаттардын жана айыл өкмөт башчысы Асан Бөрүбаевдин колунда.",
            "Асан Бөрүбаев",
            "айыл өкмөт башчысы",
            None,
        ),
        ("Бул тууралуу башкы адис Айнура садыкова билдирди.", "Айнура садыкова", "башкы адис", None),
        ("Жыйынга тышкы иштер министири Асан Жунусов келди.", "Асан Жунусов", "тышкы иштер министири", None),
        ("Жыйынга элчи Салим бин Омар Аль-Харуни келди.", "Салим бин Омар Аль-Харуни", "элчи", None),
        ("Аны вице-премьер-министр Бакыт Эсенов ачты.", "Бакыт Эсенов", "вице-премьер-министр", "kg-cabmin"),
        (
            "Билим берүү жана илим министринин орун басары Нурбек Садыков келди.",
            "Нурбек Садыков",
            "Билим берүү жана илим министринин орун басары",
            "kg-moes",
        ),
        (
            "Ош мамлекеттик университетинин ректору, профессор Эрлан Бообеков айтты.",
            "Эрлан Бообеков",
            "Ош мамлекеттик университетинин ректору, профессор",
            "oshsu",
        ),
        (
            "ЮНИСЕФтин Кыргызстандагы өкүлү Анна Вебер катышты.",
            "Анна Вебер",
            "ЮНИСЕФтин Кыргызстандагы өкүлү",
            "unicef",
        ),
        ("Чогулушка Чынар Абдиева, №9 мектептин директору, келди.", "Чынар Абдиева", "№9 мектептин директору", None),
        ("Чынар Абдиева — мектеп директору.", "Чынар Абдиева", "Мектеп директору", None),
        ("Университеттин ректору болуп Тилек Асанов шайланды.", "Тилек Асанов", "Университеттин ректору", None),
        (
            "Тилек Асанов «Билим» борборунун директору болуп дайындалды.",
            "Тилек Асанов",
            "«Билим» борборунун директору",
            None,
        ),
        ("Айпери Касымова деген мугалим сыйланды.", "Айпери Касымова", "мугалим", None),
        ("Москванын патриархы Тихон келди.", "Тихон", "Москванын патриархы", None),
        ("Министр мырза Адилет Жоробеков келди.", "Адилет Жоробеков", "министр", None),
    ],
)
def test_the_words_beside_a_name_are_its_office(document, sentence, name, position, partner):
    person = of(document, sentence)[name]
    assert bare(person["position"]) == bare(position)
    assert person["partner"] == partner


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Жылдыз Мамытованын", "Жылдыз Мамытова"),
        ("Тимур Сатаровдун", "Тимур Сатаров"),
        ("Тимур Сатаровго", "Тимур Сатаров"),
        ("Тимур Сатаровду", "Тимур Сатаров"),
        ("Тимур Сатаров", "Тимур Сатаров"),
        ("Т. Сатаровдон", "Т. Сатаров"),
        ("Т.Б. Сатаровдун", "Т.Б. Сатаров"),
        ("Кубан  Сейитбектин", "Кубан Сейитбек"),
        ("Айзада Нурлан кызы", "Айзада Нурлан кызы"),
        ("Данияр Эмил уулу", "Данияр Эмил уулу"),
        ("Хан Ёнсу", "Хан Ёнсу"),
        ("Клаус Майер", "Клаус Майер"),
        ("Ким Сан-Мин", "Ким Сан-Мин"),
        ("Анна фон дер Хайде", "Анна фон дер Хайде"),
        ("Сатаров Тимур Бекович", "Сатаров Тимур Бекович"),
        ("Виктор Калинин", "Виктор Калинин"),
        ("Виктор Мартин", "Виктор Мартин"),
    ],
)
def test_a_name_is_given_in_the_nominative_as_written(document, written, name):
    assert list(of(document, f"Аны мугалим {written} менен бирге айтты.")) == [name]


def test_a_name_cut_off_by_the_end_of_the_text_stops_no_reading(document):
    assert set(of(document, "Мектептин директору Анна Хайде де")) == {"Анна Хайде"}


def test_the_dots_of_a_name_and_its_fold_variants_do_not_hide_it(document):
    for written in ("тѳрага Нурлан Токоев", "торага\u00a0Нурлан Токоев", "ТӨРАГА Нурлан Токоев"):
        assert "Нурлан Токоев" in of(document, f"Бул тууралуу {written} билдирди.")


def test_a_row_of_names_shares_the_office(document):
    found = of(document, "Депутаттар Асан Бекиев, Гүлзат Турдуева жана Олег Ким каршы болду.")
    assert set(found) == {"Асан Бекиев", "Гүлзат Турдуева", "Олег Ким"}
    assert {person["position"] for person in found.values()} == {"депутат"}


def test_a_person_is_listed_once_with_every_place(document):
    raw = "Министр Асан Бекиев келди. Кийин министр А. Бекиев сөз сүйлөдү. Министр Бекиевдин оюнда бул туура."
    (person,) = people.read(document(raw))
    assert person["name"] == "Асан Бекиев"
    assert len(person["evidence"]) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Окуучу Асан Бекиев биринчи орунду алды.",
        "Айдана Сатарова, 12 жаштагы окуучу, жеңди.",
        "Бул тууралуу Асан Бекиев жазып чыкты.",
        "Академик Асан Бекиев атындагы мектеп ачылды.",
        "Мугалим Бишкекке барды. Директор Жогорку Кеңештин жыйынына катышты.",
        "Асан Бекиев мугалимдер менен жолукту.",
        "Депутат Кыргыз Республикасынын мыйзамын колдоду.",
    ],
)
def test_nobody_without_an_office_is_listed(document, sentence):
    assert people.read(document(sentence)) == []


def test_the_headline_of_another_story_is_not_read(document):
    story = "Мектеп ачылды\n\nМектепти министр Болот Саматов ачты.\n"
    raw = story + "Тектеш\n Депутат Асан Бекиев жол жөнүндө\n\nАга директор Олег Ким ыраазы.\n"
    assert set(of(document, raw)) == {"Болот Саматов", "Олег Ким"}


@pytest.mark.parametrize(
    ("raw", "name", "position"),
    [
        (
            "Об этом сказала заместитель министра образования и науки Анна Белова.",
            "Анна Белова",
            "заместитель министра образования и науки",
        ),
        (
            "Он назначил бывшего депутата Жогорку Кенеша Тимура Сатарова на этот пост.",
            "Тимур Сатаров",
            "депутат Жогорку Кенеша",
        ),
        ("Встречу провели с министром Айгуль Касымовой в этом году.", "Айгуль Касымова", "министр"),
        (
            "Тимур Сатаров, ректор Ошского государственного университета, это отметил.",
            "Тимур Сатаров",
            "ректор Ошского государственного университета",
        ),
        (
            "It was said by the Minister of Education and Science Timur Satarov on that day.",
            "Timur Satarov",
            "minister of Education and Science",
        ),
        (
            "Anna Weber, director of the Centre, is in Bishkek with the teachers.",
            "Anna Weber",
            "director of the Centre",
        ),
        (
            "It was opened by the Rector of Luch University, Asan Usenov; the teachers came.",
            "Asan Usenov",
            "rector of Luch University",
        ),
        (
            "It was opened by the Deputy Minister of Education, Science and Sports of Latvia Janis Liepins today.",
            "Janis Liepins",
            "deputy Minister of Education, Science and Sports of Latvia",
        ),
        (
            "It was opened by the Ambassador to the Kyrgyz Republic Anna Weber in the morning.",
            "Anna Weber",
            "ambassador to the Kyrgyz Republic",
        ),
        (
            "The Mayor of Osh Asan Usenov, Adviser of the Kazakh Embassy in Bishkek Gali Samatov were at the school.",
            "Gali Samatov",
            "adviser of the Kazakh Embassy in Bishkek",
        ),
        (
            "Меморандум подписан ректором Международного университета (МУ) д-ром Анной Беловой.",
            "Анна Белова",
            "ректор Международного университета",
        ),
        (
            "Timur Satarov, a professor of Luch University, opened the school.",
            "Timur Satarov",
            "professor of Luch University",
        ),
        ("В школе встретились с директором Константином Вольским и учителями.", "Константин Вольский", "директор"),
        ("Об этом он говорил с президентом РК Асаном Усеновым.", "Асан Усенов", "президент РК"),
        ("Министр в школе встретился с послом Японии в КР Джоном Смитом.", "Джон Смит", "посол Японии в КР"),
        (
            "Об этом в школе сказал директор фонда «Луч» в Центральной Азии Хасан Бирджан.",
            "Хасан Бирджан",
            "директор фонда «Луч» в Центральной Азии",
        ),
        ("Об этом в школе сказал посол Японии Хидэки Ито.", "Хидэки Ито", "посол Японии"),
        ("Об этом в школе сказал посол Германии Герман Белов.", "Герман Белов", "посол Германии"),
    ],
)
def test_russian_and_english_are_read_too(document, raw, name, position):
    person = of(document, raw)[name]
    assert person["position"].lower() == position.lower()


@pytest.mark.parametrize("head", LANGUAGES["ky"]["positions"]["heads"])
def test_every_office_of_the_list_is_found(document, head):
    assert "Асан Бекиев" in of(document, f"Бул тууралуу {head} Асан Бекиев кечээ билдирди.", language="ky")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_office_of_the_other_languages_is_found(document, language):
    name = {"ru": "Асан Бекиев", "en": "Asan Bekiev"}[language]
    missed = [
        head
        for head in LANGUAGES[language]["positions"]["heads"]
        if name not in of(document, f"x {head} {name}.", language=language)
    ]
    assert not missed


@pytest.mark.parametrize(
    ("inflected", "stem"),
    [("сатаровдун", "сатаров"), ("сатарованын", "сатарова"), ("асангулдан", "асангул"), ("кенжебекти", "кенжебек")],
)
def test_a_case_is_cut_off_a_surname(inflected, stem):
    assert without_case(inflected, frozenset()) == stem


@pytest.mark.parametrize(
    "name", ["сатарова", "калинин", "мартин", "ольга", "екатерина", "айдын", "арстан", "светлана", "рашида"]
)
def test_what_only_looks_like_a_case_stays(name):
    assert without_case(name, frozenset()) == name


def test_russian_names_return_to_the_nominative():
    assert russian_nominative("Анны Беловой") == "Анна Белова"
    assert russian_nominative("Анну Белову") == "Анна Белова"
    assert russian_nominative("Тимуру Сатарову") in {"Тимур Сатаров", "Тимура Сатарова"}
    assert russian_nominative("Сергея Сатарова") == "Сергей Сатаров"
    assert russian_nominative("Муратбеку Сатарову") == "Муратбек Сатаров"
    assert russian_nominative("Асель Сатарова") == "Асель Сатарова"


PIECES = st.sampled_from(
    [
        "министр",
        "депутаты",
        "Асан",
        "Үсөнова",
        "Бекиевдин",
        ",",
        ".",
        " - ",
        "«",
        "»",
        "Н.",
        "уулу",
        "жана",
        "болуп",
        "№",
        "5",
        "\n",
        "атындагы",
        "ректору",
        "Ы",
        "ѳ",
        "\u200b",
        "минис\u00adтри",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_names_and_evidence_are_from_it(document, pieces, joint):
    raw = joint.join(pieces)
    for language in ("ky", "ru", "en"):
        for person in people.read(document(raw, language=language)):
            assert person["name"] and person["position"]
            for evidence in person["evidence"]:
                assert raw[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_quoted_name_stands_between_an_office_and_its_holder(read):
    raw = "Об этом на встрече с родителями сообщила директор Общественного фонда «Добрый свет» Светлана Халбаева."
    (person,) = read(raw)["people"]
    assert person["name"] == "Светлана Халбаева"
    assert read("На встрече в школе награду вручили победителю конкурса «Учитель года» Асану Усенову.")["people"] == []


def test_one_office_may_have_two_holders(document):
    raw = "Мектепте мэрдин орун басары Эрлан Таев жана Гүлнара Асанова болду."
    assert set(of(document, raw)) == {"Эрлан Таев", "Гүлнара Асанова"}
    raw = "Мектепке консул Эрлан Таев жана Ыраакы Чыгыш университетинин ректору Юрий Иванов келди."
    assert set(of(document, raw)) == {"Эрлан Таев", "Юрий Иванов"}
    assert of(document, "Министрдин орун басары Улуу Британиянын элчиси менен жолукту.") == {}


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Вице-мэр города Венера Рыскулова встретилась в школе с учителями.", {"Венера Рыскулова"}),
        (
            "Вице-мэр города Венера Рыскулова встретилась в школе с представителем Японии в КР Джоном Смитом.",
            {"Венера Рыскулова", "Джон Смит"},
        ),
        ("The school opened with the director of the Department of Higher Education.", set()),
        ("The school opened with Minister of Education Aida Asanova, Deputy Head of the Board.", {"Aida Asanova"}),
        ("На открытии школы видели и Мирбека Кожоева, представителей районных структур.", set()),
        ("Окуу жайдын Окумуштуулар Кеңешинин чечими менен мектеп ачылды.", set()),
    ],
)
def test_a_name_is_read_in_its_own_case(document, raw, names):
    assert set(of(document, raw)) == names


@pytest.mark.parametrize(
    ("raw", "name", "position"),
    [
        (
            "Жогорку Кеңештин депутаты (СДПК) Эркин Саматов сунуш киргизди.",
            "Эркин Саматов",
            "Жогорку Кеңештин депутаты",
        ),
        ("Депутат («Жаңы жол» фракциясы) Нурлан Досов сунуш киргизди.", "Нурлан Досов", "депутат"),
    ],
)
def test_brackets_may_stand_between_an_office_and_its_holder(read, raw, name, position):
    (person,) = read(raw)["people"]
    assert (person["name"], person["position"]) == (name, position)


@pytest.mark.parametrize(
    ("raw", "name", "position"),
    [
        ("Сказал директор ОсОО «Луч» Виктор Сомов.", "Виктор Сомов", "директор ОсОО «Луч»"),
        ("Сказал начальник отдела культуры Виктор Пак.", "Виктор Пак", "начальник отдела культуры"),
        ("Сказала замначальника управления Асель Досова.", "Асель Досова", "замначальника управления"),
    ],
)
def test_russian_offices_of_companies_departments_and_deputies(read, raw, name, position):
    (person,) = read(raw, language="ru")["people"]
    assert (person["name"], person["position"]) == (name, position)
