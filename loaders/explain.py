"""A document comes in; out goes its text with the mentions marked, each fact with its reason, and what was left out and why."""

COLOURS = {"partner": 36, "initiative": 35, "centre": 33, "region": 32, "date": 34}


def explain(document, colour: bool = True) -> str:
    """Plain text for a terminal; a mention reads `[name|kind:id]` where there is no colour."""
    text, marked, position = document.text, [], 0
    for mention in sorted(document.mentions, key=lambda m: m.first):
        start, end = text.raw_span(text.starts[mention.first], text.ends[mention.last])
        name = f"{mention.kind}:{mention.id}"
        quote = text.raw[start:end]
        marked += [
            text.raw[position:start],
            f"\033[{COLOURS[mention.kind]}m{quote}\033[0m" if colour else f"[{quote}|{name}]",
        ]
        position = end
    marked.append(text.raw[position:])
    lines = ["".join(marked), "", "mentions"]
    for mention in document.mentions:
        lines.append(f"  {text.written(mention.first, mention.last)!r} → {mention.kind} {mention.id}: {mention.reason}")
    if document.misses:
        lines += ["", "near misses"]
        lines += [f"  {text.written(miss.first, miss.last)!r}: {miss.why}" for miss in document.misses]
    return "\n".join(lines)
