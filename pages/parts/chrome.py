"""A page comes in; out go the words for what Streamlit itself says in English and lets nobody translate."""

import json

from pages.parts.opening import Page


def chrome(page: Page) -> str:
    """English as in Streamlit's widgets → the reader's language, for `page.js`, which puts it in place."""
    _ = page._
    return json.dumps(
        {
            "No results": _("No results"),
            "Open": _("Open"),
            "Clear all": _("Clear all"),
            "Clear value": _("Clear"),
            "Selected values": _("Selected"),
            "Dismiss": _("Dismiss"),
            "Remove": _("Remove"),
            "Add:": _("Choose:"),
            "Press Enter to apply": _("Press ↵ to apply"),
            "Press Ctrl+Enter to apply": _("Press {keys} to apply", keys="Ctrl + ↵"),
            "Press ⌘+Enter to apply": _("Press {keys} to apply", keys="⌘ + ↵"),
            "Upload": _("Choose a file"),
            "Add files": _("Choose a file"),
            "file upload": _("Choose a file"),
            "files are not allowed.": _("Such a file can't be an article."),
            "20MB per file • DOCX, HTML, MD, PDF, TXT": _("at most 20 MB"),
            "Running...": _("Working …"),
        },
        ensure_ascii=False,
    )
