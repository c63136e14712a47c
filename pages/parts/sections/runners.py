"""A page comes in; out goes the table of centres with those who run them."""

from pages.parts.drawing import section, table
from pages.parts.evidence import doubt, state_of
from pages.parts.html import join
from pages.parts.items import record_link
from pages.parts.labels import value_word
from pages.parts.opening import Page
from pages.parts.sections.rows import unknown


def who_runs(page: Page) -> None:
    """Every centre and network with those who run it."""
    _, name = page._, page.words.name
    if page.tables.centres.empty:
        return
    section(page, _("Who runs what"))
    rows = {row.centre: row for row in page.tables.centres.itertuples()}
    lines = []
    for id_ in page.words.sorted("centres", rows):
        row = rows[id_]
        run, with_ = (join(*(record_link(page, "partners", one) for one in ids), between=", ") if ids else unknown(page)
                      for ids in (row.run_by, row.partners))  # fmt: skip
        lines.append((
            join(record_link(page, "centres", id_), doubt(page, state_of(row))),
            join(name("kinds", row.kind), row.network and f" ({value_word(page, 'network')})"),
            run, with_,
            ", ".join(name("regions", one) for one in row.regions) or unknown(page),
            page.words.date(row.launched) if row.launched else unknown(page),
        ))  # fmt: skip
    columns = [_("Centre"), _("Kind"), _("Run by"), _("With"), _("Regions"), _("Launched")]
    page.put(table(_("In alphabetical order"), columns, lines))
