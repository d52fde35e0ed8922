"""A list at an address on the web, of which a server may send anything, or hardly anything."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
import urllib3

from data.cells import read_cells
from data.errors import unusable
from data.rows import OF_A_SOURCE
from data.sources import TIMEOUT, Reading, day_of
from data.words import say

LONGEST = 300.0  # seconds that a server may take for a file, its head and the ways to it included
UNREACHED = (requests.RequestException, urllib3.exceptions.HTTPError, ValueError)  # the last for an address that one leads on to
Fetched = tuple[bytes, Mapping[str, str]]  # a file and the headers that came with it


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
            raise unusable(self.name, str(status or type(error).__name__), say("an address that answers with a file")) from None
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


def _day_told(changed: str | None) -> str:
    """Return the day of a Last-Modified, or today where there is none that can be read."""
    try:
        return day_of(parsedate_to_datetime(changed or ""))
    except (ValueError, OverflowError):
        return day_of(datetime.now(tz=UTC))
