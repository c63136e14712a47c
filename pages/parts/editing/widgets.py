"""A field of a draft and its schema come in; out goes the widget that shows it and writes what is entered back."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from loaders.records.reading import Place
from loaders.records.schemas import Schema, of_items
from pages.parts.editing.draft import Draft
from pages.parts.opening import Page

LONG = {"note", "text", "why", "what", "scope"}  # fields of more than a line


class Widgets:
    """They follow the draft, never the other way round, except in the moment one is changed."""

    def __init__(self, page: Page, draft: Draft):
        self.page, self.draft, self.data = page, draft, draft.data or {}

    def single(self, place: Place, label: str, part: Schema, value: Any) -> None:
        items = of_items(part)
        if refers := part.get("x-refers-to"):
            self._chosen(place, label, self._options(refers, part, value), value, refers)
        elif items.get("x-refers-to"):
            options = self._options(items["x-refers-to"], items, *(value or ()))
            self._widget(st.multiselect, place, label, list, value or [], options=options,
                         placeholder=self.page._("Choose"), format_func=self._namer(items["x-refers-to"]))  # fmt: skip
        elif options := part.get("enum"):
            self._chosen(place, label, [one for one in options if one is not None], value, "kinds")
        elif part.get("type") == "boolean":
            self._widget(st.checkbox, place, label, bool, bool(value))
        elif part.get("type") == "array":
            shown = "\n".join(str(one) for one in value or ())
            each = self.page._("one a line")
            self._widget(st.text_area, place, f"{label} · {each}", _lines, shown, height="content")
        elif part.get("type") in ("number", "integer"):
            self._widget(st.text_input, place, label, _number, "" if value is None else str(value))
        else:
            self.text(place, label, value, long=place[-1] in LONG)

    def _chosen(self, place: Place, label: str, options: list[Any], value: Any, kind: str) -> None:
        """Nothing is a choice of its own."""
        self._widget(st.selectbox, place, label, lambda said: said, value or None, options=options, index=None,
                     placeholder=self.page._("not known"), format_func=self._namer(kind))  # fmt: skip

    def text(self, place: Place, label: str, value: Any, long: bool = False) -> None:
        shown = "" if value is None else str(value)
        if long:
            self._widget(st.text_area, place, label, _stripped, shown, height="content")
        else:
            self._widget(st.text_input, place, label, _stripped, shown)

    def _widget(self, make: Callable[..., Any], place: Place, label: str, said: Callable[[Any], Any], value: Any,
                **more: Any) -> None:  # fmt: skip
        key = self.key(place)
        st.session_state[key] = value
        fixed = place == ("id",) and bool(self.draft.id)  # the file's name
        make(label, key=key, on_change=_changed, args=(self.draft, place, key, said), disabled=fixed, **more)

    def _options(self, refers: str, part: Schema, *values: Any) -> list[str]:
        entries = self.page.everything.vocabulary.get(refers) or self.page.everything.names[refers]
        wanted = part.get("x-of")
        known = [id_ for id_, entry in entries.items() if "~" not in id_ and (not wanted or entry.get("of") == wanted)]
        return [*self.page.words.sorted(refers, known), *(one for one in values if one and one not in known)]

    def _namer(self, kind: str) -> Callable[[str], str]:
        return lambda id_: self.page.words.name(kind, id_)

    def value(self, place: Place) -> Any:
        found: Any = self.data
        for step in place:
            held = isinstance(found, dict) or (isinstance(found, list) and isinstance(step, int) and step < len(found))
            found = (found.get(step) if isinstance(found, dict) else found[step]) if held else None
        return found

    def key(self, place: Place) -> str:
        return f"field {self.draft.of}/{self.draft.id} {'.'.join(map(str, place))}"


def _changed(draft: Draft, place: Place, key: str, said: Callable[[Any], Any]) -> None:
    value = said(st.session_state[key])
    draft.put(place, None if value in ("", [], None) or value is False else value)  # 0 is a number


def _stripped(text: str | None) -> str:
    return (text or "").strip()


def _lines(text: str | None) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in (text or "").splitlines() if line.strip()))


def _number(text: str | None) -> Any:
    """What is no number stays as it was typed, and the check says so."""
    said = _stripped(text).replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        return float(said) if "." in said else int(said)
    except ValueError:
        return _stripped(text)
