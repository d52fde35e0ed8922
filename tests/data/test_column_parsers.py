from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import column_parsers as col
from data.messages import message


def test_text_has_at_most_500_characters() -> None:
    assert col.text("å" * 500) == "å" * 500
    with pytest.raises(ValueError, match=r"^at most 500 characters$"):
        col.text("å" * 501)


@pytest.mark.parametrize("value", ["a", "paper-province", "3d", "a-1-b", "a" * 80])
def test_slug_accepts_letters_digits_and_single_hyphens(value: str) -> None:
    assert col.slug(value) == value


@pytest.mark.parametrize("value", ["", "A", "å", "a b", "a_b", "-a", "a-", "a--b", "a/b", "a\n", "a" * 81, "../x"])
def test_slug_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match="paper-province"):
        col.slug(value)


@pytest.mark.parametrize(
    "value",
    ["http://a.se", "https://paperprovince.com", "https://opentech.se/?p=189", "https://a.se/å?b=c#d", "HTTPS://A.SE", "http://[::1]/"],
)
def test_link_accepts_http_and_https_urls(value: str) -> None:
    assert col.link(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "paperprovince.com",
        "//paperprovince.com",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://a.se/%0aalert(1)",
        "data:text/html,x",
        "ftp://a.se",
        "mailto:a",
        "http://",
        "https:///path",
        "http://[::1",
        "https://a.se/ b",
        'https://a.se/"onclick=',
        "https://a.se/'",
        "https://a.se/<script>",
        "https://a.se/`",
        "https://a.se/{{7*7}}",
        "https://a.se/\\",
    ],
)
def test_link_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a web address with http:// or https://, such as https://www.example.se$"):
        col.link(value)


@given(st.text(), st.sampled_from(["", "http://", "https://", "http://a.se/"]))
def test_link_accepts_no_text_that_could_leave_an_attribute(rest: str, start: str) -> None:
    with suppress(ValueError):
        url = col.link(start + rest)
        assert url == start + rest
        assert url.lower().startswith(("http://", "https://"))
        assert not set(url) & set("\"'<>` {}")


@pytest.mark.parametrize(("value", "year"), [("1800", 1800), ("2018", 2018), ("2100", 2100)])
def test_year_reads_1800_to_2100(value: str, year: int) -> None:
    assert col.year(value) == year


@pytest.mark.parametrize("value", ["", "1799", "2101", "18", "02018", "2018.0", "+2018", "２０１８", "2018\n", "MMXVIII"])
def test_year_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a year from 1800 to 2100$"):
        col.year(value)


@pytest.mark.parametrize(("value", "count"), [("1", 1), ("130", 130), ("9999999", 9999999)])
def test_count_reads_whole_numbers_from_1(value: str, count: int) -> None:
    assert col.count(value) == count


@pytest.mark.parametrize("value", ["", "0", "-1", "007", "1.5", "1,5", "10 00", "1 0000", "ca 20", "10000000", "１", "1e3"])
def test_count_refuses_zero_fractions_and_words(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a whole number from 1 to 9999999, or nothing when it is not known$"):
        col.count(value)


@pytest.mark.parametrize("value", ["2018", "2018-09", "2018-09-24", "2020-02-29"])
def test_partial_date_keeps_its_precision(value: str) -> None:
    assert col.partial_date(value) == value


@pytest.mark.parametrize(
    "value", ["", "18", "2018-13", "2018-00", "2018-9", "2018-02-30", "2019-02-29", "2018-09-00", "24/9 2018", "0000", "2018-09-24\n"]
)
def test_partial_date_refuses_everything_else(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a date such as 2018, 2018-09 or 2018-09-24$"):
        col.partial_date(value)


def test_one_of_nothing_refuses_everything() -> None:
    with pytest.raises(ValueError, match=r"^one of "):
        col.one_of(())("gold")


def test_one_of_lists_the_codes_in_their_order() -> None:
    parse = col.one_of(("bronze", "silver", "gold"))
    assert parse("gold") == "gold"
    with pytest.raises(ValueError, match=r"^one of bronze, silver, gold$"):
        parse("Gold")


def test_matching_applies_to_the_whole_value() -> None:
    parse = col.matching(r"SE\d{3}", message("a NUTS 3 code"))
    assert parse("SE224") == "SE224"
    for value in ("", "SE22", "SE2244", "xSE224", "SE224\n"):
        with pytest.raises(ValueError, match=r"^a NUTS 3 code$"):
            parse(value)


@pytest.mark.parametrize("value", ["1 200", "1\u00a0200", "1200"])
def test_a_count_may_have_a_space_between_its_thousands(value: str) -> None:
    assert col.count(value) == 1200


def test_link_completes_www_with_https() -> None:
    assert col.link("www.example.se/om") == "https://www.example.se/om"
