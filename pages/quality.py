"""Not drawn yet."""

from pages.parts.drawing import title
from pages.parts.frame import titles
from pages.parts.opening import opened

page = opened()
title(page, titles(page.words)["quality"])
