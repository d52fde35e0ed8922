"""Settings of the operator, read from environment variables and validated once at the start.

Written by hand: `starlette.config` stops at the first wrong value, and pydantic-settings would be a new dependency for a few variables.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from components.core.logo import Logo
from components.core.setting_table import SETTINGS
from data.licences import Licence
from data.sources.request_headers import Headers


class SettingsError(ValueError):
    """Settings that are not allowed; the message has one line for each."""


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
        headers: Names and values of further headers for a source on the web. The values are secret.
        max_left_out_percent: Largest share of rows in a new version, in per cent, that may have values left out.
    """

    source: str
    table: str
    name: str
    refresh_seconds: float
    snapshot_folder: Path
    licence: Licence | None = None
    headers: Headers = field(default=(), repr=False)
    max_left_out_percent: float = 2


@dataclass(frozen=True)
class Operator:
    """Organisation that answers for the dashboard; values that are not set are "".

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
        accent_colour: Colour of links and chosen options in the light theme, such as #12608f; "" for the app's own.
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
        """The settings that files and descriptions show: other values make another file of the same list."""
        return self.operator, self.clusters.licence, self.accent_colour

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read and validate all settings. Raises SettingsError with every setting that is not allowed."""
        values = _read_values(environ)
        return cls(
            clusters=ListSettings(
                source=values["CLUSTERS_SOURCE"],
                table=values["CLUSTERS_TABLE"],
                name=values["CLUSTERS_NAME"],
                refresh_seconds=values["CLUSTERS_REFRESH"],
                snapshot_folder=_snapshot_folder(values["CLUSTERS_COPIES"], values["XDG_CACHE_HOME"]),
                licence=values["CLUSTERS_LICENCE"],
                headers=values["CLUSTERS_HEADERS"],
                max_left_out_percent=values["CLUSTERS_MAX_LEFT_OUT"],
            ),
            operator=Operator(values["OPERATOR_NAME"], values["OPERATOR_CONTACT"], values["CORRECTION_ADDRESS"], values["OPERATOR_LOGO"]),
            public_url=values["PUBLIC_ADDRESS"],
            metrics_are_open=values["METRICS"],
            max_live_visits=values["MAX_LIVE_VISITS"],
            frame_ancestors=values["FRAME_ANCESTORS"],
            embedding_is_on=values["EMBEDDING"],
            accent_colour=values["ACCENT_COLOUR"],
        )


def _read_values(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the parsed value of each setting by its name. Raises SettingsError with every setting that is not allowed."""
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
    return values


@functools.cache
def settings() -> Settings:
    """Return the settings of this process; `dashboard.py` reads them before any request is answered. Raises SettingsError."""
    return Settings.from_env(os.environ)


def _snapshot_folder(folder: str, cache: str) -> Path:
    return Path(folder) if folder else Path(cache).expanduser() / "klusterkartan"
