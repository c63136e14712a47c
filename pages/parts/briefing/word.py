"""A document comes in; out goes a Word file: headings, tables, links, notes by bookmark, each run's language."""

import io
import struct
import zlib

from docx import Document as new
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Place

from pages.parts.briefing.blocks import Bars, Block, Document, Endnotes, Grid, Heading, Line, Paragraph
from pages.parts.briefing.word_parts import (
    bookmark,
    hyperlink,
    keep_row,
    language,
    linked_note,
    page_number,
    paragraph,
    plain,
    repeat_header,
    set_up,
    shaded,
    widths,
)

SOFT = RGBColor(0x61, 0x5C, 0x51)
TEXT, LABEL, NUMBER = 17.6, 7.6, 1.6  # cm: the column of text; of a chart's labels and numbers
LOOKS = {"item": "ListBullet"}


def word(document: Document) -> bytes:
    file = new()
    set_up(file, document.title, document.language)
    paragraph(file, "Brand", "Bilim Monitor")
    paragraph(file, "Title", document.title)
    for block in document.blocks:
        _block(file, block)
    page_number(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _block(file: Docx, block: Block) -> None:
    if isinstance(block, Heading):
        paragraph(file, "Heading1", block.text)
    elif isinstance(block, Paragraph):
        place = paragraph(file, LOOKS.get(block.look, "Normal"))
        _fill(place, block.line, soft=block.look == "soft", size=13 if block.look == "lead" else None)
        if block.look == "warning":
            shaded(place, "F4F0E6")
    elif isinstance(block, Bars):
        _bars(file, block)
    elif isinstance(block, Grid):
        _grid(file, block)
    elif isinstance(block, Endnotes):
        for at, line in enumerate(block.lines, 1):
            place = paragraph(file, "Note")
            bookmark(place, f"note{at}", f"{at}.")
            place.add_run("\t")
            _fill(place, line)


def _fill(place: Place, line: Line, soft: bool = False, size: int | None = None, raised: bool = True) -> None:
    for run in line:
        if run.text:
            made = hyperlink(place, run.text, run.href) if run.href else place.add_run(plain(run.text))
            made.bold = run.bold or None
            made.font.size = Pt(size) if size else None
            if (soft or run.soft) and not run.href:
                made.font.color.rgb = SOFT
            if run.lang:
                language(made, run.lang)
        for at, note in enumerate(run.notes):
            if at:
                place.add_run(", ").font.superscript = raised
            linked_note(place, note, raised)


def _bars(file: Docx, block: Bars) -> None:
    """A table in which the bar is a picture stretched to its share: no browser and no font draws it."""
    caption = paragraph(file, "Caption", block.caption)
    caption.add_run(f"  {plain(block.unit)}").bold = False
    table = file.add_table(rows=0, cols=3)
    room = TEXT - LABEL - NUMBER
    widths(table, (LABEL, room, NUMBER))
    most = max(value for _, value, _, _ in block.rows) or 1
    for label, value, shown, colour in block.rows:
        row = table.add_row()
        keep_row(row)
        cells: tuple[_Cell, ...] = row.cells
        _fill(cells[0].paragraphs[0], label)
        cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if value:
            picture = cells[1].paragraphs[0].add_run().add_picture(_dot(colour), Emu(1), Cm(0.34))
            picture.width = Cm(max(0.05, (room - 0.4) * value / most))
            picture._inline.docPr.set("descr", f"{''.join(run.text for run in label)}: {value}")
        _fill(cells[2].paragraphs[0], shown)
        for cell in cells:
            cell.paragraphs[0]._p.style = "Cell"
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    file.add_paragraph()


def _dot(colour: str) -> io.BytesIO:
    """A picture of one pixel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    pixel = zlib.compress(b"\0" + bytes.fromhex(colour.removeprefix("#")))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b""))


def _grid(file: Docx, block: Grid) -> None:
    paragraph(file, "Caption", block.caption)
    table = file.add_table(rows=1, cols=len(block.columns), style="Grid")
    widths(table, [TEXT * width / 100 for width in block.widths])
    for cell, name in zip(table.rows[0].cells, block.columns, strict=True):
        cell.paragraphs[0].add_run(plain(name)).bold = True
    repeat_header(table.rows[0])
    for line in block.rows:
        row = table.add_row()
        keep_row(row)
        for cell, value in zip(row.cells, line, strict=True):
            _fill(cell.paragraphs[0], value, raised=False)
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0]._p.style = "Cell"
    file.add_paragraph()
