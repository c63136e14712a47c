"""Tables and filters come in; out go the tables narrowed: a filter keeps the sayings that match."""

from collections.abc import Callable
from datetime import date
from functools import partial

from loaders.filters import Filters
from loaders.records.edtf import parse
from loaders.tables import Tables
from loaders.tables.numbering import Found, Mask

THEMES = ("goal", "level", "region")
Asked = list[tuple[str, Mask]]  # a table of sayings, and which of its rows say what is asked for


def apply(tables: Tables, filters: Filters) -> Tables:
    """The same frames with the rows that match; names, vocabulary and records stay whole."""
    if not filters:
        return tables
    at = tables.index
    sayings = {
        "involvement": _in(tables, "involvement", "partner", filters) & _in(tables, "involvement", "role", filters)
    }
    sayings |= {f"{theme}s_of": _in(tables, f"{theme}s_of", theme, filters) for theme in THEMES}
    asked = [("involvement", sayings["involvement"])] * bool(filters.partner or filters.role)
    asked += [(f"{theme}s_of", sayings[f"{theme}s_of"]) for theme in THEMES if getattr(filters, theme)]
    plans = _initiatives(tables, filters, asked)
    kept = at("initiatives").found("initiative", plans)
    read = _articles(tables, filters, asked, kept)
    articles = at("articles").found("article", read)

    def of_kept(name: str) -> Mask:
        own = at(name)
        said = own.isin("initiative", kept) | (own.unsaid("initiative") & own.isin("article", articles))
        return sayings[name] & _origin(tables, name, filters) & said

    def figures() -> Mask:
        own = at("figures")
        said = own.isin("of", kept) | own.isin("of", cut["centres"].found("centre")) | own.isin("article", articles)
        return _origin(tables, "figures", filters) & said

    which: dict[str, Callable[[], Mask]] = {
        "articles": lambda: read,
        "initiatives": lambda: plans,
        "partners": lambda: at("partners").isin("partner", cut["involvement"].found("partner")),
        "centres": lambda: _centres(tables, filters, plans),
        "counts": lambda: at("counts").isin("centre", cut["centres"].found("centre")),
        **{name: partial(of_kept, name) for name in sayings},
        "events": lambda: _events(tables, filters, kept, articles),
        "figures": figures,
        "findings": lambda: at("findings").isin("record", kept) | at("findings").isin("article", articles),
        **{name: partial(at(name).isin, "article", articles) for name in ("people", "evidence", "mentions_only")},
    }
    cut = {name: at(name).cut(rows) for name, rows in which.items()}
    return tables.with_indexes(cut)


def _in(tables: Tables, name: str, column: str, filters: Filters) -> Mask:
    wanted, own = getattr(filters, column), tables.index(name)
    return own.isin(column, wanted) if wanted else own.everything()


def _origin(tables: Tables, name: str, filters: Filters) -> Mask:
    wanted, own = {"yes": "person", "no": "machine"}.get(filters.reviewed), tables.index(name)
    return own.isin("origin", (wanted,)) if wanted else own.everything()


def _overlaps(tables: Tables, name: str, start: str, end: str | None, filters: Filters) -> Mask:
    """Rows that can fall in the period; one whose start is not known can't be placed in any; `end` None: still on."""
    own = tables.index(name)
    if not filters.period:
        return own.everything()
    period = parse(filters.period)
    first, last = ((day or edge).toordinal() for day, edge in ((period.earliest, date.min), (period.latest, date.max)))
    begins = own.days(f"{start}earliest", unsaid=date.max)
    begun = (begins <= last) & (begins != date.max.toordinal())
    return begun if end is None else begun & (own.days(f"{end}latest", unsaid=date.max) >= first)


def _initiatives(tables: Tables, filters: Filters, asked: Asked) -> Mask:
    keep = _in(tables, "initiatives", "status", filters) & _overlaps(tables, "initiatives", "start_", "end_", filters)
    if filters.reviewed:
        keep &= tables.index("initiatives").isin("reviewed", (filters.reviewed == "yes",))
    for name, said in asked:
        keep &= tables.index("initiatives").isin("initiative", tables.index(name).found("initiative", said))
    return keep


def _articles(tables: Tables, filters: Filters, asked: Asked, kept: Found) -> Mask:
    own, evidence = tables.index("articles"), tables.index("evidence")
    keep = _overlaps(tables, "articles", "", "", filters)
    for name, said in asked:
        keep &= own.isin("article", tables.index(name).found("article", said))
    if filters.status or filters.reviewed:
        told = evidence.isin("kind", ("initiative",)) & evidence.isin("id", kept)
        keep &= own.isin("article", evidence.found("article", told))
    return keep


def _events(tables: Tables, filters: Filters, kept: Found, articles: Found) -> Mask:
    own = tables.index("events")
    of_kept = own.meets("initiatives", kept) | (~own.holds("initiatives") & own.isin("article", articles))
    return _origin(tables, "events", filters) & _overlaps(tables, "events", "", "", filters) & of_kept


def _centres(tables: Tables, filters: Filters, plans: Mask) -> Mask:
    """By its own region and partners; by goal, level, role and status through the initiatives it belongs to."""
    own = tables.index("centres")
    keep, belongs = own.everything(), own.isin("centre", tables.index("initiatives").found("centre", plans))
    if filters.goal or filters.level or filters.role or filters.status or filters.reviewed == "no":
        keep &= belongs
    if filters.region:
        keep &= belongs | own.meets("regions", filters.region)
    if filters.partner:
        keep &= belongs | own.meets("run_by", filters.partner) | own.meets("partners", filters.partner)
    return keep & _overlaps(tables, "centres", "launched_", None, filters)
