"""Settings of the operator that hold for a part of the tests only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from components.core.settings import settings
from components.dataset.store import dataset_store


@contextmanager
def override_settings(**environment: object) -> Iterator[None]:
    """Set environment variables, and have settings and dataset read anew, for as long as the context lasts."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, str(value))
        forget_settings()
        try:
            yield
        finally:
            forget_settings()


def forget_settings() -> None:
    """Have settings and dataset read anew when they are needed next."""
    settings.cache_clear()
    dataset_store.cache_clear()
