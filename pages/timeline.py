"""Initiatives, events and articles come in; out goes when each began, ended and happened, as surely as it is known."""

from pages.parts import then
from pages.parts.drawing import tiles, title
from pages.parts.opening import opened
from pages.parts.sections import timeline

page = opened()
_ = page._
title(page, timeline.headline(page), _("A year is drawn as a span, not as its first day. A bar opens its initiative."))
tiles(page, timeline.tiles(page), "timeline_tiles")
then.choice(page)
timeline.draw(page, page.today)
timeline.yearless(page)
