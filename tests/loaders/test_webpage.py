"""Pages as the outlets of the country build them give the story, its day and its outlet, and nothing around it."""

import pytest

from loaders.articles import read_article
from loaders.articles.webpage import tree_of

TITLE = "Нарындагы мектептерге жаңы окуу китептери жеткирилди"
STORY = (
    "Нарын облусундагы 24 мектепке китеп жеткирилди. Бул тууралуу Билим берүү жана илим министрлиги билдирди.",
    "Китептер Дүйнөлүк банктын каржылоосу менен басылган. Министр Асан Үсөнов мугалимдер менен жолукту.",
    "«Ар бир окуучу жаңы китеп менен окуйт», — деди министр.",
)
OTHERS = "".join(
    f'<li><a href="/{number}">{title}</a></li>'
    for number, title in enumerate(("Оштогу мектепте өрт чыкты", "Бишкекте жол жабылды", "Курс доллара на сегодня"))
)
MENU = '<ul><li><a href="/">Башкы бет</a></li><li><a href="/p">Саясат</a></li><li><a href="/ru">Рус</a></li></ul>'
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in STORY)
PAGES = {
    "old tables": f"""<table width="100%"><tr><td width="200"><ul>{OTHERS}</ul></td><td><div><small>AKIPRESS.COM</small>
      <h1>{TITLE}</h1><span class="newslink_date">5 марта 2024, 10:20</span>
      <div><p>AKIpress — {STORY[0]}</p><p>{STORY[1]}</p><p>{STORY[2]}</p></div></div></td></tr></table>""",
    "breaks for paragraphs": f"""<div class="crumbs"><a href="/">Башкы бет</a> / <a href="/n">Жаңылыктар</a></div>
      <h1>{TITLE}</h1><div class="news-detail"><span class="news-date-time">05.03.2024</span>{"<br><br>".join(STORY)}
      <br>Показы: 233</div><p><a href="/n">Назад к списку</a></p><div><ul>{OTHERS}</ul></div>""",
    "blocks for paragraphs": f"""<div class="header">Кыргыз Республикасынын Агартуу министрлиги</div>{MENU}
      <h3>{TITLE}</h3><p class="text-muted">Жарыяланды: 05.03.2024 | Көрүлдү: 501</p>
      {"".join(f"<div>{one}</div><div><br></div>" for one in STORY)}<div><ul>{OTHERS}</ul></div>""",
    "a clock above": f"""<div class="date">19-Апрель, 2025-жыл, жума, Бишкек убактысы 07:34</div>{MENU}
      <h1>{TITLE}</h1><div class="published"><span class="date"><time>05-Март, 2024-жыл</time></span></div>
      <div>{PARAGRAPHS}</div><div class="sizes">XS SM MD LG</div><h2>Дагы караңыз</h2><ul>{OTHERS}</ul>""",
    "a script's page": f"""<div id="__next"><div>{MENU}</div><div><div><span>5-март, 2024</span></div><h1>{TITLE}</h1>
      <div>{"".join(f"<div><p>{one}</p></div>" for one in STORY)}</div><div>Бөлүшүү</div></div>
      <div><div>Дагы окуңуз</div><ul>{OTHERS}</ul></div></div>
      <script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-03-05"}}</script>""",
}  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1251"])
@pytest.mark.parametrize("built", PAGES)
def test_a_page_gives_its_story_and_nothing_around_it(tmp_path, reader, built, charset):
    source = f'<html><head><meta charset="{charset}"><title>{TITLE}</title></head><body>{PAGES[built]}</body></html>'
    (tmp_path / "a.html").write_bytes(source.encode(charset, "xmlcharrefreplace"))
    article = read_article(tmp_path / "a.html")
    record = reader.read(article)
    assert all(paragraph in article.raw for paragraph in STORY)
    assert record["title"]["quote"] == TITLE
    assert record["published"]["edtf"] == "2024-03-05"
    assert [partner["id"] for partner in record["partners"]] == ["kg-moes", "world-bank"]
    assert [region["id"] for region in record["regions"]] == ["KG-N"]
    assert [person["name"] for person in record["people"]] == ["Асан Үсөнов"]


def test_a_list_that_belongs_to_the_story_stays():
    listed = "<ul><li>Нарын шаары — <a href='/n'>12 мектеп</a></li><li>Ат-Башы — <a href='/a'>9 мектеп</a></li></ul>"
    said = tree_of(f"<html><body><h1>{TITLE}</h1>{PARAGRAPHS}{listed}<ul>{OTHERS}</ul></body></html>").text_content()
    assert "Ат-Башы" in said
    assert "жол жабылды" not in said
