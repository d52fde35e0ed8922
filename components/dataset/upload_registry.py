"""Uploads that sessions hold, by the secret token in the URLs of their files."""

from __future__ import annotations

import functools
import secrets
from weakref import WeakValueDictionary

from components.dataset.dataset import Dataset

TOKEN_BYTES = 24  # at random: nobody guesses the URL of another visitor's list

Uploads = WeakValueDictionary[str, Dataset]


@functools.cache
def uploads() -> Uploads:
    """Return the uploads of this process; one disappears with the session that holds it."""
    return WeakValueDictionary()


def new_token() -> str:
    """Return a token for an upload."""
    return secrets.token_urlsafe(TOKEN_BYTES)
