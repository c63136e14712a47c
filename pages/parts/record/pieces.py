"""One initiative comes in; out go the pieces of its page: facts, partners by role, sentences by article."""

from collections.abc import Collection, Mapping
from itertools import groupby, islice
from typing import Any

from loaders.tables.surroundings import called
from pages.parts.evidence import badge, one_a_sentence, sentence, sources, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import field_labels, op_word
from pages.parts.listing import limit, more
from pages.parts.opening import Page
from pages.parts.reprinted import also, firsts

QUOTES = 4  # sentences of one article


def definition(lines: Mapping[str, Any]) -> Html:
    """Terms and what stands to them; an empty one is left out."""
    pairs = ((tag("dt", term), tag("dd", said)) for term, said in lines.items() if said)
    return tag("dl", *(part for pair in pairs for part in pair), class_="bm-facts")


def who(page: Page, row: Any) -> Html | None:
    return join(page._("led by"), " ", record_link(page, "partners", row.lead)) if row.lead else None


def unverified(page: Page, row: Any) -> str:
    labels = field_labels(page)
    return ", ".join(dict.fromkeys(labels.get(said.partition(".")[0], said) for said in row.unverified))


def facts(page: Page, row: Any) -> Html:
    """The single values; one nobody has said is said to be unknown."""
    _, labels, name = page._, field_labels(page), page.words.name
    lines = {
        labels["status"]: _said(page, row, "status", row.status and name("statuses", row.status)),
        labels["start"]: _said(page, row, "start", _day(page, row.start, row.start_earliest, row.start_latest)),
        labels["end"]: _said(page, row, "end", _day(page, row.end, row.end_earliest, row.end_latest)),
        **{labels[f"{theme}s"]: _themes(page, theme, row.initiative) for theme in ("goal", "level", "region")},
        labels["place"]: page.words.said(row.place),
        labels["budget"]: _budget(page, row.budget),
        labels["centre"]: row.centre and record_link(page, "centres", row.centre),
        labels["note"]: page.words.said(row.note),
    }  # fmt: skip
    return definition(lines)


def _said(page: Page, row: Any, field: str, value: str | None) -> Html:
    """A value, who says so, and the words that decided it."""
    if not value:
        return tag("span", page._("not known"), class_="bm-unknown")
    origin = getattr(row, f"{field}_origin")
    state = state_of(row, field) if origin == "person" else "machine"
    kind = {"status": "status", "start": "date", "end": "date"}[field]
    rows = page.everything.evidence_of(row.initiative)
    told = [one for one in rows if one.kind == kind and (kind == "status" or one.id == field)]
    places = [one for one in told if one.value == getattr(row, field)]  # what says otherwise is a finding below
    cues = [tag("div", sentence(page, one.article, one.start, one.end, one.quote)) for one in places[:2]]
    return join(value, " ", badge(page, state), *cues)


def _day(page: Page, edtf: str | None, first: Any, last: Any) -> str:
    """A year is a span of days, not its first of January."""
    if not edtf:
        return ""
    if first is None or last is None or first == last:
        return page.words.date(edtf)
    days = {"date": page.words.date(edtf), "first": page.words.date(str(first)), "last": page.words.date(str(last))}
    return page._("{date} (some day from {first} to {last})", **days)


def _themes(page: Page, theme: str, id_: str) -> Html:
    rows = getattr(page.everything, f"{theme}s_of")
    rows = rows[rows.initiative.eq(id_)]
    if not len(rows):
        return tag("span", page._("not known"), class_="bm-unknown")
    shown = []
    for one in page.words.sorted(f"{theme}s", rows[theme]):
        person = bool(rows[rows[theme].eq(one) & rows.origin.eq("person")].size)
        shown.append(join(page.words.name(f"{theme}s", one), " ", badge(page, "reviewed" if person else "machine")))
    return join(*shown, between=" · ")


def _budget(page: Page, budget: Mapping[str, Any] | None) -> str:
    if not budget or budget.get("amount") is None:
        return ""
    amount = page.words.money(budget["amount"], budget.get("currency"))
    amount = op_word(page, budget["op"], amount) if budget.get("op") else amount
    kind = page.words.name("kinds", budget["kind"]) if budget.get("kind") else ""
    each = [page.words.money(part["amount"], part.get("currency")) for part in budget.get("parts") or ()]
    return " · ".join(filter(None, (amount, kind, " + ".join(each), page.words.said(budget.get("note")))))


def partners(page: Page, id_: str) -> Html:
    """Role by role; a person's word first, an article's sentences beneath."""
    rows = page.everything.involvement
    rows = rows[rows.initiative.eq(id_)]
    if not len(rows):
        return tag("p", page._("No partner is known."), class_="bm-unknown")
    lines = {}
    for role in page.words.sorted("roles", rows.role):
        shown = []
        of_role = rows[rows.role.eq(role)]
        for partner in page.words.sorted("partners", of_role.partner):
            said = list(of_role[of_role.partner.eq(partner)].itertuples())
            person = [one for one in said if one.origin == "person"]
            state = "machine" if not person else "unverified" if person[0].doubted else "reviewed"
            status = next((page.words.name("statuses", one.status) for one in said if one.status), None)
            quotes = [
                tag("li", sentence(page, one.article, one.start, one.end, one.quote)) for one in said if one.quote
            ]
            from_ = tag("ul", *quotes[:2], class_="bm-quotes") if quotes else _entered(page, id_)
            shown.append(tag("div", record_link(page, "partners", partner), status and f" ({status})", " ",
                             badge(page, state), from_))  # fmt: skip
        lines[page.words.name("roles", role)] = join(*shown)
    return definition(lines)


def _entered(page: Page, id_: str) -> Html:
    """Where a person read what no article says."""
    urls = page.everything.records["initiatives"].get(id_, {}).get("sources") or ()
    told = join(page._("Entered by a person from:"), " ", sources(page, urls)) if urls else None
    return tag("div", told or page._("No source is recorded."), class_="bm-meta")


def articles(page: Page, id_: str, kinds: Collection[str] = ("initiative", "status")) -> Html:
    """Every sentence that names it, by article, the newest first."""
    rows = [one for one in page.everything.evidence_of(id_) if one.kind in kinds]
    if not rows:
        text = page._("No article read so far speaks of it. That is silence, not a proof that nothing happens.")
        return tag("p", text, class_="bm-unknown")
    own, first = page.everything.article_of, firsts(page, (one.article for one in rows))
    rows = [one for one in rows if one.article in first]
    rows.sort(key=lambda one: (own[one.article].published or "", one.article), reverse=True)
    lines = []
    for article, group in islice(groupby(rows, key=lambda one: one.article), limit(page, len(first))):
        places = one_a_sentence(page, sorted({(article, one.start, one.end, one.quote) for one in group}))
        href = page.href("articles", article=article)
        head = tag("a", called(own[article]), href=href, lang=own[article].language)
        quotes = [tag("li", sentence(page, *place)) for place in places[:QUOTES]]
        left = len(places) - QUOTES
        if left > 0:
            told = page.words.ngettext("and {n} more sentence", "and {n} more sentences", left)
            quotes.append(tag("li", tag("a", told, href=href)))
        told = tag("div", head, " ", also(page, article, first[article]), class_="bm-head")
        lines.append(tag("li", told, tag("ul", *quotes, class_="bm-quotes")))
    return join(tag("ol", *lines, class_="bm-list"), more(page, len(first)))
