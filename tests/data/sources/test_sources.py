"""File and web sources: revisions, days, and the problems of a source that cannot be read."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from data.errors import ClusterDataError
from data.files.cells import Cells, read_file
from data.files.limits import SOURCE_LIMITS
from data.sources.base import FileSource, Source, SourceBusyError, SourceContent
from data.sources.choose_source import source_at
from data.sources.database import DatabaseSource
from data.sources.request_headers import read_headers
from data.sources.web import WebSource
from tests.http_server import Answer, Site, endless
from tests.polling import wait_until

ONE, TWO = b"namn,region\nEtt,12\n", "namn,region\nTv\u00e5,20\n".encode()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()
SECRET = "hemligt"  # noqa: S105 - in no real URL


def write_file(path: Path, content: bytes, moment: float = NOON) -> Path:
    """Write a file that was last changed at `moment`."""
    path.write_bytes(content)
    os.utime(path, (moment, moment))
    return path


def content_of(source: Source, revision: str = "") -> SourceContent:
    content = source.read(revision)
    assert content is not None
    return content


def names(content: SourceContent) -> list[str]:
    return list(content.cells.columns[0])


def problem_of(source: Source, revision: str = "") -> str:
    with pytest.raises(ClusterDataError) as raised:
        source.read(revision)
    assert len(raised.value.problems) == 1
    return str(raised.value)


# Files


def test_files_of_all_programs_are_read(tmp_path: Path) -> None:
    rows = pd.DataFrame({"Klusternamn": ["Åkerklustret", "Ärlig Ö"], "Län": ["Skåne län", "Gotland"]})
    rows.to_csv(tmp_path / "list.csv", sep=";", index=False, lineterminator="\r\n", encoding="cp1252")
    rows.to_excel(tmp_path / "list.xlsx", index=False)
    rows.to_parquet(tmp_path / "list.parquet", index=False)
    for file in sorted(tmp_path.iterdir()):
        assert names(content_of(FileSource(file))) == ["Åkerklustret", "Ärlig Ö"], file.name


def test_file_is_read_again_after_each_change(tmp_path: Path) -> None:
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    first = content_of(source)
    assert names(first) == ["Ett"] and source.read(first.revision) is None
    write_file(source.path, TWO, NOON + 1)
    second = content_of(source, first.revision)
    assert names(second) == ["Två"] and source.read(second.revision) is None


def test_replacing_file_of_same_time_and_size_is_read(tmp_path: Path) -> None:
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    first = content_of(source)
    write_file(tmp_path / "next.csv", ONE.replace(b"Ett", b"Sju")).replace(source.path)
    assert names(content_of(source, first.revision)) == ["Sju"]


def test_young_file_is_busy(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    """A file changed less than a second ago is not read, once an earlier version is shown."""
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    revision = content_of(source).revision
    write_file(source.path, TWO, NOON + 60)
    for seconds in (0.0, 0.9):
        clock_stands_at(NOON + 60 + seconds)
        with pytest.raises(SourceBusyError):
            source.read(revision)
    clock_stands_at(NOON + 61)
    assert names(content_of(source, revision)) == ["Två"]


def test_file_changed_while_it_is_read_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    revision = content_of(source).revision
    write_file(source.path, TWO, NOON + 1)

    def read_and_change(path: Path) -> Cells:
        cells = read_file(path)
        write_file(path, ONE + TWO, NOON + 2)
        return cells

    monkeypatch.setattr("data.sources.base.read_list_file", read_and_change)
    with pytest.raises(SourceBusyError):
        source.read(revision)


def test_young_file_is_read_while_no_list_is_shown(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    clock_stands_at(NOON)
    assert names(content_of(source)) == ["Ett"]


def test_file_with_a_time_in_the_future_is_read(tmp_path: Path, clock_stands_at: Callable[[float], None]) -> None:
    source = FileSource(write_file(tmp_path / "list.csv", ONE))
    revision = content_of(source).revision
    write_file(source.path, TWO, NOON + 3600)
    clock_stands_at(NOON)
    assert names(content_of(source, revision)) == ["Två"]


def test_day_of_a_file_is_that_of_its_last_change(tmp_path: Path) -> None:
    assert content_of(FileSource(write_file(tmp_path / "list.csv", ONE))).day == "2026-03-01"


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
def test_unreadable_file_is_reported_without_its_folder(name: str, reason: str, revision: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.utime(tmp_path / "folder", (NOON, NOON))
    (tmp_path / "file").touch()
    problem = problem_of(FileSource(tmp_path / name), revision)
    assert problem == f"{Path(name).name}: cannot be used ({reason!r}); needed: a file that exists and can be read"


# Files on the web


def test_web_file_is_read_again_when_its_etag_changes(site: Site) -> None:
    source = WebSource(f"{site.address}/list.csv")
    site.answer("/list.csv", ONE, ETag='"1"')
    first = content_of(source)
    assert names(first) == ["Ett"] and source.read(first.revision) is None
    site.answer("/list.csv", TWO, ETag='"2"')
    second = content_of(source, first.revision)
    assert names(second) == ["Två"] and source.read(second.revision) is None
    assert site.statuses == [200, 304, 200, 304]


def test_content_decides_where_there_is_no_etag(site: Site) -> None:
    """Without an ETag the file is read again when its content has changed."""
    source = WebSource(f"{site.address}/list.csv")
    site.answer("/list.csv", ONE)
    first = content_of(source)
    assert source.read(first.revision) is None
    site.answer("/list.csv", TWO)
    assert names(content_of(source, first.revision)) == ["Två"]


@pytest.mark.parametrize(
    ("changed", "day"),
    [
        ("Sun, 01 Mar 2026 12:00:00 GMT", "2026-03-01"),
        ("Sun, 01 Mar 2026 00:30:00 +0100", "2026-03-01"),
        ("Sat, 28 Feb 2026 23:30:00 GMT", "2026-03-01"),  # after midnight in Sweden
        ("Sat, 28 Feb 2026 23:30:00 -0000", "2026-03-01"),
    ],
)
def test_day_of_a_web_file_is_its_last_modified(changed: str, day: str, site: Site) -> None:
    site.answer("/list.csv", ONE, Last_Modified=changed)
    assert content_of(WebSource(f"{site.address}/list.csv")).day == day


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Last_Modified": "i går"},
        {"Last_Modified": "Sun, 99 Mar 2026 12:00:00 GMT"},
        {"Last_Modified": "Fri, 31 Dec 9999 23:59:59 -0100"},  # in UTC a day beyond the range of datetime
        {"Last_Modified": "Fri, 31 Dec 99999 23:59:59 GMT"},
    ],
)
def test_web_file_without_valid_last_modified_has_no_day(headers: dict[str, str], site: Site) -> None:
    site.answer("/list.csv", ONE, **headers)
    assert content_of(WebSource(f"{site.address}/list.csv")).day == ""


def test_web_file_is_requested_uncompressed(site: Site) -> None:
    site.answer("/list.csv", ONE)
    content_of(WebSource(f"{site.address}/list.csv"))
    assert site.requests[0][1]["Accept-Encoding"] == "identity"


def test_user_and_password_reach_the_web_server(site: Site) -> None:
    site.answer("/list.csv", ONE)
    content_of(WebSource(f"{site.address.replace('//', f'//kalle:{SECRET}@')}/list.csv"))
    assert site.requests[0][1]["Authorization"] == "Basic a2FsbGU6aGVtbGlndA=="


def test_new_etag_over_equal_content_is_no_new_version(site: Site) -> None:
    source = WebSource(f"{site.address}/list.csv")
    site.answer("/list.csv", ONE, ETag='"1"')
    first = content_of(source)
    for number in (2, 3):
        site.answer("/list.csv", ONE, ETag=f'"{number}"')
        assert source.read(first.revision) is None
    assert source.read(first.revision) is None
    assert site.statuses == [200, 200, 200, 304]


def test_headers_of_the_operator_reach_the_web_server(site: Site) -> None:
    site.answer("/list.csv", ONE)
    content_of(WebSource(f"{site.address}/list.csv", {"User-Agent": "Klusterkartan/1", "user-agent": "Mozilla/5.0", "X-Api-Key": SECRET}))
    sent = {name.lower(): value for name, value in site.requests[0][1].items()}
    assert (sent["x-api-key"], sent["user-agent"], sent["accept-encoding"]) == (SECRET, "Mozilla/5.0", "identity")


def test_redirect_to_another_host_gets_no_header_of_the_operator(site: Site) -> None:
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    site.answers["/list"] = Answer(headers=(("Location", f"{elsewhere}/list.csv"),), status=302)
    site.answers["/same"] = Answer(headers=(("Location", "/list.csv"),), status=302)
    site.answer("/list.csv", ONE)
    for path in ("/list", "/same"):
        content_of(WebSource(f"{site.address}{path}", {"User-Agent": "Klusterkartan/1", "X-Api-Key": SECRET}))
    assert [headers.get("X-Api-Key") for _, headers in site.requests] == [SECRET, None, SECRET, SECRET]
    assert {headers["User-Agent"] for _, headers in site.requests} == {"Klusterkartan/1"}


@pytest.mark.parametrize(
    "text",
    [
        "X-Api-Key: hemligt",
        '["hemligt"]',
        '{"X-Api-Key": 1, "a": "hemligt"}',
        '{"X Api": "hemligt"}',
        '{"X-Api-Key": "hemligt\\r\\nHost: a"}',
        '{"X-Api-Key": ""}',
        '{"Accept-Encoding": "hemligt"}',
        '{"host": "hemligt"}',
    ],
)
def test_headers_that_are_not_allowed_are_refused_without_showing_them(text: str) -> None:
    with pytest.raises(ValueError, match="a JSON object") as raised:
        read_headers(text)
    assert SECRET not in "".join(traceback.format_exception(raised.value))


def test_redirect_is_followed(site: Site) -> None:
    site.answers["/list"] = Answer(headers=(("Location", "/list.csv"),), status=302)
    site.answer("/list.csv", ONE, ETag='"1"')
    source = WebSource(f"{site.address}/list")
    content = content_of(source)
    assert names(content) == ["Ett"] and source.read(content.revision) is None and site.statuses[-1] == 304


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"", status=404), "404"),
        (Answer(ONE, status=500), "500"),
        (Answer(ONE, content_length=len(ONE) + 1), "ProtocolError"),
        (Answer(ONE, (("Content-Encoding", "gzip"),)), "DecodeError"),
        (Answer(headers=(("Location", "/list.csv?token=hemligt"),), status=302), "302"),
        (Answer(headers=(("Location", "file:///etc/passwd"),), status=302), "InvalidSchema"),
        (Answer(headers=(("Location", "http://[hemligt"),), status=302), "ValueError"),
    ],
)
def test_failed_download_is_a_problem(answer: Answer, reason: str, site: Site) -> None:
    site.answers["/list.csv"] = answer
    url = f"{site.address.replace('//', f'//kalle:{SECRET}@')}/list.csv?token={SECRET}"
    problem = problem_of(WebSource(url))
    assert problem == f"127.0.0.1/list.csv: cannot be used ({reason!r}); needed: a web address that returns a file"


def test_unreachable_web_server_is_a_problem(site: Site) -> None:
    elsewhere = site.address.replace("127.0.0.1", "127.0.0.2")  # an address at which no server listens
    problem = problem_of(WebSource(f"{elsewhere}/list.csv?token={SECRET}"))
    assert problem == "127.0.0.2/list.csv: cannot be used ('ConnectionError'); needed: a web address that returns a file"


def test_too_large_web_file_is_a_problem(site: Site) -> None:
    site.answer("/list.csv", bytes(SOURCE_LIMITS.max_bytes + 1))
    problem = problem_of(WebSource(f"{site.address}/list.csv?token={SECRET}"))
    assert problem.startswith("127.0.0.1/list.csv: cannot be used ('more than 100000000 bytes')")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(ONE * 1000, pause_seconds=0.1),
        endless(ONE),
        Answer(ONE * 1000, (("Location", "/elsewhere.csv"),), status=302, pause_seconds=0.1),
    ],
    ids=["its content", "its head", "on the way to another"],
)
def test_slow_answer_is_abandoned_at_the_deadline(answer: Answer, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.3)
    site.answers["/list.csv"] = answer
    problem = problem_of(WebSource(f"{site.address}/list.csv"))
    assert site.delivered == []
    assert problem == "127.0.0.1/list.csv: cannot be used ('TimeoutError'); needed: a web address that returns a file"


def test_slow_download_is_abandoned_and_requested_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.3)
    site.answers["/list.csv"] = Answer(ONE * 1000, pause_seconds=0.1)
    source = WebSource(f"{site.address}/list.csv")
    wait_until(lambda: "'TimeoutError'" in problem_of(source) and len(site.requests) == 2)


def test_one_fetch_at_a_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """No second request is sent while an abandoned one is still running; after that the file is read again."""
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
            return names(content_of(source)) == ["Två"]
        return False

    wait_until(is_read)


# Kinds of source


@pytest.mark.parametrize(
    ("location", "kind", "name"),
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
def test_source_at_gives_kind_and_name_without_secrets(location: str, kind: type[Source], name: str) -> None:
    source = source_at(location, "register.kluster")
    assert isinstance(source, kind) and source.name == name


@pytest.mark.parametrize(
    "location",
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
def test_source_at_refuses_without_showing_secrets(location: str) -> None:
    with pytest.raises(ValueError, match=r"^not a path, a web URL or a database URL$") as raised:
        source_at(location, "kluster")
    assert SECRET not in "".join(traceback.format_exception(raised.value))
