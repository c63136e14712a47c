"""Goals come in; out go what is covered and what is not, by level, region and year."""

from pages.parts import then
from pages.parts.drawing import tiles, title
from pages.parts.opening import opened
from pages.parts.sections import goals, growth

page = opened()
_ = page._
title(
    page,
    then.unregistered(page) or goals.headline(page),
    _("An empty cell means that nothing is reported, not that nothing is done. Every number opens its list."),
)
tiles(page, goals.tiles(page), "goals_tiles")
goals.draw(page)
growth.over_years(page, goals.shown(page, "goal"))
