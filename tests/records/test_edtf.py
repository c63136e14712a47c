from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records.edtf import parse


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-03-26", "2025-03-26", "2025-03-26"),
        ("2019/2020", "2019-01-01", "2020-12-31"),
        ("2025-08/2025-09", "2025-08-01", "2025-09-30"),
        ("2021/..", "2021-01-01", None),
        ("../2021-05", None, "2021-05-31"),
        ("XXXX-03-26", None, None),
        ("XXXX-11", None, None),
        ("XXXX-07-27/XXXX-07-29", None, None),
    ],
)
def test_a_date_means_no_day_that_was_not_said(text, earliest, latest):
    span = parse(text)
    assert [day and day.isoformat() for day in (span.earliest, span.latest)] == [earliest, latest]


IMPOSSIBLE = """2024-13 2024-02-30 2023-02-29 XXXX-02-30 XXXX-13 XXXX 2020/2019 ../.. 24 2024-3 0000 26.02.2025
2024-03-05T10:00 2024/XXXX-03 2024/ быйыл"""


@pytest.mark.parametrize("text", ["", *IMPOSSIBLE.split()])
def test_an_impossible_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse(text)


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_real_day_is_read(day):
    span = parse(day.isoformat())
    assert span.earliest == span.latest == day
    for vaguer in (day.isoformat()[:7], day.isoformat()[:4], "XXXX" + day.isoformat()[4:]):
        assert parse(vaguer).consistent(span) and span.consistent(parse(vaguer))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024", "2024-03", True),
        ("2022-09", "2024", False),
        ("2025-02-26", "XXXX-03-26", False),
        ("2025-02-26", "XXXX-02", True),
        ("2025", "XXXX-03-26", True),
        ("2021/..", "2030", True),
        ("2021/..", "2020", False),
        ("XXXX-07-27/XXXX-07-29", "2024-07-27", True),
        ("XXXX-07-27/XXXX-07-29", "2024-07-28", True),
        ("XXXX-07-27/XXXX-07-29", "2024-07-30", False),
        ("XXXX-12-30/XXXX-01-02", "2024-01-01", True),
    ],
)
def test_two_dates_agree_when_some_day_can_be_both(one, other, agree):
    assert parse(one).consistent(parse(other)) is agree
    assert parse(other).consistent(parse(one)) is agree
