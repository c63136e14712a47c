"""Text and attributes come in; out goes HTML in which everything that is not ours is escaped."""

from html import escape
from typing import Any


class Html(str):
    """Markup made by `tag`; any other string is text and gets escaped."""


def tag(name: str, *children: Any, **attributes: Any) -> Html:
    """`tag("a", "Ala-Too & co", href=…, class_="x")`; None and False leave a child or an attribute out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value not in (None, False)
    )
    inner = join(*children)
    return Html(f"<{name}{said}>" if name in ("br", "hr") else f"<{name}{said}>{inner}</{name}>")


def folded(named: Any, *content: Html) -> Html:
    """What stands open on a wide screen and, to spare a telephone its first screen, is unfolded there by its name."""
    return tag("details", tag("summary", named), *content, class_="bm-folded")


def join(*children: Any, between: str = "") -> Html:
    shown = [
        child if isinstance(child, Html) else escape(str(child)) for child in children if child not in (None, False)
    ]
    return Html(escape(between).join(shown))
