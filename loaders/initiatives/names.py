"""Quotation marks and heads of names come in; out go names of initiatives that the register lacks, in base form."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.grammar.heads import ADJECTIVE
from loaders.initiatives.forms import alone, base
from loaders.initiatives.phrases import Name, led
from loaders.initiatives.programmes import unquoted
from loaders.initiatives.works import works
from loaders.lexicon.entries import Hit

INSIDE = r'([^«»“”„"\n]{3,220})'
QUOTED = re.compile(f'«{INSIDE}»|“{INSIDE}[”"]|„{INSIDE}[“”"]|"{INSIDE}["”]')
LONGEST_CALLED = 4  # more, where it says that this is the name
LONGEST_TAIL = 4  # words between the closing quote and the head: «…» Жогорку Кеңештин токтом долбоору
CALLED = re.compile("(?:деп атал|деген|аттуу|аталыш)")  # «…» деп аталган ири долбоор: «…» долбоору
IS_CALLED = re.compile(r"^(?:(?:деп|деген|атал|аттуу|аталыш|темада)\w*\s*)+")
DESCRIBING = re.compile(f"{ADJECTIVE.pattern}|...[гк][аео]н$")
DESCRIBED = 2  # adjectives and participles between the closing quote and the head
LONGEST_BETWEEN = 3  # words between a Russian head and the quoted name


def unregistered(document) -> Iterator[Name]:
    """Every name that no mention claims: quoted ones first, then those a head ends."""
    heads: dict[int, Hit] = {}
    for hit in document.of("initiative_head"):
        if hit.last not in heads or hit.first < heads[hit.last].first:
            heads[hit.last] = hit
    claimed = {
        word
        for mention in document.mentions
        if mention.kind != "region"
        for word in range(mention.first, mention.last + 1)
    }
    for name in _quoted(document, heads, claimed):
        claimed.update(range(name[1], name[2] + 1))
        yield name
    if document.language == "ky":
        for name in led(document, heads, claimed):
            claimed.update(range(name[1], name[2] + 1))
            yield name
        yield from works(document, claimed)
    else:
        yield from (name for name in unquoted(document, heads, claimed) if not _named_beside(document, name))


def _quoted(document, heads: dict[int, Hit], claimed: set[int]) -> Iterator[Name]:
    """«…» долбоору, «… жөнүндө» мыйзам долбоору."""
    text = document.text
    written = text.raw if text.offsets is None else text.cased
    events = document.register.language[document.language].get("initiative_events", ())
    for match in QUOTED.finditer(written):
        inside = match.lastindex or 0
        first = bisect_left(text.starts, match.start(inside))
        last = bisect_left(text.starts, match.end(inside)) - 1
        if document.language != "ky" and (before := _ahead(text, heads, first)):
            between = text.raw[slice(*text.raw_span(text.ends[before.last], text.starts[first]))].rstrip(' «“„"')
            if before.first not in claimed and not claimed.issuperset(range(first, last + 1)):
                if claimed.intersection(range(before.last + 1, first)):
                    between = ""  # программа GIZ «…»
                head = f"{before.entry.phrase[:1].upper()}{before.entry.phrase[1:]}{between}"
                yield f"{head} «{match.group(inside).strip()}»", before.first, last
            continue
        if document.language == "ru":
            continue  # учебник «…» в рамках проекта: in Russian the head stands before
        told = bool(CALLED.match(written[match.end() : match.end() + 9].lstrip()))
        after = range(last + 1, min(last + 2 + LONGEST_TAIL + told * LONGEST_CALLED, len(text.words)))
        following = [heads[word] for word in after if word in heads and heads[word].first > last]
        head = min(following, key=lambda hit: (hit.first, -hit.last), default=None)
        if head is None or last < first or head.first in claimed or claimed.issuperset(range(first, last + 1)):
            continue
        tail = written[match.end() : text.starts[head.first]]
        if any(stop in tail for stop in (*".,;:!?\n", " - ", " – ", " — ")):
            continue
        if any(sign in tail for sign in '«“„"') and re.split('[«“„"]', tail)[0].strip(" ,") not in (
            "",
            "жана",
            "менен",
        ):
            continue  # «А» фонду «Б» долбоорун …
        if any(sign in tail for sign in '«“„"'):  # «А» жана «Б» долбоорлору
            yield f"«{match.group(inside).strip()}» {alone(document, head)}", first, last
            continue
        if told or _described(text, last + 1, head.first):
            kind = IS_CALLED.sub("", tail.strip()) if head.entry.phrase in events else ""
            name = (kind.strip(), alone(document, head))
        else:
            name = (tail.strip(), base(document, head))
        yield (
            " ".join(filter(None, (f"«{match.group(inside).strip()}»", *name))),
            first,
            head.last,
        )


def _described(text, first: int, head: int) -> bool:
    """«…» электрондук автоматташтырылган маалыматтык системасы: more is said of it than belongs to its name."""
    words = range(first, head)
    return len(words) >= DESCRIBED and all(DESCRIBING.search(text.words[word]) for word in words)


def _named_beside(document, name: Name) -> bool:
    """проект по улучшению доступа … (SmartEd): the name that the register has stands in brackets after it."""
    text, last = document.text, name[2]
    until = min(text.sentence(last)[1], last + LONGEST_TAIL * 2)
    named = {m.first for m in document.mentions if m.kind == "initiative"}
    if last + 1 in named and '"' in text.gaps[last]:
        return True
    return any("(" in text.gaps[word] and word + 1 in named for word in range(last, until))


def _ahead(text, heads: dict[int, Hit], quoted: int) -> Hit | None:
    """проект «…», проект за гендерное равенство «…»: the head stands before the quotes."""
    for word in range(quoted - 1, max(-1, quoted - 2 - LONGEST_BETWEEN), -1):
        if text.gaps[word].strip(' "' if word == quoted - 1 else " "):
            return None
        if word in heads:
            return heads[word]
    return None
