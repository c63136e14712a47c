"""The code's own stages and the tables come in; out goes how each number is made."""

from pages.parts import meanings, stages
from pages.parts.drawing import section, title
from pages.parts.listing import slot
from pages.parts.opening import opened
from pages.parts.routes import offered

page = opened()
_ = page._

title(
    page,
    _("Every number can be followed back to a sentence or a source"),
    _("Click a number: the list behind it opens. Click a quote: the article opens at those words."),
)
for heading, below, drawn in (
    (_("From article to chart"), _("One straight line; nothing goes backwards."), stages.steps),
    (
        _("What is counted"),
        _("Articles, independent sources and initiatives are three different things."),
        meanings.numbers,
    ),
    (_("What the badges say"), "", meanings.badges),
    (_("Kinds of nothing"), "", meanings.nothings),
    (_("How dates are shown"), _("Never more exact than the source."), meanings.dates),
    (_("Make it again yourself"), "", meanings.again),
    (_("For feed readers and programs"), _("The same facts by other addresses of this server."), offered.offered),
    (_("Licences"), "", meanings.licences),
):
    section(page, heading, below)
    page.put(drawn(page))
    if drawn is meanings.numbers:
        slot(page, meanings.KEY)
