"""Licences of lists: the known ones by their SPDX code, and any other by the URL of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.column_parsers import link

EU_TABLE = "http://publications.europa.eu/resource/authority/licence/"  # the EU's table of licences, which data portals read


@dataclass(frozen=True)
class Licence:
    """A licence of a list.

    Attributes:
        name: Name that visitors read.
        url: URL of the text of the licence.
        code: SPDX code, "" for a licence that is known by its URL only.
        eu_code: Code in the EU's table of licences, "" for a licence that is not in it.
    """

    name: str
    url: str
    code: str = ""
    eu_code: str = ""

    @property
    def eu_url(self) -> str:
        """URL of the licence for data portals: that of the EU's table, or that of the text."""
        return f"{EU_TABLE}{self.eu_code}" if self.eu_code else self.url


CC0 = Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", "CC0")
CC_BY = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0", "CC_BY_4_0")
CC_BY_SA = Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0", "CC_BYSA_4_0")
LICENCES: Mapping[str, Licence] = {licence.code: licence for licence in (CC0, CC_BY, CC_BY_SA)}


def read_licence(text: str) -> Licence | None:
    """Return the licence with this code or at this URL, None for an empty text. Raises ValueError for any other text."""
    if not text:
        return None
    if text in LICENCES:
        return LICENCES[text]
    url = link(text)
    return next((licence for licence in LICENCES.values() if licence.url == url), Licence(url, url))
