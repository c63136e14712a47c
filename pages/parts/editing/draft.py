"""A record's file comes in; out goes its draft, which outlives reruns, languages and pages until saved or left."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from loaders.records import Message, Problem, say
from loaders.records.editing import with_value
from loaders.records.reading import Document, Place, parse
from loaders.records.saying import Told
from loaders.records.schemas import RECORDS, dates_as_text, entry_schema
from loaders.records.shape import shape_problems
from loaders.records.tidying import tidied_text
from loaders.records.writing import Edit, current, fingerprint
from loaders.review.drafts import path_of

LARGEST = 200_000  # characters of one record; the longest so far has 6,000
LOOKED = "editing_looked"  # of the session: the text whose effect the maintainer has seen
EMPTY = "# yaml-language-server: $schema=../../schema/{kind}.yaml\nid: ''\nnames:\n  ky: ''\n  ru: ''\n  en: ''\n"


@dataclass
class Draft:
    """One text, whichever way it is edited; `base` is what the editor started from."""

    of: str
    id: str
    base: str | None
    text: str
    trouble: Message | None = None  # why the last change of the form could not be made

    @property
    def kind(self) -> str:
        return RECORDS[self.of]

    @property
    def path(self) -> Path:
        """Of a new record the file its id asks for."""
        return path_of(self.of, self.id or str((self.data or {}).get("id") or ""))

    @property
    def document(self) -> Document:
        return parse(Path("data", "records", self.of, f"{self.id or 'new'}.yaml"), self.text.encode())

    @property
    def data(self) -> Any:
        found = self.document.data
        return dates_as_text(found, entry_schema(self.kind)) if isinstance(found, dict) else None

    @property
    def begun(self) -> bool:
        """Nobody is told what a form still lacks before they have written into it."""
        return self.base is not None or self.text != EMPTY.format(kind=self.kind)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with this file in itself; what is wrong between files is said when it is saved."""
        document = self.document
        path = Path(f"{self.id or 'new'}.yaml")
        shape = [] if document.data is None else list(shape_problems(path, document, self.kind))
        return sorted((*document.problems, *shape), key=lambda one: one.line)

    def put(self, place: Place, value: Any) -> None:
        try:
            self.text, self.trouble = with_value(self.text, self.kind, place, value), None
        except Told as told:
            self.trouble = told.message
        except (ValueError, IndexError, KeyError, TypeError):
            self.trouble = say("set-by-hand", field=".".join(map(str, place)))

    def over(self, theirs: str | None) -> str | None:
        """Their text with every field that this draft has changed and they have not; None where one is no record."""
        texts = [parse(self.path, (text or "").encode()).data for text in (self.base, theirs, self.text)]
        if not all(isinstance(one, dict) for one in texts):
            return None
        base, their, mine = texts
        text = theirs or ""
        for field in dict.fromkeys((*base, *mine)):
            if mine.get(field) != base.get(field) == their.get(field):
                text = with_value(text, self.kind, (field,), mine.get(field))
        return text

    def edit(self) -> Edit | None:
        """In the canonical form, if the file was in it before; None where nothing has changed."""
        was_tidy = self.base is None or tidied_text(self.path, self.base.encode()) == self.base
        text = (was_tidy and tidied_text(self.path, self.text.encode())) or self.text
        base = None if self.base is None else fingerprint(self.base)
        return None if text == self.base else Edit(self.path, text, base)


def opened_draft(root: Path, of: str, id_: str) -> Draft:
    """The one of this visit, or a new one from the file."""
    key = key_of(of, id_)
    if key not in st.session_state:
        base = current(root, path_of(of, id_)) if id_ else None
        st.session_state[key] = Draft(of, id_, base, base if base is not None else EMPTY.format(kind=RECORDS[of]))
    return st.session_state[key]


def leave(of: str, id_: str) -> None:
    st.session_state.pop(key_of(of, id_), None)


def key_of(of: str, id_: str) -> str:
    return f"draft {of}/{id_}"
