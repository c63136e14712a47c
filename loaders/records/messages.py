"""Everything `check` and its neighbours say, in English, by kind; locale/*.po has it in Kyrgyz and Russian."""

from __future__ import annotations

from typing import NamedTuple

from .refused import REFUSED


class Counted(NamedTuple):
    """A message that depends on a number: the word `by` tells which."""

    one: str
    many: str
    by: str


PROBLEMS: dict[str, str | Counted] = {
    # YAML
    "too-big": "the file is larger than {limit} MB; split it",
    "not-utf8": "not UTF-8 text; save the file as UTF-8",
    "not-yaml": "not YAML ({why}); look at this line and the one above",
    "tab": "a tab stands here; use spaces",
    "too-deep": Counted("nested more than {limit} level deep", "nested more than {limit} levels deep", "limit"),
    "two-documents": "a second document begins here (---); keep one record a file",
    "anchor": "anchors and aliases (&{name}, *{name}) are not used here; write the value out",
    "tag": "tags ({tag}) are not used here; leave it out",
    "merge": "merge keys (<<) are not used here; write the fields out",
    "key-not-text": "the field name {key} is not text; put it in quotes",
    "duplicate-key": "field {key} is written twice (first on line {first}); keep one",
    "misread": "{text} is read as {meaning} by other YAML tools; put it in quotes: '{text}'",
    # the file
    "misplaced": "no such file belongs here; see data/README.md for the folders, and end the name in .yaml",
    "a-link": "this is a link to another file; put the file itself here",
    "no-modeline": "the first line should be {line} (`python -m loaders tidy` writes it)",
    "nothing-checked": "no record was found, so nothing was checked; is this the project's folder?",
    # shape
    "unknown-field": "unknown field {field}{hint}",
    "missing-field": "field {field} is missing",
    "missing-in": "field {field} is missing in {of}",
    "no-translation": "{field}: the {language} translation is missing",
    "wrong-type": "{field} must be {wanted}, not {found}",
    "not-a-choice": "{field}: {value} is not one of {options}{hint}",
    "not-a-date": "{field}: {why}",
    "wrong-form": "{field}: {value} is not {form}",
    "empty": "{field} is empty; write it or leave the field out",
    "too-long": Counted(
        "{field} is longer than {limit} character", "{field} is longer than {limit} characters", "limit"
    ),
    "listed-twice": "{field} lists {value} twice; keep one",
    "too-small": "{field}: {value} is below the minimum of {limit}",
    "too-large": "{field}: {value} is beyond the maximum of {limit}",
    "wrong-shape": "{field} breaks the rule {rule} of its schema",
    "invisible": "{field} holds an invisible character ({code}); delete it",
    # between records
    "id-twice": "id {id} is taken by another entry ({other})",
    "id-not-file-name": "id {id} and file name {file} differ; rename one of them",
    "list-missing": "this list is missing or empty: bring it back, for all that names its ids leads nowhere",
    "unknown-id": "{field}: there is no {id} among the {group}{hint}",
    "kind-of-other": "{field}: {id} is not a kind of {of}{hint}",
    "ends-before-start": "ends ({end}) before it begins ({begin})",
    "region-and-regions": "write region or regions, not both",
    "no-such-field": "{list} names {name}, but there is no such field{hint}",
    "no-such-part": "{list} names {name}, but {field} has no {part}",
    "ambiguous-not-a-name": "{name} is marked ambiguous but is not one of the names of this record",
    "not-sorted": "{id} stands after {before}; entries are sorted by id (`python -m loaders tidy` sorts them)",
    "name-shared": "{name} is also a name of {others} at the same time; mark it ambiguous in each, or drop it here",
    # what was read in articles
    "no-article": "its article {article} is not there; delete this file or run `python -m loaders extract`",
    "article-changed": "{article} has changed since it was read; run `python -m loaders extract`",
    "article-unreadable": "{article} can't be read as text, so its quotes were not checked",
    "quote-not-there": "“{quote}” is not at {start}–{end} of the article, where “{found}” stands",
}

WORDS: dict[str, str] = {
    "did-you-mean": "; did you mean {name}?",
    "no-hint": "",
    "either": "{one} or {other}",
    "the-file": "the file",
    "language ky": "Kyrgyz",
    "language ru": "Russian",
    "language en": "English",
    # what a value is or should be
    "type string": "text",
    "type integer": "a whole number",
    "type number": "a number",
    "type boolean": "true or false",
    "type array": "a list",
    "type object": "a group of fields",
    "type null": "empty",
    "form ^[a-z0-9][a-z0-9-]*$": "small Latin letters, digits and hyphens",
    "form ^https?://\\S+$": "a link that begins with http:// or https://",
    "form ^Q[1-9][0-9]*$": "a Wikidata item such as Q389818",
    "form ^[A-Z]{2}$": "two capital letters such as KG",
    "form ^[A-Z]{3}$": "three capital letters such as KGS",
    "form ^[0-9]{5}$": "five digits",
    "form ^\\d+$": "digits only",
    "form ^s[0-9a-f]{12}$": "the letter s and twelve hexadecimal digits",
    "form ^[0-8]$": "one digit from 0 to 8",
    "form ^#[0-9A-F]{6}$": "a colour such as #0072B2",
    "form ^[0-9a-f]{64}$": "64 hexadecimal digits",
    "form ^KG(-[A-Z]{1,2})?$": "KG or KG- and one or two capital letters",
    "form ^[0-9]{1,2}\\.[0-9a-z]{1,2}$": "a target such as 4.1 or 4.a",
    # what an id points to
    "group partners": "partners",
    "group initiatives": "initiatives",
    "group centres": "centres",
    "group goals": "goals",
    "group levels": "levels",
    "group regions": "regions",
    "group roles": "roles",
    "group statuses": "statuses",
    "group kinds": "kinds",
    "of budget": "budget",
    "of centre": "centre",
    "of ending": "ending",
    "of event": "event",
    "of figure-unit": "figure-unit",
    "of initiative": "initiative",
    "of partner": "partner",
    "of place": "place",
    # what other YAML tools make of a word
    "as bool": "the truth value {value}",
    "as int": "the number {value}",
    "as float": "the number {value}",
    "as date": "a date and no text",
    "as NoneType": "nothing at all (null)",
    "as else": "something else",
    # why a date is none
    "date-no-form": "{text} is not a date such as 2024, 2024-03, 2024-03-26, XXXX-03-26 or 2019/2020",
    "date-says-nothing": "{text} says nothing",
    "date-backwards": "{text} ends before it begins",
    "date-half-year": "{text} has a year at one end only",
    "date-no-month": "{text}: there is no month {month}",
    "date-no-year": "{text}: there is no year 0000",
    "date-no-day": "{text}: that month has no day {day}",
    # why a text is no YAML, by what the parser says
    "yaml": "{said}",
    "yaml mapping values are not allowed in this context": (
        "a second colon on one line, or a line above without any; put a value that holds a colon in quotes"
    ),
    "yaml could not find expected ':'": "a field name without its colon, or a text whose quotes don't close",
    "yaml did not find expected ',' or ']'": "a list in [ ] lacks a comma or its closing bracket",
    "yaml did not find expected ',' or '}'": "a group in {{ }} lacks a comma or its closing bracket",
    "yaml did not find expected '-' indicator": "a line within a list does not begin with - or is indented differently",
    "yaml did not find expected key": (
        "the line is indented differently from the one above, or a text in quotes goes on after them"
    ),
    "yaml did not find expected node content": "a value is missing",
    "yaml found unexpected end of stream": "a quote that is never closed",
    "yaml found character that cannot start any token": (
        "a value begins with a sign that YAML keeps for itself (@ ` % or a tab); put it in quotes"
    ),
    "yaml found unknown escape character": "a \\ inside double quotes; use single quotes",
    "yaml block sequence entries are not allowed in this context": (
        "a list begins on the same line as its field; begin it on the next line"
    ),
    "yaml found a tab character that violates indentation": "a tab before the text; use spaces",
    "yaml did not find expected alphabetic or numeric character": "a value begins with & or *; put it in quotes",
    "yaml control characters are not allowed": "a control character; delete it",
}

SAID: dict[str, str | Counted] = {
    "problems": Counted("{n} problem", "{n} problems", "n"),
    "no-problem": "no problem",
    "not-tidy": "is not tidy: run `python -m loaders tidy`",
    "tidied": "tidied",
    "mended": "mended: {what}",
    # a table to take over
    "which-table": "name it after what it lists ({kinds}) and .xlsx or .csv, or say --of",
    "not-a-table": "this can't be read as a table ({why}); save it anew as .xlsx or .csv",
    "unpacks-to-much": "the workbook unpacks to more than {limit} MB; keep only the table",
    "merged-cells": "cells are merged, so it is not sure what belongs where; unmerge them",
    "hidden-sheet": "the hidden sheet {name} is not read; show it or delete it",
    "too-many-rows": "rows from here on are not read; a table may have {limit}",
    "excel-date": "Excel made a date of this ({value}); format the cell as text and write it as in 2024-03-05",
    "cell-no-text": "this is neither text nor a number",
    "formula": "formulas are not read ({value}); write the value itself",
    "cell-too-long": "longer than {limit} characters allowed in a cell",
    "no-rows": "there is no row to take over; write one record a row below the headings",
    "row-ambiguous": "its names are those of several records: {ids}; write the id",
    "row-no-id": "{id} can't be an id: small Latin letters, digits and hyphens; write one into the column id",
    "row-twice": "{id} stands in row {row} already",
    "column-unknown": "no field is called {heading}, or it has a column already",
    "row-differs": "{id} is known; {field}: the record says {recorded}, the table {told}; nothing is changed",
    "row-adds": "{id} is known; {field}: the record lacks {told} of the table; nothing is changed",
    "row-new": "new",
    "imported": "new records written: {new}; differences, for the review page: {differ}; refused: {refused}",
    "import-shown": "new records, not written yet (add --write): {new}; differences: {differ}; refused: {refused}",
    "file-there": "there is such a file already; choose another name",
}  # fmt: skip

ENGLISH: dict[str, str | Counted] = {**PROBLEMS, **WORDS, **SAID, **REFUSED}
