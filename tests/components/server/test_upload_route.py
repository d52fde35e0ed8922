"""Route for uploads: files become tickets, a long one in a process of its own, and other requests are refused."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Mapping

import httpx
import openpyxl
import pytest
from starlette.applications import Starlette

from components.dataset.upload_process import ReadingEndedError, UploadProcess
from components.dataset.upload_reader import UploadResult
from components.dataset.upload_tickets import UploadTickets, upload_tickets
from components.server import upload_route
from components.server.upload_request import unpacked_size
from components.server.upload_route import upload_routes
from data.files.limits import UPLOAD_LIMITS
from tests.components.asgi_client import Client

LIST = "Namn;Län\nEtt;Skåne\nTvå;Atlantis\n".encode()


CLIENT = Client(Starlette(routes=upload_routes("")))


async def parts(content: bytes) -> AsyncIterator[bytes]:
    yield content


def post(
    url: str, content: bytes | AsyncIterator[bytes], params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    async def send() -> httpx.Response:
        async with CLIENT.opened() as client:
            return await client.post(url, content=content, params=params, headers=headers, timeout=None)

    return asyncio.run(send())


def taken(lines: str) -> UploadResult:
    """Return the upload of the last line of an answer."""
    result = upload_tickets().take(json.loads(lines.splitlines()[-1])["ticket"])
    assert result
    return result


def test_a_file_becomes_a_ticket_that_works_once() -> None:
    answer = post("/upload", LIST, {"name": "a\u202eb.csv"})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    result = taken(answer.text)
    assert result.name == "a b.csv" and result.dataset
    assert upload_tickets().take(json.loads(answer.text)["ticket"]) is None


def test_a_process_of_its_own_reads_a_longer_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the ticket come percentages, none smaller than the one before."""
    monkeypatch.setattr(upload_route, "MAX_SMALL_BYTES", 10)
    answer = post("/upload", LIST, {"name": "lista.csv"})
    percents = [json.loads(line)["percent"] for line in answer.text.splitlines()[:-1]]
    assert percents and percents == sorted(percents) and percents[-1] <= 100
    dataset = taken(answer.text).dataset
    assert dataset and list(dataset.clusters["name"]) == ["Ett", "Två"] and dataset.index.search.find("två").mask.tolist() == [False, True]


def test_a_stopped_process_reads_nothing() -> None:
    process = UploadProcess()
    process.stop()
    with pytest.raises(ReadingEndedError):
        process.read("lista.csv", LIST, lambda _percent: None)


def test_other_requests_are_refused() -> None:
    assert CLIENT.get("/upload").status_code == 405
    assert post("/upload", LIST, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert post("/upload", parts(LIST)).status_code == 411
    too_large = {"Content-Length": str(UPLOAD_LIMITS.max_bytes + 1)}
    assert post("/upload", LIST, headers=too_large).status_code == 413


def test_the_problems_of_a_file_are_marked() -> None:
    answer = post("/upload/marked.xlsx", LIST, {"name": "lista.csv", "lang": "sv"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    comments = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert list(comments) == ["B3"] and "ett svenskt län" in comments["B3"]
    assert post("/upload/marked.xlsx", b"").status_code == 400


def test_only_documents_say_how_large_they_are_unpacked() -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.save(file)
    assert unpacked_size(LIST) == len(LIST)
    assert len(file.getvalue()) < unpacked_size(file.getvalue()) < 100_000
    assert unpacked_size(b"PK\x03\x04") == unpacked_size(b"\x1f\x8b") == float("inf")


def test_late_and_surplus_tickets_are_dropped() -> None:
    result = UploadResult("a.csv", None)
    late = UploadTickets(max_wait_seconds=0)
    assert late.take(late.add(result)) is None
    tickets = UploadTickets()
    first, *others = [tickets.add(result) for _ in range(21)]
    assert tickets.take(first) is None and tickets.take(others[0]) is result
