"""A partner comes in; out go its initiatives, each with its roles in them."""

from typing import Any

from pages.parts.drawing import table
from pages.parts.evidence import doubt, state_of
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link, status_of
from pages.parts.listing import limit, more
from pages.parts.opening import Page


def initiatives(page: Page, id_: str) -> Html:
    _, name = page._, page.words.name
    said = page.tables.index("involvement").rows(id_, "partner")
    said = said[said.initiative.notna()]
    if not len(said):
        return tag("p", _("No initiative is recorded."), class_="bm-unknown")
    own = page.tables.index("initiatives")
    plans = {row.initiative: row for row in own.frame[own.isin("initiative", said.initiative)].itertuples()}

    def told(theme: str, initiative: str) -> str:
        ids = set(page.everything.index(f"{theme}s_of").rows(initiative, "initiative")[theme])
        return ", ".join(name(f"{theme}s", id_) for id_ in page.words.sorted(f"{theme}s", ids))

    lines, order = [], sorted(plans, key=lambda one: (plans[one].start or "~", one), reverse=True)
    for one in order[: limit(page, len(order))]:
        own = said[said.initiative.eq(one)]
        roles = [_role(page, role, own[own.role.eq(role)]) for role in page.words.sorted("roles", own.role)]
        row = plans[one]
        lines.append((
            join(record_link(page, "initiatives", one), doubt(page, state_of(row))),
            join(*roles, between=", "),
            status_of(page, row, _("not known")),
            page.words.period(row.start, row.end),
            told("goal", one),
            told("region", one),
        ))  # fmt: skip
    columns = [_("Initiative"), _("Role"), _("Status"), _("Period"), _("Goals"), _("Regions")]
    return join(table(_("The newest first"), columns, lines), more(page, len(order)))


def _role(page: Page, role: str, rows: Any) -> Html:
    """With the badge of who says so, and its own status where it differs from the initiative's (proposed)."""
    person = rows[rows.origin.eq("person")]
    state = "machine" if person.empty else "unverified" if person.doubted.all() else "reviewed"
    status = next((page.words.name("statuses", one) for one in rows.status if one), None)
    return join(page.words.name("roles", role), status and f" ({status})", doubt(page, state))
