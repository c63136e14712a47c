"""A record, or none, comes in; out goes who changed it (or anything) when, field by field, and the way to that day."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loaders.records.changed import WHOLE, Change, FieldChange
from loaders.records.history import changes
from loaders.records.past import BISHKEK
from loaders.records.schemas import RECORDS, VOCABULARY, field_at
from pages.parts.drawing import section
from pages.parts.html import Html, join, tag
from pages.parts.items import record_link
from pages.parts.labels import finding_value, value_word
from pages.parts.opening import Page

SHOWN, IN_SHORT = 8, 3  # values of one change, on the page of its record and among the latest
LATEST = 10  # changes


def of_record(page: Page, of: str, id_: str) -> None:
    """Nothing where nobody has changed it since the register's history began."""
    if found := changes(page.root, of, id_, limit=20):
        section(
            page, page._("Changes"), page._("Who changed what when. A date opens everything as it was known that day.")
        )
        page.put(_listed(page, found, named=False))


def latest(page: Page) -> Html:
    """Of what readers see: initiatives, partners and centres, not the words the loaders read by."""
    merged: dict[str, Change] = {}
    for kind in RECORDS:
        for one in changes(page.root, kind, limit=LATEST):
            edits = merged[one.id].edits if one.id in merged else ()
            merged[one.id] = replace(one, edits=(*edits, *one.edits))
    found = sorted(merged.values(), key=lambda one: one.at, reverse=True)[:LATEST]
    return _listed(page, found) if found else tag("p", page._("Nothing has been changed yet."), class_="bm-unknown")


def _listed(page: Page, found: list[Change], named: bool = True) -> Html:
    return tag("ol", *(_change(page, one, named) for one in found), class_="bm-list")


def _change(page: Page, one: Change, named: bool) -> Html:
    why = one.why.partition("\n")[0]
    day = str(one.at.astimezone(BISHKEK).date())
    when = tag("a", page.words.date(day), href=page.href(filters=replace(page.filters, as_of=day), **page.own))
    head = tag("div", when, " · ", one.author.name, why and " · ", why and tag("span", why, lang=written_in(why)),
               class_="bm-head")  # fmt: skip
    shown = IN_SHORT if named else SHOWN
    lines = [tag("li", _edit(page, edit, named)) for edit in one.edits[:shown]]
    if (left := len(one.edits) - shown) > 0:
        lines.append(tag("li", page.words.ngettext("and {n} more value", "and {n} more values", left)))
    return tag("li", head, tag("ul", *lines))


def written_in(text: str) -> str:
    """What the letters alone tell of the language: `жаңы` is Kyrgyz; empty (not known) where they tell nothing."""
    letters = {letter for letter in text.casefold() if letter.isalpha()}
    return "ky" if letters & set("өүң") else "en" if letters and all(letter.isascii() for letter in letters) else ""


def _edit(page: Page, edit: FieldChange, named: bool) -> Html:
    _ = page._
    record = join(_record(page, edit), ": ") if named else ""
    if edit.field == WHOLE:
        return join(record, _("new record") if edit.before is None else _("taken out"))
    field, _point, part = edit.field.partition(".")
    label = _label(page, edit.of, field) + (f" ({value_word(page, part)})" if part else "")
    before, after = (_value(page, field, value) for value in (edit.before, edit.after))
    if edit.before is None:
        return join(record, label, ": + ", after)
    if edit.after is None:
        return join(record, label, ": − ", tag("del", before))
    return join(record, label, ": ", tag("del", before), " → ", after)


def _label(page: Page, of: str, field: str) -> str:
    """As the schema calls it."""
    known = field_at((RECORDS | VOCABULARY | {"articles": "sidecar"})[of], (field,)).names
    return known.get(page.words.language, field.replace("_", " "))


def _record(page: Page, edit: FieldChange) -> Any:
    known = page.everything.names.get(edit.of, {})
    if edit.record not in known:
        return tag("code", edit.record)
    if edit.of not in RECORDS or edit.record not in page.everything.records[edit.of]:
        return page.words.name(edit.of, edit.record)
    return record_link(page, edit.of, edit.record)


def _value(page: Page, field: str, value: Any) -> str:
    """As a reader says it; what no longer has a name or a shape stands as it was written."""
    plain = ", ".join(map(str, value.values())) if isinstance(value, Mapping) else str(value)
    try:
        return finding_value(page, field, value) or plain
    except (AttributeError, KeyError, TypeError, ValueError):
        return plain
