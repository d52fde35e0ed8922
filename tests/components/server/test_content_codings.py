"""Compression, and the choice of the coding."""

from __future__ import annotations

import gzip

import brotli
import pytest

from components.server.content_codings import BEST, BROTLI, FAST, GZIP, IDENTITY, Quality, accepted_coding, compress


@pytest.mark.parametrize("quality", [FAST, BEST])
def test_the_content_comes_back(quality: Quality) -> None:
    content = "Kluster på kartan".encode() * 100
    compressed = compress(content, quality)
    assert list(compressed) == [BROTLI, GZIP]
    assert brotli.decompress(compressed[BROTLI]) == gzip.decompress(compressed[GZIP]) == content
    assert compress(content, quality) == compressed


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br, zstd", BROTLI),
        ("gzip, deflate", GZIP),
        ("GZIP", GZIP),
        ("", IDENTITY),
        ("identity", IDENTITY),
        ("deflate", IDENTITY),
        ("br;q=0, gzip", GZIP),
        ("br;q=0.000, gzip;q=0", IDENTITY),
        ("br;q=0.5, gzip;q=0.8", GZIP),
        ("br ; q=0.9,gzip;q=0.8", BROTLI),
        ("*", BROTLI),
        ("br;q=0, *", GZIP),
        ("gzip, *;q=0", GZIP),
        ("*;q=0", IDENTITY),
        ("identity, gzip;q=0.5", IDENTITY),
        ("identity;q=0.5, gzip", GZIP),
        ("identity, gzip", GZIP),
        ("identity;q=0, gzip;q=0.001", GZIP),
        ("brotli, xgzip", IDENTITY),
        ("br;q=2, gzip;q=-1", IDENTITY),
        ("br;q=x, gzip", GZIP),
        (",,;q=1,", IDENTITY),
    ],
)
def test_the_coding_follows_the_weights(header: str, coding: str) -> None:
    assert accepted_coding(header, [BROTLI, GZIP]) == coding


@pytest.mark.parametrize(("offered", "coding"), [([], IDENTITY), ([GZIP], GZIP)])
def test_only_an_offered_coding_is_chosen(offered: list[str], coding: str) -> None:
    assert accepted_coding("br, gzip, *", offered) == coding
