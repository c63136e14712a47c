"""What a partner does is told by the words beside its name."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.articles import Article
from loaders.facts import Reader
from loaders.records import ROOT, load_register, read_yaml

EXAMPLES = read_yaml(Path(__file__).with_name("roles_examples.yaml"))
UNSAID = read_yaml(Path(__file__).with_name("unsaid_examples.yaml"))


@pytest.fixture(scope="module")
def without_cues():
    register = load_register(ROOT / "data")
    words = {language: words | {"role_cues": []} for language, words in register.language.items()}
    return Reader(replace(register, language=words))


@pytest.mark.parametrize(("role", "example"), [(role, one) for role, listed in UNSAID.items() for one in listed])
def test_a_role_is_told_by_the_sentence_where_no_cue_is_known(without_cues, role, example):
    partners = without_cues.read(Article("a", example["text"]))["partners"]
    assert [partner["role"] for partner in partners if partner["id"] == example["partner"]] == [role]


@pytest.mark.parametrize(
    ("sentence", "id", "role"),
    [
        ("Долбоор Дүйнөлүк банк тарабынан каржыланат.", "world-bank", "funder"),
        ("ЮСАИДдин каржылоосу менен мектептер оңдолду.", "usaid", "funder"),
        ("Азия өнүктүрүү банкынан насыя алынат.", "adb", "funder"),
        ("Ага Хан фондунун колдоосу менен окуу өттү.", "akf", "supporter"),
        ("ЮНИСЕФ мугалимдерди колдойт.", "unicef", "supporter"),
        ("Билим берүү жана илим министрлиги жаңы стандартты бекитти.", "kg-moes", "implementer"),
        ("Санариптик өнүктүрүү министрлиги менен биргеликте ишке ашырылып жаткан долбоор.", "kg-mdd", "implementer"),
        ("Жогорку Кеңештин жыйынында маселе каралды.", "kg-jk", "convener"),
        ("Ала-Тоо эл аралык университетинин ректору модераторлук кылды.", "alatoo", "moderator"),
        ("Жыйын Ош мамлекеттик университетинин залында өттү.", "oshsu", "host"),
        ("Аземдик KOICA менен жолугушту.", "koica", "participant"),
        ("Бул тууралуу Билим берүү жана илим министрлигинин басма сөз кызматы билдирди.", "kg-moes", "mentioned"),
        ("Бул тууралуу Билим берүү жана илим министрлигинен билдиришти.", "kg-moes", "mentioned"),
        ("Школу построили при финансировании Всемирного банка.", "world-bank", "funder"),
        ("The centre was opened with the support of UNICEF.", "unicef", "supporter"),
    ],
)
def test_a_cue_gives_the_role(read, sentence, id, role):
    partner = next(partner for partner in read(sentence)["partners"] if partner["id"] == id)
    assert partner["role"] == role
    assert "role_cue" in partner


def test_the_strongest_role_is_kept(read):
    raw = "Бул тууралуу ЮНИСЕФ билдирди. Долбоор ЮНИСЕФ тарабынан каржыланат."
    assert [partner["role"] for partner in read(raw)["partners"]] == ["funder"]


def test_the_case_of_the_last_name_holds_for_all_joined(read):
    raw = "Ага Хан фонду, ЮНИСЕФ жана Дүйнөлүк банктын колдоосу менен окуу өттү."
    assert {partner["id"]: partner["role"] for partner in read(raw)["partners"]} == {
        "akf": "supporter",
        "unicef": "supporter",
        "world-bank": "supporter",
    }


def test_was_is_not_gave(read):
    """болду and бөлдү differ only by their dots."""
    (partner,) = read("Жыйында ЮНИСЕФ да болду.")["partners"]
    assert partner["role"] != "funder"


@pytest.mark.parametrize(
    ("raw", "partner", "role"),
    [
        # the verb that ends a sentence is that of the subject which opens it
        (
            "Билим берүү жана илим министрлиги быйыл алыскы айылдардагы мектептерди жаңы парталар менен жабдып жатат.",
            "kg-moes",
            "implementer",
        ),
        (
            "Билим берүү жана илим министрлиги жаңы окуу жылы качан башталарын кечээ журналисттерге кошумчалады.",
            "kg-moes",
            "mentioned",
        ),
        ("Жыйын Билим берүү жана илим министрлиги бекиткен тартипте ЮНИСЕФ үчүн уюштурулган.", "unicef", "participant"),
        # the name of who holds the office bears the case
        ("Мугалимдердин айлыгы президент Асан Үсөновдун тапшырмасы менен көтөрүлөт.", "kg-president", "implementer"),
        # one word holds for a whole list
        (
            "Бакчаларды ачууда ЮНИСЕФ, «Келечек» коомдук фонду жана айыл өкмөттөрү менен биргеликте иш жүрдү.",
            "unicef",
            "implementer",
        ),
        (
            "Мектепти куруу үчүн Ислам өнүктүрүү банкынан, Абу-Даби өнүктүрүү фондунан алынган насыя жумшалат.",
            "isdb",
            "funder",
        ),
        (
            "Мектепти куруу үчүн Ислам өнүктүрүү банкынан, Абу-Даби өнүктүрүү фондунан алынган насыя жумшалат.",
            "adfd",
            "funder",
        ),
        # whose project: a donor's or a ministry's own
        ("Азия өнүктүрүү банкынын долбоору аркылуу төрт устакана жабдылды.", "adb", "supporter"),
        (
            "Эмгек, социалдык камсыздоо жана миграция министрлигинин программасы менен 30 уста окуду.",
            "kg-min-labour",
            "implementer",
        ),
        ("Көргөзмө Ош мамлекеттик университетинде студенттердин демилгеси менен уюштурулду.", "oshsu", "host"),
        ("РФ өкмөтүнүн каржылоосу менен ашкана курулду.", "ru-gov", "funder"),
        # whoever speaks or stands for it: in person they take part, as a source they only tell
        (
            "Окууга KOICAнын Бишкектеги кеңсесинин долбоорлор боюнча адиси Асан Үсөнов менен Үсөн Асанов катышты.",
            "koica",
            "participant",
        ),
        (
            "KOICAнын Бишкектеги долбоорлорунун куратору Асан Үсөнов сабактар башталганын билдирди.",
            "koica",
            "mentioned",
        ),
        (
            "Кечээ Билим берүү жана илим министрлигинин китеп бөлүмүнүн башчысы Асан Үсөнов мугалимдер менен сүйлөштү.",
            "kg-moes",
            "participant",
        ),
        (
            "Жаңы министр дайындалды. Ал Ош мамлекеттик университетинин ректору кызматын аркалаган.",
            "oshsu",
            "mentioned",
        ),
        ("Жогорку Кеңештин жыйынында өкмөт башчы Асан Үсөнов мектептер тууралуу айтты.", "kg-jk", "convener"),
        # charged with it at the beginning, told so at the end
        (
            "Министрлер кабинетине үч айдын ичинде зарыл болгон бардык чараларды көрүү тапшырылды.",
            "kg-cabmin",
            "implementer",
        ),
        ("Өкмөт министрликтерге мектептерди оңдоо боюнча тапшырмаларды берди.", "kg-cabmin", "implementer"),
        ("Жыйын Билим берүү жана илим министрлигинин аракети менен өттү.", "kg-moes", "implementer"),
        (
            "Бүгүн Билим берүү жана илим министрлиги Бишкек шаарынын мэриясы сунуштаган имаратта мектеп ачып, түздү.",
            "kg-moes",
            "implementer",
        ),
        ("Министр образования и науки встретилась в школе с учителями.", "kg-moes", "participant"),
        # any active form of a verb, no verbal noun and no negation
        ("ЮНИСЕФ окуу китептерин жаңылап, мугалимдер үчүн курс ачты.", "unicef", "implementer"),
        ("Өкмөт мектептерди жабууга тыюу салган жок.", "kg-cabmin", "participant"),
        # who gives what
        ("Ага Хан фонду мектептерге 12 миң китеп тапшырды.", "akf", "supporter"),
        ("ЮСАИД билимге 5 миллион доллардан ашык каражат жумшады.", "usaid", "funder"),
        ("Студенттер Түркия өкмөтүнүн квотасы менен окушат.", "ru-gov", None),
        ("Студенттер Россия өкмөтүнүн квотасы менен окушат.", "ru-gov", "funder"),
        ("Балдарга ЮНИСЕФ долбоорлору аркылуу китеп берилди.", "unicef", "supporter"),
        ("Макулдашуу Дүйнөлүк банк менен өкмөттүн ортосунда түзүлгөн.", "world-bank", "participant"),
        # Russian: who did it stands in the instrumental, and what stands before a list holds for all of it
        (
            "Средства будут предоставлены Исламским банком развития, Всемирным банком и Фондом Ага Хана.",
            "akf",
            "funder",
        ),
        ("По данным ЮНИСЕФ, проект финансируется Всемирным банком.", "unicef", "mentioned"),
        ("По данным ЮНИСЕФ, проект финансируется Всемирным банком.", "world-bank", "funder"),
        ("Средства выделены Министерству образования и науки.", "kg-moes", "participant"),
        (
            "Министр образования и науки Асан Усенов с заместителем главы миссии посольства США обсудил школы.",
            "kg-moes",
            "participant",
        ),
        (
            "The opening was attended by Deputy Mayor Asan Usenov and Rector of Osh State University.",
            "oshsu",
            "participant",
        ),
        # when and where it was do not keep a subject from opening its sentence
        (
            "2024-жылдын 3-мартынан 9-мартына чейин Ош шаарында ЮНИСЕФ алыскы айылдардын мугалимдери, тарбиячылары, "
            "алардын жардамчылары үчүн балдар менен баарлашуу боюнча окуу өткөрдү.",
            "unicef",
            "convener",
        ),
        # whose people did it; whose house it was; out of whose money
        (
            "Ош мамлекеттик университетинин тарых кафедрасынын окутуучулары тарабынан иш-чара өттү.",
            "oshsu",
            "participant",
        ),
        ("Ош мамлекеттик университетинин Тил институтунда сабак өттү.", "oshsu", "host"),
        ("Дүйнөлүк банктан 3 миллион сом сарпталып, бакча оңдолду.", "world-bank", "funder"),
        ("Мектептерге ЮНИСЕФтен белекке берилген китептер жеткирилди.", "unicef", "supporter"),
        # the office somebody holds is no work of the body
        (
            "Жыйынга ЮНИСЕФтин жаштарды жана балдарды колдоо программалары боюнча координатору Асан Үсөнов келди.",
            "unicef",
            "participant",
        ),
        # of a row that acts with somebody else; a verb that is another body's
        (
            "Ага Хан фонду Ош мамлекеттик университети жана «Луч» бирикмеси менен бирге долбоорду ишке ашырууда.",
            "akf",
            "implementer",
        ),
        (
            "ЮНИСЕФ Кореянын Айыл чарба департаменти каржылаган программа аркылуу мектептерди тамак менен камсыздайт.",
            "unicef",
            "implementer",
        ),
        (
            "Ачылышка Ош шаарынын мэри Асан Үсөнов, шаардык кеңештин төрагасы Эрлан Таев, райондук билим бөлүмүнүн "
            "башчысы Бакыт Эсенов, мектептин директору Гүлнара Асанова жана айылдын тургундары катышты.",
            "kg-osh-mayor",
            "participant",
        ),
        # a row that acts; help that is given; where somebody was; who leads work, and who a talk
        ("Долбоор KOICA, Лим университети жана «Луч» уюму тарабынан ишке ашырылат.", "koica", "implementer"),
        ("Мектептерге ЮНИСЕФ тарабынан көрсөтүлүп жаткан колдоо жакшы.", "unicef", "supporter"),
        ("Конок кечээ Ош мамлекеттик университетинде болушту.", "oshsu", "host"),
        ("Мектептерде KOICAнын ыктыярчылары иш алып барды.", "koica", "participant"),
        (
            "A school was opened in Osh city. Prime Minister of the Kyrgyz Republic Asan Usenov, Mayor of Osh Bakyt "
            "Esenov, Adviser of the Embassy of Latvia in Bishkek Janis Liepins took part in the opening of the school.",
            "kg-osh-mayor",
            "participant",
        ),
        ("В Ошском государственном университете уже открыт центр для учителей.", "oshsu", "host"),
        ("На базе Ошского государственного университета планируется создание центра.", "oshsu", "host"),
        ("Президент школьников наградил и принял участие в форуме учителей.", "kg-president", "participant"),
        ("В форуме принимают участие учителя и ЮНИСЕФ.", "unicef", "participant"),
        ("Ош мамлекеттик университетинин кесипке багыттоо иш-чарасы өттү.", "oshsu", "convener"),
        ("Президент мугалимдерди ноутбук менен камсыздоо тапшырмасын берген.", "kg-president", "implementer"),
        (
            "Билим берүү жана илим министри Асан Үсөнов менен Латвиянын Билим министри Янис Лиепинс мектептер боюнча "
            "сүйлөшүүлөрдүн протоколуна кол коюшту.",
            "kg-moes",
            "participant",
        ),
        ("UNICEF’s cooperation with the schools goes on.", "unicef", "participant"),
        ("Билим берүү жана илим министри Асан Исаков элчи Нурбек Садыковду кабыл алды.", "kg-moes", "participant"),
        ("Ош мамлекеттик университети быйыл үч жүз студентти кабыл алды.", "oshsu", "implementer"),
        ("Китептер «Учкун» басмаканасында басылып, мектептерге жөнөтүлдү.", "kg-uchkun", "implementer"),
        ("Бүгүн Ош мамлекеттик университетинде ректорлор катышкан жыйын өтүүдө.", "oshsu", "host"),
        ("Тесттер Дүйнөлүк банк менен өнөктөштүктө даярдалат.", "world-bank", "funder"),
        ("Министрлер кабинетинин төрагасы Асан Үсөнов мугалимдерге ыраазычылык билдирди.", "kg-cabmin", "participant"),
        ("Мектептердин эски экенин Министрлер кабинетинин төрагасы Асан Үсөнов билдирди.", "kg-cabmin", "mentioned"),
        (
            "Жогорку Кеңештин Эл аралык иштер боюнча комитети мыйзам долбоорун карап, жактырып берди.",
            "kg-jk",
            "implementer",
        ),
        ("Мектептерге терминалдарды ЮНИСЕФ сатып берип, аларды «Тоо» ЖЧКсы орнотууда.", "unicef", "supporter"),
        ("Жыйынга ЮНИСЕФтин, Финансы министрлигинин өкүлдөрү катышып, пикирлерин билдирди.", "unicef", "participant"),
        ("Ош мамлекеттик университетинин жыйындар залында мугалимдердин форуму болуп өттү.", "oshsu", "host"),
        (
            "Форумду «Лидер» жарандык демилгелер борбору Борбордук шайлоо комиссиясы жана борборлор менен бирге "
            "уюштуруп, аны ЕККУ каржылады.",
            "cci-leader",
            "convener",
        ),
        ("Мугалимдерге ТИКА менен Түркиянын элчилиги 5 миң доллар берген.", "tika", "funder"),
        ("Мектептерге китептер ЮНИСЕФ аркылуу келди.", "unicef", "supporter"),
        ("Модерировавший дискуссию вице-президент АУЦА Асан Усенов напомнил о школах.", "auca", "moderator"),
        ("Мектеп мурдагы мончонун ордуна Ага Хан фонду менен АРИСтин каржысына салынды.", "akf", "funder"),
        ("Мектеп ЮНИСЕФтин колдоосу, Швейцариянын өкмөтүнүн каржылоосу менен ачылды.", "unicef", "supporter"),
        ("Школы района получают муку от ЮНИСЕФ по проекту, который оплачивает фонд.", "unicef", "supporter"),
        ("Мектептер боюнча келишимге кечээ Финансы министрлигинде кол коюлду.", "kg-min-finance", "host"),
        ("Мектептерде Билим берүү жана илим министрлиги менен ЮНИСЕФ өзүнчө иш алып барууда.", "unicef", "implementer"),
        ("ЮНИСЕФ: МЕКТЕПТЕГИ ЖЫЙЫН\n\nЖыйын Ошто өттү.", "unicef", "mentioned"),
        ("Мектептерге китептерди Кыргыз билим берүү академиясынын адистери даярдап беришкен.", "kg-kao", "implementer"),
        ("Жогорку Кеңештин билим боюнча комитетинин бүгүнкү жыйынында маселе талкууга түштү.", "kg-jk", "convener"),
        ("Ош мамлекеттик университети сынакта биринчи орунга татыктуу болду.", "oshsu", "participant"),
        ("Долбоор Европа Биримдигинин Erasmus+ программасы тарабынан каржыланган.", "eu", "funder"),
        (
            "Ошондой эле жаңы мектептин ачылышына Билим берүү жана илим министри Асан Үсөнов, Ош облусунун акими "
            "Бакыт Жунусов, айылдык депутаттар, райондун мектептеринин директорлору, ата-энелер, айылдын "
            "аксакалдары, алыстан келген меймандар жана өлкөнүн алдыңкы гезиттеринин кабарчылары катышты.",
            "kg-moes",
            "participant",
        ),
        ("Команда Ошского государственного университета проекта, финансируемого банком, учит.", "oshsu", "participant"),
        (
            "Жыйынга Президенттин Администрациясынын реформаларды ишке ашыруу бөлүмүнүн башчысы Асан Үсөнов, "
            "мектептердин мугалимдери катышты.",
            "kg-president",
            "participant",
        ),
        (
            "An agreement was reached between the Ministry of Education and Science and the World Bank on new schools.",
            "world-bank",
            "participant",
        ),
    ],
)
def test_a_role_is_read_from_the_whole_clause(read, raw, partner, role):
    assert {one["id"]: one["role"] for one in read(raw)["partners"]}.get(partner) == role


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Мектепте конкурс өттү. Уюштуруучулар: ЮНИСЕФ, Ага Хан фонду жана Дүйнөлүк банк.", {"convener"}),
        ("В школе прошёл конкурс. Организаторы: ЮНИСЕФ, Фонд Ага Хана и Всемирный банк.", {"convener"}),
        ("A school contest was held. Partners: UNICEF, Aga Khan Foundation and the World Bank.", {"supporter"}),
    ],
)
def test_the_word_before_a_list_tells_what_all_of_it_do(read, raw, expected):
    partners = read(raw)["partners"]
    assert {partner["id"] for partner in partners} == {"unicef", "akf", "world-bank"}
    assert {partner["role"] for partner in partners} == expected


def test_the_only_ministry_named_is_the_ministry_from_then_on(read):
    raw = "Бул тууралуу Билим берүү жана илим министрлиги билдирди. Министрлик жаңы мектептерди куруп жатат."
    assert [partner["role"] for partner in read(raw)["partners"]] == ["implementer"]
    two = "Билим берүү жана илим министрлиги билдирди. Каржы министрлиги да билдирди. Министрлик мектеп куруп жатат."
    assert {partner["role"] for partner in read(two)["partners"]} == {"mentioned"}


@pytest.mark.parametrize(
    ("role", "partner", "text"),
    [(role, one["partner"], one["text"]) for role, many in EXAMPLES.items() for one in many],
)
def test_many_wordings_tell_one_role(read, role, partner, text):
    assert {one["id"]: one["role"] for one in read(text)["partners"]}.get(partner) == role


def test_who_tells_the_news_and_also_acts_acts(without_cues, read):
    raw = "Мектептерге китеп жетти. Бул тууралуу Билим берүү жана илим министрлигинен билдиришти. "
    raw += "Эсеп Билим берүү жана илим министрлиги тарабынан такталат."
    assert [partner["role"] for partner in read(raw)["partners"]] == ["implementer"]
    assert [partner["role"] for partner in without_cues.read(Article("a", raw))["partners"]] == ["implementer"]
