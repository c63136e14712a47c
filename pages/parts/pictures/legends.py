"""What stands below a chart's title comes in; out go its words, and its legend as (look, colour, text)."""

from html.parser import HTMLParser

Key = tuple[str, str, str]


class _Below(HTMLParser):
    """Controls (nav) are for the screen and left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.keys: list[Key] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "li":
            self.keys.append(("", "", ""))
        elif tag == "i" and self.keys:
            colour = (said.get("style") or "").removeprefix("--bm-kind:")
            self.keys[-1] = ((said.get("class") or "").split()[-1], colour, "")
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "nav" in self.inside or "i" in self.inside:
            return
        if "li" in self.inside:
            look, colour, text = self.keys[-1]
            self.keys[-1] = (look, colour, text + data)
        else:
            self.words.append(data)


def legend_of(below: str) -> tuple[str, list[Key]]:
    read = _Below()
    read.feed(below)
    controls = "".join(read.words)
    return " ".join(controls.split()), [key for key in read.keys if key[2].strip()]
