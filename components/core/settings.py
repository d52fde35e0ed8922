"""Settings of the operator, read from environment variables and validated once at the start.

Written by hand: `starlette.config` stops at the first wrong value, and pydantic-settings would be a new dependency for a few variables.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components.core.contact import read_correction_address
from components.core.logo import MAX_LOGO_KILOBYTES, Logo, read_logo
from data.column_parsers import link
from data.licences import LICENCES, Licence, read_licence
from data.lists import S3_PILOTEN, SHIPPED_LISTS
from data.sources.choose_source import source_at
from geo.contrast import MIN_TEXT_CONTRAST, contrast
from geo.palette import PAGE_COLOURS

MAX_REFRESH_SECONDS = 86_400  # a day
HIGHEST_LIVE_VISITS = 100_000
# A host with or without port and path; "*" stands only for the names below a host, such as https://*.example.se.
ORIGIN = re.compile(r"https?://(?:\*\.[\w-]+\.)?[\w.:\[\]-]+(?:/[\w./~%-]*)?", re.ASCII)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SettingsError(ValueError):
    """Settings that are not allowed; the message has one line for each."""


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


@dataclass(frozen=True)
class ListSettings:
    """Source of the dataset and the way it is kept current.

    Attributes:
        source: Code of a shipped list, path or URL.
        table: Table or view of a database, with its schema where needed.
        name: Name of the dataset that visitors read; "" for the source's own.
        refresh_seconds: Time between two looks at the source.
        snapshot_folder: Folder of the last good version.
        licence: Licence of a list that is not shipped; None where it is not stated.
    """

    source: str
    table: str
    name: str
    refresh_seconds: float
    snapshot_folder: Path
    licence: Licence | None = None


@dataclass(frozen=True)
class Operator:
    """Organisation that answers for the dashboard; "" for what is not set.

    Attributes:
        name: Its name.
        contact: How to reach it: an e-mail address, a link or Markdown.
        correction: Where visitors suggest corrections: an e-mail address, or a link in which {page} stands for the URL of the page.
        logo: Its logo; None where it has none.
    """

    name: str
    contact: str
    correction: str = ""
    logo: Logo | None = None


@dataclass(frozen=True)
class Settings:
    """All settings of the operator; Streamlit's own options stay in `st.get_option`.

    Attributes:
        clusters: Source of the dataset.
        operator: Organisation that answers for the dashboard.
        public_url: URL at which visitors find the dashboard, with a slash at its end; "" where not set.
        metrics_are_open: True if Streamlit's metrics endpoint answers.
        max_live_visits: Live visits that a process serves at the same time; further visitors get plain HTML pages.
        frame_ancestors: Sources of the policy's directive of this name: the page itself and other sites that may show it in a frame.
        embedding_is_on: True if every site may show the map or the list in a frame of its own (`embed` in the URL).
        accent_colour: Colour of links and of what is chosen in the light theme, such as #12608f; "" for the app's own.
    """

    clusters: ListSettings
    operator: Operator
    public_url: str
    metrics_are_open: bool
    max_live_visits: int
    frame_ancestors: tuple[str, ...]
    embedding_is_on: bool
    accent_colour: str = ""

    @property
    def shown(self) -> tuple[object, ...]:
        """What files and descriptions show of the settings: other values make another file of the same list."""
        return self.operator, self.clusters.licence, self.accent_colour

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read and validate all settings. Raises SettingsError with every setting that is not allowed."""
        values, problems = {}, []
        for setting in SETTINGS:
            text = environ.get(setting.name, "").strip() or setting.default
            try:
                values[setting.name] = setting.parse(text)
            except ValueError:
                problems.append(setting.problem_with(text))
        if values.get("OPERATOR_LOGO") and not values.get("OPERATOR_NAME"):
            problems.append("OPERATOR_LOGO: needs OPERATOR_NAME, which is its alternative text")
        if problems:
            raise SettingsError("\n".join(problems))
        return cls(
            clusters=ListSettings(
                source=values["CLUSTERS_SOURCE"],
                table=values["CLUSTERS_TABLE"],
                name=values["CLUSTERS_NAME"],
                refresh_seconds=values["CLUSTERS_REFRESH"],
                snapshot_folder=_snapshot_folder(values["CLUSTERS_COPIES"], values["XDG_CACHE_HOME"]),
                licence=values["CLUSTERS_LICENCE"],
            ),
            operator=Operator(values["OPERATOR_NAME"], values["OPERATOR_CONTACT"], values["CORRECTION_ADDRESS"], values["OPERATOR_LOGO"]),
            public_url=values["PUBLIC_ADDRESS"],
            metrics_are_open=values["METRICS"],
            max_live_visits=values["MAX_LIVE_VISITS"],
            frame_ancestors=values["FRAME_ANCESTORS"],
            embedding_is_on=values["EMBEDDING"],
            accent_colour=values["ACCENT_COLOUR"],
        )


@functools.cache
def settings() -> Settings:
    """Return the settings of this process; `dashboard.py` reads them before any request is answered. Raises SettingsError."""
    return Settings.from_env(os.environ)


def _source(value: str) -> str:
    if value not in SHIPPED_LISTS:
        source_at(value, "clusters")  # raises ValueError for a URL of an unknown kind
    return value


def _seconds(value: str) -> float:
    if not value.isdecimal() or not 1 <= int(value) <= MAX_REFRESH_SECONDS:
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


def _snapshot_folder(folder: str, cache: str) -> Path:
    return Path(folder) if folder else Path(cache).expanduser() / "klusterkartan"


SETTINGS = (
    Setting(
        "CLUSTERS_SOURCE",
        S3_PILOTEN.code,
        f"{' or '.join(SHIPPED_LISTS)}, a path, http(s)://… or postgresql://…",
        _source,
        may_hold_password=True,
    ),
    Setting("CLUSTERS_TABLE", "clusters", "any text"),
    Setting("CLUSTERS_NAME", "", "any text"),
    Setting("CLUSTERS_LICENCE", "", f"{', '.join(LICENCES)} or the URL of a licence", read_licence),
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
