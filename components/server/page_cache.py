"""First pages that were requested lately, each in the content coding in which it was answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from components.core.sized_cache import SizedCache
from components.server.content_codings import FAST, compress

MAX_CACHED_BYTES = 32_000_000


@dataclass(frozen=True)
class CachedPage:
    """A page in one content coding.

    Attributes:
        status: HTTP status.
        coding: One of CODINGS, or IDENTITY for a page that is not compressed.
        body: The page in this coding.
        fingerprint: Hash of the page, the same in each coding.
    """

    status: int
    coding: str
    body: bytes
    fingerprint: str

    @classmethod
    def from_html(cls, html: str, coding: str, status: int = 200) -> CachedPage:
        """Compress a page in this coding."""
        page = html.encode()
        body = compress(page, FAST, {coding}).get(coding, page)
        return cls(status, coding, body, hashlib.sha256(page).hexdigest()[:16])


class PageCache(SizedCache[CachedPage]):
    """Cache of pages."""

    def __init__(self, max_bytes: int = MAX_CACHED_BYTES) -> None:
        super().__init__(max_bytes, lambda page: len(page.body))
