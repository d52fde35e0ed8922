"""Days that the app writes: all are those of Sweden, also in the hours after midnight, when UTC has the day before."""

from __future__ import annotations

import os
from datetime import datetime, tzinfo
from email.utils import format_datetime
from pathlib import Path
from typing import Self

import pytest

from components.core.settings import ListSettings
from components.dataset.store import DatasetStore
from components.dataset.upload_reader import read_upload
from components.exports.file_names import file_name
from data import calendar_day
from data.sources.base import FileSource
from data.sources.web import WebSource
from tests.http_server import Site
from tests.views import view_of

LIST = "namn;län\nEtt;12\n".encode()
NIGHTS = {"summer": ("2026-07-01T22:30:00+00:00", "2026-07-02"), "winter": ("2026-01-14T23:30:00+00:00", "2026-01-15")}

Night = tuple[datetime, str]


@pytest.fixture(params=NIGHTS)
def night(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Night:
    """A moment half an hour after midnight in Sweden, at which the clock stands, and its day there."""
    written, day = NIGHTS[request.param]
    moment = datetime.fromisoformat(written)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:  # noqa: ARG003 - as the clock's own
            return cls.fromisoformat(written)

    monkeypatch.setattr(calendar_day, "datetime", Clock)
    return moment, day


def test_an_upload_is_of_the_day_in_the_name_of_its_files(night: Night) -> None:
    upload = read_upload("lista.csv", LIST).dataset
    assert upload and upload.date == night[1]
    assert file_name(view_of(dataset=upload), "kluster", ".csv") == f"kluster_lista-csv_alla_{night[1]}.csv"
    assert file_name(view_of(), "kluster", ".csv") == f"kluster_s3-piloten-2018_alla_{night[1]}.csv"


def test_a_list_without_a_day_is_of_the_day_it_is_read(night: Night, site: Site, tmp_path: Path) -> None:
    """The snapshot of the list keeps that day, also for the process that comes next."""
    site.answer("/list.csv", LIST)
    chosen = ListSettings(f"{site.address}/list.csv", "clusters", "", 3600, tmp_path)
    assert DatasetStore(chosen).current().date == night[1]
    assert DatasetStore(chosen).current().date == night[1]


def test_a_file_is_of_the_day_of_its_last_change(night: Night, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST)
    os.utime(path, (night[0].timestamp(), night[0].timestamp()))
    content = FileSource(path).read("")
    assert content and content.day == night[1]


def test_a_web_file_is_of_the_day_of_its_last_change(night: Night, site: Site) -> None:
    site.answer("/list.csv", LIST, Last_Modified=format_datetime(night[0], usegmt=True))
    content = WebSource(f"{site.address}/list.csv").read("")
    assert content and content.day == night[1]


def test_a_timestamp_stays_in_utc(night: Night) -> None:
    upload = read_upload("lista.csv", LIST)
    assert datetime.fromisoformat(upload.read_at).utcoffset() == datetime.fromisoformat(NIGHTS["winter"][0]).utcoffset()
    assert upload.dataset and upload.dataset.read_at.utcoffset() == night[0].utcoffset()
