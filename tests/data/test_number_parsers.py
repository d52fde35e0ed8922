"""Years, counts and dates, as people and programs write them."""

from __future__ import annotations

import pytest

from data.column_parsers import Understood
from data.messages import message
from data.number_parsers import count, partial_date, year


@pytest.mark.parametrize(("value", "expected"), [("1800", 1800), ("2018", 2018), ("2100", 2100), ("2009.0", 2009), ("2009,0", 2009)])
def test_year_reads_1800_to_2100(value: str, expected: int) -> None:
    assert year(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2015-03-01", 2015), ("2015-03-01 00:00:00", 2015), ("2015/03/01", 2015), ("1/3 2015", 2015), ("01.03.2015", 2015),
     ("2015-03", 2015), ("20150301", 2015), ("ca 1990", 1990), ("c:a 1990", 1990), ("~1990", 1990),
     ("2009?", 2009), ("(2009)", 2009), ("år 2009", 2009),
     ("våren 2009", 2009), ("maj 2009", 2009), ("1 maj 2009", 2009), ("sedan 2009", 2009), ("Grundat våren 2009", 2009),
     ("founded in 2009", 2009), ("2009 (ombildat 2015)", 2009)],
)  # fmt: skip
def test_the_year_of_a_date_or_beside_a_word_is_understood(value: str, expected: int) -> None:
    result = year(value)
    assert isinstance(result, Understood) and result.value == expected and result.text == f"read as {expected}"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1799",
        "2101",
        "18",
        "02018",
        "２０１８",
        "2018\n",
        "MMXVIII",
        "2015/2016",
        "2015-2016",
        "2015-13-01",
        "2000-talet",
        "före 2009",
        "ej 2009",
    ],
)
def test_year_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a year from 1800 to 2100$"):
        year(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", 1), ("130", 130), ("9999999", 9999999), ("1 200", 1200), ("1\u00a0200", 1200), ("40.0", 40), ("40,0", 40), ("1 200,0", 1200)],
)
def test_count_reads_whole_numbers_from_1(value: str, expected: int) -> None:
    assert count(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("ca 40", 40), ("cirka 40", 40), ("40 st", 40), ("40 företag", 40), ("> 40", 40), (">40", 40), ("40+", 40), ("över 1 200", 1200),
     ("1.200", 1200), ("1,200", 1200), ("1'200", 1200), ("1.200.000", 1200000), ("ca 40 medlemmar", 40), ("40?", 40),
     ("(40)", 40), ("40*", 40), ("40¹", 40), ("40 (2020)", 40), ("40[2]", 40), ("40 aktiva", 40)],
)  # fmt: skip
def test_a_count_among_words_or_signs_is_understood(value: str, expected: int) -> None:
    result = count(value)
    assert isinstance(result, Understood) and result.value == expected and result.text == f"read as {expected}"


@pytest.mark.parametrize(
    "value", ["", "0", "-1", "007", "1.5", "1,5", "10 00", "1 0000", "10000000", "１", "1e3", "40-50", "fyrtio", "1.200,5", "ca", "40 år"]
)
def test_count_refuses_zero_fractions_and_ranges(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a whole number from 1 to 9999999, or nothing when it is not known$"):
        count(value)


@pytest.mark.parametrize("value", ["2018", "2018-09", "2018-09-24", "2020-02-29"])
def test_partial_date_keeps_its_precision(value: str) -> None:
    assert partial_date(value) == value


@pytest.mark.parametrize(
    ("value", "expected"), [("2018.0", "2018"), ("2018-09-24 00:00:00", "2018-09-24"), ("2018-09-24T00:00:00Z", "2018-09-24")]
)
def test_a_date_as_programs_write_it(value: str, expected: str) -> None:
    assert partial_date(value) == expected


def test_a_time_of_day_behind_a_date_is_read_as_the_day() -> None:
    assert partial_date("2018-09-24 13:30") == Understood("2018-09-24", message("read as %(value)s", value="2018-09-24"))
    assert year("2018-09-24T13:30:05Z") == Understood(2018, message("read as %(value)d", value=2018))


@pytest.mark.parametrize(
    "value", ["", "18", "2018-13", "2018-00", "2018-9", "2018-02-30", "2019-02-29", "2018-09-00", "24/9 2018", "0000", "2018-09-24\n"]
)
def test_partial_date_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a date such as 2018, 2018-09 or 2018-09-24$"):
        partial_date(value)


def test_the_serial_number_of_a_day_is_a_day() -> None:
    read = [parse("45000") for parse in (year, partial_date)]
    assert [each.value for each in read if isinstance(each, Understood)] == [2023, "2023-03-15"]
