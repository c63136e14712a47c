"""A candidate comes in; out go what is asked, what the record says, and every sentence with its words marked."""

from loaders.imports.columns import column_title
from loaders.review.candidate import Candidate
from loaders.tables.sentences import around
from loaders.tables.surroundings import called
from pages.parts.evidence import badge, sources
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import field_labels, finding_value, value_word
from pages.parts.opening import Page
from pages.parts.quotes import sources_of
from pages.parts.reviewing.queue import heading, kind_words

SHOWN = 6  # sentences


def card(page: Page, one: Candidate) -> Html:
    head = tag("p", kind_words(page)[one.kind], class_="bm-meta")
    return tag(
        "section",
        head,
        tag("h2", heading(page, one), class_="bm-section"),
        tag("p", weight(page, one), class_="bm-meta"),
        _earlier(page, one),
        _asked(page, one),
        sentences(page, one),
        class_="bm-candidate",
        data_bm_goto=f"candidate {one.id}" if page.query.get("item") else None,
        tabindex="-1",
    )


def weight(page: Page, one: Candidate) -> str:
    """How much it would change."""
    count = page.words.ngettext
    told = (
        [page._("{table}, row {n}", table=one.row[0], n=one.row[1])]
        if one.row
        else [
            count("{n} article", "{n} articles", len(one.articles)),
            count("{n} independent source", "{n} independent sources", one.sources),
        ]
    )
    told += [
        count("seen in {n} chart", "seen in {n} charts", one.charts) if one.charts else "",
    ]
    return " · ".join(filter(None, told))


def _earlier(page: Page, one: Candidate) -> Html | None:
    if not one.earlier:
        return None
    _ = page._
    word = {"refused": _("Refused before"), "deferred": _("Put off before"), "confirmed": _("Confirmed before")}
    new = len(set(one.marks) - set(one.earlier["seen"]))
    since = page.words.ngettext("{n} sentence is new since then.", "{n} sentences are new since then.", new)
    return tag("p", f"{word[one.earlier['decision']]}: “{one.earlier['why']}”. {since}", class_="bm-warning")


def _asked(page: Page, one: Candidate) -> Html | None:
    """The two sides of a difference; what was read of a name."""
    _, labels = page._, field_labels(page)
    if one.kind == "contradiction" and not one.record:
        return tag("p", value_word(page, one.field))
    if one.kind == "source":
        return tag("p", record_link(page, one.of, one.record), ": ", _("these articles are not among its sources."))
    if one.record:
        field = column_title(one.of, one.field, page.words.language) if one.row else labels.get(one.field, one.field)
        told = tag("span", page._("from a table"), class_="bm-badge") if one.row else badge(page, "machine")
        read = tag("div", tag("b", finding_value(page, one.field, one.read)), " ", told)
        if one.recorded is None:
            return tag("div", tag("p", record_link(page, one.of, one.record), f" · {field}"), read, class_="bm-asked")
        own = tag("div", tag("b", finding_value(page, one.field, one.recorded)), " ", badge(page, "reviewed"),
                  tag("div", sources(page, sources_of(page, one.record)), class_="bm-meta"))  # fmt: skip
        versus = tag("div", "≠", class_="bm-versus", aria_hidden="true")
        return join(tag("p", record_link(page, one.of, one.record), f" · {field}"),
                    tag("div", own, versus, read, class_="bm-pair"))  # fmt: skip
    return _read(page, one)


def _read(page: Page, one: Candidate) -> Html | None:
    """What articles say of a name."""
    _, said, labels = page._, one.read or {}, field_labels(page)
    lines = [one.spellings[1:] and (_("Also written"), " · ".join(one.spellings[1:]))]
    lines += [
        said.get("kind") and (labels["kind"], value_word(page, said["kind"])),
        said.get("position") and (_("Position"), said["position"]),
        said.get("partner") and (labels["partner"], record_link(page, "partners", said["partner"])),
    ]
    lines += [
        (labels[name], finding_value(page, name, tuple(value) if isinstance(value, list) else value))
        for name in ("status", "start", "end", "partners", "goals", "levels", "regions")
        if (value := said.get(name))
    ]
    pairs = [(tag("dt", term), tag("dd", what)) for term, what in filter(None, lines)]
    return tag("dl", *(part for pair in pairs for part in pair), class_="bm-facts") if pairs else None


def sentences(page: Page, one: Candidate) -> Html:
    """Each sentence once, however often its words are met in it."""
    spans: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for place in one.evidence:
        row = page.everything.article_of.get(place.article)
        if row is not None and row.text:
            first, last = around(row.text, place.start, place.end)
            below = first + len(row.title or "")
            if row.title and row.text.startswith(row.title, first) and below <= place.start:
                first = below  # a headline glued to its first sentence
            spans.setdefault((place.article, first, last), []).append((place.start, place.end))
    shown = [tag("li", _sentence(page, *key, places)) for key, places in list(spans.items())[:SHOWN]]
    if (more := len(spans) - SHOWN) > 0:
        shown.append(tag("li", page.words.ngettext("and {n} more sentence", "and {n} more sentences", more)))
    return tag("ol", *shown, class_="bm-list bm-sentences")


def _sentence(page: Page, article: str, first: int, last: int, places: list[tuple[int, int]]) -> Html:
    row, at, parts = page.everything.article_of[article], first, []
    for start, end in sorted(set(places)):
        if start >= at:
            parts += [row.text[at:start], tag("mark", row.text[start:end])]
            at = end
    parts.append(row.text[at:last])
    start, end = min(places)
    href = page.href("articles", article=article, at=f"{start}-{end}")
    where = join(row.outlet or called(row), ", ", page.words.published(row.published))
    return tag("span", tag("q", *parts, lang=row.language), " ", tag("small", tag("a", where, href=href)))
