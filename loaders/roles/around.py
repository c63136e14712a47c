"""A partner's mention or a cue phrase comes in; out goes what the words around it make of it."""

import re

from loaders.clause.slots import BY, first_joined, last_joined
from loaders.document import Mention
from loaders.grammar.heads import ACCUSATIVE, ADJECTIVE, wordlist
from loaders.lexicon.entries import Hit

NEAR = 3  # words between «former» and the body somebody has left
TITLE = 4  # words from «организаторы» to the dash
DASH = re.compile(r"\s[-–—]\s")
HELP = 4  # words after «тарабынан» within which the help is named


def labelled(document, mention: Mention, label: Hit) -> bool:
    """Уюштуруучулар: А, Б жана В; организаторы конкурса — А и Б; уюштуруучулары А, Б жана В болду."""
    text, opens = document.text, first_joined(document, mention)
    if text.gaps[label.last].startswith(":"):
        return True
    between, after = range(label.last, opens.first), last_joined(document, mention).last + 1
    if len(between) <= TITLE and any(DASH.search(text.gaps[word]) for word in between):
        return True
    being = tuple(wordlist(document, "clauses", "being"))
    is_one = after == text.sentence(after - 1)[1] and text.words[after].startswith(being)
    return is_one and all(word.startswith(being) for word in text.words[label.last + 1 : opens.first])


def had_the_news(document, mention: Mention, edge: int) -> bool:
    """Мындай маалыматты Улутстатком жарыялады: only the verb comes after it."""
    text = document.text
    start, last = text.sentence(mention.first)
    if document.language != "ky" or last > edge + 2:
        return False
    verb = last - (text.words[last] in wordlist(document, "clauses", "auxiliaries"))
    news = text.words[max(start, first_joined(document, mention).first - 1)]
    return verb == edge + 1 and news in wordlist(document, "clauses", "news")


def past_studies(document, hit: Hit) -> bool:
    """… стипендиясы менен Токиодо окуган: of a person's past."""
    text = document.text
    paid = text.words[hit.first].startswith("стипенди")
    return paid and text.words[text.sentence(hit.last)[1]] in wordlist(document, "clauses", "studied")


def left_behind(document, mention: Mention) -> Hit | None:
    """A former employee of UNICEF: a past employer, whatever is done now."""
    first, last = document.text.sentence(mention.first)
    near = 1 if document.language == "ky" else NEAR  # мурдагы мончонун ордуна ЮНИСЕФ …: a former bathhouse
    hits = document.beginning(max(first, mention.first - near), min(mention.last + 1, last), "former")
    return hits[0] if hits else None


def housed_in(document, mention: Mention, rules: dict[str, dict]) -> bool:
    """на базе университета, в здании академии: right before the name."""
    hits = document.in_sentence(mention.first, "role_cue")
    ends = {hit.last for hit in hits if rules[hit.entry.id]["role"] == "host"}
    return mention.first - 1 in ends or mention.first - 2 in ends


def done_by_its_people(document, slot: str, edge: int) -> int:
    """«академиянын илимий адистери даярдады»: the word for whom; 0 where others are told."""
    if document.language != "ky" or slot != "gen":
        return 0
    words = document.text.words[edge + 1 : edge + 3]
    doers = wordlist(document, "clauses", "doers")
    like = bool(words) and ADJECTIVE.search(words[0]) is not None
    return edge + 1 + like if doers.intersection(words[like : like + 1]) else 0


def received(document, rule: dict, hit: Hit) -> bool:
    """«министр элчи Асан Үсөновду кабыл алды»: whom somebody receives is a guest, no law."""
    text, guest = document.text, hit.first - 1
    verb = rule["role"] == "implementer" and text.words[hit.first] in wordlist(document, "clauses", "receiving")
    if not verb or guest < 0 or not ACCUSATIVE.match(text.words[guest]):
        return False
    named = text.cased[text.starts[guest]].isupper() and not text.written(guest, guest).isupper()
    return named or text.words[guest].startswith(tuple(wordlist(document, "clauses", "guests")))


def helped(document, by: Hit) -> bool:
    """Of what is done «тарабынан» only help is said."""
    words = document.text.words[by.last + 1 : by.last + 1 + HELP]
    helping = tuple(wordlist(document, "clauses", "helping"))
    return document.text.words[by.last] == BY and any(word.startswith(helping) for word in words)
