"""A list at an address on the web, of which a server may send anything, or hardly anything."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
import urllib3

from data.calendar_day import day_of
from data.errors import unreadable
from data.files.cells import read_cells
from data.files.limits import SOURCE_LIMITS
from data.messages import message
from data.sources.base import TIMEOUT_SECONDS, SourceContent
from data.sources.deadline import InTime

UNREACHED = (requests.RequestException, urllib3.exceptions.HTTPError, TimeoutError, ValueError)  # the last for an address led on to
AS_IT_IS = {"Accept-Encoding": "identity"}  # of a packed file that was cut off nobody would notice
Fetched = tuple[bytes, Mapping[str, str]]  # a file and the headers that came with it


class WebSource:
    """A file at a web address; its day is what the server says of its last change."""

    def __init__(self, address: str) -> None:
        self.address = address
        parts = urlsplit(address)
        if not parts.hostname:
            raise ValueError("no host")
        self.name = f"{parts.hostname}{parts.path}"
        self._in_time = InTime()  # the limits of `requests` begin anew with each byte that comes

    def read(self, revision: str) -> SourceContent | None:
        """Fetch the file, unless the server says that it has not changed."""
        known = {"If-None-Match": revision} if revision.startswith(('"', "W/")) else {}
        try:
            fetched = self._in_time.get(lambda until: self._fetch(known, until))
        except UNREACHED as error:
            status = getattr(getattr(error, "response", None), "status_code", None)
            raise unreadable(self.name, str(status or type(error).__name__), message("an address that answers with a file")) from None
        if fetched is None:
            return None
        content, headers = fetched
        now = headers.get("ETag") or hashlib.sha256(content).hexdigest()
        return None if now == revision else SourceContent(read_cells(self.name, content), _day_told(headers.get("Last-Modified")), now)

    def _fetch(self, known: Mapping[str, str], until: float) -> Fetched | None:
        """Return the file and the headers of the answer, or None when it is the one that is known."""
        with requests.get(self.address, headers={**AS_IT_IS, **known}, timeout=TIMEOUT_SECONDS, stream=True) as answer:
            if answer.status_code == requests.codes.not_modified:
                return None
            answer.raise_for_status()
            content = bytearray()
            while part := answer.raw.read1(65536, decode_content=True):  # what has come, and not what it takes to fill a buffer
                content += part
                if len(content) > SOURCE_LIMITS.max_bytes:
                    break  # read_cells says so
                if time.monotonic() > until:
                    raise TimeoutError
            return bytes(content), answer.headers


def _day_told(changed: str | None) -> str:
    """Return the day in Sweden of a Last-Modified, or "" where there is none that can be read."""
    try:
        moment = parsedate_to_datetime(changed or "")
        return day_of(moment if moment.tzinfo else moment.replace(tzinfo=UTC))  # "-0000" is UTC, which Python reads without a zone
    except (ValueError, OverflowError):
        return ""
