"""Nothing comes in; out go the columns of every table, the one place where they are named."""

# A date is always three columns: the EDTF string as said, and the first and last day it can mean (None: not said).
# Evidence is always four: article, start, end, quote, with raw[start:end] == quote. `origin` is person | machine.
COLUMNS: dict[str, str] = {
    "articles": "article title language outlet url byline published earliest latest published_from relevant path"
    " story source text",
    "initiatives": "initiative kind status status_origin start start_earliest start_latest start_origin end"
    " end_earliest end_latest end_origin lead place budget centre note sources unverified reviewed",
    "partners": "partner kind country parent region valid_from valid_to succeeded_by website note sources unverified"
    " reviewed",
    "centres": "centre kind network run_by partners regions place latitude longitude launched launched_earliest"
    " launched_latest note sources unverified reviewed",
    "counts": "centre value op unit what as_of earliest latest url note origin article start end quote",
    "involvement": "partner initiative role status origin doubted article start end quote",
    "goals_of": "goal initiative article origin doubted",
    "levels_of": "level initiative article origin doubted",
    "regions_of": "region initiative article origin doubted",
    "events": "event kind text date earliest latest partners initiatives origin article start end quote",
    "figures": "value op unit of of_kind what as_of region target origin url article start end quote",
    "people": "name position partner article start end quote",
    "findings": "finding kind says of record field values article evidence",
    "evidence": "kind id value more initiative fact article start end quote",
    "mentions_only": "kind id article start end quote",
}
FLAGS = {"relevant", "reviewed", "network", "target", "doubted"}
