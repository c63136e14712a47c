"""The parts of a page are told apart: headline, author, outlet, and what outlets put around their stories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import Letters
from loaders.layout import Marks, read_layout
from loaders.layout.lines import lines_of
from loaders.records import load_register

FIRST = "Бишкекте жаңы мектеп ачылып, ага алты жүз бала кабыл алынды, деп билдирди министрликтин басма сөз кызматы."
SECOND = "Имаратты эки жылда курушту, ичинде китепкана, спорт зал жана ашкана бар, мугалимдер да толук топтолду."
STORY = f"{FIRST}\n\n{SECOND}"
TITLE = "Борбордо жаңы мектеп ачылды"


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Marks(load_register())


@pytest.fixture(scope="module")
def letters():
    lookalikes = tuple(load_register().language["ky"]["lookalikes"].items())
    return lambda raw: Letters.of(raw, lookalikes)


@pytest.fixture(scope="module")
def layout(marks, letters):
    return lambda raw: read_layout(letters(raw), marks)


@pytest.fixture(scope="module")
def parts(layout):
    """raw text → title, byline, outlet, furniture: the words of each."""

    def told(raw: str) -> dict:
        found = layout(raw)
        return {
            "title": found.title and raw[slice(*found.title)],
            "byline": found.byline and raw[slice(*found.byline)],
            "outlet": found.outlet and (found.outlet[0], raw[slice(*found.outlet[1:])]),
            "furniture": [raw[start:end] for start, end in found.furniture],
        }

    return told


@pytest.mark.parametrize(
    "line",
    [
        # counters
        "Көрүүлөр: 1 234",
        "Көрүүлөрдүн саны: 87",
        "Просмотров: 412",
        "412 просмотров",
        "Views 1,204",
        "👁 958   💬 0",
        "• 0",
        "Прочитали 3 200 раз",
        "Комментарийлер (3)",
        "Окуу убактысы: 2 мүнөт",
        "14:25",
        # rates and weather
        "USD 87.45 EUR 95.12 RUB 0.95 KZT 0.18",
        "$ 87.45 +0.02 € 95.12 -0.31",
        "87,45 USD | 95,12 EUR",
        "Курс валют: USD 87,45",
        "Доллар 87.45  Евро 95.12",
        "Бишкек +12°C",
        # telephones and addresses
        "+996 (312) 66-22-33",
        "Тел.: +996 312 66 22 33, факс: 66-22-34",
        "Ишеним телефону: (0312) 62-05-19",
        "Редакция: news@example.kg",
        "https://example.kg/news/123",
        # tags
        "#мектеп #билим #Бишкек",
        "Тегдер: мектеп, билим берүү, Бишкек",
        "Теги: школа, ЮНИСЕФ, образование",
        "Tags: school, UNICEF",
        # other stories
        "Дагы окуңуз: ЮНИСЕФ бала бакчаларга жардам берет",
        "Читайте также: Всемирный банк выделит грант",
        "Тектеш: Мугалимдердин айлыгы көбөйдү",
        # share buttons
        "Бөлүшүү",
        "Бөлүшүү: Facebook Twitter WhatsApp Telegram",
        "Поделиться в соцсетях | Facebook | Одноклассники | ВКонтакте",
        "Facebook  X (Twitter)  Telegram  Шилтемени көчүрүү",
        "Share this Facebook LinkedIn Email Copy link",
        # the frame of the site
        "Башкы бет » Жаңылыктар » Билим берүү",
        "Главная / Новости / Образование",
        "Кыргызча Русский English",
        "КООМ",
        "Фото: Асан Үсөнов",
        "© 2024 Мисал. Бардык укуктар корголгон.",
        "Бардык укуктар корголгон",
        "Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter",
        "-----",
        # the same in letters that look alike
        "Бѳлүшүү",
        "Көрүүлѳр: 12",
    ],
)
def test_what_pages_put_around_stories_is_furniture(marks, letters, parts, line):
    assert marks.furniture.holds(*lines_of(letters(line)))
    found = parts(f"{TITLE}\n\n{STORY}\n\n{line}\n")
    assert line in found["furniture"] and found["title"] == TITLE
    assert parts(f"{line}\n\n{TITLE}\n\n{STORY}")["title"] == TITLE


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        FIRST,
        "26.02.2025",
        "• 26.02.2025 • 0",
        "20 октября 2023",
        "16 января 2024, 09:25",
        "29/11/2021 - 09:37",
        "Көрүүлөр: 12 | 26.02.2025",
        "Асан Үсөнов",
        "Мектептер: 120",
        "Ош — 236",
        "87,45 сом",
        "1000 USD грант берилди",
        "Билим берүү",
        "Коом бул мыйзамды колдойт",
        "Фото көргөзмө ачылды",
        "Доллар кымбаттады",
        "Спорт мектеби ачылды",
        "Тел мектеби",
        "5-6-класстар",
        "2019-2020-окуу жылы",
        "Бишкекте 40° ысык болду",
    ],
)
def test_what_may_be_the_story_is_no_furniture(marks, letters, line):
    assert not marks.furniture.holds(*lines_of(letters(line)))


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (f"{TITLE}\n\n{STORY}", TITLE),
        (f"# {TITLE}\n\n{STORY}", TITLE),
        (f"## {TITLE} ##\n\n{STORY}", TITLE),
        (f"**{TITLE}**\n\n{STORY}", TITLE),
        (f"Коом\n\n26.02.2025\n\n# {TITLE}\n\n{STORY}", TITLE),
        (f"\ufeff{TITLE}\r\n\r\n{FIRST}\r\n{SECOND}", TITLE),
        (f"26.02.2025, 14:20\n{TITLE}\n\n{STORY}", TITLE),
        (f"2025-жылдын 26-февралы\n{TITLE}\n\n{STORY}", TITLE),
        (f"24.kg\n{TITLE}\n{STORY}", TITLE),
        (f"Автор: Асан Үсөнов\n{TITLE}\n{STORY}", TITLE),
        (f"{TITLE.upper()}\n{STORY}", TITLE.upper()),
        (f"{TITLE.upper()}.\n{STORY}", f"{TITLE.upper()}."),
        (f"{TITLE.upper()}{STORY}", TITLE.upper()),
        (f"{TITLE.upper()}26-мартта {STORY}", TITLE.upper()),
        (f"{TITLE}{STORY}", TITLE),
        (f"Министрлик: «Окуу китептери жетет»\n{STORY}", "Министрлик: «Окуу китептери жетет»"),
        (f"Мектептер качан ачылат?\n{STORY}", "Мектептер качан ачылат?"),
        (f"{TITLE}.\n{STORY}\n{TITLE}.", f"{TITLE}."),
        # no headline
        (STORY, None),
        (FIRST, None),
        (f"26.02.2025\n\n{STORY}", None),
        (f"Мектеп ачылды.\n{STORY}", None),
        (f"Асан Үсөнов: «Окуу китептери жетет. Баары даяр»\n{STORY}", None),
        ("Кыргыз эл жазуучусу ЭлТр телеканалына маек берип, жаш окурмандарга кайрылды.\n" + SECOND, None),
        ("", None),
        ("\n \n", None),
    ],
)
def test_the_headline_is_found_or_there_is_none(parts, raw, title):
    assert parts(raw)["title"] == title


@pytest.mark.parametrize(
    "again",
    [TITLE, TITLE.upper(), f"{TITLE}{SECOND}", f"{TITLE.replace('ө', 'ѳ')}\n", f"  {TITLE}\u00a0"],
)
def test_the_headline_said_again_is_furniture(parts, again):
    found = parts(f"{TITLE}\n\n{FIRST}\n\n{again}\n\n{SECOND}")
    assert [words.casefold().replace("ѳ", "ө") for words in found["furniture"]] == [TITLE.casefold()]


def test_a_sentence_that_goes_on_after_the_words_of_the_headline_is_the_story(parts):
    assert parts(f"{TITLE}\n\n{TITLE} деп министр айтты.\n\nКечээ {TITLE}.\n")["furniture"] == []


@pytest.mark.parametrize(
    ("raw", "byline"),
    [
        (f"{TITLE}\n{STORY}\nАвтор: Айнура Асанова", "Айнура Асанова"),
        (f"{TITLE}\nАвтор: Айнура Асанова\n{STORY}", "Айнура Асанова"),
        (f"{TITLE}\nАвтору — Айнура Асан кызы\n{STORY}", "Айнура Асан кызы"),
        (f"{TITLE}\nДаярдаган Айнура Асанова\n{STORY}", "Айнура Асанова"),
        (f"{TITLE}\nАвтор: А. Асанова\n{STORY}", "А. Асанова"),
        (f"{TITLE}\nBy John Smith\n{STORY}", "John Smith"),
        (f"{TITLE}\nАйнура Асанова, «Кут Билим»\n{STORY}", "Айнура Асанова, «Кут Билим»"),
        (f"{TITLE}\n{STORY}\nАйнура Асанова, “Кут Билим”", "Айнура Асанова, “Кут Билим”"),
        (f"{TITLE}\n{STORY}\nАйнура Асан", "Айнура Асан"),
        (f"{TITLE}\nАйнура Асанова\n26.02.2025\n{STORY}", "Айнура Асанова"),
        # nobody's
        (f"{TITLE}\nКыргыз Республикасы\n{STORY}", None),
        (f"{TITLE}\nТалас Облусу, Бакай-Ата району\n{STORY}", None),
        (f"{TITLE}\n{STORY}", None),
    ],
)
def test_the_author_is_found_above_and_below(parts, raw, byline):
    assert parts(raw)["byline"] == byline


@pytest.mark.parametrize(
    ("raw", "outlet"),
    [
        (f"{TITLE}\n{STORY}\nАйнура Асанова, «Кут Билим»", ("Кут Билим", "Кут Билим")),
        (f"{TITLE}\nАйнура Асанова, 24.kg\n{STORY}", ("24.kg", "24.kg")),
        (f"{TITLE}\n{STORY}\nАйнура Асанова, «Үлгү гезити»", ("Үлгү гезити", "Үлгү гезити")),
        (f"{TITLE}\n24.kg\n{STORY}", ("24.kg", "24.kg")),
        (f"{TITLE}\n{STORY}\nБулак: «Кабар» агенттиги", ("Кабар", "«Кабар» агенттиги")),
        (f"{TITLE}\n{STORY}\nИсточник: kaktus.media", ("Kaktus.media", "kaktus.media")),
        (
            f"{TITLE}\n{STORY}\nSource: https://www.azattyk.org/a/1.html",
            ("Азаттык", "https://www.azattyk.org/a/1.html"),
        ),
        (f"{TITLE}\nБИШКЕК, 26-февраль /Кабар/. {STORY}", ("Кабар", "/Кабар/")),
        (f"{TITLE}\nБишкек (24.kg) – {STORY}", ("24.kg", "(24.kg)")),
        # told in the story, or no outlet
        (f"{TITLE}\n{STORY} Бул тууралуу 24.kg жазды.", None),
        (f"{TITLE}\n{STORY}\nБулак: министрлик", None),
        (f"{TITLE}\nАйнура Асанова, мугалим\n{STORY}", None),
    ],
)
def test_the_outlet_is_told_by_its_own_line_an_author_or_an_agency_sign(parts, raw, outlet):
    assert parts(raw)["outlet"] == outlet


def test_the_record_shows_the_words_that_name_the_outlet_and_the_sidecar_comes_first(read):
    raw = f"{TITLE}\n{STORY}\nБулак: «Кабар» агенттиги"
    record = read(raw)
    evidence = record["outlet_evidence"]
    assert record["outlet"] == "Кабар" and raw[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert record["partners"] == []
    assert read(raw, outlet="Үлгү")["outlet"] == "Үлгү" and "outlet_evidence" not in read(raw, outlet="Үлгү")
    assert read(STORY, url="https://www.24.kg/1")["outlet"] == "24.kg"
    assert read(STORY, url="https://edu.example.kg/1")["outlet"] == "edu.example.kg"
    assert read(STORY)["outlet"] is None


def test_furniture_names_no_partner_and_keeps_no_fact_from_the_story(names):
    around = "Читайте также: Всемирный банк выделит грант\nТеги: школа, ЮНИСЕФ\nUSD 87.45 EUR 95.12\n"
    story = f"{TITLE}\n\n{FIRST} Ага ЮНЕСКО жардам берди.\n\n{SECOND}\n"
    assert names(f"{story}\n{around}") == names(story) == names(f"{around}\n{story}")
    assert ("partner", "unesco") in names(story)


lines = st.lists(
    st.sampled_from(
        [TITLE, TITLE.upper(), FIRST, SECOND, "Бөлүшүү", "24.kg", "Автор: Асан Үсөнов", "26.02.2025", "# Ош", "***"]
    )
    | st.text(max_size=30),
    max_size=8,
)


@given(lines, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_every_part_lies_in_the_text_and_no_two_pieces_of_furniture_cross(marks, written, between):
    raw = between.join(written)
    found = read_layout(Letters.of(raw), marks)
    spans = [span for span in (found.title, found.byline, *found.head, *found.tail, *found.furniture) if span]
    assert all(0 <= start < end <= len(raw) and "\n" not in raw[start:end] for start, end in spans)
    ends = [0, *(end for _, end in found.furniture)]
    assert all(before <= start for before, (start, _) in zip(ends, found.furniture, strict=False))
    if found.title:
        assert not any(start < found.title[1] and found.title[0] < end for start, end in found.furniture)


def test_an_agency_signs_before_a_stroke(read):
    record = read("Мектеп ачылды\n\nAKIpress — Бишкекте жаңы мектеп ачылды. Анда 600 окуучу окуйт.")
    assert (record["outlet"], record["partners"]) == ("AKIpress", [])


@pytest.mark.parametrize("running", ["Кут Билим · №12", "Кут Билим | 5-март, 2024", "24.kg, 05.03.2024"])
def test_the_head_of_a_printed_page_is_no_headline(read, running):
    record = read(f"{running}\nАйылда жаңы мектеп ачылды\nАйылда жаңы мектеп ачылды. Анда 600 окуучу окуйт.")
    assert record["title"]["quote"] == "Айылда жаңы мектеп ачылды"
    assert record["partners"] == []


def test_a_headline_may_begin_with_the_name_of_a_paper(read):
    assert read("Кут Билим 100 жашта\nГезит 100 жылдыгын белгиледи, мектептерге китеп тартуулады.")["title"]


def test_a_headline_in_capitals_ends_within_the_word_it_is_glued_to(document):
    found = document("«АК БУЛУТ» БАЛА БАКЧАСЫ ЭШИГИН АЧТЫТоктогул районунун айылында бала бакча ачылды.")
    assert {mention.id for mention in found.mentions} == {"KG-J"}
    _, last = found.text.sentence_starts[:2]
    assert found.text.words[last] == "токтогул" and found.text.words[last - 1] == "ачты"
    quote = found.quote(last, last)
    assert quote["quote"] == "Токтогул" == found.text.raw[quote["start"] : quote["end"]]


def test_an_acronym_with_its_ending_is_no_glued_headline(document):
    found = document("ЖАҢЫ МЕКТЕПТИ КИМ КУРАТ ЮНИСЕФтин өкүлү мектептин ачылышына келди.")
    assert {mention.id for mention in found.mentions} == {"unicef"}
