"""Organisations that the register lacks are recognised by how a language makes names, given as on a letterhead."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import organisations
from loaders.grammar.baseforms import nominative
from loaders.organisations.merging import Organisation, Roll
from loaders.records import load_register

LANGUAGES = load_register().language
KY = LANGUAGES["ky"]["organisations"]


def of(document, raw, **sidecar):
    return {found["name"]: found["kind"] for found in organisations.read(document(raw, **sidecar))}


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Бул тууралуу Тышкы иштер министрлигинен билдиришти.", "Тышкы иштер министрлиги", "ministry"),
        ("Долбоорду «Жаңы жол» коомдук фондунун кызматкерлери баштады.", "«Жаңы жол» коомдук фонду", "foundation"),
        ("Имаратты «Темир-Таш» ЖЧК курууда.", "«Темир-Таш» ЖЧК", "company"),
        ("Бул тууралуу Бишкек шаардык кеңешинде айтылды.", "Бишкек шаардык кеңеши", "state-body"),
        (
            "Маселе Агрардык саясат, суу ресурстары, экология жана регионалдык өнүктүрүү боюнча комитетинде каралды.",
            "Агрардык саясат, суу ресурстары, экология жана регионалдык өнүктүрүү боюнча комитети",
            "parliament",
        ),
        ("Концерт Токтогул атындагы музыкалык театрында өттү.", "Токтогул атындагы музыкалык театры", "other"),
        (
            "Кечээ К. Асанов атындагы Тарых институтунун окумуштуулары келди.",
            "К. Асанов атындагы Тарых институту",
            "state-body",
        ),
        ("Жаңы корпус Улуттук онкология борборуна берилди.", "Улуттук онкология борбору", "other"),
        ("Окуу Анкара университетинде өттү.", "Анкара университети", "university"),
        ("Ага Польшанын элчилиги жардам берди.", "Польшанын элчилиги", "embassy"),
        ("Бул тууралуу мэриянын билим берүү башкармалыгы билдирди.", "Мэриянын билим берүү башкармалыгы", "state-body"),
        ("Мэр №40 мектепти шаарга кайтарды.", "№40 мектеп", "school"),
        ("Концертти КТРКдан көрсөтүштү.", "Коомдук телерадиоберүү корпорациясы (КТРК)", "media"),
        ("Нарын областык ИИБ иш козгоду.", "Нарын областык ИИБ", "state-body"),
        ("«Бишкектазалык» кызматкерлери келди.", "«Бишкектазалык»", "company"),
        (
            "Балдардын укуктарын коргоо боюнча жумушчу тобу түзүлдү.",
            "Балдардын укуктарын коргоо боюнча жумушчу тобу",
            "other",
        ),
        ("Иш-чарага Германиянын Кыргызстандагы элчиси катышты.", "Германиянын Кыргызстандагы элчилиги", "embassy"),
        ("Германиянын Атайын жана ыйгарым укуктуу элчиси келди.", "Германиянын элчилиги", "embassy"),
        ("Ак-Булуң айыл өкмөтү акча бөлдү.", "Ак-Булуң айыл өкмөтү", "state-body"),
        ("Венгриянын өкмөтү 40 стипендия бөлдү.", "Венгриянын өкмөтү", "state-body"),
        (
            "Семинарды «Мектептер үчүн интернет» коомдук бирикмеси өткөрдү.",
            "«Мектептер үчүн интернет» коомдук бирикмеси",
            "ngo",
        ),
        ("Астанадагы Досмурзаев Университети жардам берет.", "Досмурзаев Университети", "university"),
        ("Кечээ Ага Хан университети мугалимдерди окута баштады.", "Ага Хан университети", "university"),
    ],
)
def test_an_unknown_organisation_is_named_in_base_form(document, sentence, name, kind):
    assert of(document, sentence) == {name: kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "Тиешелүү министрлик жооп берди. Министрликтер жана ведомстволор чогулду.",
        "Мамлекеттик органдар, эл аралык уюмдар жана жарандык коом уюмдары катышты.",
        "Бишкек — өлкөнүн борбору. Кыргызстандын борбору Бишкек шаары.",
        "Бул тууралуу министрликтин басма сөз кызматы билдирди.",
        "Окуучулар жаңы мектепке барды, ата-энелер комитети чогулду.",
        "Бишкектеги №40 мектептин окуучусу жеңди. №40 мектепте өрт чыкты.",
        "Кабыл алуу комиссиясы иштеп жатат. Мекеме жана анын бөлүмдөрү ачылды.",
        "Билим берүү жана илим министрлиги чечим чыгарды.",
        "АКШнын эл аралык өнүктүрүү боюнча агенттиги (USAID) колдоду.",
        "Конок «Ак-Кеме» мейманканасында жолугушту.",
    ],
)
def test_generic_words_places_and_the_register_are_none(document, sentence):
    assert of(document, sentence) == {}


@pytest.mark.parametrize(
    ("language", "raw", "names"),
    [
        ("ky", "Курулушту «Жаңы Жол» ЖЧКсы, көпүрөнү «Ак Таш» ААКы салат.", ["«Жаңы Жол» ЖЧК", "«Ак Таш» ААК"]),
        ("ky", "Курулушту ОсОО «Жаңы Жол» жүргүзүп жатат.", ["ОсОО «Жаңы Жол»"]),
        ("ky", "Китепти ОФ “Жаш Канат” тартуулады.", ["ОФ «Жаш Канат»"]),
        ("ky", "Жаштар иштери боюнча министрлик көмөк көрсөттү.", ["Жаштар иштери боюнча министрлик"]),
        (
            "ky",
            "Алтынай Темирова атындагы Улуттук китепкана акция өткөрдү.",
            ["Алтынай Темирова атындагы Улуттук китепкана"],
        ),
        (
            "ky",
            "Биринчи май ички иштер башкармалыгы (РИИБ) айтты. РИИБ тергейт.",
            ["Биринчи май ички иштер башкармалыгы"],
        ),
        (
            "ky",
            "Эс алуу лагерлери шаардык билим берүү башкармалыгы менен ачылды.",
            ["Шаардык билим берүү башкармалыгы"],
        ),
        ("ky", "Билим берүү жана илим министрлигинин жумушчу тобу, атайын комиссиясы чогулду.", []),
        ("ru", "Школу строит ОсОО «Юг Достук».", ["ОсОО «Юг Достук»"]),
        ("ru", "Школе помог общественный фонд «Жаш Канат».", ["Общественный фонд «Жаш Канат»"]),
        (
            "ru",
            "Ученикам школы-интерната №15 помогли, и детскому дому №2 тоже.",
            ["Школа-интернат №15", "Детский дом №2"],
        ),
        ("ru", "Акцию провела библиотека имени Темировой.", ["Библиотека имени Темировой"]),
        (
            "ru",
            "Книги дал МИД. Школы благодарят Министерство иностранных дел Кыргызстана.",
            ["Министерство иностранных дел Кыргызстана"],
        ),
        ("ru", "Министерство иностранных дел передало школам книги.", ["Министерство иностранных дел"]),
        ("ru", "Так в Министерстве образования. Учителей ждут в СНГ. Это «дошкольные организации образования».", []),
        ("ru", "Об этом в агентстве «Кабар» рассказали учителям.", []),
        (
            "en",
            "Pupils saw Harvard University and Ankara State University.",
            ["Harvard University", "Ankara State University"],
        ),
        ("ky", "ЖАҢЫ МЫЙЗАМ ДОЛБООРУ БЕРИЛДИ. Мектеп QS Asia University Rankings тизмесине кирди.", []),
        ("ru", "Грамоту от районной администрации Асану Усенову вручили учителя.", []),
        ("ru", "Учителям помог институт Конфуция.", ["Институт Конфуция"]),
        ("ru", "Учителя знакомы с университетами Кыргызстана, и с университетом Турции тоже.", []),
        ("en", "UNICEF's Europe and Central Asia Department helps schools.", []),
        ("en", "Pupils met the rector of Ankara State University Emre Demir.", ["Ankara State University"]),
        ("ky", "Мугалимдер КМШ өлкөлөрүнүн, КМШ мамлекеттеринин тажрыйбасын окушту.", []),
    ],
)
def test_names_are_cut_where_the_language_cuts_them(document, language, raw, names):
    assert list(of(document, raw, language=language)) == names


def test_a_unit_of_a_partner_is_an_organisation_of_its_own(document):
    name = "Билим берүү жана илим министрлигинин Лицензиялоо башкармалыгы"
    assert list(of(document, f"{name} отчёт берди.")) in ([name], ["Лицензиялоо башкармалыгы"])


def test_a_name_and_its_first_letters_are_one(document):
    raw = "УКМК билдирди. Бул ишти Улуттук коопсуздук боюнча мамлекеттик комитет (УКМК) тергеп жатат."
    (found,) = organisations.read(document(raw))
    assert found["name"] == "Улуттук коопсуздук боюнча мамлекеттик комитет"
    assert len(found["evidence"]) == 3


def test_the_same_under_a_shorter_name_is_one(document):
    (found,) = organisations.read(
        document("«Жаңы жол» коомдук фонду келди. Бул иште коомдук фонду жана «Жаңы жол» коомдук фондун эстешти.")
    )
    assert len(found["evidence"]) == 2


def test_a_long_row_of_schools_is_no_list_of_organisations(document):
    assert of(document, "Бийик баллды №5 мектеп-гимназия, №12 лицей, №33 мектеп жана №61 гимназия алды.") == {}


@pytest.mark.parametrize("group", ["named", "proper", "titled"])
def test_every_head_makes_a_name_with_a_quoted_one_before_it(document, group):
    for kind, heads in KY[group].items():
        for head in heads:
            found = of(document, f"Кечээ Алматыдан «Келечек» {head} келди.", language="ky")
            assert list(found) == [f"«Келечек» {KY['short'].get(head, head)}"], head
            assert kind in found.values() or head in {h for hs in KY[group].values() for h in hs}


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_acronym_and_whole_name_is_found(document, language):
    section = LANGUAGES[language]["organisations"]
    sentence = {"ky": "Кечээ {} жооп берди.", "ru": "Вчера {} ответил.", "en": "It was {} that replied."}[language]
    for names in (*section["acronyms"].values(), *section["names"].values()):
        for name in names:
            assert of(document, sentence.format(name), language=language) or _in_register(document, name, language), (
                name
            )


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_known_acronym_is_named_as_on_a_letterhead(document, language):
    section = LANGUAGES[language]["organisations"]
    sentence = {"ky": "Кечээ {} жооп берди.", "ru": "Вчера {} ответил.", "en": "It was {} that replied."}[language]
    acronyms = {name for names in section["acronyms"].values() for name in names}
    for acronym, name in section["in_full"].items():
        assert acronym in acronyms
        found = of(document, sentence.format(acronym), language=language)
        assert list(found) == [f"{name} ({acronym})"] or _in_register(document, acronym, language)


def _in_register(document, name, language):
    return bool(document(f"«{name}» {name}", language=language).mentions)


@pytest.mark.parametrize("phrase", KY["none"])
def test_a_phrase_that_ends_like_a_name_is_none(document, phrase):
    assert of(document, f"Кечээ Улуттук {phrase} жооп берди.", language="ky") == {}


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (
            "Об этом сообщили в Министерстве транспорта и коммуникаций.",
            "Министерство транспорта и коммуникаций",
            "ministry",
        ),
        ("Письмо из Государственной налоговой службы было получено.", "Государственная налоговая служба", "state-body"),
        ("Проект ведет общественный фонд «Новый путь» в регионах.", "Общественный фонд «Новый путь»", "ngo"),
        (
            "It was signed by the Ministry of Transport and Communications and the teachers.",
            "Ministry of Transport and Communications",
            "ministry",
        ),
        ("The grant is from the Embassy of Norway for schools.", "Embassy of Norway", "embassy"),
    ],
)
def test_russian_and_english_names_are_read_too(document, raw, name, kind):
    assert of(document, raw) == {name: kind}


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("башкармалыгынын", "+P3+GEN", "башкармалыгы"),
        ("министрлигинен", "+P3+ABL", "министрлиги"),
        ("мектепти", "+ACC", "мектеп"),
        ("фондун", "+P3+ACC", "фонду"),
        ("борборунда", "+P3+LOC", "борбору"),
        ("академиясына", "+P3+DAT", "академиясы"),
        ("кеңешиндеги", "+P3+LOC+REL", "кеңеши"),
        ("депутаттары", "+PL+P3", "депутаты"),
        ("комитет", "", "комитет"),
    ],
)
def test_the_tag_says_what_is_cut(word, tag, base):
    assert nominative(word, tag) == base


PIECES = st.sampled_from(
    [
        "министрлиги",
        "«",
        "»",
        '"',
        "Улуттук",
        "билим",
        "жана",
        "боюнча",
        "комитетинин",
        "атындагы",
        "К.",
        "№",
        "7",
        "мектеп",
        ",",
        ".",
        "\n",
        "-",
        "фонду",
        "УКМК",
        "(",
        ")",
        "шаарындагы",
        "ѳнүктүрүүнү",
        "\u200b",
        "Министерства",
        "службы",
        "Ministry",
        "of",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_evidence_is_exact(document, pieces, joint):
    raw = joint.join(pieces)
    for language in ("ky", "ru", "en"):
        for found in organisations.read(document(raw, language=language)):
            assert found["name"].strip()
            for evidence in found["evidence"]:
                assert raw[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    "piece", ["7", "министр ", "Асан Үсөнов ", "«Келечек» фонду жана ", "мамлекеттик, билим жана ", "😀"]
)
def test_a_long_text_takes_work_in_proportion(document, piece):
    def calls(size):
        found, counted = document(piece * (size // len(piece)), language="ky"), [0]

        def count(*_):
            counted[0] += 1

        sys.setprofile(count)
        try:
            organisations.read(found)
        finally:
            sys.setprofile(None)
        return counted[0]

    calls(1000)
    assert calls(80_000) < 16 * calls(10_000) + 1000  # eight times the text; sixty-four were the square


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (
            "Ошто Казан федералдык университетинин күнү өттү. Казан университетинин ректору келди.",
            ["Казан федералдык университети"],
        ),
        ("Бул маселе боюнча министрлик иштеп жатат.", []),
        ("Студенты из Российской Федерации учатся в школах и вузах республики.", []),
        ("The Ministry of Education said that new schools will be opened in the regions.", []),
    ],
)
def test_what_is_the_same_or_no_organisation_is_not_listed_again(read, raw, names):
    assert [one["name"] for one in read(raw)["unlisted"]] == names


def test_a_minister_speaks_for_the_ministry_the_register_lacks(read):
    (one,) = read("Мектепке тышкы иштер министри Асан Үсөнов келди.")["unlisted"]
    assert (one["name"], one["kind"]) == ("Тышкы иштер министрлиги", "ministry")
    assert read("Мектепке министр Асан Үсөнов келди.")["unlisted"] == []


def test_a_noun_in_the_plural_holds_for_every_quoted_name_before_it(document):
    raw = "Бакчаны «Айкөл» жана «Таш булак» курулуш ишканалары курду. Окууга «Мурас», «Үмүт» коомдук фонддору келди."
    assert of(document, raw) == {
        "«Айкөл» курулуш ишканасы": "company",
        "«Таш булак» курулуш ишканасы": "company",
        "«Мурас» коомдук фонду": "foundation",
        "«Үмүт» коомдук фонду": "foundation",
    }


def test_what_a_partner_is_makes_it_no_other_organisation(document):
    raw = "«Сапат» эл аралык билим берүү мекемеси жана «Сорос-Кыргызстан» кору китеп берди."
    assert of(document, raw) == {}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Соглашение подписал и Бишкекский музыкально-педагогический институт.", {"university"}),
        ("Келишимге Dong-ho University жана Institute of Design кол койду.", {"university", "other"}),
        ("В школе прошёл тренинг при поддержке немецкого фонда CRISP.", {"foundation"}),
        (
            "Об этом сообщили в школе, куда прибыл министр сельского хозяйства и министерства сельского хозяйства США.",
            {"ministry"},
        ),
        ("Мастерская открыта в училище и лицее № 16.", {"school"}),
        ("School No. 68 joined the project for teachers.", {"school"}),
        ("Второй центр открыли в школе для учителей.", set()),
        ("Мастерская открыта на базе профессионального лицея № 16.", {"school"}),
        ("Мектепти “ Темир Таш” ЖЧКсы курду.", {"company"}),
        ("Соглашение о школе подписало и ПАО «Северный путь» вчера.", {"company"}),
        ("Ысык-Көл облусун өнүктүрүү фондусунун директору мектепке келди.", {"foundation"}),
        ("Окууну Улуттук Jean+ кеңсеси өткөрдү.", {"other"}),
        ("Мектепке ТЭКУнун Борбор Азия боюнча координатору Асан Үсөнов келди. ТЭКУ долбоору башталды.", {"other"}),
        ("The school was opened by volunteers of the Green Corps and its friends.", {"other"}),
        ("Money was given for classrooms in “Kyzyl Tan” school.", {"school"}),
        ("Money for the school was given to the Mayor’s Office of Batken yesterday.", {"state-body"}),
        ("These funds were used for the school.", set()),
        ("Окуу жай “Дүйнөнүн маданий борбору” деп жарыяланды.", set()),
        ("Учителя из стран СНГ встретились в школе.", set()),
        ("The school was opened by the International Public Foundation and its friends.", set()),
        ("It told of the project «Inclusive Education in Schools» today.", set()),
        ("Кыргызстандын аймагында аккредитациялык агенттик катары таануу маселеси мектепте каралды.", set()),
        ("Мектепти Билим берүү жана илим министрлиги жергиликтүү мэрия менен ачты.", set()),
        ("Окуучулар АКШнын окуу программасына катышты, ЖРТ жетекчиси келди.", set()),
        ("Окуучулар «Евразия лицейи» программасына катышты.", set()),
        ("Мектеп тууралуу Бишкек шаардык кеңештин жыйынында айтылды.", {"state-body"}),
        ("БИЛИМ БЕРҮҮ БОЮНЧА МЫЙЗАМ ДОЛБООРУ ДАЯР\n\nМектептер жаңы мыйзамды күтүп жатат.", set()),
        ("Школа следует Конвенции ООН о правах ребенка.", set()),
        ("Schools follow the UN Convention on the Rights of the Child.", set()),
    ],
)
def test_an_organisation_is_known_by_its_number_its_letters_or_its_country(document, raw, expected):
    assert set(of(document, raw).values()) == expected


def test_a_hyphened_name_keeps_its_hyphen(document):
    assert "Бишкекский музыкально-педагогический институт" in of(
        document, "Соглашение подписал и Бишкекский музыкально-педагогический институт."
    )


WORDS = st.lists(st.sampled_from(["Тоо", "жаштар", "мамлекеттик", "эл", "Суу"]), max_size=3)


@given(WORDS, WORDS.filter(bool), st.booleans())
def test_the_same_one_under_a_shorter_name_is_one_whatever_stands_between(words, more, longer_first):
    short, long = " ".join([*words, "фонду"]), " ".join([*more, *words, "фонду"])
    roll = Roll()
    for place, name in enumerate(
        (long, "Башка уюм фонду", short) if longer_first else (short, "Башка уюм фонду", long)
    ):
        roll.add(Organisation(name, "foundation", place, place))
    assert len(roll.all) == 2 and long in {one.name for one in roll.all}


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("И. Арабаев атындагы КМУнун алдындагы колледждин окуучулары мектепке келди.", set()),
        ("Кыргызстандагы кесиптик лицей жана коллеждердин жетекчилери мектепке келди.", set()),
        ("Жыйында Андрей Белый университеттин филиалын ачууну айтты, мугалимдер келди.", set()),
        ("Бул тууралуу Кыргызстандын Россиядагы элчилигинен билдиришти, студенттер окуйт.", {"Кыргызстандын Россиядагы элчилиги"}),  # noqa: E501
    ],
)  # fmt: skip
def test_a_unit_of_a_partner_and_any_school_are_no_organisation_of_their_own(read, raw, names):
    assert {one["name"] for one in read(raw)["unlisted"]} == names


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (
            "Айылдагы жаңы мектепти быйыл Luhong Trading Co., Ltd. курат, мугалимдер келди.",
            {"Luhong Trading Co., Ltd."},
        ),
        ("Бул тууралуу Ак-Талаа райондук билим берүү бөлүмү айтты.", {"Ак-Талаа райондук билим берүү бөлүмү"}),
        ("Билим берүү жана илим министрлигинин мектеп саясаты башкармалыгы мугалимдерди окутту.", set()),
        ("Мектеп «Тулпар» жоопкерчилиги чектелген коомуна берилди, мугалимдер келди.", {"«Тулпар» ЖЧК"}),
        ("The ceremony was attended by the Turkish Embassy and teachers of the school.", {"Turkish Embassy"}),
        ("An American company gave books to the teachers and pupils of the school.", set()),
        # one body's name ends before «жана»
        ("Мектепке Ноокат райондук билим берүү бөлүмү жана акимчилик келди.", {"Ноокат райондук билим берүү бөлүмү"}),
        ("Мектептин ачылышына Анкарадагы Генконсулдугу жана мэрия катышты.", {"Анкарадагы Генконсулдугу"}),
        ("Мектептерди IFC эл аралык каржылык корпорациясы курат.", {"IFC эл аралык каржылык корпорациясы"}),
        (
            "Мектеп жана студенттик спортту өнүктүрүү дирекциясынан акча каралган.",
            {"Мектеп жана студенттик спортту өнүктүрүү дирекциясы"},
        ),
        ("«Мугалим» курсу университетте күздөн тарта мектеп бүтүрүүчүлөрүнө окутулат.", set()),
        ("Биринчи күнү катышуучулар жергиликтүү кеңештин бюджетин мектепте окуду.", set()),
        # a noun with a capital and no ending of belonging
        ("Мектепте Тулпаров Университет семинар өткөрдү.", {"Тулпаров Университет"}),
        ("Мектепти быйыл Асыл Фонд оңдоду.", {"Асыл Фонд"}),
        ("Быйыл Университет мектеп менен иштейт.", set()),
    ],
)
def test_companies_in_latin_letters_and_offices_of_a_district_are_named_and_parts_of_a_ministry_not(read, raw, names):
    assert {one["name"] for one in read(raw)["unlisted"]} == names


def test_any_of_so_many_schools_is_no_organisation(document):
    assert of(document, "ЮНИСЕФ передал 40 школам Баткенской области наборы для уроков STEM.") == {}
