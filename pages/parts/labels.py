"""A page comes in; out go the words for its closed values: fields, kinds of finding and evidence, units."""

from pages.parts.opening import Page


def field_labels(page: Page) -> dict[str, str]:
    _ = page._
    return {
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
        "article": _("Article"),
        "note": _("Note"),
        "sources": _("Sources"),
        "names": _("Names"),
        "counts": _("Counts"),
        "milestones": _("Milestones"),
        "figures": _("Figures"),
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
        "register-conflict": _("sources that contradict each other"),
        "disagreement": _("record and article differ"),
        "unknown-name": _("name the register does not know"),
        "missing": _("missing field"),
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
