"""Initiatives, named in the register or only in the text, with what the text gives them."""

import pytest


def one(record: dict) -> dict:
    (initiative,) = record["initiatives"]
    return initiative


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("«Алтын Казык» программасы аяктады.", "completed"),
        ("Учурда «Алтын Казык» программасы ишке ашырылууда.", "under-way"),
        ("«Алтын Казык» программасын кеңейтүү пландаштырылууда.", "planned"),
        ("Депутаттар «Алтын Казык» программасын өзгөртүүнү сунушташты.", "proposed"),
        ("«Алтын Казык» программасы токтотулду.", "cancelled"),
        ("«Алтын Казык» программасы тууралуу китеп чыкты.", "unclear"),
        ("Программа «Алтын казык» завершена.", "completed"),
    ],
)
def test_the_status_is_that_of_the_nearest_cue(read, sentence, status):
    initiative = one(read(sentence))
    assert initiative["id"] == "altyn-kazyk" and initiative["status"] == status
    assert ("status_cue" in initiative) == (status != "unclear")


def test_a_row_of_quoted_names_is_several_initiatives(read):
    record = read("Мектепте «Жаш илимпоз» жана «Билимдүү муун» долбоорлорунун алкагында сабак өттү.")
    assert {found["name"] for found in record["initiatives"]} == {
        "«Жаш илимпоз» долбоору",
        "«Билимдүү муун» долбоору",
    }


@pytest.mark.parametrize(
    ("language", "raw", "name"),
    [
        (
            "ky",
            "Окутуунун сапатын жогорулатуу боюнча пилоттук долбоор башталды.",
            "Окутуунун сапатын жогорулатуу боюнча пилоттук долбоор",
        ),
        (
            "ky",
            "Министрлик мектепте ысык тамакты уюштуруу боюнча долбоорду баштайт.",
            "Ысык тамакты уюштуруу боюнча долбоор",
        ),
        (
            "ky",
            "Китепканаларды толуктоо боюнча улуттук программанын алкагында китеп келди.",
            "Китепканаларды толуктоо боюнча улуттук программа",
        ),
        ("ky", "Мугалимдерди даярдоону колдоо долбоору башталды.", "Мугалимдерди даярдоону колдоо долбоору"),
        ("ky", "Депутаттар мектептеги ысык тамак тууралуу мыйзамды карашты.", "Мектептеги ысык тамак жөнүндө мыйзам"),
        (
            "ru",
            "Реализуется пилотный проект по горячему питанию школьников.",
            "Пилотный проект по горячему питанию школьников",
        ),
        ("ru", "Программа поддержки детского чтения принята.", "Программа поддержки детского чтения"),
    ],
)
def test_a_programme_is_named_by_what_it_is_for(read, language, raw, name):
    assert one(read(raw, language=language))["name"] == name


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("ky", "Бала бакчаны аягына чыгаруу боюнча долбоор даярдалды."),
        ("ky", "Математика боюнча программа, билим берүү боюнча долбоор даярдалды."),
        ("ky", "Мектепке жаңы спорт зал долбоору даярдалды."),
        ("ru", "Это лучший проект по развитию школ."),
    ],
)
def test_a_building_a_subject_and_any_project_are_no_programmes(read, language, raw):
    assert read(raw, language=language)["initiatives"] == []


def test_a_contest_with_and_without_its_year_is_one(read):
    record = read("«Мыкты агай» конкурсу өттү. «Мыкты агай - 2015» кароо-сынагына мугалимдер катышты.")
    assert [found["name"] for found in record["initiatives"]] == ["«Мыкты агай - 2015» кароо-сынагы"]


def test_a_quoted_name_is_that_of_the_one_which_bears_it(read):
    record = read("Мектепте «Келечек үчүн билим берүү» долбоорунун жана башка долбоорлордун алкагында сабак өттү.")
    assert [found["id"] for found in record["initiatives"]] == ["wb-learning-for-the-future"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("«Билимдүү муун» долбоору боюнча маалымат берилди.", "«Билимдүү муун» долбоору"),
        ("Окуучулар «Жаш илимпоз» программасына катышты.", "«Жаш илимпоз» программасы"),
        ("Фонд «Тоо бакчалары» деп аталган ири долбоорду баштады.", "«Тоо бакчалары» долбоору"),
        ("Студенттер «Жаш кадр» стипендиясын алышты.", "«Жаш кадр» стипендиясы"),
        ("Мектептерде E-Sabak мобилдик тиркемеси киргизилди.", "E-Sabak мобилдик тиркемеси"),
        ("В школах идёт проект за равные права «Вместе».", "Проект за равные права «Вместе»"),
        ("В школах идёт программа GIZ «Мастер дела».", "Программа «Мастер дела»"),
        ("Учителя рассказали о проекте укрепления сельских школ.", "Проект укрепления сельских школ"),
        (
            "Депутаттар «Мектеп тамагы жөнүндө» мыйзам долбоорун карады.",
            "«Мектеп тамагы жөнүндө» мыйзам долбоору",
        ),
    ],
)
def test_a_quoted_name_with_its_head_is_an_initiative_in_base_form(read, sentence, name):
    initiative = one(read(sentence))
    assert initiative["id"] is None and initiative["name"] == name


def test_who_runs_a_project_is_not_called_as_it_is(read):
    found = read("«Бала» фонду «Китеп» долбоорун мектептерде баштады.")["initiatives"]
    assert [one["name"] for one in found] == ["«Китеп» долбоору"]


def test_a_quotation_is_no_name(read):
    assert read("«Мектептерге жардам керек» деди директор. Долбоор башталды.")["initiatives"] == []


def test_who_acts_before_the_name_has_that_role_in_it(read):
    initiative = one(read("ЮНИСЕФ менен биргеликте ишке ашырылып жаткан «Алтын Казык» программасы талкууланды."))
    assert [(partner["id"], partner["role"]) for partner in initiative["partners"]] == [("unicef", "implementer")]


def test_who_funds_is_found_after_the_name_too(read):
    initiative = one(read("«Алтын Казык» программасы Дүйнөлүк банк тарабынан каржыланат."))
    assert [(partner["id"], partner["role"]) for partner in initiative["partners"]] == [("world-bank", "funder")]


def test_readiness_to_work_together_is_a_proposal(read):
    initiative = one(read("KOICA «Алтын Казык» программасы боюнча кызматташууга даяр экендигин билдирди."))
    assert [(partner["id"], partner.get("status")) for partner in initiative["partners"]] == [("koica", "proposed")]


def test_a_year_said_right_after_is_its_start(read):
    initiative = one(read("«Алтын Казык» программасы ишке ашырылууда. Долбоор 2024-жылы башталган."))
    assert initiative["start"] == "2024" and initiative["start_evidence"][0]["quote"].startswith("2024")


def test_a_dated_review_is_not_found_in_an_article_of_another_time(names):
    sentence = "Билим берүү тармагына биргелешип сереп салуу жыйыны өттү."
    assert ("initiative", "joint-sector-review-2025") in names(sentence, published="2025-02-26")
    assert ("initiative", "joint-sector-review-2025") not in names(sentence, published="2018-02-26")


def test_a_meeting_has_its_partners_and_the_day_its_sentence_says(read):
    (event,) = read("2022-жылдын 3-майында ЮНИСЕФ менен KOICA жолугушту.")["events"]
    assert (event["kind"], event["date"], event["partners"]) == ("meeting", "2022-05-03", ["koica", "unicef"])
    assert event["date_evidence"]


def test_an_event_without_a_day_has_none(read):
    (event,) = read("ЮНИСЕФ менен KOICA жолугушту.")["events"]
    assert event["date"] is None


@pytest.mark.parametrize(
    ("language", "raw", "name"),
    [
        ("ru", "В школах Нарына прошёл конкурс «Лучший класс года», сообщили учителя.", "Конкурс «Лучший класс года»"),
        ("ru", "Школы участвуют в пилотном проекте «Тихая перемена» с сентября.", "Пилотный проект «Тихая перемена»"),
        ("ru", "Депутаты обсудили закон об образовании, а учителя ждут зарплаты.", "Закон об образовании"),
        (
            "ru",
            "Учителям показали проект по модернизации сельских школ области.",
            "Проект по модернизации сельских школ области",
        ),
        ("ru", "Школу строят в рамках Проекта сельских инвестиций-3 в Нарыне.", "Проект сельских инвестиций-3"),
        ("ru", "Школам помогают в рамках программы МакГоверна-Доула министерства США.", "Программа МакГоверна-Доула"),
        (
            "en",
            "Pupils meet within the Green Yards for Schools project in Osh.",
            "Green Yards for Schools project",
        ),
        ("en", "Teachers joined the Green Classrooms Project in Naryn schools.", "Green Classrooms Project"),
        ("en", "Schools follow the Law on Preschool Education since last year.", "Law on Preschool Education"),
        ("en", "Pupils use it under the Open Libraries for Schools Programme.", "Open Libraries for Schools Programme"),
    ],
)
def test_an_unregistered_initiative_is_named_in_russian_and_english_too(read, language, raw, name):
    found = [one["name"] for one in read(raw, language=language)["initiatives"]]
    assert name in found


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("ru", "Министр рассказал о проекте и о программе, которую ждут учителя."),
        ("en", "The project helps teachers, and the ministry's programme goes on in schools."),
        ("en", "The schools were repaired under the Asian Development Bank project."),
        ("ru", "Об этом учителям школы рассказал куратор проекта Асан Усенов."),
    ],
)
def test_a_project_without_a_name_is_no_initiative(read, language, raw):
    assert read(raw, language=language)["initiatives"] == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Мектепте «Китеп, илим жана окуучу» жумалыгы ачылды.", "«Китеп, илим жана окуучу» жумалыгы"),
        ("Окуучулар «Жаш ойлоп табуучу» фестивалына катышты.", "«Жаш ойлоп табуучу» фестивалы"),
    ],
)
def test_a_week_or_a_festival_with_a_name_is_an_initiative(read, raw, name):
    assert [one["name"] for one in read(raw)["initiatives"]] == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Студенттер үчүн түрдүү мүмкүнчүлүктөр жана колдоо программалары бар.",
        "Министр мектептин жаңы имаратынын архитектуралык долбоорун көрсөттү.",
        "Министр мектептер менен өнөктөштүк стратегиясынын долбоорун көрсөттү.",
    ],
)
def test_programmes_in_general_and_drawings_are_no_initiatives(read, raw):
    assert read(raw)["initiatives"] == []


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (
            "Окуучулар Алишер Навои атындагы эл аралык олимпиадага катышты.",
            ["Алишер Навои атындагы эл аралык олимпиада"],
        ),
        ("Окуучулар республикалык олимпиадага катышты.", ["Республикалык олимпиада"]),
        ("Мектеп окуучуларынын Республикалык Спартакиадасы өтөт.", ["Республикалык спартакиада"]),
        ("«Санарип мугалим» форумуна мугалимдер келди.", ["«Санарип мугалим» форуму"]),
        ("Мектепте математика боюнча олимпиада өттү.", ["Математика боюнча олимпиада"]),
        ("Жумушка кабыл алуу боюнча сынак жарыяланды.", []),
        ("Мектеп билим берүү программасын аткарат.", []),
    ],
)
def test_a_contest_is_named_after_a_person_or_a_subject(read, raw, names):
    assert [one["name"] for one in read(raw)["initiatives"]] == names


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (
            "Мектептерде «Эмгек» электрондук автоматташтырылган маалыматтык системасы иштейт, мугалимдер окуду.",
            "«Эмгек» системасы",
        ),
        (
            "2006-жылдан бери мектептерде окутуунун сапатын жакшыртуу боюнча программа иштеп келет.",
            "Окутуунун сапатын жакшыртуу боюнча программа",
        ),
    ],
)
def test_what_is_only_said_of_a_programme_is_no_part_of_its_name(read, raw, name):
    assert [one["name"] for one in read(raw)["initiatives"]] == [name]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Быйыл студенттер Орхун алмашуу программасы менен Түркияга барышат.", ["Орхун алмашуу программасы"]),
        ("Быйыл студенттер үчүн Фулбрайт программасы башталды.", ["Фулбрайт программасы"]),
        ("Быйыл студенттер үчүн Бишкек программасы башталды.", []),  # a town's
        ("Фулбрайт программасы башталды.", []),  # any word has a capital there
    ],
)
def test_one_word_with_a_capital_names_a_programme(read, sentence, names):
    assert [found["name"] for found in read(sentence)["initiatives"]] == names


def test_in_russian_the_head_stands_before_the_quoted_name(read):
    record = read("Отдел помог составить учебник «Ноты» в рамках проекта «Кайрык» для школ и учителей.")
    assert [found["name"] for found in record["initiatives"]] == ["Проект «Кайрык»"]


def test_a_person_before_and_is_no_part_of_a_programme_s_name(read):
    record = read("Жыйынга куратор Асанова Жамал жана кесиптик билим берүү программасынын башчысы Асан Каримов келди.")
    assert [found["name"] for found in record["initiatives"]] == ["Кесиптик билим берүү программасы"]


def test_a_decree_about_a_person_is_no_initiative(read):
    record = read("Мугалимди элчи кызматына дайындоо тууралуу жарлыкка президент кол койду, мектептер ачылды.")
    assert record["initiatives"] == []
    record = read("Айылдык мектептерди каттоо тууралуу жарлыкка президент кол койду, мектептер ачылды.")
    assert [found["name"] for found in record["initiatives"]] == ["Айылдык мектептерди каттоо жөнүндө жарлык"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Мектеп окуучулары TEKNOFEST фестивалына катышып, биринчи орунду алышты.", "TEKNOFEST фестивалы"),
        ("Мугалимдер «Жаңы доор» республикалык конференциясына катышышты.", "«Жаңы доор» республикалык конференциясы"),
        ("Окуучулар үчүн «Мен — шайлоочумун» дебат турнири өттү.", "«Мен — шайлоочумун» дебат турнири"),
    ],
)
def test_festivals_conferences_and_tournaments_are_named(read, sentence, name):
    assert [found["name"] for found in read(sentence)["initiatives"]] == [name]


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        (
            "Кара-Суу районунун Ынтымак айылындагы 275 орундуу мектептин курулушуна каражат бөлүндү.",
            "Ынтымак айылындагы 275 орундуу мектептин курулушу",
            "unclear",
        ),
        ("«Таң нуру» бала бакчасынын курулушу аяктады.", "«Таң нуру» бала бакчасынын курулушу", "completed"),
        (
            "Үч-Коргон айылындагы №12 мектептин реконструкциясы башталды.",
            "Үч-Коргон айылындагы №12 мектептин реконструкциясы",
            "under-way",
        ),
        (
            "Ынтымак айылында 225 орундуу жаңы мектеп курулууда.",
            "Ынтымак айылындагы 225 орундуу жаңы мектептин курулушу",
            "under-way",
        ),
        ("Ат-Башыда күн электр станциясы курулат.", "Ат-Башыдагы күн электр станциясынын курулушу", "planned"),
        ("Мектептин спорт залын оңдоого Япония 83 миң доллар бөлөт.", "Мектептин спорт залын оңдоо", "unclear"),
        ("Суусамыр ГЭСинин курулушу башталды.", "Суусамыр ГЭСи", "under-way"),
    ],
)
def test_a_work_at_one_place_is_named_by_the_place_and_what_is_done(read, sentence, name, status):
    initiative = one(read(sentence))
    assert (initiative["name"], initiative["status"]) == (name, status)


def test_structures_in_a_row_are_named_apart(read):
    record = read("Быйыл Ак-Булуң-2, Жогорку Суусамыр ГЭСтерин куруу пландалууда.")
    assert [found["name"] for found in record["initiatives"]] == ["Ак-Булуң-2 ГЭСи", "Жогорку Суусамыр ГЭСи"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Быйыл республикада 100 мектеп курулат.",
        "Кыргызстанда жаңы мектептер салынууда.",
        "Нарын облусунда мектептин курулушун бүтүрбөгөн компания айыпка жыгылды.",
        "Ага мугалимдерди окутууга 3 млн сом жумшалды.",
        "Ал Суусамыр ГЭСинде иштейт.",
    ],
)
def test_any_one_of_many_buildings_is_no_initiative(read, sentence):
    assert read(sentence)["initiatives"] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Окуучу физика боюнча Евразиялык олимпиададан медаль алды.", "Физика боюнча Евразиялык олимпиада"),
        ("Студенттердин XII Универсиадасы Ошто өттү.", "Студенттердин XII универсиадасы"),
        ("«Манас» эпосун жатка айткан окуучулардын республикалык сынагы өттү.", "Окуучулардын республикалык сынагы"),
        (
            "Ошто «Билим баары» аталышындагы мугалимдердин республикалык форуму өттү.",
            "«Билим баары» мугалимдердин республикалык форуму",
        ),
        (
            "Бишкекте «Мектеп жана убакыт» деген темада эл аралык илимий-практикалык конференция болду.",
            "«Мектеп жана убакыт» эл аралык илимий-практикалык конференциясы",
        ),
        ("Алар математика боюнча кошумча предметтик тест тапшырышат.", "Математика боюнча кошумча предметтик тест"),
        ("Окуу жайлар «Биомедицина» магистратурасын ачышты.", "«Биомедицина» магистратурасы"),
        ("Министрлик «STEM» жайкы мектебин өткөрдү.", "«STEM» жайкы мектеби"),
        ("Ысык-Көлдө «Жаш техник» жайкы лагери иштейт.", "«Жаш техник» жайкы лагери"),
        ("Мектептерде «Күнүмдүк» электрондук күндөлүгү киргизилет.", "«Күнүмдүк» электрондук күндөлүгү"),
        ("Erasmus+ программасынын алкагында окутуучулар Польшага барышат.", "Erasmus+ программасы"),
        (
            "Президент мугалимдердин эмгек акысын жогорулатуу жөнүндө жарлыкка кол койду.",
            "Мугалимдердин эмгек акысын жогорулатуу жөнүндө жарлык",
        ),
        (
            "Министрлик санарип технологияларын киргизүү боюнча жол картасын иштеп чыкты.",
            "Санарип технологияларын киргизүү боюнча жол картасы",
        ),
    ],
)
def test_contests_conferences_and_courses_are_named_with_their_kind(read, sentence, name):
    assert one(read(sentence))["name"] == name


def test_a_short_text_in_cyrillic_letters_is_never_taken_for_english(read):
    assert read("Ат-Башыда станция.")["language"] != "en"
