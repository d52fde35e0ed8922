"""A list in a file, and stores that show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from components.core.settings import ListSettings
from components.dataset.store import DatasetStore
from tests.components.dataset.list_file import File


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "list.csv")


@pytest.fixture
def start(file: File, tmp_path: Path) -> Callable[..., DatasetStore]:
    """Build a store, as a restarted server does; by default of the file."""

    def build(
        source: str = "", *, name: str = "", folder: Path = tmp_path / "snapshots", refresh: float = 3600, percent: float = 2
    ) -> DatasetStore:
        return DatasetStore(ListSettings(source or str(file.path), "clusters", name, refresh, folder, max_left_out_percent=percent))

    return build
