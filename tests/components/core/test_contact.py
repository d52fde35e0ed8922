from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from markdown_it import MarkdownIt

from components.core.contact import (
    contact_html,
    contact_markdown,
    escape_markdown,
    fill_in_page,
    is_email,
    is_link,
    mail_template,
    read_correction_address,
)
from tests.hostile import LINES
from tests.html_tree import tree_of


@pytest.mark.parametrize(
    ("text", "kinds", "markdown"),
    [
        ("hej@example.se", (True, False), r"[hej\@example\.se](mailto:hej@example.se)"),
        ("åsa@växjö.se", (True, False), r"[åsa\@växjö\.se](mailto:%C3%A5sa@v%C3%A4xj%C3%B6.se)"),
        ("https://www.example.se/kontakt", (False, True), "<https://www.example.se/kontakt>"),
        ("www.example.se", (False, True), "<https://www.example.se>"),
        ("[skriv](mailto:a@b.se)", (False, False), "[skriv](mailto:a@b.se)"),
        ("a@b.se?bcc=c@d.se", (False, False), "a@b.se?bcc=c@d.se"),
        ("", (False, False), ""),
    ],
)
def test_a_contact_is_an_email_address_a_link_or_markdown(text: str, kinds: tuple[bool, bool], markdown: str) -> None:
    assert (is_email(text), is_link(text)) == kinds and contact_markdown(text) == markdown


def test_a_contact_as_html_is_a_link_with_the_address_as_its_text() -> None:
    assert contact_html("åsa_b_@region.se") == '<a href="mailto:%C3%A5sa_b_@region.se">åsa_b_@region.se</a>'


@pytest.mark.parametrize("text", [*LINES, "1. Region", "- *a* _b_ `c` [d](https://e.se) &amp; <f@g.se> \\"])
def test_escaped_markdown_shows_the_text_as_it_is(text: str) -> None:
    one_line = " ".join(text.split())
    shown = tree_of(MarkdownIt("js-default").render(escape_markdown(one_line)))
    assert shown.text == one_line and not shown.all("a")


@pytest.mark.parametrize("text", ["", "hej@example.se", "https://www.example.se/ratta", "https://www.example.se/?p={page}&x=1"])
def test_a_correction_address_stays_as_it_is(text: str) -> None:
    assert read_correction_address(text) == text


@pytest.mark.parametrize("text", ["mejla oss", "javascript:{page}", "{page}", "https://{page}@a.se", "ftp://a.se/{page}"])
def test_any_other_correction_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the settings give the message
        read_correction_address(text)


def test_a_prepared_mail_names_the_page_by_any_title() -> None:
    title, url = "Ljus & värme {page} ?#%: 100 %", "https://a.se/?q=x&y=å#z"
    mail = urlsplit(fill_in_page(mail_template("rätt@example.se", "Rättelse: {title}", "Sida: {page}\n\nFel & rätt:"), title, url))
    assert (mail.scheme, mail.path, mail.fragment) == ("mailto", "r%C3%A4tt@example.se", "")
    fields = parse_qs(mail.query)
    assert fields.keys() == {"subject", "body"}
    assert fields["body"] == [f"Sida: {url}\n\nFel & rätt:"] and fields["subject"] == [f"Rättelse: {title}"]
