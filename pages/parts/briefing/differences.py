"""A briefing comes in; out go its contradictions in words, each with both sides and their notes."""

from collections.abc import Iterator

from loaders.tables.surroundings import called
from pages.parts.briefing.blocks import Block, Heading, Line, Paragraph, Run
from pages.parts.briefing.notes import Note
from pages.parts.briefing.saying import Sayer, joined
from pages.parts.briefing.shape import Briefing, Conflict
from pages.parts.labels import field_labels, finding_value, value_word


def conflicts(briefing: Briefing, say: Sayer) -> Iterator[Block]:
    page, _, total = briefing.page, briefing.page._, briefing.numbers["conflicts"]
    if not total.value:
        return
    yield Heading(_("What contradicts itself"))
    for one in briefing.conflicts:
        yield Paragraph((*_head(one, say), Run(". "), *_sides(briefing, one, say)), "item")
    if len(briefing.conflicts) < total.value:
        shown = page.words.number(len(briefing.conflicts))
        text = _("Shown are {shown}; the whole list has {n}.", shown=shown, n=say.number(total))
        yield Paragraph(say.line(text), "soft")


def _head(one: Conflict, say: Sayer) -> Line:
    """Of what, and which of its fields."""
    page, row = say.page, one.row
    if row.record:
        field = field_labels(page).get((row.field or "").partition(".")[0], row.field or "")
        return (*say.name(row.of, row.record, bold=True), Run(f": {field}" if field else ""))
    own = page.everything.article_of[row.article]
    href = say.base + page.href("articles", article=row.article)
    return (*say.in_(own.language, called(own), href), Run(f": {value_word(page, row.kind)}"))


def _sides(briefing: Briefing, one: Conflict, say: Sayer) -> Line:
    """Both quotes; of a record and an article, what is recorded and what was read; of a person, their own words."""
    page, row = say.page, one.row
    if row.says:
        return (*say.said(row.says), Run("", notes=one.notes))
    number = {note: place for place, note in enumerate(briefing.notes, 1)}
    quotes = [
        say.in_(page.everything.article_of[article].language, f"“{' '.join(quote.split())}”",
                notes=(number[Note(article, start, end, quote)],))
        for article, start, end, quote in dict.fromkeys(row.evidence)
    ]  # fmt: skip
    if not row.record:
        return joined(quotes, " ≠ ")
    recorded, read = (finding_value(page, row.field, value) for value in row.values)
    cited = {note for line in quotes for run in line for note in run.notes}
    sources = tuple(note for note in one.notes if note not in cited)
    left = [(Run(page._("The register: {value}", value=recorded)), Run("", notes=sources))] if recorded else []
    right = (Run(page._("an article: {value}", value=read)), Run(" "), *joined(quotes, " "))
    return joined([*left, right], " ≠ ")
