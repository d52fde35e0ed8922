"""Web source: a file at an HTTP(S) URL, fetched with conditional requests and a deadline for the whole transfer."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
import urllib3

from data.calendar_day import day_of
from data.errors import unreadable
from data.files.limits import SOURCE_LIMITS
from data.list_files import read_list
from data.messages import message
from data.sources.base import TIMEOUT_SECONDS, SourceContent, SourceKind
from data.sources.deadline import DeadlineRunner
from data.sources.request_headers import HeaderSession

FETCH_ERRORS = (requests.RequestException, urllib3.exceptions.HTTPError, TimeoutError, ValueError)  # ValueError: an invalid redirect
UNCOMPRESSED = {"Accept-Encoding": "identity"}  # a compressed answer that is cut off would go unnoticed
CHUNK_BYTES = 65_536


@dataclass(frozen=True)
class _Download:
    """A file and the headers of its answer."""

    content: bytes
    headers: Mapping[str, str]


class WebSource:
    """A file on the web; its day is that of the header Last-Modified, its revision a hash of the content.

    An ETag saves the transfer while it stays; one that changes over equal content, as some servers give, is no new version.
    """

    kind: SourceKind = "web"

    def __init__(self, url: str, headers: Mapping[str, str] | None = None) -> None:
        """`headers` are sent with each request; their values are secret. Raises ValueError for a URL without a host."""
        self.url = url
        self._headers = dict(headers or {})
        self._validator = ("", "")  # the last hash of the content, and its ETag
        parts = urlsplit(url)
        if not parts.hostname:
            raise ValueError("no host")
        self.name = f"{parts.hostname}{parts.path}"  # without user, password and query
        self._runner = DeadlineRunner()  # the timeouts of `requests` start again with every byte received

    def read(self, revision: str) -> SourceContent | None:
        """Fetch the file, unless the server answers that it has not changed, as `Source.read` does."""
        known, etag = self._validator
        condition = {"If-None-Match": etag} if etag and known == revision else {}
        try:
            download = self._runner.run(lambda deadline: self._fetch(condition, deadline))
        except FETCH_ERRORS as error:
            status = getattr(getattr(error, "response", None), "status_code", None)
            reason = str(status or type(error).__name__)  # the text of an error may quote the URL
            raise unreadable(self.name, reason, message("a web address that returns a file")) from None
        if download is None:
            return None
        current = hashlib.sha256(download.content).hexdigest()
        self._validator = current, download.headers.get("ETag", "")
        if current == revision:
            return None
        return SourceContent(read_list(self.name, download.content), _last_modified_day(download.headers), current)

    def _fetch(self, condition: Mapping[str, str], deadline: float) -> _Download | None:
        """Return the file, or None when the server answers 304 Not Modified. Raises one of FETCH_ERRORS.

        A file that is too large is read only so far that `read_list` refuses it.
        """
        headers = {**UNCOMPRESSED, **condition}
        with (
            HeaderSession(self._headers) as session,
            session.get(self.url, headers=headers, timeout=TIMEOUT_SECONDS, stream=True) as response,
        ):
            if response.status_code == requests.codes.not_modified:
                return None
            response.raise_for_status()
            content = bytearray()
            while chunk := response.raw.read1(CHUNK_BYTES, decode_content=True):  # read1 returns what has arrived, without filling a buffer
                content += chunk
                if len(content) > SOURCE_LIMITS.max_bytes:
                    break
                if time.monotonic() > deadline:
                    raise TimeoutError
            return _Download(bytes(content), response.headers)


def _last_modified_day(headers: Mapping[str, str]) -> str:
    """Return the day in Sweden of the header Last-Modified, or "" where it is missing or invalid."""
    try:
        moment = parsedate_to_datetime(headers.get("Last-Modified") or "")
        return day_of(moment if moment.tzinfo else moment.replace(tzinfo=UTC))  # "-0000" is UTC, which Python reads without a zone
    except (ValueError, OverflowError):
        return ""
