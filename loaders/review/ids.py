"""A name comes in; out goes an id made of its letters in Latin script, one that no record has."""

import re

from loaders.folding import unify
from loaders.records import Register

LONGEST_ID = 48
LATIN = {
    **dict(zip("абвгдезийклмноөпрстуүфыэ", "abvgdeziiklmnooprstuufye", strict=True)),
    **{"ж": "zh", "ң": "ng", "ч": "ch", "ш": "sh", "щ": "shch", "ц": "ts", "ю": "yu", "я": "ya", "ё": "yo", "х": "kh"},
    **{"ъ": "", "ь": ""},
}


def slug(name: str) -> str:
    """`«Асыл» борбору` → asyl-borboru."""
    low = "".join(LATIN.get(letter, letter) for letter in unify(name).lower())
    words = re.findall(r"[a-z0-9]+", low)
    whole = "-".join(words) or "record"
    return whole if len(whole) <= LONGEST_ID else whole[:LONGEST_ID].rpartition("-")[0] or whole[:LONGEST_ID]


def free_id(register: Register, of: str, wanted: str) -> str:
    """The id, or with the first number that makes it one nobody has."""
    taken, number, id_ = getattr(register, of), 2, wanted
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    return id_
