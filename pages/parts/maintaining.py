"""A page comes in; out goes whether its reader is shown how to write."""

from pages.parts.opening import Page
from pages.parts.permission import author


def may_write(page: Page) -> bool:
    """Never beside the register as it was on another day."""
    return author(page) is not None and not page.filters.as_of


def writing(page: Page) -> bool:
    """Whether the page is an editor now."""
    return bool({"add", "edit", "new"} & page.query.keys()) and may_write(page)
