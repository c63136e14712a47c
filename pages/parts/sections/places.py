"""A partner comes in; out go the regions it works in and is written of, each number with its list."""

from loaders.filters.choosing import chosen, where
from loaders.tables import Tables
from pages.parts.counting import OF, in_role
from pages.parts.drawing import section
from pages.parts.html import join, tag
from pages.parts.listing import slot
from pages.parts.matrix import NOTHING, Number, matrix, reading
from pages.parts.opening import Page
from pages.parts.sections.goals import shown

KEY = "profile_regions"


def of_partner(page: Page, id_: str) -> None:
    """Initiatives in which it has a role, and the independent sources that name it, by region."""
    _, held, own = page._, where(partner=id_, role=in_role(page.tables)), where(partner=id_)
    heading = _("In which regions")
    section(page, heading, _("“Kyrgyzstan” means the whole country; it is not added to its regions."))
    counted = {"initiatives": _("Initiatives with a role"), "sources": _("Independent sources")}

    def count(tables: Tables, of: str, region: str) -> tuple[int, str]:
        at = where(unsaid="region") if not region else where(region=region)
        opens = where(held if of == "initiatives" else own, at)
        return chosen(tables, OF[of], opens).count("source" if of == "sources" else "initiative"), opens

    def number(region: str, of: str) -> Number:
        if of == "sources" and not region:
            return NOTHING
        n, opens = count(page.tables, of, region)
        if n:
            return Number(n, OF[of], opens)
        if of == "sources" and page.everything.articles.empty:
            return Number(state="unsearched")
        return Number(state="zero") if count(page.everything, of, region)[0] else NOTHING

    names = shown(page, "region")
    numbers = {(region, of): number(region, of) for region in (*names, "") for of in counted}
    rows = {
        region: name
        for region, name in (names | {"": _("region not known")}).items()
        if any(numbers[region, of] != NOTHING for of in counted)
    }
    if rows:
        drawn = matrix(page, KEY, heading, rows, counted, lambda region, of: numbers[region, of], corner=_("Region"))
        zero = bool(page.filters.without("partner", id_))
        page.put(join(drawn, reading(page, zero=zero, unsearched=page.everything.articles.empty)))
    if silent := [name for region, name in names.items() if region not in rows]:
        page.put(tag("p", _("Nothing reported: {regions}.", regions=page.words.list(silent)), class_="bm-meta"))
    slot(page, KEY)
