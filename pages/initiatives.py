"""The initiatives come in; out goes their table, or everything about one of them."""

from loaders.filters.choosing import number_of, where
from pages.parts import then
from pages.parts.drawing import Tile, source, tiles, title
from pages.parts.editing import taken
from pages.parts.html import tag
from pages.parts.initiatives_table import KEY, initiatives
from pages.parts.listing import slot
from pages.parts.opening import opened
from pages.parts.record import whole

page = opened()
_, count = page._, page.words.ngettext

chosen = page.query.get("initiative", "")
if taken(page, "initiatives", chosen):
    pass  # by the editor
elif chosen:
    whole(page, chosen)
else:
    shown = {
        "": _("Initiatives"),
        where(silent="yes"): _("no article speaks of them yet"),
        where(missing="status"): _("status not known"),
        where(missing="start"): _("start not known"),
        where(reviewed="no"): _("only read by the machine"),
    }
    numbers = {clause: number_of(page.tables, "initiatives", clause) for clause in shown}
    heading = count("{n} initiative", "{n} initiatives", numbers[""])
    silent = numbers[where(silent="yes")]
    quiet = count("no article speaks of {n} of them yet", "no article speaks of {n} of them yet", silent)
    title(page, then.unregistered(page) or (f"{heading}; {quiet}" if silent else heading))
    cells = [Tile(numbers[clause], label, "initiatives", clause) for clause, label in shown.items()]
    tiles(page, cells, "initiatives_tiles")
    slot(page, KEY)
    none = tag("p", then.unregistered(page) or _("No initiative matches these filters."), class_="bm-unknown")
    page.put(initiatives(page) if numbers[""] else none)
    source(page)
