"""A page comes in; out goes the filter bar: what is chosen, each as a link that takes it away, and the widgets."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

import streamlit as st

from loaders.filters import LISTS, Filters
from loaders.filters.narrowing import apply
from pages.parts.html import Html, join, tag
from pages.parts.labels import chosen, field_labels, value_word
from pages.parts.opening import Page


def key_of(page: Page, name: str) -> str:
    """A widget a language: choices are sent as words, and those of the language before are none of this."""
    return f"filter_{page.words.language}_{name}"


def bar(page: Page) -> None:
    """Widgets follow the address, never the other way round, except in the moment one is changed."""
    _ = page._
    labels = field_labels(page)
    _chosen(page)
    _unknown(page, labels)
    st.session_state["filters"] = st.session_state.get("filters", False)  # stays as it is when the language changes
    box = page.folded(_("Filters"), "filters", ":material/tune:")
    if not box.open:  # widgets nobody sees would be half of what a browser loads and draws
        return
    with box, st.container(horizontal=True, key="filter_row"):
        for name, kind in LISTS.items():
            st.session_state[key_of(page, name)] = list(getattr(page.filters, name))
            st.multiselect(
                labels[name],
                page.words.sorted(kind, _offered(page, kind)),
                format_func=lambda id_, kind=kind: page.words.name(kind, id_),
                key=key_of(page, name),
                placeholder=_("All"),
                select_all=False,
                on_change=_changed,
                args=(page, name),
                width=280,
            )
        _period(page, labels["period"])
        st.session_state[key_of(page, "reviewed")] = page.filters.reviewed or None
        st.segmented_control(
            labels["reviewed"],
            ["yes", "no"],
            format_func=lambda value: value_word(page, value),
            key=key_of(page, "reviewed"),
            on_change=_changed,
            args=(page, "reviewed"),
        )


def _offered(page: Page, kind: str) -> list[str]:
    """Only what can be found: partners that take part, regions that are ISO regions; of closed lists, all."""
    if kind == "partners":
        return list({*page.everything.involvement.partner, *page.filters.partner})
    return list(page.everything.names[kind])


def _years(page: Page) -> tuple[int, int]:
    days = [*page.everything.initiatives.start_earliest, *page.everything.initiatives.end_latest]
    years = [day.year for day in (*days, *page.everything.articles.earliest) if day is not None]
    return (min(years), max(years)) if years else (2024, 2025)


def _period(page: Page, label: str) -> None:
    first, last = _years(page)
    start, _slash, end = page.filters.period.partition("/")
    chosen = tuple(int(side[:4]) if side[:4].isdigit() else other for side, other in ((start, first), (end, last)))
    first, last = min(first, chosen[0]), max(last, chosen[1], first + 1)
    st.session_state[key_of(page, "period")] = chosen
    st.slider(
        label,
        first,
        last,
        key=key_of(page, "period"),
        on_change=_changed,
        args=(page, "period", first, last),
        width=280,
    )


def _changed(page: Page, name: str, first: int = 0, last: int = 0) -> None:
    """A widget was changed: its value goes into the address, everything else there stays."""
    value = st.session_state[key_of(page, name)]
    if name == "period":
        value = "" if value == (first, last) else f"{value[0]}/{value[1]}"
    elif name in LISTS:
        value = tuple(sorted(value))
    own = {one: getattr(page.filters, one) for one in Filters.__dataclass_fields__} | {name: value or type(value)()}
    own["reviewed"] = own["reviewed"] or ""
    mine = {*Filters.__dataclass_fields__, "rows"}
    rest = {key: said for key, said in page.query.items() if key not in mine}
    st.query_params.from_dict(rest | Filters(**own).address())


def _chosen(page: Page) -> None:
    """Every chosen value as a link that takes it away; always there, so that nobody overlooks a filter."""
    if not page.filters:
        return
    _ = page._
    rest = {key: value for key, value in page.query.items() if key not in {*Filters.__dataclass_fields__, "lang"}}
    chips = []
    for name, id_, label, text in chosen(replace(page, filters=replace(page.filters, as_of=""))):
        href = page.href(filters=page.filters.without(name, id_), **rest)
        away = _("Remove the filter {filter}", filter=f"{label}: {text}")
        chips.append(tag("a", f"{label}: {text} ", tag("span", "×", aria_hidden="true"), href=href,
                         class_="bm-chip", aria_label=away))  # fmt: skip
    none = Filters(as_of=page.filters.as_of)
    everything = tag("a", _("Clear all"), href=page.href(filters=none, **rest), class_="bm-clear")
    page.put(tag("div", join(*chips, everything), *_left_out(page, rest), class_="bm-chips"))


def _left_out(page: Page, rest: dict[str, str]) -> Iterator[Html]:
    """What a reader may expect among the rows and does not find: undated in a period, nationwide in a region."""
    count = page.words.ngettext
    if page.filters.period and (lost := int(page.everything.initiatives.start.isna().sum())):
        text = count("{n} initiative has no start date and cannot be placed in a period.",
                     "{n} initiatives have no start date and cannot be placed in a period.", lost)  # fmt: skip
        yield tag("small", text)
    countries = {id_ for id_, entry in page.everything.vocabulary["regions"].items() if entry["kind"] == "country"}
    if page.filters.region and not countries & {*page.filters.region}:
        wider = replace(page.filters, region=tuple(sorted({*page.filters.region, *countries})))
        found = set(apply(page.everything, wider).initiatives.initiative)
        if lost := len(found - set(page.tables.initiatives.initiative)):
            text = count("{n} initiative for the whole country is not counted here.",
                         "{n} initiatives for the whole country are not counted here.", lost)  # fmt: skip
            yield tag("small", text, " ", tag("a", page._("Count them too"), href=page.href(filters=wider, **rest)))


def _unknown(page: Page, labels: dict[str, str]) -> None:
    _ = page._
    for name, said in page.unknown:
        known = page.everything.names[LISTS[name]] if name in LISTS else ["ky", "ru", "en"] if name == "lang" else []
        near = get_close_matches(said, known, 1)
        text = _("The address asks for {field} “{value}”, which is not known here; it was left out.",
                 field=labels[name], value=said)  # fmt: skip
        hint = _("Did you mean “{value}”?", value=near[0]) if near else ""
        page.put(tag("p", text, " ", hint, class_="bm-warning", role="alert"))
