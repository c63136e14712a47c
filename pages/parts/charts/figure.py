"""Traces and a layout come in; out goes a figure in plotly's own JSON, which plotly reads only where it draws."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Checked


@dataclass(frozen=True)
class Figure:
    """https://plotly.com/python/reference: plotly's own objects check every value again, which takes longer than a page
    has; the tests have it read every figure there is."""

    data: list[dict[str, Any]] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    def bar(self, **trace: Any) -> None:
        self.data.append({"type": "bar"} | trace)

    def scatter(self, **trace: Any) -> None:
        self.data.append({"type": "scatter"} | trace)

    def plotly(self) -> "Checked":
        """Raises ValueError where plotly does not know a name or a value."""
        from plotly.graph_objects import Figure as Checked

        return Checked(data=self.data, layout=self.layout)
