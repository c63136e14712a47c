"""Two partners or more come in; out goes what each has and what they share."""

from collections.abc import Sequence

import streamlit as st

from loaders.choosing import choose, where
from pages.parts.counting import in_role, league, taking_part
from pages.parts.drawing import section, table
from pages.parts.evidence import link
from pages.parts.html import Html, join, tag
from pages.parts.listing import slot
from pages.parts.opening import Page


def compared(page: Page, ids: Sequence[str]) -> None:
    """Two or more partners side by side, and what they share."""
    _, tables, name, roles = page._, page.tables, page.words.name, in_role(page.tables)
    parts, found = taking_part(tables), league(tables)
    key = "partners_compared"

    def number(of: str, *clauses: str) -> Html | str:
        opens = where(*clauses)
        rows = choose(tables, of, opens)
        n = rows.source.nunique() if of == "articles" else len(rows)
        return link(page, page.words.number(n), of, opens, key) if n else page.words.number(0)

    used = [role for role in page.everything.names["roles"] if any(role in found.get(id_, {}) for id_ in ids)]
    lines = [(_("Initiatives with a role"), *(number("initiatives", where(partner=id_, role=roles)) for id_ in ids))]
    lines += [
        (name("roles", role), *(number("initiatives", where(partner=id_, role=role)) for id_ in ids)) for role in used
    ]
    lines.append((_("Independent sources"), *(number("articles", where(partner=id_)) for id_ in ids)))
    section(_("Side by side"))
    columns = ["", *(name("partners", id_) for id_ in ids)]
    shared = set.intersection(*(parts.get(id_, set()) for id_ in ids))
    both = where(id=tuple(sorted(shared)))
    text = page.words.ngettext(
        "{n} initiative in which all of them have a role",
        "{n} initiatives in which all of them have a role",
        len(shared),
    )
    together_ = link(page, text, "initiatives", both, key) if shared else text
    st.html(join(table(_("What each has"), columns, lines, range(1, len(columns))), tag("p", together_)))
    slot(page, key)
