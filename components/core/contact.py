"""Ways to reach the operator: which texts of the settings are e-mail addresses or links, and links that name a page."""

from __future__ import annotations

import functools
import re
from string import punctuation
from urllib.parse import quote

from markdown_it import MarkdownIt

from data.column_parsers import link

EMAIL = re.compile(r"[^\s@:<>()\[\]?&]+@[^\s@:<>()\[\]?&]+")
PUNCTUATION = re.compile(f"[{re.escape(punctuation)}]")  # signs that can have a meaning in Markdown
TITLE_PLACEHOLDER, PAGE_PLACEHOLDER = "{title}", "{page}"  # in a template of a link: the title of the page and its URL


def is_email(text: str) -> bool:
    """Return True for an e-mail address."""
    return bool(EMAIL.fullmatch(text))


def is_link(text: str) -> bool:
    """Return True for a URL that begins with http:// or https://."""
    try:
        return bool(text and link(text))
    except ValueError:
        return False


def contact_markdown(contact: str) -> str:
    """Return a contact as Markdown: an e-mail address or a link as a link, any other text as it is."""
    if is_email(contact):
        return f"[{escape_markdown(contact)}](mailto:{quote(contact, safe='@')})"
    return f"<{link(contact)}>" if is_link(contact) else contact


@functools.cache
def contact_html(contact: str) -> str:
    """Return a contact as HTML, made once; HTML inside it is shown as text."""
    html: str = MarkdownIt("js-default").renderInline(contact_markdown(contact))
    return html


def escape_markdown(text: str) -> str:
    """Return Markdown that shows the text as it is."""
    return PUNCTUATION.sub(r"\\\g<0>", text)


def read_correction_address(text: str) -> str:
    """Return an e-mail address or a link, in which {page} stands for the URL of the page. Raises ValueError for any other text."""
    if not text or is_email(text):
        return text
    link(text.replace(PAGE_PLACEHOLDER, "page"))
    return text


def mail_template(address: str, subject: str, body: str) -> str:
    """Return the template of a link that opens an e-mail to the address; subject and body may hold {title} and {page}."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='{}')}&body={quote(body, safe='{}')}"


def fill_in_page(template: str, title: str, url: str) -> str:
    """Return the link of a template for a page with this title and URL."""
    return template.replace(TITLE_PLACEHOLDER, quote(title, safe="")).replace(PAGE_PLACEHOLDER, quote(url, safe=""))
