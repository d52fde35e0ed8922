"""Choice of the source for the operator's setting CLUSTERS_SOURCE: a path, a web URL or a database URL."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from data.sources.base import FileSource, Source
from data.sources.web import WebSource

NOT_ALLOWED = "not a path, a web URL or a database URL"


def source_at(location: str, table: str, headers: Mapping[str, str] | None = None) -> Source:
    """Return the source at `location`: a path, a web URL, or a database URL with the name of its `table`.

    A web source sends `headers` with its requests.

    Raises ValueError for a URL of another kind. Its message does not quote the URL, which may hold a password.
    """
    try:
        scheme = urlsplit(location).scheme
        if scheme in {"http", "https"}:
            return WebSource(location, headers)
        if scheme.partition("+")[0] in {"postgresql", "postgres"}:
            from data.sources.database import DatabaseSource  # noqa: PLC0415 - half a second of each start, for lists in a database only

            return DatabaseSource(f"postgresql+psycopg:{location.partition(':')[2]}", table)
    except ValueError:
        raise ValueError(NOT_ALLOWED) from None
    if "://" in location:
        raise ValueError(NOT_ALLOWED)
    return FileSource(Path(location))
