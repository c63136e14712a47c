"""Whatever comes in, reading never raises, every quote is exact, and no value is without words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.articles import Article
from tests.loaders.test_seeds import quotes

PHRASES = [
    *("КР БШК", "KOICA-нын", "«Алтын Казык»", "программасы", "министрлиги", "министрилиги", "Билим берүү жана илим"),
    *("Ага Хан фондунун", "колдоосу менен", "2024-жылы", "26-мартта", "26.02.2025", "20 октября 2023", "башталган"),
    *("74 борбор", "мектеп", "№ 5", "1,5 млрд сом", "пайыз", "Ош шаарынын мэри", "Талас облусунда", "депутат"),
    *("Назира Эсеналиева", "билдирди.", "жолугушту,", "\u00a0", "\u200b", "ѳкмѳт", "(", ")", "«", "»", "—", "•", "|"),
    *("тууралуу мыйзам долбоору", "ЖСБББ", "9" * 15, "the World Bank", "in Kyrgyzstan", "😀", "!!!", "...", "\n\n"),
    *("Министерство образования и науки", "сообщило"),
]
ARTICLES = st.lists(st.sampled_from(PHRASES), max_size=60).map(" ".join) | st.text(max_size=200)


@settings(max_examples=250, deadline=None)
@given(ARTICLES)
def test_any_text_is_read_and_every_quote_is_exact(reader, raw):
    record = reader.read(Article("a", raw))
    for quote in quotes(record):
        assert raw[quote["start"] : quote["end"]] == quote["quote"]
    for field in ("partners", "goals", "levels", "regions", "dates", "people", "figures", "initiatives", "unlisted"):
        assert all(entry["evidence"] for entry in record[field])


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_the_same_text_gives_the_same_record(reader, raw):
    assert reader.read(Article("a", raw)) == reader.read(Article("a", raw))
