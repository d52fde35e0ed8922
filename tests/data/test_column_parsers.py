from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import column_parsers as col
from data.messages import message


def test_text_of_any_length_is_kept_whole() -> None:
    assert col.text("å" * 5000) == "å" * 5000


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
        "https://user:password@a.se",
        "https://user@a.se/x",
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
        assert not set(url) & set('"<>` {}')


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


def test_link_completes_www_with_https() -> None:
    assert col.link("www.example.se/om") == "https://www.example.se/om"
