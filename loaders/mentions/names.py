"""The register comes in; out goes every written form its names are sought by (inflection aside)."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.lexicon.entries import Entry, is_acronym

QUOTED = re.compile('[«“"]([^»”"]+)[»”"]')
BRACKETS = re.compile(r"\s*\(([^)]*)\)")
IN_MEMORY = re.compile(r"^.* атындагы ")  # И. Арабаев атындагы Кыргыз мамлекеттик университети
IN_MEMORY_RU = re.compile(r" (?:имени|им\.) .*$")
IN_MEMORY_EN = re.compile(r" named after .*$")
WHOM = {
    "ky": re.compile(r"(?:\S+ )*?(\S+) атындагы .*университети$"),
    "ru": re.compile(r".*университет.* (?:имени|им\.) (?:\S+ )*(\S+)$"),
    "en": re.compile(r".*University.* named after (?:\S+ )*(\S+)$"),
}
CALLED = {
    "ky": ("{} атындагы университет", "{} университети"),
    "ru": ("Университет имени {}", "Университет {}"),
    "en": ("{} University", "University named after {}"),
}
SHORTEST_QUOTED = 6  # letters; shorter quoted names are common words


def name_entries(register) -> Iterator[Entry]:
    words = register.language["ky"]
    abroad = {country for language in register.language.values() for country in language["foreign"]}
    for kind, records in (
        ("partner", register.partners),
        ("initiative", register.initiatives),
        ("centre", register.centres),
    ):
        forms = {id: _forms(kind, record, words, abroad) for id, record in records.items()}
        own = {id: written_names(record) for id, record in records.items()}
        names = set().union(*own.values())
        for id in forms:  # «…» долбооруна кошумча каржылоо: the quoted name is that of the other
            forms[id] -= {form for form in forms[id] if form in names and form not in own[id]}
        tails = Counter(tail for record in records.values() for tail in {*_tails(record), *_after_whom(record)})
        for id, record in records.items():
            # a name without its "in memory of" part is a name only where no other record has the same
            doubtful = set(record.get("ambiguous") or [])
            short = {tail for tail in (*_tails(record), *_after_whom(record)) if tails[tail] == 1}
            for phrase in sorted(forms[id] | short):
                yield _name(kind, id, phrase, phrase in doubtful)
            for phrase in record.get("not") or []:
                yield Entry("not", id, phrase)
    inflected = register.language["ru"]["inflected"]
    for id, region in register.regions.items():
        if region["kind"] == "country":
            continue
        for place in (region, *(region.get("places") or [])):
            said = {*filter(None, place["names"].values()), *(place.get("also") or [])}
            for name in sorted(said.union(*(inflected.get(name, ()) for name in said))):
                full = BRACKETS.sub("", name)
                if full[:1].islower():
                    yield Entry("region", id, full)  # город Ош
                    continue
                if any(full.endswith(" " + kind) for kind in words["place_kinds"]):
                    yield Entry("region", id, full)
                bare = _without_kind(full, words["place_kinds"])
                if bare not in words["ambiguous_places"]:
                    yield Entry("rayon" if place["kind"] == "rayon" else "place", id, bare, capital=True)
                for kind in words["place_kinds_after"].get(place["kind"], []):
                    yield Entry("region", id, f"{bare} {kind}")


def _name(kind: str, id: str, phrase: str, doubtful: bool) -> Entry:
    single = len(re.findall(r"\w+", phrase)) == 1
    capital = single and phrase.strip('«“"')[:1].isupper()
    return Entry(kind, id, phrase, acronym=is_acronym(phrase), capital=capital, doubtful=doubtful)


def written_names(record: dict) -> set[str]:
    """Every name a record has or had."""
    former = {former["name"] for former in record.get("former_names") or []}
    return {name for name in record["names"].values() if name} | set(record.get("also") or []) | former


def _forms(kind: str, record: dict, words: dict, abroad: set[str]) -> set[str]:
    forms: set[str] = set()
    for name in written_names(record):
        plain = BRACKETS.sub("", name)
        forms |= {plain, *(inside for inside in BRACKETS.findall(name) if is_acronym(inside) and inside not in abroad)}
        forms |= set(_shorter(plain, words))  # «Евразия» фонду (АКШ) says where it is from
        for country in words["country_words"]:
            forms |= {plain.removesuffix(" " + country), plain.removeprefix(country + " ")}
        if kind == "initiative":
            forms |= {inside for inside in QUOTED.findall(name) if len(inside) >= SHORTEST_QUOTED}
    forms |= {form.removesuffix(head) + f"{seat} {head}" for form in forms for head, seat in _seats(form, words)}
    for form in list(forms):
        forms |= {form.removesuffix(head) + office for head, office in words["offices"].items() if form.endswith(head)}
        forms |= {
            office + form.removeprefix(head)
            for head, offices in words["offices_ahead"].items()
            for office in offices
            if form.startswith(head)
        }
    for office, title in words["office_titles"].items():
        forms |= {form.removesuffix(office) + title for form in forms if form.endswith(f" {office}")}
    return {form for form in forms if len(form) > 1} - set(record.get("not") or [])


def _seats(form: str, words: dict) -> Iterator[tuple[str, str]]:
    """Кытайдын элчилиги: also Кытайдын Бишкектеги элчилиги."""
    for head, seats in words["embassy_seats"].items():
        if form.endswith(f"н {head}"):
            yield from ((head, seat) for seat in seats)


def _shorter(name: str, words: dict) -> Iterator[str]:
    """«…» эл аралык коомдук фонду: also «…» фонду, «…» эл аралык фондусу."""
    if not QUOTED.match(name):
        return
    shorter = {name}
    for word in words["left_out"]:
        shorter |= {form.replace(f" {word} ", " ") for form in shorter}
    for head, others in words["other_heads"].items():
        shorter |= {form.removesuffix(head) + other for form in shorter for other in others if form.endswith(head)}
    yield from shorter


def _tails(record: dict) -> Iterator[str]:
    for name in written_names(record):
        for pattern in (IN_MEMORY, IN_MEMORY_RU, IN_MEMORY_EN):
            tail = pattern.sub("", name)
            if tail != name and tail.count(" ") >= 2:
                yield tail


def _after_whom(record: dict) -> Iterator[str]:
    """By whom it is named alone: Арабаев атындагы университет, Арабаев университети, Arabaev University."""
    if record["kind"] != "university":
        return
    for language, name in record["names"].items():
        found = WHOM.get(language) and name and WHOM[language].match(name)
        if found:
            yield from (form.format(found[1]) for form in CALLED[language])


def _without_kind(name: str, kinds: list[str]) -> str:
    return next((name.removesuffix(" " + kind) for kind in kinds if name.endswith(" " + kind)), name)
