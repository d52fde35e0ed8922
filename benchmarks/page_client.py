"""Reader without a browser: takes first pages over HTTP/1.1, as many a second as the test wants."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from data.languages import LANGUAGES
from data.reference_tables import read_reference

SELECTIONS = 200
SEED = 20180326
OK = 200
TIMEOUT_SECONDS = 60


class ReadError(Exception):
    """Raised when an answer is not the page."""


def queries(count: int = SELECTIONS) -> list[str]:
    """Return the queries of different selections, the same each time: a county, a focus area, both or none, in both languages."""
    reference = read_reference()
    regions, areas = ([None, *table["code"]] for table in (reference.regions, reference.focus_areas))
    chosen = [{"region": region, "focus": area, "lang": language} for region in regions for area in areas for language in LANGUAGES]
    selected = random.Random(SEED).sample(chosen, count)
    return [urlencode({name: value for name, value in query.items() if value}) for query in selected]


async def read_once(url: str, path: str) -> bytes:
    """Return the compressed body at a path, over a new connection as a new reader has. Raises ReadError if the status is not 200."""
    host = urlsplit(url)
    request = f"GET /{path} HTTP/1.1\r\nHost: {host.netloc}\r\nAccept-Encoding: gzip, br\r\nAccept-Language: sv\r\n\r\n"
    async with asyncio.timeout(TIMEOUT_SECONDS):
        reader, writer = await asyncio.open_connection(host.hostname, host.port)
        try:
            writer.write(request.encode())
            status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
            length = next(int(line.split(":")[1]) for line in lines if line.startswith("content-length:"))
            body = await reader.readexactly(length)
        finally:
            writer.close()
    if int(status.split()[1]) != OK:
        raise ReadError(status)
    return body


def arrivals(count: int, seconds: float, generator: random.Random) -> Sequence[float]:
    """Return the moments, in seconds from the start, at which `count` readers come by chance within `seconds`."""
    return sorted(generator.uniform(0, seconds) for _ in range(count))
