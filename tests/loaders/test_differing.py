"""Two independent articles that tell one thing differently are shown side by side; a reprint contradicts nobody."""

import json

import pytest

from loaders.articles import Article
from loaders.records import load_register
from loaders.tables import tables

OPENING = "Ошто 12 орундуу бөлмө ачылды. Мугалимдер чогулду, окуучулар ыр ырдады, ата-энелер куттукташты.\n"


@pytest.fixture(scope="session")
def found(reader):
    """Texts → findings that two articles differ, as (field, values, quotes)."""

    def read(*texts: str) -> list[tuple]:
        days = ("2024-05-20", "2024-05-21", "2024-05-22")
        told = {}
        for number, (text, day) in enumerate(zip(texts, days, strict=False)):
            record = reader.read(Article(f"a{number}", text))
            told[f"a{number}"] = json.loads(json.dumps(record)) | {"published": {"edtf": day}}
        shown = tables(load_register(), told, {f"a{number}": text for number, text in enumerate(texts)}).findings
        rows = shown[shown.kind == "articles-differ"].itertuples()
        return [(row.field, row.values[1], [place[3] for place in row.evidence]) for row in rows]

    return read


def test_one_office_holder_in_two_spellings(found):
    one = "Ош мамлекеттик университетинин ректору Бакыт Осмонов студенттер менен жолугушту. Жолугушуу кечке созулду."
    other = "Жаңы жатакана ачылды. Аны Ош мамлекеттик университетинин ректору Бакыт Османов ачты. Кыздар кубанды."
    [(field, names, quotes)] = found(one, other)
    assert field == "people" and names == ("Бакыт Осмонов", "Бакыт Османов")
    assert all(name in quote for name, quote in zip(names, quotes, strict=True))


def test_one_signing_on_two_days(found):
    one = (
        "2024-жылдын 14-майында ЮНИСЕФ менен Дүйнөлүк банк мектептер боюнча меморандумга кол коюшту. Иш быйыл башталат."
    )
    other = "Мектептерге жардам келет. 2024-жылдын 15-майында Дүйнөлүк банк жана ЮНИСЕФ меморандумга кол коюшту."
    [(field, days, _)] = found(one, other)
    assert field == "events" and set(days) == {"2024-05-14", "2024-05-15"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another person in the same kind of office, an office of somebody else, the same name inflected
        (
            "Ош мамлекеттик университетинин ректору Бакыт Осмонов келди. Жыйын узакка созулду, суроолор көп болду.",
            "Эмгек жарманкеси өттү. Ош мамлекеттик университетинин ректору Айбек Турдуев сүйлөдү. Студенттер келди.",
        ),
        (
            "Ош мамлекеттик университетинин ректору Бакыт Осмонов келди. Жыйын узакка созулду, суроолор көп болду.",
            "Эмгек жарманкеси өттү. Талас мамлекеттик университетинин ректору Бакыт Османов сүйлөдү. Студенттер келди.",
        ),
        (
            "2024-жылдын 14-майында ЮНИСЕФ менен Дүйнөлүк банк меморандумга кол коюшту. Иш быйыл мектептерде башталат.",
            "2024-жылдын 15-майында ЮНИСЕФ менен Азия өнүктүрүү банкы келишимге кол коюшту. Бакчалар оңдолот экен.",
        ),
    ],
)
def test_two_true_things_are_no_contradiction(found, one, other):
    assert found(one, other) == []


def test_a_reprint_does_not_contradict_its_original(found):
    story = "Ош мамлекеттик университетинин ректору Бакыт {} студенттер менен жолугушту. " + OPENING * 4
    assert found(story.format("Осмонов"), "Башка баш сөз\n\n" + story.format("Османов")) == []
