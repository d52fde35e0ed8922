"""Where a list is kept: a file, an address on the web or a table of a database; each tells whether it has changed."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import requests
import sqlalchemy
import urllib3

from data.cells import OF_A_SOURCE, Cells, as_text, read_cells, read_file, to_cells
from data.errors import ClusterDataError, Problem
from data.words import Said, say

SETTLED = 1.0  # seconds since a file was last written to: it may be half written before
TIMEOUT = (5, 30)  # seconds to reach a server, and to wait for more from it
LONGEST = 300.0  # seconds that a web server may take for a file, its head and the ways to it included
ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}  # how a database that is gone is noticed
REFUSED = "CLUSTERS_SOURCE: what is set is not allowed; allowed: a shipped list's code, a path, http(s)://... or postgresql://..."


@dataclass(frozen=True)
class Reading:
    """What a source held: its cells, the day it is of (2026-11-23), and a mark by which the same content is known again."""

    cells: Cells
    day: str
    mark: str


class Source(Protocol):
    """Where a list is kept. `name` may be shown to everybody."""

    name: str

    def read(self, mark: str) -> Reading | None:
        """Return what it holds, or None while that is what had this `mark`; "" reads in any case. Raises ClusterDataError."""


UNREACHED = (requests.RequestException, urllib3.exceptions.HTTPError, ValueError)  # the last for an address that one leads on to
Fetched = tuple[bytes, Mapping[str, str]]  # a file and the headers that came with it


class UnsettledError(Exception):
    """The source is being written to: what stands in it now is not looked at."""


class FileSource:
    """A file of CSV, XLSX or Parquet; its day is that of its last change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name

    def read(self, mark: str) -> Reading | None:
        """Read the file when it has changed. Raises UnsettledError while it is written to."""
        try:
            found = self.path.stat()
        except OSError:
            raise _unusable(self.name, "", say("a file that is there and can be read")) from None
        now = f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"
        if now == mark:
            return None
        if mark and abs(time.time() - found.st_mtime) < SETTLED:
            raise UnsettledError
        return Reading(read_file(self.path), _day(datetime.fromtimestamp(found.st_mtime, tz=UTC)), now)


class WebSource:
    """A file at a web address; its day is what the server says of its last change, or today."""

    def __init__(self, address: str) -> None:
        self.address = address
        parts = urlsplit(address)
        if not parts.hostname:
            raise ValueError("no host")
        self.name = f"{parts.hostname}{parts.path}"
        self._given_up: threading.Thread | None = None

    def read(self, mark: str) -> Reading | None:
        """Fetch the file, unless the server says that it has not changed."""
        known = {"If-None-Match": mark} if mark.startswith(('"', "W/")) else {}
        try:
            fetched = self._in_time(known)
        except UNREACHED as error:
            status = getattr(getattr(error, "response", None), "status_code", None)
            raise _unusable(self.name, str(status or type(error).__name__), say("an address that answers with a file")) from None
        if fetched is None:
            return None
        content, headers = fetched
        now = headers.get("ETag") or hashlib.sha256(content).hexdigest()
        return None if now == mark else Reading(read_cells(self.name, content), _day_told(headers.get("Last-Modified")), now)

    def _in_time(self, known: Mapping[str, str]) -> Fetched | None:
        """Fetch the file beside, and give it up after LONGEST: the limits of `requests` begin anew with each byte that comes."""
        if self._given_up and self._given_up.is_alive():
            raise requests.Timeout  # it goes on until its server ends it: there is never more than one
        begun: Future[Fetched | None] = Future()
        fetching = threading.Thread(target=self._fetch_into, args=(begun, known), name="fetch", daemon=True)
        fetching.start()
        try:
            return begun.result(LONGEST)
        except TimeoutError:
            self._given_up = fetching
            raise requests.Timeout from None

    def _fetch_into(self, begun: Future[Fetched | None], known: Mapping[str, str]) -> None:
        try:
            begun.set_result(self._fetch(known))
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            begun.set_exception(error)

    def _fetch(self, known: Mapping[str, str]) -> Fetched | None:
        """Return the file and the headers of the answer, or None when it is the one that is known."""
        until = time.monotonic() + LONGEST
        with requests.get(self.address, headers=known, timeout=TIMEOUT, stream=True) as answer:
            if answer.status_code == requests.codes.not_modified:
                return None
            answer.raise_for_status()
            content = bytearray()
            while part := answer.raw.read1(65536, decode_content=True):  # what has come, and not what it takes to fill a buffer
                content += part
                if len(content) > OF_A_SOURCE.file:
                    break  # read_cells says so
                if time.monotonic() > until:
                    raise requests.Timeout
            return bytes(content), answer.headers


class DatabaseSource:
    """A table or view of a database that SQLAlchemy and its driver can reach; its day is the day on which its content was first met."""

    def __init__(self, address: str, table: str) -> None:
        """`table` is its name, with the schema's before a point where it needs one."""
        self.name = table
        reached = {"connect_timeout": TIMEOUT[0], **ALIVE}
        self._engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.NullPool, connect_args=reached)
        schema, _, bare = table.rpartition(".")
        self._query = (
            sqlalchemy.select(sqlalchemy.text("*")).select_from(sqlalchemy.table(bare, schema=schema or None)).limit(OF_A_SOURCE.rows + 1)
        )

    def read(self, mark: str) -> Reading | None:
        """Read the whole table; a hash of it tells whether it has changed."""
        try:
            with self._engine.connect() as connection:
                connection.execute(sqlalchemy.text(f"SET LOCAL statement_timeout = {TIMEOUT[1] * 1000}"))  # for one that is locked
                answer = connection.execute(self._query)
                rows: list[Iterable[object]] = [answer.keys(), *answer]
        except sqlalchemy.exc.SQLAlchemyError as error:
            reason = type(getattr(error, "orig", None) or error).__name__
            raise _unusable(self.name, reason, say("a table or view of a database that can be reached")) from None
        lines = [[as_text(value) for value in row] for row in rows]
        now = hashlib.sha256(repr(lines).encode()).hexdigest()
        if now == mark:
            return None
        return Reading(to_cells(self.name, enumerate(lines, start=1), now, padded=True), _day(datetime.now(tz=UTC)), now)


def source_at(address: str, table: str) -> Source:
    """Return the source at a path, web address or database address, such as postgresql://...; `table` is for the last.

    Raises ValueError when the address has no form that is known; it does not tell the address, since a password may stand in it.
    """
    try:
        scheme = urlsplit(address).scheme
        if scheme in {"http", "https"}:
            return WebSource(address)
        if scheme.partition("+")[0] in {"postgresql", "postgres"}:
            return DatabaseSource(f"postgresql+psycopg:{address.partition(':')[2]}", table)
    except (ValueError, sqlalchemy.exc.ArgumentError):
        raise ValueError(REFUSED) from None
    if "://" in address:
        raise ValueError(REFUSED)
    return FileSource(Path(address))


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


def _day_told(changed: str | None) -> str:
    """Return the day of a Last-Modified, or today where there is none that can be read."""
    try:
        return _day(parsedate_to_datetime(changed or ""))
    except (ValueError, OverflowError):
        return _day(datetime.now(tz=UTC))


def _unusable(name: str, value: str, allowed: Said) -> ClusterDataError:
    return ClusterDataError([Problem(name, None, "", value, allowed)])
