"""Addresses inside the app that keep what the visitor has chosen, but for what they change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from data.selection import Selection


def selection_url(selection: Selection, place: str = "", **changes: Any) -> str:
    """Return where `place` (its path) shows the selection with `changes` to its parts, relative to any place."""
    return f"./{place}{replace(selection, **changes).to_query_string()}"
