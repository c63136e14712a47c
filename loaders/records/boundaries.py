"""The file of boundaries comes in; out go the rings of each region, longitude before latitude."""

import json
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
CREDIT = "Who’s On First; Mesoshapes, OCHA, CC BY"  # due wherever they are shown
Ring = tuple[tuple[float, float], ...]


@cache
def boundaries(data: Path = DATA) -> dict[str, tuple[Ring, ...]]:
    """Id of a region → its outlines."""
    whole = json.loads((data / "geo" / "kgz_adm1.geojson").read_text(encoding="utf-8"))
    return {one["properties"]["iso"]: tuple(_rings(one["geometry"])) for one in whole["features"]}


def _rings(geometry: dict) -> list[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [tuple((x, y) for x, y in ring) for part in parts for ring in part]
