"""What a partner does is told by the words beside its name."""

import pytest


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
