"""Request for a page: the path, the parameters of its URL, and what its headers accept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import Request

from components.core.accept_language import preferred_language
from components.core.embedding import PARAMETER, Embed, read_embed
from components.server.content_codings import CODINGS, accepted_coding
from components.web.base_url import base_url
from data.known_codes import UnknownValue
from data.languages import Language
from data.selection_url import MAX_QUERY_LENGTH


@dataclass(frozen=True)
class PageRequest:
    """Request for a page, as its URL and headers say it.

    Attributes:
        path: Path of the page.
        query: Parameters of the URL.
        embed: Frame for other sites, which only the map page has; "" for the full page.
        ignored: Values of `embed` that were ignored.
        language: Language of the browser.
        coding: Content coding of the answer: of those that the client accepts, the best one.
        base_url: Public URL of the app.
    """

    path: str
    query: Mapping[str, Sequence[str]]
    embed: Embed | Literal[""]
    ignored: tuple[UnknownValue, ...]
    language: Language
    coding: str
    base_url: str

    @classmethod
    def read(cls, path: str, request: Request, base_path: str) -> PageRequest:
        """Read a request for the page at `path`."""
        query = parse_qs(request.scope["query_string"][:MAX_QUERY_LENGTH].decode(errors="replace"))  # any bytes; the rest is ignored
        embed, ignored = read_embed(query.get(PARAMETER, ()))
        language = preferred_language(request.headers.get("Accept-Language", ""))
        return cls(path, query, "" if path else embed, ignored, language, page_coding(request), base_url(request, base_path))


def page_coding(request: Request) -> str:
    """Return the content coding of a page that answers this request."""
    return accepted_coding(request.headers.get("Accept-Encoding", ""), CODINGS)
