"""First pages that were requested lately, compressed once each."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from components.core.sized_cache import SizedCache
from components.server.content_codings import CODINGS, FAST, IDENTITY, compress

MAX_CACHED_BYTES = 32_000_000


@dataclass(frozen=True)
class CachedPage:
    """A page, uncompressed and compressed.

    Attributes:
        status: HTTP status.
        bodies: Body by content coding; IDENTITY is the page itself.
        fingerprint: Hash of the page.
    """

    status: int
    bodies: Mapping[str, bytes]
    fingerprint: str

    @classmethod
    def from_html(cls, html: str, status: int = 200, codings: Collection[str] = CODINGS) -> CachedPage:
        """Compress a page in these codings."""
        page = html.encode()
        return cls(status, compress(page, FAST, codings) | {IDENTITY: page}, hashlib.sha256(page).hexdigest()[:16])

    @property
    def compressed(self) -> Collection[str]:
        """The codings in which the page is compressed, in the order of preference."""
        return [coding for coding in self.bodies if coding != IDENTITY]

    @property
    def size(self) -> int:
        """Bytes of all bodies."""
        return sum(map(len, self.bodies.values()))


class PageCache(SizedCache[CachedPage]):
    """Cache of pages."""

    def __init__(self, max_bytes: int = MAX_CACHED_BYTES) -> None:
        super().__init__(max_bytes, lambda page: page.size)
