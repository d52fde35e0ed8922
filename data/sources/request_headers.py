"""Headers that an operator adds to the requests of a web source, such as a key; their values are secret."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import requests
from requests.structures import CaseInsensitiveDict

USER_AGENT = "User-Agent"
NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
VALUE = re.compile(r"[!-~](?:[ -~]*[!-~])?")
RESERVED = {"accept-encoding", "connection", "content-length", "host", "if-none-match", "range", "transfer-encoding"}  # the source's own
ALLOWED_HEADERS = 'a JSON object of names and values, such as {"X-Api-Key": "…"}, without headers that the request itself needs'

Headers = tuple[tuple[str, str], ...]


def read_headers(text: str) -> Headers:
    """Return names and values of the headers in a JSON object; () for an empty text. Raises ValueError without quoting the text."""
    try:
        headers = json.loads(text or "{}")
    except ValueError:
        raise ValueError(ALLOWED_HEADERS) from None
    if not isinstance(headers, dict) or not all(map(_is_allowed, headers.keys(), headers.values())):
        raise ValueError(ALLOWED_HEADERS)
    return tuple(headers.items())


def _is_allowed(name: str, value: object) -> bool:
    is_name = bool(NAME.fullmatch(name)) and name.lower() not in RESERVED
    return is_name and isinstance(value, str) and bool(VALUE.fullmatch(value))


class HeaderSession(requests.Session):
    """Session that sends further headers, and to another host only the User-Agent: a redirect must not give a key away."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__()
        self._further = CaseInsensitiveDict(headers)
        self.headers.update(headers)

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        """Take the further headers, as `requests` does with a password, out of a request that a redirect sends to another host."""
        super().rebuild_auth(prepared_request, response)  # type: ignore[no-untyped-call]
        if self.should_strip_auth(response.request.url, prepared_request.url):  # type: ignore[no-untyped-call]
            for name in self._further:
                if name.lower() != USER_AGENT.lower():
                    prepared_request.headers.pop(name, None)
