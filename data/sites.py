"""Web sites of the rows of a list, by their hosts: "https://www.example.se/about" is the site of the row with "http://example.se"."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

# An address as people type or paste it: with or without scheme, "www." and path; also that of an e-mail.
ADDRESS = re.compile(r"(?:https?:/*)?(?:[\w.+-]+@)?(?:www\.)?((?:[\w-]+\.)+(?:se|com|org|net|nu|eu|io|info|biz))\.?(?:[:/?#]\S*)?")


class Sites:
    """Hosts of the web sites of a list, built once."""

    def __init__(self, clusters: pd.DataFrame) -> None:
        """Take the column website of `clusters`."""
        rows: dict[str, list[int]] = {}
        for row, address in enumerate(clusters["website"]):
            if host := to_host(address or ""):
                rows.setdefault(host, []).append(row)
        self._rows = rows

    @property
    def rows(self) -> Mapping[str, list[int]]:
        """The numbers of the rows with each host."""
        return self._rows


def to_host(text: str) -> str:
    """Return the host of a text that is a web address and nothing else, in lower case without "www."; "" for any other text."""
    address = ADDRESS.fullmatch(text.strip().casefold())
    return address[1] if address else ""


def name_in_host(host: str) -> str:
    """Return the part of a host that names the owner: "mobileheights" of "mobileheights.org"."""
    return host.split(".")[-2]
