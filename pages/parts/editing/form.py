"""A draft comes in; out goes a form made from its schema: every field with label, help and what is wrong with it."""

from typing import Any

import streamlit as st

from loaders.records.reading import Place
from loaders.records.schemas import Schema, entry_schema, of_items, properties, resolve
from pages.parts.editing.draft import Draft
from pages.parts.editing.widgets import LONG, Widgets
from pages.parts.html import Html, tag
from pages.parts.opening import Page
from pages.parts.words import LANGUAGES

DEEPEST = 3  # steps into a record; what lies deeper (tranches of a part of a budget) is written as text


class Form(Widgets):
    """Every field in the order of the schema."""

    def __init__(self, page: Page, draft: Draft):
        super().__init__(page, draft)
        document = draft.document
        self.wrong: dict[int, list[str]] = {}
        for one in draft.problems if draft.begun else ():
            self.wrong.setdefault(one.line, []).append(one.message.in_(page.words.language))
        self.line = document.lines

    def draw(self) -> None:
        """What the record says or should say first; the rest on demand."""
        fields = properties(entry_schema(self.draft.kind))
        first = [name for name, part in fields.items() if self._first(name, part)]
        for name in first:
            self.field((name,), fields[name])
        with st.expander(self.page._("More fields"), key=f"more {self.draft.of}/{self.draft.id}"):
            for name in (name for name in fields if name not in first):
                self.field((name,), fields[name])

    def _first(self, name: str, part: Schema) -> bool:
        if name == "id":
            return not self.draft.id
        base = Draft(self.draft.of, self.draft.id, None, self.draft.base or "").data or {}
        return name in base or bool(part.get("x-wanted")) or name in ("names", "also", "end")

    def field(self, place: Place, part: Schema) -> None:
        """One field, of whatever shape its schema gives it."""
        part = resolve(part)
        value, label = self.value(place), self.word(part, "title", str(place[-1]))
        if part.get("x-translated"):
            self._group(place, label, part, [((*place, language), own) for language, own in LANGUAGES.items()])
        elif part.get("type") == "array" and properties(of_items(part)):
            self._rows(place, label, part, value if isinstance(value, list) else [])
        elif part.get("type") == "object":
            self._object(place, label, part)
        else:
            self.single(place, label, part, value)
            st.html(self.help(part, "p"))
            self._troubles(place)

    def word(self, part: Schema, what: str, otherwise: str = "") -> str:
        own = part.get(f"x-{what}", {}).get(self.page.words.language)
        said = own or part.get(what) or otherwise
        return said[:1].upper() + said[1:]

    def help(self, part: Schema, name: str = "span") -> Html:
        """What the schema says of the field; `id` in it is code."""
        said = self.word(part, "description").split("`")
        return tag(name, *(tag("code", one) if n % 2 else one for n, one in enumerate(said)), class_="bm-help")

    def _group(self, place: Place, label: str, part: Schema, inner: list[tuple[Place, str]]) -> None:
        """Words in three languages, side by side."""
        st.html(tag("p", tag("b", label), " ", self.help(part)))
        for column, (at, own) in zip(st.columns(len(inner)), inner, strict=True):
            with column:
                self.text(at, f"{label} · {own}", self.value(at), long=place[-1] in LONG)
                self._troubles(at)

    def _rows(self, place: Place, label: str, part: Schema, value: list[Any]) -> None:
        """A list of things with fields: one frame each, and a button for one more."""
        items = of_items(part)
        st.html(tag("p", tag("b", label), " ", self.help(part)))
        for number in range(len(value)):
            at = (*place, number)
            with st.container(border=True, key=self.key(at)):
                self._inside(at, items)
                self._troubles(at)
                remove = self.page._("Remove {what}", what=f"{label} {number + 1}")
                st.button(
                    remove, key=f"{self.key(at)} remove", type="tertiary", on_click=self.draft.put, args=(at, None)
                )
        blank = {name: "" for name in items.get("required", ())}
        text = self.page._("Add to: {field}", field=label)
        st.button(text, key=f"{self.key(place)} add", on_click=self.draft.put, args=((*place, len(value)), blank))

    def _object(self, place: Place, label: str, part: Schema) -> None:
        if not properties(part) or len(place) >= DEEPEST:
            st.html(tag("p", tag("b", label), " ", self.page._("– only under “Text”."), class_="bm-help"))
            return
        with st.expander(label, key=f"{self.key(place)} inside"):
            self._inside(place, part)

    def _inside(self, place: Place, part: Schema) -> None:
        """Single values three in a row, the rest below them; lists within a list are left to the text."""
        fields = [(name, inner) for name, inner in properties(part).items()
                  if len(place) < 2 or not _wide(inner) or resolve(inner).get("x-translated")]  # fmt: skip
        flat = [one for one in fields if not _wide(one[1])]
        for start in range(0, len(flat), 3):
            for column, (name, inner) in zip(st.columns(3), flat[start : start + 3], strict=False):
                with column:
                    self.field((*place, name), inner)
        for name, inner in (one for one in fields if _wide(one[1])):
            self.field((*place, name), inner)

    def _troubles(self, place: Place) -> None:
        """Said at the field itself, at once."""
        if found := self.wrong.get(self.line.get(place, 0)):
            st.html(tag("p", "; ".join(dict.fromkeys(found)), class_="bm-wrong", role="alert"))


def _wide(part: Schema) -> bool:
    return resolve(part).get("type") in ("array", "object")
