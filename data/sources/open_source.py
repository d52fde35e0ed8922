"""Which source an operator names: a path, an address on the web or one of a database."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.exc import ArgumentError

from data.sources.base import FileSource, Source
from data.sources.database import DatabaseSource
from data.sources.web import WebSource

REFUSED = "CLUSTERS_SOURCE: what is set is not allowed; allowed: a shipped list's code, a path, http(s)://... or postgresql://..."


def open_source(address: str, table: str) -> Source:
    """Return the source at a path, web address or database address, such as postgresql://...; `table` is for the last.

    Raises ValueError when the address has no form that is known; it does not tell the address, since a password may stand in it.
    """
    try:
        scheme = urlsplit(address).scheme
        if scheme in {"http", "https"}:
            return WebSource(address)
        if scheme.partition("+")[0] in {"postgresql", "postgres"}:
            return DatabaseSource(f"postgresql+psycopg:{address.partition(':')[2]}", table)
    except (ValueError, ArgumentError):
        raise ValueError(REFUSED) from None
    if "://" in address:
        raise ValueError(REFUSED)
    return FileSource(Path(address))
