"""Web pages, Word documents and PDFs are read like any article, or refused with the reason; others are still read."""

import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

from loaders import articles
from loaders.__main__ import main
from loaders.articles import (
    STORED,
    Article,
    Refusal,
    find_paths,
    formats,
    read_article,
    read_articles,
    store_text,
    text_of,
)
from loaders.articles.reflow import reflow, rejoin
from loaders.records import dump_extracted
from loaders.records.quotes import quote_problems
from loaders.records.reading import parse

BODY = (
    "Бишкекте жаңы мектеп ачылды. Бул тууралуу Билим берүү жана илим министрлиги билдирди.",
    "Мектепте 600 бала окуйт. Имаратты «Алтын казык» программасынын алкагында курушту.",
)


def page(body=BODY, head="", title="Жаңы мектеп ачылды", date="", charset="utf-8") -> bytes:
    paragraphs = "".join(f"<p>{one}</p>" for one in body)
    return f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>{head}</head><body>
      <nav><a href="/">Башкы бет</a> <a href="/kg">Кыргызча</a></nav>
      <article><h1>{title}</h1>{date}{paragraphs}</article>
      <div class="comments"><p>Комментарий: аябай жакшы болуптур деп окурман жазды.</p></div>
      <footer>© 2024 Мисал гезити, +996 312 00 00 00</footer></body></html>""".encode(charset)


def word(*paragraphs: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def pdf(*pages: list[str], password: str = "") -> bytes:
    """Lines as a printing program draws them: codes of a font, with the table that says which letters they are.

    Letters after | are placed by themselves where those before them end, as letters of another font are.
    """
    writer = pypdf.PdfWriter()
    table = StreamObject()
    ranges = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (0x00, 0x04, 0x20))
    table.set_data(
        f"begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"3 beginbfrange\n{ranges}\nendbfrange\nendcmap".encode()
    )
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Own"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/ToUnicode"): writer._add_object(table),
        }
    )
    widths = {"/Type": NameObject("/Font"), "/Subtype": NameObject("/CIDFontType2"), "/BaseFont": NameObject("/Own")}
    widths |= {"/DW": NumberObject(600), "/W": ArrayObject(map(NumberObject, (0, 65535, 600)))}
    font[NameObject("/DescendantFonts")] = ArrayObject(
        [DictionaryObject({NameObject(k): v for k, v in widths.items()})]
    )
    for lines in pages:
        sheet, drawing = writer.add_blank_page(595, 842), DecodedStreamObject()
        shown = ""
        for row, line in enumerate(lines):
            column = 0
            for number, letters in enumerate(line.split("|")):
                shown += f"BT\n/{'FG'[number % 2]} 16 Tf 1 0 0 -1 40 {40 + 22 * row} Tm\n{column * 9.6:.2f} 0 Td "
                shown += f"<{letters.encode('utf-16-be').hex()}> Tj\nET\n"
                column += len(letters)
        drawing.set_data(f".75 0 0 -.75 0 842 cm\n{shown}".encode() if lines else b"")
        sheet[NameObject("/Contents")] = writer._add_object(drawing)
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font, NameObject("/G"): font})}
        )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(5):
            packed.writestr(f"word/{number}.xml", b" " * (30 * 2**20))
    return file.getvalue()


KINDS = {"a.html": page(), "a.docx": word("Жаңы мектеп ачылды", *BODY), "a.pdf": pdf(["Жаңы мектеп ачылды", *BODY])}


@pytest.fixture(params=KINDS)
def path(request, tmp_path):
    (tmp_path / request.param).write_bytes(KINDS[request.param])
    return tmp_path / request.param


def test_the_story_is_read_and_what_stands_around_it_is_not(path):
    raw = read_article(path).raw
    assert raw.startswith("Жаңы мектеп ачылды")
    assert all(paragraph in raw for paragraph in BODY)
    assert not any(word in raw for word in ("Башкы бет", "аябай жакшы", "Мисал гезити"))


def test_facts_point_into_the_text_stored_beside_the_original(path, reader):
    article = read_article(path)
    assert store_text(article) is None
    stored = path.with_name(path.name + STORED)
    record = reader.read(article)
    assert record["sha256"] == hashlib.sha256(stored.read_bytes()).hexdigest()
    assert record["original"] == {"path": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    assert record["source"] == stored.name
    again = read_article(stored)
    assert (
        (again.id, again.raw, again.sha256)
        == ("a", article.raw, article.sha256)
        == ("a", text_of(path), record["sha256"])
    )
    raw = stored.read_bytes().decode("utf-8")
    places = [place for fact in record["partners"] for place in fact["evidence"]] + [record["title"]]
    assert {fact["id"] for fact in record["partners"]} == {"kg-moes"}
    assert all(raw[place["start"] : place["end"]] == place["quote"] for place in places)


def test_the_stored_text_is_no_second_article(path):
    store_text(read_article(path))
    assert find_paths([path.parent]) == [path]
    named = path.with_name(path.name + STORED)
    (refusal,) = read_articles([named])
    assert isinstance(refusal, Refusal) and f"name {path.name}" in refusal.reason


def test_the_same_original_gives_the_same_text_and_a_changed_one_a_new_text(tmp_path):
    source, stored = tmp_path / "a.html", tmp_path / f"a.html{STORED}"
    source.write_bytes(page())
    store_text(read_article(source))
    first = stored.stat()
    store_text(read_article(source))
    assert (stored.stat().st_mtime_ns, stored.stat().st_ino) == (first.st_mtime_ns, first.st_ino)
    source.write_bytes(page(body=(*BODY, "Мугалимдер да келди, алар жаңы окуу жылына толук даяр.")))
    store_text(read_article(source))
    assert "Мугалимдер да келди" in stored.read_text(encoding="utf-8")


def test_a_text_that_cannot_be_stored_is_said(tmp_path):
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / f"a.html{STORED}").mkdir()
    assert "can't be written" in store_text(read_article(tmp_path / "a.html")).reason


def test_jsonl_writes_nothing(path, capsys):
    assert main(["extract", "--to", "jsonl", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["article"] == "a"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_check_compares_quotes_with_the_stored_text_and_the_text_with_its_original(path, reader, tmp_path):
    article = read_article(path)
    store_text(article)
    dump_extracted(reader.read(article), tmp_path / "data" / "extracted" / "a.yaml")
    written = tmp_path / "data" / "extracted" / "a.yaml"

    def problems():
        return [str(one) for one in quote_problems(written, parse(written, written.read_bytes()), tmp_path, text_of)]

    assert problems() == []
    path.write_bytes(path.read_bytes() + b" ")
    assert [one for one in problems() if f"{path.name} has changed" in one] == problems() != []
    path.with_name(path.name + STORED).write_text("башка текст", encoding="utf-8")
    assert f"{path.name}{STORED} has changed" in problems()[0]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "utf-16"])
def test_a_page_says_its_own_encoding(tmp_path, charset):
    russian = (
        "В Бишкеке открылась новая школа, сообщили в министерстве образования и науки.",
        "Учиться в ней будут 600 детей.",
    )
    (tmp_path / "a.html").write_bytes(page(body=russian, title="Открыта школа", charset=charset))
    assert all(paragraph in read_article(tmp_path / "a.html").raw for paragraph in russian)


def test_entities_of_old_kyrgyz_pages_become_letters(tmp_path):
    old = (
        page(title="Ош", charset="utf-8")
        .decode()
        .replace("ө", "&#1257;")
        .replace("ү", "&#1199;")
        .replace("ң", "&#1187;")
    )
    (tmp_path / "a.html").write_bytes(old.replace('"utf-8"', '"windows-1251"').encode("cp1251"))
    assert BODY[0] in read_article(tmp_path / "a.html").raw


def test_a_description_cut_inside_a_letter_spoils_no_page(tmp_path):
    head = '<meta name="description" content="Бишкекте жа'.encode()[:-1] + b'">'
    (tmp_path / "a.html").write_bytes(page().replace(b"</title>", b"</title>" + head))
    assert BODY[0] in read_article(tmp_path / "a.html").raw


HEAD = (
    '<meta property="og:site_name" content="Мисал"><meta property="og:url" content="https://example.org/1">'
    '<link rel="canonical" href="https://example.org/1">'
    '<meta property="article:published_time" content="2024-03-05T09:00:00+06:00">'
)


def test_a_page_says_its_address_outlet_and_date(tmp_path, reader):
    (tmp_path / "a.html").write_bytes(page(head=HEAD))
    record = reader.read(read_article(tmp_path / "a.html"))
    assert (record["url"], record["outlet"]) == ("https://example.org/1", "Мисал")
    assert record["published"] == {"edtf": "2024-03-05", "from": "page"}


def test_the_sidecar_and_the_text_come_before_the_page(tmp_path, reader):
    (tmp_path / "a.html").write_bytes(page(head=HEAD, date="<p>26.02.2025</p>"))
    (tmp_path / "a.yaml").write_text("outlet: Үлгү\nurl: https://example.org/2\n", encoding="utf-8")
    record = reader.read(read_article(tmp_path / "a.html"))
    assert (record["url"], record["outlet"], record["published"]["edtf"]) == (
        "https://example.org/2",
        "Үлгү",
        "2025-02-26",
    )
    assert record["published"]["quote"] == "26.02.2025"


@pytest.mark.parametrize(
    "said", ["<span>2024</span>", "<time>2024-жыл</time>", '<meta name="date" content="2024">', ""]
)
def test_a_year_alone_never_becomes_the_first_of_january(tmp_path, said):
    (tmp_path / "a.html").write_bytes(
        page(head=said if "meta" in said else "", date=said if "meta" not in said else "")
    )
    assert "published" not in read_article(tmp_path / "a.html").page


def test_a_script_as_address_is_not_taken_over(tmp_path):
    head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="javascript:alert(1)">'
    (tmp_path / "a.html").write_bytes(page(head=head))
    assert not read_article(tmp_path / "a.html").page.get("url", "").startswith("javascript")


def test_a_word_document_is_read_with_its_tables_and_without_what_was_struck_out(tmp_path):
    document = docx.Document()
    document.add_heading("Жаңы мектеп ачылды", 0)
    paragraph = document.add_paragraph("Бишкекте ")
    for tag, text, inner in (("ins", "жаңы ", "t"), ("del", "эски ", "delText")):
        run = paragraph._p.makeelement(f"{formats.WORD}{tag}", {})
        run.append(run.makeelement(f"{formats.WORD}r", {}))
        run[0].append(run.makeelement(f"{formats.WORD}{inner}", {}))
        run[0][0].text = text
        paragraph._p.append(run)
    paragraph.add_run("мектеп")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ош", "12 мектеп"
    document.save(tmp_path / "a.docx")
    assert read_article(tmp_path / "a.docx").raw == "Жаңы мектеп ачылды\nБишкекте жаңы мектеп\nОш\n12 мектеп\n"


def test_lines_of_a_pdf_become_paragraphs_without_heads_numbers_and_hyphens():
    first = [
        "Мисал гезити № 5",
        "Жаңы мектеп ачылды",
        "Бишкекте жаңы мектеп ачылды, бул тууралуу Билим берүү жана илим минис-",
        "трлиги билдирди. Ачылыш аземи 26-",
        "мартта өттү, ага шаар мэри жана Ысык-",
    ]
    second = [
        "Мисал гезити № 5",
        "Көл облусунан келген мугалимдер катышты.",
        "Мектепте 600 бала окуйт, алар үчүн бардык шарт түзүлгөн болчу.",
        "2",
    ]
    assert reflow([first, second]).splitlines() == [
        "Жаңы мектеп ачылды",
        "Бишкекте жаңы мектеп ачылды, бул тууралуу Билим берүү жана илим министрлиги билдирди. "
        "Ачылыш аземи 26-мартта өттү, ага шаар мэри жана Ысык-Көл облусунан келген мугалимдер катышты.",
        "Мектепте 600 бала окуйт, алар үчүн бардык шарт түзүлгөн болчу.",
    ]


def test_a_word_whose_letters_are_of_two_fonts_is_one_word():
    words = {"билим", "берүү,", "көйгөйлөрдү", "бул", "ар", "булар", "түз"}
    assert rejoin("билим бер үү ,  к ө йг ө йл ө рд ү т ү з", words) == "билим берүү, көйгөйлөрдү түз"
    assert rejoin("бул ар башка", words) == "бул ар башка"


def test_letters_of_two_fonts_set_side_by_side_are_one_word(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(["Билим бер|үү|  министрлиги бул к|ө|йг|ө|йд|ү|  чечет деп айтылды."]))
    assert read_article(tmp_path / "a.pdf").raw == "Билим берүү министрлиги бул көйгөйдү чечет деп айтылды.\n"


def test_a_hyphen_the_text_writes_elsewhere_stays():
    assert "окуу-усулдук" in reflow(
        [["Бул окуу-усулдук китеп мугалимдерге арналган, башка окуу-", "усулдук китептер да бар."]]
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("none.html", b"<html><body><script>let a = 1</script></body></html>", "no article"),
        ("broken.docx", b"PK\x03\x04 and then nothing", "damaged"),
        ("text.docx", "Жөн эле текст".encode(), "of another kind"),
        ("locked.docx", formats.OLD_WORD + bytes(600), "password"),
        ("blank.docx", word(""), "no text"),
        ("bomb.docx", bomb(), "unpacks to 150 MB"),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<<", "can't be read as .pdf"),
        ("text.pdf", "Жөн эле текст".encode(), "of another kind"),
        ("locked.pdf", pdf(list(BODY), password="сыр"), "password"),
        ("scan.pdf", pdf([], []), "scan"),
        ("signs.pdf", pdf(["\u2013\u2020\u2022\u2030" * 30]), "font"),
        ("long.pdf", pdf(*[["Сап"]] * 101), "101 pages"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason_and_the_others_are_read(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(BODY[0], encoding="utf-8")
    refusal, article = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert isinstance(refusal, Refusal) and reason in refusal.reason, refusal
    for language in ("ky", "ru"):  # no word of the parser's own
        assert not set(re.findall("[A-Za-z]{3,}", refusal.message.in_(language))) - {"Word", "docx", "txt", "pdf"}


def test_a_page_of_a_pdf_that_swells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.articles.pdf.STREAM", 100)
    (tmp_path / "a.pdf").write_bytes(pdf(list(BODY)))
    assert "page 1" in read_article(tmp_path / "a.pdf").reason


def test_a_text_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "LONGEST", 50)
    (tmp_path / "a.docx").write_bytes(word(*BODY))
    assert "at most 50" in read_article(tmp_path / "a.docx").reason


def test_a_file_beyond_measure_is_refused_unread(tmp_path):
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(articles.LARGEST_WITH_PICTURES + 1)
    assert (
        f"26 MB; an article has at most {articles.LARGEST_WITH_PICTURES // 2**20} MB"
        in read_article(tmp_path / "a.pdf").reason
    )


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_a_damaged_file_is_read_or_refused_but_stops_nothing(kind, changes, until):
    data = bytearray(KINDS[kind])
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    try:
        found = formats.plain(f".{kind.split('.')[1]}", bytes(data[: max(1, int(until * len(data)))]))
        assert found.text.encode()
    except formats.Unreadable as refusal:
        assert str(refusal)


def test_the_libraries_are_loaded_only_when_such_a_file_is_met():
    code = "import sys, loaders.__main__; print({'trafilatura', 'docx', 'pypdf', 'lxml'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
