"""Embedding: frames with the map or the list for other sites, as the parameter `embed` of the map page's URL requests them.

The parameter belongs to the request and is no field of `Selection`. A selection goes into links, files and sessions, and all of these
mean the full page: each would have to leave the field out, but for the few links that stay in the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal
from urllib.parse import urlencode

from components.core.settings import settings
from components.core.urls import change_selection
from data.known_codes import UnknownValue
from data.selection import Selection
from data.selection_url import to_query
from data.text import clean

Embed = Literal["map", "list"]
EMBEDS: tuple[Embed, ...] = ("map", "list")
PARAMETER = "embed"


def read_embed(values: Sequence[str]) -> tuple[Embed | Literal[""], tuple[UnknownValue, ...]]:
    """Return the frame that the values of `embed` request, "" for the full page, and the values that were ignored.

    With EMBEDDING=off every value is ignored: the visitor gets the full page, which says so.
    """
    allowed = EMBEDS if settings().embedding_is_on else ()
    cleaned = dict.fromkeys(map(clean, values))
    embed: Embed | Literal[""] = next((each for each in allowed if each in cleaned), "")
    return embed, tuple(UnknownValue(PARAMETER, value, allowed) for value in cleaned if value and value not in allowed)


def embed_url(embed: Embed, selection: Selection, base: str = "./", **changes: Any) -> str:
    """Return the URL of a frame with the selection; `changes` replace fields of the selection, as in `selection_url`."""
    query = to_query(change_selection(selection, **changes))
    return f"{base}?{urlencode({PARAMETER: embed, **query}, doseq=True)}"
