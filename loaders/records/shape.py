"""Takes a file's data and its schema, gives what is wrong with its shape in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import edtf
from .messages import WORDS
from .reading import Document, Place
from .saying import Message, Named, Problem, say
from .schemas import field_at, resolve, schema

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def _is_date(value: Any) -> bool:
    return not isinstance(value, (str, int)) or isinstance(value, bool) or bool(edtf.parse(str(value)))


@cache
def _validator(name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator, FormatChecker, validators  # only checking needs it; slow to load
    from referencing import Registry, Resource

    formats = FormatChecker(())
    formats.checks("edtf", ValueError)(_is_date)
    common = Resource.from_contents(schema("common"))
    registry = Registry().with_resource("common.yaml", common)
    validator = validators.extend(Draft202012Validator, {"pattern": _pattern})
    return validator(schema(name), registry=registry, format_checker=formats)


def _pattern(validator: Any, pattern: str, value: Any, _: Any) -> Iterator[Any]:
    """The whole text: `$` alone would let a line end pass at the end of an id."""
    from jsonschema import ValidationError

    if isinstance(value, str) and not re.fullmatch(pattern, value):
        yield ValidationError(f"does not match {pattern}")


def shape_problems(path: Path, document: Document, name: str) -> Iterator[Problem]:
    for error in _validator(name).iter_errors(document.data):
        yield from _plainly(path, document, name, error)


def nearest(word: str, known: Mapping[str, Named] | Iterable[str]) -> Message:
    """What a mistyped word was probably meant to be, as the end of a sentence; nothing where nothing is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, [one for one in known if isinstance(one, str)], scorer=fuzz.ratio, score_cutoff=70)
    if not best:
        return say("no-hint")
    return say("did-you-mean", name=known[best[0]] if isinstance(known, Mapping) else best[0])


def titled(fields: Mapping[str, Any]) -> dict[str, Named]:
    """Fields as a message names them."""
    return {key: Named(key, resolve(part).get("x-title", {})) for key, part in fields.items()}


def _plainly(path: Path, document: Document, name: str, error: Any) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    field, value, wanted = field_at(name, place), error.instance, error.validator_value
    if not field.id:
        field = say("the-file")

    def problem(kind: str, at: Place = place, **words: Any) -> Problem:
        return Problem(path, document.line(at), say(kind, **{"field": field} | words))

    match error.validator:
        case "additionalProperties":
            known = titled(error.schema.get("properties", {}))
            for key in (key for key in value if key not in known):
                yield problem("unknown-field", (*place, key), field=key, hint=nearest(key, known))
        case "required":
            for key in (key for key in wanted if key not in value):
                missing = field_at(name, (*place, key))
                if error.schema.get("x-translated"):
                    yield problem("no-translation", language=say(f"language {key}"))
                elif isinstance(field, Message):
                    yield problem("missing-field", field=missing)
                else:
                    yield problem("missing-in", field=Named(key, missing.names), of=field)
        case "type":
            *others, last = [say(f"type {one}") for one in ([wanted] if isinstance(wanted, str) else wanted)]
            for other in reversed(others):
                last = say("either", one=other, other=last)
            yield problem("wrong-type", wanted=last, found=_shown(value))
        case "enum":
            options = [str(one) for one in wanted if one is not None]
            yield problem("not-a-choice", value=_shown(value), options=options, hint=nearest(str(value), options))
        case "format":
            yield problem("not-a-date", why=error.cause.message)
        case "pattern":
            yield problem(
                "wrong-form", value=_shown(value), form=say(f"form {wanted}") if f"form {wanted}" in WORDS else wanted
            )
        case "minLength":
            yield problem("empty")
        case "maxLength":
            yield problem("too-long", limit=wanted)
        case "uniqueItems":
            again = next(item for place_, item in enumerate(value) if item in value[:place_])
            yield problem("listed-twice", value=_shown(again))
        case "minimum":
            yield problem("too-small", value=value, limit=wanted)
        case "maximum":
            yield problem("too-large", value=value, limit=wanted)
        case "anyOf":  # a shape, or null: what is wrong with the shape
            for inner in error.context:
                if inner.validator != "type" or inner.validator_value != "null":
                    yield from _plainly(path, document, name, inner)
        case other:
            yield problem("wrong-shape", rule=other)


def _shown(value: Any) -> Any:
    kinds = {list: "type array", dict: "type object", type(None): "type null"}
    if type(value) in kinds:
        return say(kinds[type(value)])
    return str(value).lower() if isinstance(value, bool) else str(value)
