"""A file that can't be read is refused with its reason; the others are still read."""

import os

import pytest

from loaders.articles import LARGEST, Article, Refusal, passed_over, read_articles

TEXT = "Мектеп ачылды. Бул тууралуу министрлик билдирди."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", " \n\u00a0\n".encode(), "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "no text"),
        ("zero.txt", b"abc\x00def", "no text"),
        ("shift.txt", "学校が開校した。".encode("shift_jis") * 20, "not text in an encoding"),
        ("article.exe", TEXT.encode(), "is no article"),
    ],
)
def test_an_unreadable_file_is_refused_with_its_reason(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (refusal,) = read_articles([tmp_path / name])
    assert isinstance(refusal, Refusal) and reason in refusal.reason


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50 * 2**20)
    (refusal,) = read_articles([tmp_path / "big.txt"])
    assert f"50 MB; an article has at most {LARGEST // 2**20} MB" in refusal.reason


def test_one_bad_file_never_stops_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    refusal, article = read_articles([tmp_path])
    assert isinstance(refusal, Refusal) and isinstance(article, Article)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_the_encodings_of_kyrgyz_sites_are_read(tmp_path, encoding):
    text = ("Школа открыта. Об этом сообщили в министерстве образования. " * 8) if encoding == "cp1251" else TEXT
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = read_articles([tmp_path])
    assert article.raw.lstrip("\ufeff") == text


def test_line_ends_stay_as_stored(tmp_path):
    (tmp_path / "a.txt").write_bytes("Биринчи\r\nэкинчи\r\n".encode())
    (article,) = read_articles([tmp_path])
    assert article.raw == "Биринчи\r\nэкинчи\r\n"


def test_a_sidecar_says_what_the_text_does_not(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("outlet: Кут Билим\nurl: https://example.org/a\n", encoding="utf-8")
    (article,) = read_articles([tmp_path])
    assert article.sidecar == {"outlet": "Кут Билим", "url": "https://example.org/a"}


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("outlat: Кут Билим", "a.yaml:1: unknown field outlat; did you mean outlet?"),
        ("outlet: Кут Билим\nurl: javascript:alert(1)", "a.yaml:2: url: javascript:alert(1) is not a link"),
        ("published: 12.05.2025", "a.yaml:1: published: 12.05.2025 is not a date such as"),
        ("language: kg", "a.yaml:1: language: kg is not one of"),
        ("url https://example.org/a", "a.yaml:1: the file must be a group of fields"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_its_line(tmp_path, sidecar, said):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(sidecar, encoding="utf-8")
    (refusal,) = read_articles([tmp_path / "a.txt"])
    assert said in refusal.reason


def test_a_year_in_a_sidecar_is_a_date_as_it_is_in_a_record(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("published: 2024\n", encoding="utf-8")
    (article,) = read_articles([tmp_path / "a.txt"])
    assert article.sidecar == {"published": "2024"}


def test_a_name_or_a_file_of_an_odd_kind_is_refused_and_the_others_are_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / f"{'я' * 120}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(TEXT, encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    results = list(read_articles([tmp_path]))
    assert [result.id for result in results if isinstance(result, Article)] == ["a"]
    said = sorted(result.reason for result in results if isinstance(result, Refusal))
    assert [reason.split(":")[0] for reason in said] == [
        "can't be opened",
        "has a name that is no UTF-8 text",
        "has too long a name",
        "is no file that holds a text; put the file itself here",
    ]


def test_what_lies_in_a_folder_and_is_not_read_is_said(tmp_path):
    for name in ("a.txt", "a.yaml", "b.html", "b.html.text", ".hidden", "c.doc", "alone.yaml", "a.yml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "older").mkdir()
    said = {refusal.path.name: refusal.message.kind for refusal in passed_over([tmp_path, tmp_path / "a.txt"])}
    assert said == {
        "c.doc": "no-article-file",
        "a.yml": "no-article-file",
        "alone.yaml": "sidecar-alone",
        "older": "article-folder",
    }


def test_two_files_of_one_name_do_not_overwrite_each_other(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    results = list(read_articles([tmp_path]))
    assert [type(result) for result in results] == [Article, Refusal]
