"""A file that can't be read is refused with its reason; the others are still read."""

import pytest

from loaders.articles import LARGEST, Article, Refusal, read_articles

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


def test_a_wrong_sidecar_is_refused_with_its_line(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("outlat: Кут Билим\n", encoding="utf-8")
    (refusal,) = read_articles([tmp_path / "a.txt"])
    assert "outlat" in refusal.reason and "outlet" in refusal.reason


def test_two_files_of_one_name_do_not_overwrite_each_other(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    results = list(read_articles([tmp_path]))
    assert [type(result) for result in results] == [Article, Refusal]
