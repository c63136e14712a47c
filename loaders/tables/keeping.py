"""A function of tables comes in; out goes the same function, which works its answer out once for each set of tables."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def kept(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """The answer lives as long as the tables do, all readers share it, and nobody changes it: give small ones only."""

    @wraps(function)
    def answer(tables: Any, *asked: Any) -> Answer:
        key = (function.__module__, function.__name__, asked)
        if key not in tables.kept:
            tables.kept[key] = function(tables, *asked)
        return tables.kept[key]

    return answer
