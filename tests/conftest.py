from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.catalogue import catalogue

WriteList = Callable[[str], Path]


@pytest.fixture
def write_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WriteList]:
    """Write a list of clusters that the app shows instead of the shipped one for as long as the test runs."""
    file = tmp_path / "list.csv"

    def write(content: str) -> Path:
        file.write_text(content, encoding="utf-8")
        return file

    monkeypatch.setenv("CLUSTERS_SOURCE", str(file))
    catalogue.cache_clear()
    yield write
    catalogue.cache_clear()
