"""Cache of pages: bounded in bytes, and the least recently used page goes first."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

import brotli
import pytest

from components.server.page_cache import CachedPage, PageCache


def page(name: str, size: int = 1000) -> CachedPage:
    """Return a page that compression makes no smaller, so that its size is known."""
    html = name + "".join(random.Random(name).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=size))
    return CachedPage.from_html(html, "identity")


SIZE = len(page("a").body)


@pytest.mark.parametrize(("coding", "decompress"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)])
def test_a_page_is_kept_in_its_coding(coding: str, decompress: Callable[[bytes], bytes]) -> None:
    kept = CachedPage.from_html("<p>å</p>" * 100, coding)
    assert kept.coding == coding and decompress(kept.body) == ("<p>å</p>" * 100).encode()


def test_the_fingerprint_is_that_of_the_page() -> None:
    assert page("a").fingerprint == page("a").fingerprint != page("b").fingerprint
    assert CachedPage.from_html("a", "br").fingerprint == CachedPage.from_html("a", "gzip").fingerprint


def test_a_page_is_built_once() -> None:
    cache = PageCache()
    built = cache.get_or_build("key", lambda: page("a"))
    assert cache.get_or_build("key", lambda: pytest.fail("built again")) is built and cache.get("key") is built


def test_the_least_recently_used_page_goes_first() -> None:
    cache = PageCache(max_bytes=round(2.5 * SIZE))
    for name in ("a", "b"):
        cache.get_or_build(name, lambda name=name: page(name))  # type: ignore[misc]  # a default of a lambda has no type
    cache.get("a")
    cache.get_or_build("c", lambda: page("c"))
    assert cache.get("a") and cache.get("c") and cache.get("b") is None


def test_the_cache_never_holds_more_than_its_bound() -> None:
    cache = PageCache(max_bytes=10 * SIZE)
    for number in range(200):
        cache.get_or_build(number, lambda number=number: page(str(number), size=random.Random(number).randint(10, 3000)))  # type: ignore[misc]
        assert sum(len(kept.body) for kept in cache._values.values()) <= 10 * SIZE


def test_a_page_larger_than_the_cache_is_answered_and_not_kept() -> None:
    cache = PageCache(max_bytes=SIZE)
    large = page("large", size=5000)
    assert cache.get_or_build("large", lambda: large) is large and cache.get("large") is None


def test_a_page_that_cannot_be_built_is_not_kept() -> None:
    cache = PageCache()
    with pytest.raises(ZeroDivisionError):
        cache.get_or_build("key", lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    assert cache.get_or_build("key", lambda: page("a")).status == 200
