"""A number comes in; out go that many made-up Kyrgyz articles about the register's partners and initiatives."""

import random
from collections.abc import Iterator

# Sentences of our own; {p} partner, {i} initiative, {r} region, {n} number, {d} day, {m} month.
SENTENCES = """
Бул тууралуу {p} басма сөз кызматы билдирди.
{r} {n} мектепке жаңы окуу китептери жеткирилди.
{p} колдоосу менен мугалимдердин квалификациясын жогорулатуу боюнча семинар өттү.
{d}-{m} {p} өкүлдөрү менен жолугушуу өттү.
Жыйында {i} алкагында аткарылган иштер талкууланды.
Долбоор {p} тарабынан каржыланат, анын жалпы баасы {n} миллион сомду түзөт.
Мектептердин {n} пайызы санариптик технологиялар менен жабдылган.
Анын айтымында, алыскы айылдардагы балдар үчүн шарттар жакшырды.
Азыркы учурда {r} {n} бала бакча иштеп жатат.
Окуучулардын саны {n} миңге жетти, бул былтыркыдан көп.
Министрлик жаңы окуу жылынан баштап окуу программаларын жаңылоону пландаштырууда.
{p} менен түзүлгөн келишимге ылайык, {n} мугалим окуудан өтөт.
Директор Айнура Токтогулова мектептин имараты эски экенин белгиледи.
{i} 2024-жылы башталган жана 2027-жылга чейин уланат.
Ата-энелер окуу китептеринин жетишсиздигин айтып кайрылышты.
Белгилей кетсек, {r} мектептердин көбү эки сменада окутат.
Жаңы имаратта спорт зал, китепкана жана ашкана бар.
Эскерте кетсек, мурда бул маселе Жогорку Кеңештин жыйынында да каралган.
Кесиптик лицейлердин бүтүрүүчүлөрү жумуш менен камсыз болуп жатат.
Жалпы республикалык тестирлөөгө {n} абитуриент катышты.
""".strip().splitlines()
MONTHS = ["январда", "февралда", "мартта", "апрелде", "майда", "сентябрда", "октябрда", "ноябрда"]
CHARACTERS = 1300  # an article's mean length


def articles(number: int, register, seed: int = 1) -> Iterator[str]:
    """The same texts for the same seed."""
    draw = random.Random(seed)
    partners = [name for partner in register.partners.values() for name in [partner["names"]["ky"]] if name]
    initiatives = [record["names"]["ky"] for record in register.initiatives.values() if record["names"].get("ky")]
    regions = [region["names"]["ky"] + "нда" for region in register.regions.values() if region["kind"] == "oblast"]
    for _ in range(number):
        sentences, length = [], 0
        while length < CHARACTERS:
            sentence = draw.choice(SENTENCES).format(
                p=draw.choice(partners) + draw.choice(["нын", "", "нын"]),
                i=draw.choice(initiatives),
                r=draw.choice(regions),
                n=draw.randint(2, 980),
                d=draw.randint(1, 28),
                m=draw.choice(MONTHS),
            )
            sentences.append(sentence)
            length += len(sentence)
        yield " ".join(sentences)
