"""A download comes in; out go its initiatives as IATI 2.03 activities, and in a comment what is left out and why."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from loaders.exports.asking import Download
from loaders.exports.cover import text
from loaders.exports.iati_facts import Activity, sorted_out
from loaders.exports.iati_text import LANG, comment, narratives, other_roles, summary
from loaders.exports.wording import word_of

OWN = "bilim-monitor"  # not registered with IATI: who publishes puts in their own


class NothingToTell(ValueError):
    """No initiative of the download says what IATI asks for."""


def make(one: Download) -> bytes:
    told, left = sorted_out(one)
    if not told:
        raise NothingToTell(reasons(one, told, left))
    root = Xml.Element("iati-activities", {"version": "2.03", "generated-datetime": one.at.isoformat()})
    root.extend(_activity(one, activity) for activity in told)
    Xml.indent(root)
    head = f"<?xml version='1.0' encoding='UTF-8'?>\n<!--\n{comment(reasons(one, told, left))}\n-->\n"
    return (head + Xml.tostring(root, encoding="unicode") + "\n").encode()


def reasons(one: Download, told: list[Activity], left: list[tuple[str, str]]) -> str:
    """The cover of the file: what it holds, and what it leaves out and why."""

    def word(name: str, **values: object) -> str:
        return word_of("iati", name, one.language, **values)

    lines = [word("written"), "", text(one, ()), word("given", n=len(told), all=len(told) + len(left))]
    lines += [word("shares"), word("reference")] + ([word("left")] if left else [])
    lines += [f"- {id_} ({one.words.name('initiatives', id_)}): {word(reason)}" for id_, reason in left]
    return "\n".join(lines)


def _activity(one: Download, activity: Activity) -> Xml.Element:
    row, known = activity.row, one.everything
    node = Xml.Element("iati-activity", {LANG: one.language, "hierarchy": "1"})
    Xml.SubElement(node, "iati-identifier").text = f"{OWN}-{row.initiative}"
    reporting = Xml.SubElement(node, "reporting-org", {"ref": OWN, "type": "90", "secondary-reporter": "1"})
    narratives(reporting, one.language, {one.language: "Bilim Monitor"})
    narratives(Xml.SubElement(node, "title"), one.language, known.names["initiatives"][row.initiative])
    narratives(Xml.SubElement(node, "description", {"type": "1"}), one.language, summary(one, row))
    if others := other_roles(one, activity.others):
        narratives(Xml.SubElement(node, "description", {"type": "4"}), one.language, others)
    for id_, code in activity.partners:
        narratives(Xml.SubElement(node, "participating-org", _organisation(one, id_) | {"role": code}), one.language,
                   known.names["partners"][id_])  # fmt: skip
    record = known.records["initiatives"].get(row.initiative, {})
    for _list, code in sorted((record.get("other_ids") or {}).items()):
        Xml.SubElement(node, "other-identifier", {"ref": code, "type": "A9"})
    Xml.SubElement(node, "activity-status", {"code": activity.status})
    for kind, day in activity.dates:
        Xml.SubElement(node, "activity-date", {"type": kind, "iso-date": day.isoformat()})
    Xml.SubElement(node, "recipient-country", {"code": "KG"})
    _places(one, node, row.initiative)
    _purposes(one, node, row.initiative)
    for url in row.sources:
        _document(one, node, url)
    return node


def _organisation(one: Download, id_: str) -> dict[str, str]:
    record = one.everything.records["partners"].get(id_, {})
    kind = one.everything.vocabulary["kinds"].get(record.get("kind") or "", {}).get("iati")
    ref = record.get("iati_org_id") if "iati_org_id" not in (record.get("unverified") or ()) else None
    return {name: value for name, value in (("ref", ref), ("type", kind)) if value}


def _places(one: Download, node: Xml.Element, id_: str) -> None:
    """Regions by name and gazetteer; a point is given by no source."""
    for region in one.sure["region"].get(id_, ()):
        entry: Mapping[str, Any] = one.everything.vocabulary["regions"][region]
        if entry["kind"] != "country":
            place = Xml.SubElement(node, "location", {"ref": region})
            if code := (entry.get("other_ids") or {}).get("geonames"):
                Xml.SubElement(place, "location-id", {"vocabulary": "G1", "code": code})
            narratives(Xml.SubElement(place, "name"), one.language, entry["names"])
            Xml.SubElement(place, "location-class", {"code": "1"})


def _purposes(one: Download, node: Xml.Element, id_: str) -> None:
    goals = [one.everything.vocabulary["goals"][goal] for goal in one.sure["goal"].get(id_, ())]
    codes = sorted({code for goal in goals for code in goal.get("crs_purpose") or ()})
    for at, code in enumerate(codes):
        share = 10000 // len(codes) + (10000 % len(codes) if at == 0 else 0)
        more = {"percentage": f"{share // 100}.{share % 100:02}"} if len(codes) > 1 else {}
        Xml.SubElement(node, "sector", {"vocabulary": "1", "code": code} | more)
    for target in sorted({target for goal in goals for target in goal.get("sdg_targets") or ()}):
        Xml.SubElement(node, "tag", {"vocabulary": "3", "code": target})


def _document(one: Download, node: Xml.Element, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https") and parts.hostname:
        kind = "application/pdf" if parts.path.lower().endswith(".pdf") else "text/html"
        link = Xml.SubElement(node, "document-link", {"format": kind, "url": url})
        narratives(Xml.SubElement(link, "title"), one.language, {one.language: parts.hostname})
        Xml.SubElement(link, "category", {"code": "A12"})
