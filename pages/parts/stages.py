"""A page comes in; out go the stages from article to chart, with the modules that do them, in the reader's words."""

from pages.parts.html import Html, tag
from pages.parts.opening import Page

MODULES = {  # stage → the modules of loaders/ that are its work; a test holds it against the line in loaders/facts.py
    "read": ("articles", "document", "layout", "language"),
    "fold": ("folding",),
    "find": ("lexicon", "mentions", "organisations", "people"),
    "link": ("mentions", "dates", "goals", "figures"),
    "state": ("roles", "initiatives", "events", "findings"),
    "overlay": ("records",),
    "tables": ("tables",),
}


def stages(page: Page) -> dict[str, tuple[str, str]]:
    """Stage → its name and what it does."""
    _ = page._
    return {
        "read": (
            _("Read"),
            _("A file is taken as it is stored. Its title, date line, author and page furniture are told apart; "
              "a file that cannot be read is listed with the reason, never skipped in silence."),
        ),
        "fold": (
            _("Fold"),
            _("Letters that look alike (ѳ and ө, Latin c and Cyrillic с), spaces and quotation marks are made one, "
              "character for character, so every place in the text keeps its number."),
        ),
        "find": (
            _("Find"),
            _("Names of the register are sought with all Kyrgyz endings: the alias, then a chain of endings the "
              "grammar allows. A name nobody entered yet goes to the list of unknown names."),
        ),
        "link": (
            _("Link"),
            _("A mention is tied to a record only where one candidate is left; dates say no more than the text does: "
              "“26 March” without a year stays without a year."),
        ),
        "state": (
            _("State"),
            _("Cue words decide who funds, carries out or only attends, and whether something is proposed, planned or "
              "under way. Each fact keeps the words it came from. What contradicts itself becomes a finding."),
        ),
        "overlay": (
            _("Overlay"),
            _("What a person entered stands first; what articles say stands beside it. Where both differ, both are "
              "kept and the difference is shown. Reading the articles again never changes a person's record."),
        ),
        "tables": (
            _("Count"),
            _("Records and facts become tables; filters keep the rows that match; every chart is drawn from such a "
              "table and carries it behind it."),
        ),
    }  # fmt: skip


def steps(page: Page) -> Html:
    lines = (
        tag("li", tag("b", name), ". ", text, " ", tag("small", ", ".join(MODULES[stage]), class_="bm-meta"))
        for stage, (name, text) in stages(page).items()
    )
    return tag("ol", *lines, class_="bm-list bm-prose")
