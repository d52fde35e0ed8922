"""Message with the page's changed parts: compressed, with their HTML after the JSON and not inside it, where it would be escaped."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

RAW_DEFLATE = -15  # zlib's name for deflate without header, which browsers call deflate-raw


def pack_message(about: Mapping[str, Any], parts: Mapping[str, str]) -> bytes:
    """Return a message: one line of JSON with `about` and the length of each part, then the parts.

    Lengths are in UTF-16 code units, as JavaScript counts.
    """
    lengths = {name: len(html.encode("utf-16-le")) // 2 for name, html in parts.items()}
    head = json.dumps({**about, "parts": lengths}, ensure_ascii=False, separators=(",", ":"))
    compressor = zlib.compressobj(level=9, wbits=RAW_DEFLATE)
    return compressor.compress("\n".join([head, "".join(parts.values())]).encode()) + compressor.flush()


def unpack_message(packed: bytes) -> dict[str, Any]:
    """Return the values of a message; `parts` has the HTML of each part by its name."""
    head, _, rest = zlib.decompress(packed, wbits=RAW_DEFLATE).decode().partition("\n")
    message: dict[str, Any] = json.loads(head)
    units, start, parts = rest.encode("utf-16-le"), 0, {}
    for name, length in message["parts"].items():
        parts[name] = units[start : start + 2 * length].decode("utf-16-le")
        start += 2 * length
    return message | {"parts": parts}
