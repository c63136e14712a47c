"""Copies of an article in other outlets change no count but that of articles."""

import random
import re

import pandas as pd
import pytest

from loaders.articles import Article, find_paths, read_article
from loaders.records import ROOT, load_register
from loaders.tables import Tables, tables

COPIES = 20
CUTTING = """Министрлик билдиргендей, «Санарип мугалим» долбоору Бишкекте жана Ош облусунда ишке ашат.
Долбоорду ЮНИСЕФ каржылайт, аны Билим берүү жана илим министрлиги жүзөгө ашырат.
2025-жылдын 3-мартында семинар өттү, ага 120 мугалим катышты.
Семинарды министрликтин бөлүм башчысы Айнура Токтогулова ачты.
Окуучулардын санариптик көндүмдөрү жогорулайт, ага мектептерге берилген 300 компьютер жардам берет.
«Жаш муун» коомдук фонду да долбоорго кошулууну пландап жатат.
Мындай семинарлар эми жыл сайын өтө тургандыгын уюштуруучулар кошумчалашты."""


@pytest.fixture(scope="module")
def originals() -> dict[str, Article]:
    found = {article.id: article for article in map(read_article, find_paths([ROOT / "seeds"]))}
    return found | {"own": Article("own", f"Мугалимдер санариптик көндүмгө үйрөнөт\n\n5-март, 2025\n\n{CUTTING}")}


def copies(article: Article, number: int) -> list[Article]:
    """Other headline, furniture and letters, one sentence less, a later day; ids that sort before the original's."""
    draw, found = random.Random(number), []
    headline, *paragraphs = article.raw.split("\n\n")
    for at in range(number):
        sentences = re.split(r"(?<=\.)\s+", "\n".join(paragraphs).replace(headline, ""))
        del sentences[draw.randrange(1, len(sentences))]
        body = " ".join(sentences)
        above = draw.choice(
            ["Жаңылыктар\nМектеп турмушу", "Билим жаңылыктары\n\n27.12.2025", "# Окурманга\nКөрүүлөр: 12"]
        )
        below = draw.choice(
            ["", "\n\nБөлүшүү: Facebook Telegram\nТегдер: ЮНЕСКО, Нарын", "\n\nДагы окуңуз: АӨБ Нарынга грант берет"]
        )
        raw = f"{above}\n\n{body}{below}".replace(*draw.choice([("ө", "ѳ"), (" ", "\u00a0"), ("ң", "ӊ")]))
        outlet = draw.choice(["Үлгү", "Мисал", None])
        found.append(Article(f"0copy-{at}-{article.id}", raw, sidecar={"outlet": outlet} if outlet else {}))
    return found


def counts(shown: Tables) -> dict[str, object]:
    """Whatever a page may count."""

    def distinct(frame: pd.DataFrame, *columns: str) -> set:
        return set(frame[list(columns)].astype(str).itertuples(index=False, name=None))

    return {
        "rows": {
            name: len(getattr(shown, name))
            for name in ("initiatives", "partners", "centres", "counts", "events", "figures", "people", "findings")
        },
        "sources": set(shown.articles.source),
        "stories": set(shown.articles.story),
        "involvement": distinct(shown.involvement, "partner", "initiative", "role", "status"),
        "goals": distinct(shown.goals_of, "goal", "initiative"),
        "levels": distinct(shown.levels_of, "level", "initiative"),
        "regions": distinct(shown.regions_of, "region", "initiative"),
        "mentioned": shown.mentioned,
    }


@pytest.fixture(scope="module")
def shown(reader, originals):
    def of(articles: list[Article]) -> Tables:
        read = {article.id: reader.read(article) for article in articles}
        return tables(load_register(), read, {article.id: article.raw for article in articles})

    return of


def test_twenty_edited_copies_change_no_count_but_that_of_articles(shown, originals):
    before = shown(list(originals.values()))
    for article in originals.values():
        after = shown([*copies(article, COPIES), *originals.values()])
        assert len(after.articles) == len(before.articles) + COPIES
        assert counts(after) == counts(before)


def test_what_is_counted_is_something(shown, originals):
    found = counts(shown(list(originals.values())))
    assert all(found["rows"].values()) and all(found[key] for key in found)
    own = shown([originals["own"]])
    assert len(own.people) and {"unicef", "kg-moes"} <= set(own.involvement[own.involvement.article.eq("own")].partner)


def test_a_copy_keeps_the_marks_of_what_it_repeats(shown, originals):
    after = shown([originals["own"], *copies(originals["own"], 3)])
    texts = after.articles.set_index("article").text
    marked = after.evidence[after.evidence.article.ne("own")]
    assert {"partner", "goal"} <= set(marked.kind) and marked.article.nunique() == 3
    assert all(texts[row.article][row.start : row.end] == row.quote for row in marked.itertuples())


def test_what_a_copy_adds_is_no_more_than_the_story_told(shown, originals):
    own = originals["own"]
    more = Article("copy", own.raw.replace("5-март", "6-март") + "\nСеминарды Азия өнүктүрүү банкы Таласта каржылады.")
    alone, after = shown([more]), shown([own, more])
    assert "adb" in set(alone.involvement.partner[alone.involvement.article.eq("copy")])
    assert len(set(after.articles.story)) == 1 and counts(after) == counts(shown([own]))


def test_another_story_of_the_same_outlet_keeps_its_own_facts(shown, originals):
    other = Article(
        "other", "Нарында жаңы лицей ачылды.\nАны ЮНЕСКО колдоду, лицейде 200 бала окуйт жана баарына орун жетет."
    )
    alone, after = shown([other]), shown([other, *originals.values()])
    mine = [frame.events[frame.events.article.eq("other")] for frame in (alone, after)]
    assert len(mine[0]) == len(mine[1])
    assert set(after.articles.story) == {"other", *originals}
