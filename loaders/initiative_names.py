"""Quotation marks and heads of names come in; out go names of initiatives that the register lacks, in base form."""

import re
from collections.abc import Iterator

QUOTED = re.compile(r'[«“„"]([^«»“”„"\n]{3,220})[»”“"]')
LONGEST_TAIL = 4  # words between the closing quote and the head: «…» Жогорку Кеңештин токтом долбоору
LONGEST_NAME = 9  # words before a head where nothing is quoted
PARTICIPLES = ("ган", "ген", "гон", "кан", "кен", "кон")
LAWS = ("мыйзам", "токтом", "буйрук", "жарлык")


def unregistered(document) -> Iterator[tuple[str, int, int]]:
    """(name, first, last word) for every name that no mention claims."""
    text = document.text
    heads = {}
    for hit in document.of("initiative_head"):
        if hit.last not in heads or hit.first < heads[hit.last].first:
            heads[hit.last] = hit
    claimed = {
        word
        for mention in document.mentions
        for word in range(mention.first, mention.last + 1)
        if mention.kind != "region"
    }
    done: set[int] = set()
    starts = {start: index for index, start in enumerate(text.starts)}
    for match in QUOTED.finditer(text.raw if text.offsets is None else text.cased):
        first = next(
            (starts[at] for at in range(match.start(1), min(match.start(1) + 4, match.end(1))) if at in starts), None
        )
        if first is None:
            continue
        inside = (
            [word for word in range(first, len(text.words)) if text.ends[word] <= match.end(1)]
            if first is not None
            else []
        )
        if not inside:
            continue
        after = range(inside[-1] + 1, min(inside[-1] + 2 + LONGEST_TAIL, len(text.words)))
        head = next((heads[word] for word in after if word in heads and heads[word].first > inside[-1]), None)
        if head is None or any(stop in text.cased[match.end() : text.starts[head.first]] for stop in ".,;:!?\n"):
            continue
        if head.first in claimed or all(word in claimed for word in inside):
            continue
        tail = text.raw[slice(*text.raw_span(match.end(), text.starts[head.first]))].strip()
        inner = text.raw[slice(*text.raw_span(match.start(1), match.end(1)))].strip()
        done.update(range(inside[0], head.last + 1))
        yield " ".join(filter(None, (f"«{inner}»", tail, _base(document, head)))), inside[0], head.last
    for head in sorted(heads.values(), key=lambda hit: hit.first):
        if head.first in done or head.first in claimed:
            continue
        name = _led(document, head, claimed | done)
        if name:
            yield name


def _base(document, head) -> str:
    """The head in its base form; after a name it carries the possessive (долбоор → долбоору)."""
    phrase = head.entry.phrase
    possessed = {
        "долбоор": "долбоору",
        "программа": "программасы",
        "система": "системасы",
        "мыйзам": "мыйзамы",
        "токтом": "токтому",
    }
    return possessed.get(phrase, phrase) if "P3" in head.tag else phrase


def _led(document, head, claimed: set[int]) -> tuple[str, int, int] | None:
    """Unquoted: «… улуттук программасы», «… жөнүндө мыйзам», «… боюнча долбоор»: back to where the phrase begins."""
    text, words = document.text, document.register.language["ky"]
    modifiers = {modifier.split()[-1].replace("ү", "у").replace("ө", "о") for modifier in words["initiative_modifiers"]}
    before = text.words[head.first - 1] if head.first else ""
    law = head.entry.phrase.startswith(LAWS) and before in ("жонундо", "тууралуу", "жонундогу")
    if not (law or before in modifiers):
        return None
    start, first = text.sentence(head.first)[0], head.first - 1
    while first > start and head.first - first < LONGEST_NAME and first - 1 not in claimed:
        gap = text.gap(first - 1)
        if gap.strip(" -") or text.words[first - 1] in ("бул", "деп", "жана", "менен", "бугун", "депутаттар", "боюнча"):
            break
        if text.words[first - 1].endswith(PARTICIPLES):
            break
        first -= 1
    if head.first - first < 2:
        return None
    raw = text.raw[slice(*text.raw_span(text.starts[first], text.ends[head.first - 1]))]
    return f"{raw[:1].upper()}{raw[1:]} {_base(document, head)}", first, head.last
