"""Centres come in; out go where they are, how many were counted when, and who runs them, or all that is known of one."""

from pages.parts.drawing import tiles, title
from pages.parts.opening import opened
from pages.parts.sections import centre, centres

page = opened()
_ = page._
if chosen := page.query.get("centre"):
    centre.whole(page, chosen)
else:
    title(page, centres.headline(page), _("Nothing is placed on the map unless a source names the place."))
    tiles(page, centres.tiles(page), "centres_tiles")
    centres.the_map(page)
    centres.elsewhere(page)
    centres.over_time(page)
    centres.who_runs(page)
