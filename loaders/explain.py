"""A document comes in; out go its text with mentions marked, a reason for each fact, and what was left out."""

from collections.abc import Iterator

from loaders.facts import record

COLOURS = {"partner": 36, "initiative": 35, "centre": 33, "region": 32}


def explain(document, colour: bool = True) -> str:
    """Plain text for a terminal; a mention reads `[name|kind:id]` where there is no colour."""
    facts = record(document)
    sections = [
        marked(document, colour),
        _section("mentions", _mentions(document)),
        *(_section(field, _facts(document, field, facts[field])) for field in facts if isinstance(facts[field], list)),
        _section(
            "near misses", (f"{document.text.written(miss.first, miss.last)!r}: {miss.why}" for miss in document.misses)
        ),
    ]
    relevant = "about education policy" if facts["relevant"] else "not about education policy"
    return "\n".join([*filter(None, sections), "", f"{facts['article']}: {facts['language']}, {relevant}"])


def marked(document, colour: bool) -> str:
    """The stored text with its mentions marked; of two on one place, the first."""
    text, parts, position = document.text, [], 0
    for mention in document.mentions:
        start, end = text.raw_span(text.starts[mention.first], text.ends[mention.last])
        if start < position:
            continue
        quote = text.raw[start:end]
        shown = f"\033[{COLOURS[mention.kind]}m{quote}\033[0m" if colour else f"[{quote}|{mention.kind}:{mention.id}]"
        parts += [text.raw[position:start], shown]
        position = end
    return "".join([*parts, text.raw[position:]])


def _section(title: str, lines: Iterator[str]) -> str:
    body = "".join(f"\n  {line}" for line in lines)
    return f"\n{title}{body}" if body else ""


def _mentions(document) -> Iterator[str]:
    for mention in document.mentions:
        yield f"{document.text.written(mention.first, mention.last)!r} → {mention.kind} {mention.id}: {mention.reason}"


def _facts(document, field: str, facts: list[dict]) -> Iterator[str]:
    """One line a fact: what it says, the words that say it, the cue that decided."""
    for fact in facts:
        told = ", ".join(
            f"{key} {value}" for key, value in fact.items() if isinstance(value, str | int | float) and value != ""
        )
        reasons = (
            [f"{quote!r} {weight:+g}" for quote, weight in document.reasons.get(fact.get("id"), [])]
            if field in ("goals", "levels")
            else []
        )
        cues = [
            f"{key.removesuffix('_cue')} by {fact[key]['quote']!r}"
            for key in ("role_cue", "status_cue")
            if fact.get(key)
        ]
        quotes = " · ".join(repr(evidence["quote"]) for evidence in fact.get("evidence", []))
        yield f"{told} ← {'; '.join([quotes, *cues, *reasons])}"
