"""Table of the operator's settings: the name of each environment variable, its default, what it allows, and how its text is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from components.core.contact import read_correction_address
from components.core.logo import MAX_LOGO_KILOBYTES, read_logo
from data.column_parsers import link
from data.licences import LICENCES, read_licence
from data.lists import S3_PILOTEN, SHIPPED_LISTS
from data.sources.choose_source import source_at
from data.sources.request_headers import ALLOWED_HEADERS, read_headers
from geo.contrast import MIN_TEXT_CONTRAST, contrast
from geo.palette import PAGE_COLOURS

MAX_REFRESH_SECONDS = 86_400  # a day
HIGHEST_LIVE_VISITS = 100_000
HIGHEST_PERCENT = 100
# A host with or without port and path; "*" stands only for the names below a host, such as https://*.example.se.
ORIGIN = re.compile(r"https?://(?:\*\.[\w-]+\.)?[\w.:\[\]-]+(?:/[\w./~%-]*)?", re.ASCII)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Setting:
    """One environment variable.

    Attributes:
        name: Name of the variable.
        default: Text that stands for a variable that is not set, or empty.
        allowed: Allowed values in words, for errors and `docs/configuration.md`.
        parse: Turns the text into the value; raises ValueError for text that is not allowed.
        may_hold_password: True if errors must not show the value.
    """

    name: str
    default: str
    allowed: str
    parse: Callable[[str], Any] = str
    may_hold_password: bool = False

    def problem_with(self, value: str) -> str:
        """Return the line that tells the operator why this value is refused."""
        is_secret = self.may_hold_password or "@" in value  # a URL such as https://user:password@host
        shown = "the value (not shown here: it may hold a password)" if is_secret else repr(value)
        return f"{self.name}: {shown} is not allowed; allowed: {self.allowed}"


def _source(value: str) -> str:
    if value not in SHIPPED_LISTS:
        source_at(value, "clusters")  # raises ValueError for a URL of an unknown kind
    return value


def _seconds(value: str) -> float:
    if not value.isdecimal() or not 1 <= int(value) <= MAX_REFRESH_SECONDS:
        raise ValueError
    return float(value)


def _percent(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]+)?", value) or float(value) > HIGHEST_PERCENT:
        raise ValueError
    return float(value)


def _url(value: str) -> str:
    if not value:
        return ""
    url = link(value)
    if set("?#") & set(url):
        raise ValueError
    return url.rstrip("/") + "/"


def _is_open(value: str) -> bool:
    if value not in {"open", "closed"}:
        raise ValueError
    return value == "open"


def _is_on(value: str) -> bool:
    if value not in {"on", "off"}:
        raise ValueError
    return value == "on"


def _visits(value: str) -> int:
    if not value.isdecimal() or not value.isascii() or int(value) > HIGHEST_LIVE_VISITS:
        raise ValueError
    return int(value)


def _origins(value: str) -> tuple[str, ...]:
    """Return the page itself and the origins; none of them may end the header's directive or stand for every site."""
    origins = tuple(value.split())
    if not all(ORIGIN.fullmatch(origin) for origin in origins):
        raise ValueError
    return ("'self'", *origins)


def _colour(value: str) -> str:
    """Return the colour; it has to be legible on the page's light background."""
    if not value:
        return ""
    if not COLOUR.fullmatch(value) or contrast(value, PAGE_COLOURS["background"][0]) < MIN_TEXT_CONTRAST:
        raise ValueError
    return value.lower()


SETTINGS = (
    Setting(
        "CLUSTERS_SOURCE",
        S3_PILOTEN.code,
        f"{' or '.join(SHIPPED_LISTS)}, a path, http(s)://… or postgresql://…",
        _source,
        may_hold_password=True,
    ),
    Setting("CLUSTERS_TABLE", "clusters", "any text"),
    Setting("CLUSTERS_HEADERS", "", ALLOWED_HEADERS, read_headers, may_hold_password=True),
    Setting("CLUSTERS_NAME", "", "any text"),
    Setting("CLUSTERS_LICENCE", "", f"{', '.join(LICENCES)} or the URL of a licence", read_licence),
    Setting("CLUSTERS_MAX_LEFT_OUT", "2", f"a number of per cent from 0 to {HIGHEST_PERCENT}", _percent),
    Setting("CLUSTERS_REFRESH", "60", f"a whole number of seconds from 1 to {MAX_REFRESH_SECONDS}", _seconds),
    Setting("CLUSTERS_COPIES", "", "a folder"),
    Setting("XDG_CACHE_HOME", "~/.cache", "a folder"),
    Setting("OPERATOR_NAME", "", "any text"),
    Setting("OPERATOR_CONTACT", "", "any text"),
    Setting("OPERATOR_LOGO", "", f"a file with an SVG or PNG of at most {MAX_LOGO_KILOBYTES} kB", read_logo),
    Setting("CORRECTION_ADDRESS", "", "an e-mail address, or a URL, in which {page} stands for that of the page", read_correction_address),
    Setting("PUBLIC_ADDRESS", "", "a URL that begins with http:// or https://, without ? and #", _url),
    Setting("METRICS", "closed", "open or closed", _is_open),
    Setting("MAX_LIVE_VISITS", "200", f"a whole number from 0 to {HIGHEST_LIVE_VISITS}", _visits),
    Setting("FRAME_ANCESTORS", "", "origins such as https://www.example.se, separated by spaces", _origins),
    Setting("EMBEDDING", "on", "on or off", _is_on),
    Setting("ACCENT_COLOUR", "", f"a colour such as #12608f, with a contrast to white of at least {MIN_TEXT_CONTRAST}", _colour),
)
