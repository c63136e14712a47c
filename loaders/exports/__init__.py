"""A format and a download come in; out go the bytes of its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.exports.asking import Download

ONE = ("initiative", "centre", "article", "q")  # names in an address that show one record, or what a search finds
BISHKEK = timezone(timedelta(hours=6))


@dataclass(frozen=True)
class Format:
    """`module`: who makes it; imported when a file is asked for, never before."""

    module: str
    suffix: str
    media: str

    def make(self, one: "Download") -> bytes:
        maker: Callable[[Download], bytes] = import_module(f"loaders.exports.{self.module}").make
        return maker(one)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: Mapping[str, Format] = {
    "xlsx": Format("excel", ".xlsx", SHEET),
    "csv": Format("csv_file", "-csv.zip", "application/zip"),
    "datapackage": Format("data_package", "-datapackage.zip", "application/zip"),
    "iati": Format("iati", "-iati.xml", "application/xml"),
}
