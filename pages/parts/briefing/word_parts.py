"""A Word file or a piece of it comes in; out it goes with what python-docx has no call for."""

import re
from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LANGUAGES = {"ky": "ky-KG", "ru": "ru-RU", "en": "en-GB"}
INK, LINK = RGBColor(0x22, 0x21, 0x1D), RGBColor(0x7D, 0x1F, 0x1F)
SERIF, SANS = "Georgia", "Arial"  # have ө ү ң on every system Word runs on
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Without characters no XML file may have."""
    return NO_XML.sub("", text)


def _element(name: str, /, **said: str) -> OxmlElement:
    made = OxmlElement(f"w:{name}")
    for key, value in said.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_up(file: Docx, title: str, language_: str) -> None:
    """A4, our fonts, the document's language, and properties that name no machine."""
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.7)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2)
    own = file.core_properties
    own.title, own.author, own.comments, own.language = plain(title), "Bilim Monitor", "", LANGUAGES[language_]
    defaults = file.styles.element.find(qn("w:docDefaults"))
    lang = defaults.find(f".//{qn('w:lang')}")
    lang.set(qn("w:val"), LANGUAGES[language_])
    for name, font, size, bold in (
        ("Normal", SERIF, 10.5, False), ("Title", SERIF, 24, True), ("Heading 1", SERIF, 15, True),
        ("Caption", SANS, 10, True), ("List Bullet", SERIF, 10.5, False), ("Brand", SANS, 10, True),
        ("Note", SANS, 8.5, False), ("Cell", SANS, 8.5, False),
    ):  # fmt: skip
        known = [style.name for style in file.styles]
        style = file.styles[name] if name in known else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = font, Pt(size), bold, INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), font)
    for name, before, after in (("Normal", 0, 4), ("Heading 1", 16, 5), ("Caption", 10, 3), ("List Bullet", 0, 3),
                                ("Title", 0, 8), ("Brand", 0, 2), ("Note", 0, 3), ("Cell", 1, 1)):  # fmt: skip
        form = file.styles[name].paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
    file.styles["Note"].paragraph_format.left_indent = Cm(0.9)
    file.styles["Note"].paragraph_format.first_line_indent = Cm(-0.9)
    file.styles["Note"].paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    file.styles["Caption"].paragraph_format.keep_with_next = True
    rule = file.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if rule is not None:
        file.styles["Title"].element.pPr.remove(rule)
    _ruled(file.styles["Brand"].element.get_or_add_pPr(), "24")
    _ruled(file.styles["Heading 1"].element.get_or_add_pPr(), "4")
    _grid(file)


def _ruled(form: OxmlElement, size: str) -> None:
    border = _element("pBdr")
    border.append(_element("top", val="single", sz=size, space="4", color="22211D"))
    form.insert_element_before(border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc",
                               "w:outlineLvl")  # fmt: skip


def _grid(file: Docx) -> None:
    """A table style of our own: lines between rows only."""
    style = file.styles.add_style("Grid", WD_STYLE_TYPE.TABLE)
    form, borders = _element("tblPr"), _element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(side, val="single", sz="4", space="0", color="D9D2C3"))
    form.append(borders)
    style.element.append(form)


def paragraph(file: Docx, style: str, text: str = "") -> Paragraph:
    """By the style's id: python-docx reads all styles for each name, half of the time of a long document."""
    place = file.add_paragraph(plain(text))
    place._p.style = style
    return place


def hyperlink(place: Paragraph, text: str, url: str) -> Run:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), place.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return _linked(place, link, text)


def linked_note(place: Paragraph, note: int, raised: bool) -> None:
    """The number of a note, leading to it."""
    made = _linked(place, _element("hyperlink", anchor=f"note{note}", history="1"), str(note))
    made.font.superscript, made.font.underline = raised, False


def _linked(place: Paragraph, link: OxmlElement, text: str) -> Run:
    made = place.add_run(plain(text))
    made.font.color.rgb, made.font.underline = LINK, True
    place._p.append(link)
    link.append(made._r)
    return made


def bookmark(place: Paragraph, name: str, text: str) -> None:
    number = name.removeprefix("note")
    place._p.append(_element("bookmarkStart", id=number, name=name))
    place.add_run(text)
    place._p.append(_element("bookmarkEnd", id=number))


def language(run: Run, code: str) -> None:
    run._r.get_or_add_rPr().append(_element("lang", val=LANGUAGES.get(code, code)))


def shaded(place: Paragraph, colour: str) -> None:
    place._p.get_or_add_pPr().append(_element("shd", val="clear", color="auto", fill=colour))


def widths(table: Table, sizes: Sequence[float]) -> None:
    """Fixed columns, in cm."""
    table.autofit = False
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Cm(size)
        for cell in column.cells:
            cell.width = Cm(size)


def repeat_header(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("tblHeader"))


def keep_row(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def page_number(file: Docx) -> None:
    place = file.sections[0].footer.paragraphs[0]
    place.add_run("Bilim Monitor\t\t")
    for name in ("PAGE", "NUMPAGES"):
        field = _element("fldSimple", instr=name)
        field.append(place.add_run("1")._r)
        place._p.append(field)
        if name == "PAGE":
            place.add_run(" / ")
    for run in place.runs:
        run.font.size, run.font.name = Pt(8.5), SANS
