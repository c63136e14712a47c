"""Nothing comes in; out goes `Candidate`: what articles say and a maintainer has not decided on yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loaders.records.shown import Evidence

# In the order of the review page.
KINDS = ("organisation", "initiative", "person", "contradiction", "disagreement", "addition", "source", "table")


@dataclass(frozen=True)
class Candidate:
    """Something articles say that no record says, or says otherwise.

    `id` is the same for the same question however often the articles are read; `marks` are its sentences, so that a
    new one is noticed; `earlier` is the decision that a new sentence has reopened. `read` is what articles say: kind,
    position or partner of a name, a value of `field`, or addresses of articles; a tuple where they do not agree. What a
    maintainer's table says has no articles but its `row`: the table and the number in it.
    """

    kind: str
    id: str
    evidence: tuple[Evidence, ...]
    name: str = ""
    spellings: tuple[str, ...] = ()
    of: str = ""
    record: str = ""
    field: str = ""
    recorded: Any = None
    read: Any = None
    articles: tuple[str, ...] = ()
    sources: int = 0
    charts: int = 0
    marks: tuple[str, ...] = ()
    earlier: Mapping[str, Any] | None = None
    row: tuple[str, int] | None = None

    @property
    def weight(self) -> tuple[int, int]:
        return self.sources * (1 + self.charts), len(self.articles)
