"""What the operator may set: what cannot be meant is refused at the start, by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.settings import list_settings


@pytest.mark.parametrize(("value", "seconds"), [("", 60), ("1", 1), (" 300 ", 300), ("86400", 86_400)])
def test_the_source_is_looked_at_every_second_at_most_and_every_day_at_least(
    value: str, seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERS_REFRESH", value)
    assert list_settings().refresh == seconds


@pytest.mark.parametrize("value", ["0", "-1", "0.5", "86401", "9999999999", "often"])
def test_another_number_of_seconds_is_refused_with_those_that_are_allowed(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERS_REFRESH", value)
    with pytest.raises(ValueError, match="CLUSTERS_REFRESH") as refused:
        list_settings()
    assert repr(value) in str(refused.value) and str(refused.value).endswith("from 1 to 86400")


@pytest.mark.parametrize(
    ("cache", "copies", "folder"),
    [("", "", "home/.cache/klusterkartan"), ("cache", "", "cache/klusterkartan"), ("cache", "copies", "copies")],
)
def test_the_copies_are_kept_in_their_folder_or_in_that_of_caches(
    cache: str, copies: str, folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in (("HOME", "home"), ("XDG_CACHE_HOME", cache), ("CLUSTERS_COPIES", copies)):
        monkeypatch.setenv(name, str(tmp_path / value) if value else "")
    assert list_settings().copies == tmp_path / folder
