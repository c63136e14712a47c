"""A page comes in; out go the words for its closed values: fields, kinds of finding and evidence, units."""

from collections.abc import Mapping
from typing import Any

from loaders.filters import LISTS
from pages.parts.opening import Page


def field_labels(page: Page) -> dict[str, str]:
    _ = page._
    return {
        "page": _("Page"),
        "partner": _("Partner"),
        "partners": _("Partners"),
        "goal": _("Goal"),
        "goals": _("Goals"),
        "level": _("Level"),
        "levels": _("Levels"),
        "region": _("Region"),
        "regions": _("Regions"),
        "role": _("Role"),
        "status": _("Status"),
        "period": _("Period"),
        "reviewed": _("Reviewed"),
        "as_of": _("As of"),
        "start": _("Start"),
        "end": _("End"),
        "date": _("Date"),
        "published": _("Published"),
        "kind": _("Kind"),
        "unit": _("Unit"),
        "outlet": _("Outlet"),
        "language": _("Language"),
        "lead": _("Lead"),
        "place": _("Place"),
        "budget": _("Budget"),
        "centre": _("Centre"),
        "initiative": _("Initiative"),
        "initiatives": _("Initiatives"),
        "centres": _("Centres"),
        "article": _("Article"),
        "note": _("Note"),
        "sources": _("Sources"),
        "names": _("Names"),
        "counts": _("Counts"),
        "people": _("Name of who holds the office"),
        "events": _("Day of the event"),
        "milestones": _("Milestones"),
        "figures": _("Figures"),
        "targets": _("Targets"),
        "reported": _("Reported"),
        "launched": _("Opened"),
        "lang": _("Language"),
    }


def value_word(page: Page, value: str) -> str:
    """A unit, a kind of event, of finding or of evidence; what has no word is shown as it is written."""
    _ = page._
    known = page.everything.names["kinds"]
    if value in known:
        return page.words.name("kinds", value)
    return {
        "milestone": _("milestone"),
        "date-conflict": _("dates that contradict each other"),
        "number-conflict": _("numbers that contradict each other"),
        "name-conflict": _("names that contradict each other"),
        "record-conflict": _("sources that contradict each other"),
        "disagreement": _("record and article differ"),
        "articles-differ": _("articles differ"),
        "addition": _("an article adds to the record"),
        "unknown-name": _("name the register does not know"),
        "missing-field": _("missing field"),
        "partner": _("partner"),
        "role": _("role"),
        "initiative": _("initiative"),
        "status": _("status"),
        "goal": _("goal"),
        "level": _("level"),
        "region": _("region"),
        "date": _("date"),
        "person": _("person"),
        "figure": _("figure"),
        "event": _("event"),
        "finding": _("finding"),
        "title": _("title"),
        "byline": _("author"),
        "published": _("date of publication"),
        "unlisted": _("name the register does not know"),
        "ky": _("Kyrgyz"),
        "ru": _("Russian"),
        "en": _("English"),
        "yes": _("entered by a person"),
        "no": _("only read by the machine"),
    }.get(value, value)


def op_word(page: Page, op: str, number: str) -> str:
    _ = page._
    return {
        "more-than": _("more than {n}", n=number),
        "less-than": _("less than {n}", n=number),
        "at-least": _("at least {n}", n=number),
        "up-to": _("up to {n}", n=number),
        "about": _("about {n}", n=number),
    }.get(op, f"{op} {number}")


def chosen(page: Page) -> list[tuple[str, str, str, str]]:
    """Every value a filter has: (name in the address, id, label, its words)."""
    labels, found = field_labels(page), []
    for name, said in page.filters.address().items():
        for id_ in said.split(",") if name in LISTS else [said]:
            text = page.words.name(LISTS[name], id_) if name in LISTS else value_word(page, id_)
            found.append((name, id_, labels[name], page.words.date(id_) if name in ("period", "as_of") else text))
    return found


def finding_value(page: Page, field: str | None, value: Any) -> str:
    """One side of a finding, whatever field it is of, in the reader's words."""
    name, base = page.words.name, (field or "").partition(".")[0]
    if value is None or value == ():
        return ""
    if isinstance(value, tuple | list):
        return " / ".join(finding_value(page, field, one) for one in value)
    if isinstance(value, Mapping) and "id" in value:
        roles = [name("roles", role.strip()) for role in str(value.get("role") or "").split(",") if role.strip()]
        status = [name("statuses", value["status"])] if value.get("status") else []
        return ": ".join(filter(None, (name("partners", value["id"]), ", ".join(roles + status))))
    if isinstance(value, Mapping) and "value" in value:
        number, day = page.words.number(value["value"]), value.get("as_of")
        return " ".join(
            filter(None, (number, value_word(page, value.get("unit") or ""), day and f"({page.words.date(day)})"))
        )
    if isinstance(value, Mapping):
        return page.words.said(value)
    if base in ("start", "end", "launched", "events"):
        return page.words.date(str(value))
    kinds = dict.fromkeys(("parent", "run_by", "succeeded_by"), "partners") | {"kind": "kinds", "region": "regions"}
    kinds |= {"status": "statuses"} | {of: of for of in ("goals", "levels", "regions", "partners", "initiatives")}
    return name(kinds[base], str(value)) if base in kinds else str(value)
