"""The register's media come in; out goes who is meant by a line or a bracket that names one of them."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from loaders.folding import bare, unify
from loaders.layout.lines import Line

QUOTED = re.compile(r'"([^"]+)"')
AGENCY = re.compile(r"[/(\[]\s*([^/()\[\]\n]{2,40}?)\s*[/)\]]")  # «Бишкек, 5-март /Кабар/.»
OPENING = re.compile(r"([^\s—–-][^\n—–]{1,39}?)\s+[—–-]\s")  # «AKIpress — …»
MASTHEAD = re.compile(r"([^·•|№]{2,40}?)[\s·•|,(-]*(?:№|\d)(?:[\W\d_]*|.{0,24}(?:19|20)\d\d\D{0,6})")
SIGNATURE = re.compile(r',\s*"([^"\n]{2,40})"\s*\.?$')  # «Асан Үсөнов, “Кут Билим”»
LEAD = 100  # characters of a paragraph in which an agency signs, and of a line that is its sign

Sign = tuple[str, int, int]  # the outlet, and where the text says it


class Outlets:
    """Compiled once a register; `sources` are the words that introduce one (Булак, Источник, Source)."""

    def __init__(self, media: Iterable[dict], sources: Iterable[str]):
        self._names: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        for record in media:
            names = [*record["names"].values(), *record["also"]]
            short = _quoted(record["names"]["ky"]) or record["names"]["ky"]
            for name in [*names, *filter(None, map(_quoted, names))]:
                self._names[_plain(_low(name))] = short
            if record["website"]:
                self._names[_host(record["website"])] = self._hosts[_host(record["website"])] = short
        words = "|".join(sorted((re.escape(_low(word)) for word in sources), reverse=True))
        self._source = re.compile(rf"(?:{words})\s*[:—–-]?\s*")

    def named(self, words: str) -> str | None:
        """«24.kg», "«Кабар» агенттиги", www.kabar.kg: nothing but an outlet."""
        return self._named(words, _low(words))

    def _named(self, words: str, low: str) -> str | None:
        return self._names.get(_plain(low)) or ("." in words[:-1] and self._hosts.get(_host(words.strip()))) or None

    def line(self, line: Line) -> Sign | None:
        """An outlet that has the line for itself, or after «Булак:»."""
        before = self._source.match(line.low)
        at = before.end() if before else 0
        found = self._named(line.text[at:], line.low[at:]) if len(line.text) <= LEAD else None
        if found:
            return found, line.start + at, line.end
        running = MASTHEAD.fullmatch(line.text) if len(line.text) <= LEAD else None
        found = self._named(running[1], line.low[slice(*running.span(1))]) if running else None
        return (found, line.start, line.start + running.end(1)) if found else None

    def agency(self, line: Line) -> Sign | None:
        """An agency's sign at the beginning of its report, with the strokes around it."""
        for match in AGENCY.finditer(line.text, 0, LEAD):
            if found := self._named(match[1], line.low[slice(*match.span(1))]):
                return found, line.start + match.start(), line.start + match.end()
        opening = OPENING.match(line.text)
        found = self._named(opening[1], line.low[slice(*opening.span(1))]) if opening else None
        return (found, line.start, line.start + opening.end()) if found else None

    def signature(self, line: Line) -> Sign | None:
        """What stands in quotes after an author, whether the register knows it or not."""
        quoted = SIGNATURE.search(line.plain)
        if quoted:
            start, end = quoted.span(1)
            return (
                self.named(line.text[start:end]) or line.text[start:end].strip(),
                line.start + start,
                line.start + end,
            )
        _, comma, rest = line.text.rpartition(",")
        found = self.named(rest) if comma else None
        return (found, line.end - len(rest.lstrip()), line.end) if found else None

    def read(self, article, layout) -> dict:
        """The sidecar's word, else the text's with its evidence, else the page's, else whose address it is."""
        if known := article.sidecar.get("outlet"):
            return {"outlet": known}
        if layout.outlet:
            name, start, end = layout.outlet
            return {"outlet": name, "outlet_evidence": {"quote": article.raw[start:end], "start": start, "end": end}}
        if said := article.page.get("outlet"):
            return {"outlet": self.named(said) or said}
        host = _host(article.sidecar.get("url") or article.page.get("url"))
        return {"outlet": self._hosts.get(host, host) or None}


def _quoted(name: str) -> str | None:
    found = QUOTED.search(unify(name))
    return name[slice(*found.span(1))] if found else None


def _low(text: str) -> str:
    return bare(unify(text))


def _plain(low: str) -> str:
    return " ".join(low.replace('"', " ").strip(" .,:;").split())


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url if "://" in (url or "") else f"//{url or ''}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
