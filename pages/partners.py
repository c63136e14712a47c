"""Partners come in; out go who takes part in which role, on what and with whom, or all that is known of one."""

from pages.parts import then
from pages.parts.drawing import tiles, title
from pages.parts.editing import taken
from pages.parts.opening import opened
from pages.parts.sections import company, comparing, partners, profile

page = opened()
_ = page._
chosen = page.filters.partner
if taken(page, "partners", chosen[0] if len(chosen) == 1 else ""):
    pass  # by the editor
elif len(chosen) == 1:
    profile.whole(page, chosen[0])
else:
    title(
        page,
        then.unregistered(page) or partners.headline(page),
        _("A name opens all that is known of the partner; a number opens its list."),
    )
    tiles(page, partners.tiles(page), "partners_tiles")
    if chosen:
        comparing.compared(page, chosen)
    partners.standings(page)
    company.by_goal(page)
    company.with_whom(page)
    partners.named(page)
