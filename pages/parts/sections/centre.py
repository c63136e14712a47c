"""A centre comes in; out goes all that is known of it."""

from pages.parts.conflicts import told
from pages.parts.drawing import section, title
from pages.parts.evidence import badge, sources, state_of
from pages.parts.html import join, tag
from pages.parts.items import item, record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page
from pages.parts.record import pieces as record_parts
from pages.parts.record.changes import of_record
from pages.parts.sections.counts import counts_table
from pages.parts.sections.rows import unconfirmed


def whole(page: Page, id_: str) -> None:
    _, name, tables = page._, page.words.name, page.everything
    back = tag("a", _("All centres"), href=page.href("centres"))
    row = next((row for row in tables.centres.itertuples() if row.centre == id_), None)
    if row is None:
        title(page, _("There is no centre “{id}”", id=id_), narrowed=False)
        page.put(tag("p", back, class_="bm-meta"))
        return
    kind = join(name("kinds", row.kind), row.network and f" ({value_word(page, 'network')})")
    title(page, name("centres", id_), str(kind), narrowed=False)
    page.put(tag("p", badge(page, state_of(row)), " ", back, class_="bm-meta"))
    lines = {
        _("Run by"): join(*(record_link(page, "partners", one) for one in row.run_by), between=", "),
        _("With"): join(*(record_link(page, "partners", one) for one in row.partners), between=", "),
        _("Regions"): ", ".join(name("regions", one) for one in row.regions),
        _("Place"): page.words.said(row.place),
        _("Launched"): row.launched and page.words.date(row.launched),
        _("Note"): page.words.said(row.note),
        _("Not confirmed by a source"): unconfirmed(page, row),
        _("Sources"): sources(page, row.sources),
    }
    page.put(record_parts.definition(lines))
    if tables.counts.centre.eq(id_).any():
        section(page, _("How many, and when"))
        page.put(counts_table(page, id_))
    plans = tables.initiatives[tables.initiatives.centre.eq(id_)]
    if len(plans):
        section(page, _("Initiatives it belongs to"))
        page.put(tag("ol", *(item(page, "initiatives", one) for one in plans.itertuples()), class_="bm-list"))
    differing = tables.findings[tables.findings.record.eq(id_) & tables.findings.kind.eq("record-conflict")]
    if len(differing):
        section(page, _("Sources that contradict each other"))
        page.put(told(page, differing.itertuples()))
    section(page, _("What the articles say"))
    page.put(record_parts.articles(page, id_, ("figure", "centre")))
    of_record(page, "centres", id_)
