"""Web addresses as people write them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.column_parsers import Understood
from data.website import suggest_website, website


@pytest.mark.parametrize(
    "value", ["https://ex.se", "https://www.youtube.com/@kluster", "https://ex.se/it's", "https://ex.se/a;jsessionid=1"]
)
def test_an_address_is_taken_as_it_is(value: str) -> None:
    assert website(value) == value


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("paperprovince.com", "https://paperprovince.com"),
        ("ex.se/om-oss", "https://ex.se/om-oss"),
        ("skärgård.se", "https://skärgård.se"),
        ("http:/ex.se", "http://ex.se"),
        ("https//ex.se", "https://ex.se"),
        ("https: //ex.se", "https://ex.se"),
        ("<https://ex.se>", "https://ex.se"),
        ("(www.ex.se)", "https://www.ex.se"),
    ],
)
def test_an_address_without_its_scheme_is_understood(value: str, url: str) -> None:
    result = website(value)
    assert isinstance(result, Understood) and (result.value, result.text) == (url, f"read as {url}")


@pytest.mark.parametrize(
    "value",
    [
        "ex.se (ny)", "//ex.se", "[Ex](https://ex.se)", "Ex AB <ex.se>", '=HYPERLINK("https://ex.se","Ex")', "https://ex.se | info@ex.se",
        "Ex AB (https://ex.se)",
    ],
)  # fmt: skip
def test_the_only_address_in_a_text_is_understood(value: str) -> None:
    result = website(value)
    assert isinstance(result, Understood) and (result.value, result.text) == ("https://ex.se", "read as https://ex.se")


@pytest.mark.parametrize(
    "value", ["https://ex.se, https://b.se", "ex.se; b.se", "https://ex.se\nhttps://b.se", "ex.se och b.se", "https://ex.se https://b.se"]
)
def test_of_several_addresses_the_first_is_taken(value: str) -> None:
    result = website(value)
    assert isinstance(result, Understood) and (result.value, result.text) == (
        "https://ex.se",
        "read as https://ex.se, the first of several",
    )


@pytest.mark.parametrize(
    "value",
    [
        "Webbplats",
        "info@ex.se",
        "htps://ex.se",
        "https://ex.se/a path",
        "http://www.",
        "https://ex.se → kontakt",
        "javascript:alert(1)",
        "ex",
        "1.5",
        "ftp://ex.se",
    ],
)
def test_a_text_that_may_be_no_address_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^a web address with http:// or https://, such as https://www.example.se$"):
        website(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("htps://ex.se", "https://ex.se"), ("https://ex.se/a path", "https://ex.se/a%20path"), ("info@ex.se", ""), ("Webbplats", "")],
)
def test_the_address_that_was_meant_is_suggested(value: str, expected: str) -> None:
    assert suggest_website(value) == expected


@given(st.text(), st.sampled_from(["", "http://", "https://", "http://a.se/", "a.se/", "a.se, "]))
def test_no_text_gives_an_address_that_could_leave_an_attribute(rest: str, start: str) -> None:
    with suppress(ValueError):
        result = website(start + rest)
        url = str(result.value if isinstance(result, Understood) else result)
        assert url.lower().startswith(("http://", "https://")) and not set(url) & set('"<>` {}')
