"""First pages that were requested lately, compressed once each."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass

from cachetools import LRUCache

from components.server.content_codings import CODINGS, FAST, IDENTITY, compress

MAX_CACHED_BYTES = 32_000_000


@dataclass(frozen=True)
class CachedPage:
    """A page as it is and compressed.

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


class PageCache:
    """Bounded cache of pages; the least recently used ones are dropped first."""

    def __init__(self, max_bytes: int = MAX_CACHED_BYTES) -> None:
        self._pages: LRUCache[Hashable, CachedPage] = LRUCache(max_bytes, getsizeof=lambda page: page.size)
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> CachedPage | None:
        """Return the page with this key, or None."""
        with self._lock:
            return self._pages.get(key)

    def get_or_build(self, key: Hashable, build: Callable[[], CachedPage]) -> CachedPage:
        """Return the page with this key; two requests at once may both build it."""
        page = self.get(key)
        if page is None:
            page = build()
            with self._lock:
                if page.size <= self._pages.maxsize:
                    self._pages[key] = page
        return page
