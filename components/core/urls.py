"""URLs inside the app that keep the visitor's selection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from data.selection import Selection


def selection_url(selection: Selection, path: str = "", **changes: Any) -> str:
    """Return the URL, relative to every page, of the page at `path` with the selection; `changes` replace fields of the selection."""
    return f"./{path}{replace(selection, **changes).to_query_string()}"
