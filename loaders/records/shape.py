"""Takes a file's data and its schema, gives what is wrong with its shape in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from rapidfuzz import fuzz, process
from referencing import Registry, Resource

from . import edtf
from .reading import Document, Place
from .saying import Problem, say
from .schemas import schema

LANGUAGES = {"ky": "Kyrgyz", "ru": "Russian", "en": "English"}
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of fields",
    "null": "empty",
}
_formats = FormatChecker(())


@_formats.checks("edtf", ValueError)
def _is_date(value: Any) -> bool:
    return not isinstance(value, (str, int)) or isinstance(value, bool) or bool(edtf.parse(str(value)))


@cache
def _validator(name: str) -> Draft202012Validator:
    resources = [(f"{one}.yaml", Resource.from_contents(schema(one))) for one in (name, "common")]
    registry = Registry().with_resources(resources).crawl()
    return Draft202012Validator(schema(name), registry=registry, format_checker=_formats)


def shape_problems(path: Path, document: Document, name: str) -> Iterator[Problem]:
    for error in _validator(name).iter_errors(document.data):
        yield from _plainly(path, document, error)


def nearest(word: str, known: Any) -> str:
    """What a mistyped word was probably meant to be, as the end of a sentence; nothing where nothing is near."""
    best = process.extractOne(word, [one for one in known if isinstance(one, str)], scorer=fuzz.ratio, score_cutoff=70)
    return f"; did you mean {best[0]}?" if best else ""


def _plainly(path: Path, document: Document, error: Any) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    field, value, wanted = _name(place), error.instance, error.validator_value

    def problem(kind: str, at: Place = place, **words: Any) -> Problem:
        return Problem(path, document.line(at), say(kind, field=field, **words))

    match error.validator:
        case "additionalProperties":
            known = error.schema.get("properties", {})
            for key in (key for key in value if key not in known):
                yield Problem(
                    path, document.line((*place, key)), say("unknown-field", field=key, hint=nearest(key, known))
                )
        case "required":
            for key in (key for key in wanted if key not in value):
                if error.schema.get("x-translated"):
                    yield problem("no-translation", language=LANGUAGES[key])
                else:
                    yield Problem(path, document.line(place), say("missing-field", field=key, of=_of(place)))
        case "type":
            types = [wanted] if isinstance(wanted, str) else wanted
            yield problem("wrong-type", wanted=" or ".join(_TYPES[one] for one in types), found=_shown(value))
        case "enum":
            options = ", ".join(str(one) for one in wanted if one is not None)
            yield problem("not-a-choice", value=_shown(value), options=options, hint=nearest(str(value), wanted))
        case "format":
            yield problem("not-a-date", why=error.cause)
        case "pattern":
            yield problem("wrong-form", value=_shown(value), form=_FORMS.get(wanted, wanted))
        case "minLength":
            yield problem("empty")
        case "maxLength":
            yield problem("too-long", limit=wanted)
        case "uniqueItems":
            again = next(item for place_, item in enumerate(value) if item in value[:place_])
            yield problem("listed-twice", value=_shown(again))
        case "minimum" | "maximum":
            yield problem("out-of-range", value=value, edge=error.validator, limit=wanted)
        case "anyOf":  # a shape, or null: what is wrong with the shape
            for inner in error.context:
                if inner.validator != "type" or inner.validator_value != "null":
                    yield from _plainly(path, document, inner)
        case other:
            yield problem("wrong-shape", rule=other)


_FORMS = {
    "^[a-z0-9][a-z0-9-]*$": "small Latin letters, digits and hyphens",
    "^https?://\\S+$": "a link that begins with http:// or https://",
    "^Q[1-9][0-9]*$": "a Wikidata item such as Q389818",
    "^[A-Z]{2}$": "two capital letters such as KG",
    "^[A-Z]{3}$": "three capital letters such as KGS",
    "^[0-9]{5}$": "five digits",
    "^[0-8]$": "one digit from 0 to 8",
    "^#[0-9A-F]{6}$": "a colour such as #0072B2",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
    "^KG(-[A-Z]{1,2})?$": "KG or KG- and one or two capital letters",
    "^[0-9]{1,2}\\.[0-9a-z]{1,2}$": "a target such as 4.1 or 4.a",
}


def _name(place: Place) -> str:
    return ".".join(str(step) for step in place if isinstance(step, str)) or "the file"


def _of(place: Place) -> str:
    name = _name(place)
    return "" if name == "the file" else f" in {name}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return "empty" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
