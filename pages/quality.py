"""The findings come in; out goes what contradicts, what is not known, what is missing and what nobody reports on."""

from pages.parts import gaps
from pages.parts.drawing import contents, section, source, tiles, title
from pages.parts.opening import opened
from pages.parts.record import changes

page = opened()
_ = page._

title(page, gaps.headline(page), _("Nothing is settled silently: where sources differ, both stand."))
tiles(page, gaps.tiles(page), gaps.KEY)
parts = (
    (_("Articles that contradict themselves"), "", gaps.within),
    (
        _("Records and articles that differ"),
        _("What a person entered stays; the article's word stands beside it."),
        gaps.differing,
    ),
    (
        _("What articles add"),
        _("Said in an article, not in the record; a maintainer accepts or refuses it."),
        gaps.additions,
    ),
    (_("Sources that contradict each other"), _("Written down by the people who keep the register."), gaps.written),
    (_("Names the register does not know"), "", gaps.unknown),
    (_("What the register does not say"), _("Each number opens the records concerned."), gaps.missing),
    (
        _("Registered, but no article speaks of it"),
        _("Silence is counted over the articles read so far; it is not a zero."),
        gaps.silent,
    ),
    (_("Who has published, and when last"), "", gaps.outlets),
    (_("Latest changes of the records"), _("Made by people; articles change no record."), changes.latest),
)
contents(page, {drawn.__name__: heading for heading, _below, drawn in parts})
for heading, below, drawn in parts:
    section(page, heading, below, drawn.__name__)
    page.put(drawn(page))
source(page)
