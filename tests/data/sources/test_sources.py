"""Lists in files and at web addresses: when they are read, of which day they are, and what is told when they cannot be."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.errors import ClusterDataError
from data.files.cells import Cells, read_file
from data.files.limits import SOURCE_LIMITS
from data.sources.base import FileSource, Source, SourceBusyError, SourceContent
from data.sources.database import DatabaseSource
from data.sources.open_source import open_source
from data.sources.web import WebSource
from tests.http_server import Answer, Site, endless
from tests.polling import wait_until

ONE, TWO = b"namn,region\nEtt,12\n", "namn,region\nTv\u00e5,20\n".encode()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()
SECRET = "hemligt"  # noqa: S105 - stands in no real address


def written(path: Path, content: bytes, moment: float = NOON) -> Path:
    """Write a file that was last changed at `moment`."""
    path.write_bytes(content)
    os.utime(path, (moment, moment))
    return path


def reading_of(source: Source, revision: str = "") -> SourceContent:
    found = source.read(revision)
    assert found is not None
    return found


def names(reading: SourceContent) -> list[str]:
    return list(reading.cells.columns[0])


def problem_of(source: Source, revision: str = "") -> str:
    with pytest.raises(ClusterDataError) as raised:
        source.read(revision)
    assert len(raised.value.problems) == 1
    return str(raised.value)


# Files


def test_a_file_is_read_once_and_again_after_each_change(tmp_path: Path) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    first = reading_of(source)
    assert names(first) == ["Ett"] and source.read(first.revision) is None
    written(source.path, TWO, NOON + 1)
    second = reading_of(source, first.revision)
    assert names(second) == ["Två"] and source.read(second.revision) is None


def test_a_file_that_took_the_place_of_another_of_the_same_time_and_size_is_read(tmp_path: Path) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    first = reading_of(source)
    written(tmp_path / "next.csv", ONE.replace(b"Ett", b"Sju")).replace(source.path)
    assert names(reading_of(source, first.revision)) == ["Sju"]


def test_a_file_is_left_alone_while_it_is_written_to_once_a_list_is_shown(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    shown = reading_of(source).revision
    written(source.path, TWO, NOON + 60)
    for seconds in (0.0, 0.9):
        clock_stands_at(NOON + 60 + seconds)
        with pytest.raises(SourceBusyError):
            source.read(shown)
    clock_stands_at(NOON + 61)
    assert names(reading_of(source, shown)) == ["Två"]


def test_a_file_that_is_written_to_while_it_is_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    shown = reading_of(source).revision
    written(source.path, TWO, NOON + 1)

    def read_and_write(path: Path) -> Cells:
        cells = read_file(path)
        written(path, ONE + TWO, NOON + 2)
        return cells

    monkeypatch.setattr("data.sources.base.read_file", read_and_write)
    with pytest.raises(SourceBusyError):
        source.read(shown)


def test_a_file_that_is_being_written_to_is_read_while_no_list_is_shown(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    clock_stands_at(NOON)
    assert names(reading_of(source)) == ["Ett"]


def test_a_file_from_a_clock_that_is_ahead_is_read(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    source = FileSource(written(tmp_path / "list.csv", ONE))
    shown = reading_of(source).revision
    written(source.path, TWO, NOON + 3600)
    clock_stands_at(NOON)
    assert names(reading_of(source, shown)) == ["Två"]


def test_a_file_is_of_the_day_on_which_it_was_changed(tmp_path: Path) -> None:
    assert reading_of(FileSource(written(tmp_path / "list.csv", ONE))).day == "2026-03-01"


@pytest.mark.parametrize("revision", ["", "1 2 3"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.csv", "No such file or directory"),
        ("gone/list.csv", "No such file or directory"),
        ("folder", "Is a directory"),
        ("file/list.csv", "Not a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_without_its_folder(name: str, reason: str, revision: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.utime(tmp_path / "folder", (NOON, NOON))
    (tmp_path / "file").touch()
    told = problem_of(FileSource(tmp_path / name), revision)
    assert told == f"{Path(name).name}: cannot be used ({reason!r}); needed: a file that is there and can be read"


# Web addresses


def test_a_web_address_is_read_once_and_again_when_its_etag_changes(site: Site) -> None:
    source = WebSource(f"{site.address}/list.csv")
    site.answer("/list.csv", ONE, ETag='"1"')
    first = reading_of(source)
    assert names(first) == ["Ett"] and source.read(first.revision) is None
    site.answer("/list.csv", TWO, ETag='"2"')
    second = reading_of(source, first.revision)
    assert names(second) == ["Två"] and source.read(second.revision) is None
    assert site.statuses == [200, 304, 200, 304]


def test_a_web_address_without_an_etag_is_read_again_when_its_content_changes(site: Site) -> None:
    source = WebSource(f"{site.address}/list.csv")
    site.answer("/list.csv", ONE)
    first = reading_of(source)
    assert source.read(first.revision) is None
    site.answer("/list.csv", TWO)
    assert names(reading_of(source, first.revision)) == ["Två"]


@pytest.mark.parametrize(
    ("changed", "day"),
    [
        ("Sun, 01 Mar 2026 12:00:00 GMT", "2026-03-01"),
        ("Sun, 01 Mar 2026 00:30:00 +0100", "2026-03-01"),
        ("Sat, 28 Feb 2026 23:30:00 GMT", "2026-03-01"),  # after midnight in Sweden
        ("Sat, 28 Feb 2026 23:30:00 -0000", "2026-03-01"),
    ],
)
def test_a_web_address_is_of_the_day_that_its_server_tells(changed: str, day: str, site: Site) -> None:
    site.answer("/list.csv", ONE, Last_Modified=changed)
    assert reading_of(WebSource(f"{site.address}/list.csv")).day == day


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Last_Modified": "i går"},
        {"Last_Modified": "Sun, 99 Mar 2026 12:00:00 GMT"},
        {"Last_Modified": "Fri, 31 Dec 9999 23:59:59 -0100"},  # in UTC a day that Python cannot count
        {"Last_Modified": "Fri, 31 Dec 99999 23:59:59 GMT"},
    ],
)
def test_a_web_address_whose_server_tells_no_day_has_none(headers: dict[str, str], site: Site) -> None:
    site.answer("/list.csv", ONE, **headers)
    assert reading_of(WebSource(f"{site.address}/list.csv")).day == ""


def test_a_web_address_is_asked_for_a_file_that_is_not_packed(site: Site) -> None:
    site.answer("/list.csv", ONE)
    reading_of(WebSource(f"{site.address}/list.csv"))
    assert site.requests[0][1]["Accept-Encoding"] == "identity"


def test_a_user_and_a_password_of_a_web_address_reach_its_server(site: Site) -> None:
    site.answer("/list.csv", ONE)
    reading_of(WebSource(f"{site.address.replace('//', f'//kalle:{SECRET}@')}/list.csv"))
    assert site.requests[0][1]["Authorization"] == "Basic a2FsbGU6aGVtbGlndA=="


def test_a_web_address_may_lead_on_to_another(site: Site) -> None:
    site.answers["/list"] = Answer(headers=(("Location", "/list.csv"),), status=302)
    site.answer("/list.csv", ONE, ETag='"1"')
    source = WebSource(f"{site.address}/list")
    assert names(reading_of(source)) == ["Ett"] and source.read('"1"') is None


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"", status=404), "404"),
        (Answer(ONE, status=500), "500"),
        (Answer(ONE, promised=len(ONE) + 1), "ProtocolError"),
        (Answer(ONE, (("Content-Encoding", "gzip"),)), "DecodeError"),
        (Answer(headers=(("Location", "/list.csv?token=hemligt"),), status=302), "302"),
        (Answer(headers=(("Location", "file:///etc/passwd"),), status=302), "InvalidSchema"),
        (Answer(headers=(("Location", "http://[hemligt"),), status=302), "ValueError"),
    ],
)
def test_an_answer_that_is_no_file_is_a_problem(answer: Answer, reason: str, site: Site) -> None:
    site.answers["/list.csv"] = answer
    address = f"{site.address.replace('//', f'//kalle:{SECRET}@')}/list.csv?token={SECRET}"
    told = problem_of(WebSource(address))
    assert told == f"127.0.0.1/list.csv: cannot be used ({reason!r}); needed: an address that answers with a file"


def test_a_server_that_is_gone_is_a_problem(site: Site) -> None:
    elsewhere = site.address.replace("127.0.0.1", "127.0.0.2")  # where nobody listens
    told = problem_of(WebSource(f"{elsewhere}/list.csv?token={SECRET}"))
    assert told == "127.0.0.2/list.csv: cannot be used ('ConnectionError'); needed: an address that answers with a file"


def test_a_file_at_a_web_address_that_is_too_large_is_a_problem(site: Site) -> None:
    site.answer("/list.csv", bytes(SOURCE_LIMITS.max_bytes + 1))
    told = problem_of(WebSource(f"{site.address}/list.csv?token={SECRET}"))
    assert told.startswith("127.0.0.1/list.csv: cannot be used ('more than 100000000 bytes')")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(ONE * 1000, pause=0.1),
        endless(ONE),
        Answer(ONE * 1000, (("Location", "/elsewhere.csv"),), status=302, pause=0.1),
    ],
    ids=["its content", "its head", "on the way to another"],
)
def test_an_answer_that_comes_in_drops_is_given_up(answer: Answer, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.3)
    site.answers["/list.csv"] = answer
    told = problem_of(WebSource(f"{site.address}/list.csv"))
    assert site.delivered == []
    assert told == "127.0.0.1/list.csv: cannot be used ('TimeoutError'); needed: an address that answers with a file"


def test_a_file_that_comes_in_drops_is_let_go_of_and_asked_for_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.3)
    site.answers["/list.csv"] = Answer(ONE * 1000, pause=0.1)
    source = WebSource(f"{site.address}/list.csv")
    wait_until(lambda: "'TimeoutError'" in problem_of(source) and len(site.requests) == 2)


def test_one_answer_at_a_time_is_waited_for_and_the_next_is_read_once_it_has_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.3)
    site.answers["/list.csv"] = endless(ONE)
    source = WebSource(f"{site.address}/list.csv")
    for _ in range(3):
        assert "'TimeoutError'" in problem_of(source)
    assert len(site.requests) == 1
    site.answer("/list.csv", TWO)
    site.hurried.set()

    def is_read() -> bool:
        with suppress(ClusterDataError):
            return names(reading_of(source)) == ["Två"]
        return False

    wait_until(is_read)


# Which kind


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        ("lists/clusters.xlsx", FileSource, "clusters.xlsx"),
        ("/srv/län 2026.csv", FileSource, "län 2026.csv"),
        ("C:\\lists", FileSource, "C:\\lists"),
        ("http://example.se/list.csv", WebSource, "example.se/list.csv"),
        ("HTTPS://Kalle:hemligt@Example.se:8443/list.csv?token=hemligt#hemligt", WebSource, "example.se/list.csv"),
        ("postgresql://kalle:hemligt@example.se:5433/register", DatabaseSource, "register.kluster"),
        ("postgresql://kalle:1/hemligt?#@example.se/register", DatabaseSource, "register.kluster"),
        ("postgres://kalle:hemligt@example.se/register?sslmode=require", DatabaseSource, "register.kluster"),
        ("postgresql+psycopg2://kalle:hemligt@example.se/register", DatabaseSource, "register.kluster"),
    ],
)
def test_an_address_leads_to_its_kind_of_source_under_a_name_without_secrets(address: str, kind: type[Source], name: str) -> None:
    found = open_source(address, "register.kluster")
    assert isinstance(found, kind) and found.name == name


@pytest.mark.parametrize(
    "address",
    [
        "mysql://kalle:hemligt@example.se",
        "ftp://kalle:hemligt@example.se/list.csv",
        "file:///srv/list.csv?hemligt",
        "http://kalle:hemligt@[example.se/list.csv",
        "http://kalle:hemligt℀@example.se/list.csv",
        "http:///list.csv?hemligt",
        "postgresql://kalle:hemligt@example.se:port/register",
        "postgresql:kalle:hemligt",
    ],
)
def test_an_address_of_no_known_form_is_refused_without_telling_its_secrets(address: str) -> None:
    with pytest.raises(ValueError, match=r"^CLUSTERS_SOURCE: ") as raised:
        open_source(address, "kluster")
    assert SECRET not in "".join(traceback.format_exception(raised.value))
