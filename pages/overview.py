"""Everything comes in; out goes what is going on, on one screen: numbers, news, people, gaps, contradictions."""

from pages.parts.drawing import tiles, title
from pages.parts.html import join
from pages.parts.listing import slot
from pages.parts.opening import opened
from pages.parts.sections import now, open_questions, overview

page = opened()
title(page, overview.headline(page), overview.standfirst(page))
tiles(page, overview.tiles(page), now.KEY)
slot(page, open_questions.SIDE)
overview.columns(
    page,
    join(now.by_goal(page), open_questions.gaps(page)),
    now.newest(page, page.today),
    join(overview.involved(page), open_questions.contradictions(page)),
)
overview.by_goal(page)
